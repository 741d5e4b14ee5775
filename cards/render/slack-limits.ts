/**
 * What Slack takes, in UTF-16 units or pieces. From Slack's Block Kit reference (docs.slack.dev/reference/block-kit)
 * and the comments of @slack/types, unless a line says otherwise.
 */
export const SLACK_LIMITS = {
  /** Blocks of a message; of a modal or Home page. */
  messageBlocks: 50,
  viewBlocks: 100,
  /**
   * All blocks of a message, as JSON. Not in the reference: `msg_blocks_too_long` was met from about 13,200
   * characters (slackapi/bolt-js issues 2509 and 2867), and nobody knows what counts; so all of it does here.
   */
  messageJson: 12_000,
  /** A whole view, as JSON in bytes: `view_too_large` above 250 KB (views.open). */
  viewBytes: 250_000,
  header: 150,
  sectionText: 3000,
  /** Not in the reference for these two: what a section takes is sensible. */
  richText: 3000,
  contextText: 2000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2000,
  options: 100,
  checkboxes: 10,
  optionText: 75,
  label: 2000,
  hint: 2000,
  inputLength: 3000,
  url: 3000,
  blockId: 255,
  actionId: 255,
  metadata: 3000,
  /** Title, submit and close of a modal. */
  modalWords: 24,
  /** The words of a notification: chat.postMessage asks for under 4,000; one line is enough. */
  notification: 300,
} as const;
