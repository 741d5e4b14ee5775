/** Pictures and files in what people send. They are only known to be there: no address that was sent is ever fetched. */
import type { Activity } from 'botframework-schema';

/**
 * What is words, or points at other words: every message brings its own HTML beside its text, a link its preview as
 * a card, a quote the message it quotes (msteams-docs issue 3960; Graph, chatMessageAttachment).
 */
const WORDS =
  /^(?:text\/(?:html|plain)\b|application\/vnd\.microsoft\.card\.|(?:message|forwardedMessage|meeting)Reference$)/i;
const QUOTE = /^(?:message|forwardedMessage)Reference$/i;
/** In a channel a bot is not given a file: only its place in the HTML tells of one (msteams-docs issue 1470). */
const PLACE = /<attachment\b/i;

type Attached = { contentType: string; content: unknown };

function attachedTo(attachments: unknown): Attached[] {
  const all: unknown[] = Array.isArray(attachments) ? attachments : [];
  return all.flatMap((each) => {
    const { contentType, content } = (each ?? {}) as Partial<Attached>;
    return typeof contentType === 'string' ? [{ contentType, content }] : [];
  });
}

/** Whether a message brings a picture, a file, a voice or a film. */
export function bringsFiles({ attachments, conversation }: Activity): boolean {
  const all = attachedTo(attachments);
  if (all.some(({ contentType }) => !WORDS.test(contentType))) return true;
  if (conversation.conversationType === 'personal') return false;
  if (all.some(({ contentType }) => QUOTE.test(contentType))) return false;
  return all.some(({ content }) => typeof content === 'string' && PLACE.test(content));
}

/** The same of a message that a message extension was called on. */
export function payloadBringsFiles(payload: { attachments?: unknown; html: string }): boolean {
  const pictured = /<img\b(?![^>]*schema\.skype\.com\/Emoji)/i.test(payload.html);
  return (
    pictured || attachedTo(payload.attachments).some(({ contentType }) => !WORDS.test(contentType))
  );
}
