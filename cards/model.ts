/**
 * What a card can hold: a small closed union, drawn by one renderer for each platform. Text in `post`,
 * `quote`, every `words` and `excerpt` is what people typed: a renderer shows it as plain text, never as markup.
 */

/** A mark always comes with its word for those who cannot see it; never colour alone. */
export type Mark = 'ok' | 'ask' | 'stop' | 'wait' | 'over';

export type Choice = { value: string; label: string };

export type Field =
  | {
      field: 'text';
      id: string;
      label: string;
      value: string;
      long: boolean;
      required: boolean;
      hint?: string;
      /** The most that may be typed, in UTF-16 units. */
      longest?: number;
      /** How long a post these words make, such as "128 of 280"; a chat that can asks anew with `count` as they are typed. */
      count?: string;
    }
  | { field: 'choice'; id: string; label: string; value: string; choices: Choice[]; hint?: string }
  | { field: 'ticks'; id: string; label: string; value: string[]; choices: Choice[] }
  /** A local date and a local time; both empty is "no time asked for". Ids get `-date` and `-time`. */
  | { field: 'moment'; id: string; label: string; date: string; time: string; hint?: string };

/** What a button may ask for. It carries an id and a revision number beside it, nothing else. */
export const ACTION_NAMES = [
  'open',
  'compose',
  'edit',
  'count',
  'save',
  'fix',
  'send',
  'discard',
  'approve',
  'changes',
  'decline',
  'accept',
  'amend',
  'withdraw',
  'release',
  'found',
  'remove',
  'pause',
  'resume',
  'agree',
  'countersign',
  'approve-account',
  'details',
  'topic',
  'review',
  'duty-done',
  'follow-open',
  'follow-approve',
  'follow-decline',
  'follow-done',
  'follower-keep',
  'follower-keep-after-all',
  'follower-block',
  'follower-remove',
  'follower-point',
  'review-keep-plain',
  'review-check',
  'review-finish',
  'mention-act',
  'mention-nothing',
  'mentions-act',
  'mentions-nothing',
  'mentions-done',
  'mentions-handed',
  'mention-raise',
  'mentions',
] as const;
export type ActionName = (typeof ACTION_NAMES)[number];

/** True for what a button of ours may ask for: what comes back from a chat need not be that. */
export function isAction(name: unknown): name is ActionName {
  return (ACTION_NAMES as readonly unknown[]).includes(name);
}

export type Button = {
  action: ActionName;
  label: string;
  /** Draft id, where it is about one. */
  draft?: string;
  revision?: number;
  /** Which of several: a fix's place, a topic, a person or account to approve. */
  item?: string;
  look: 'main' | 'plain' | 'danger';
  /** Asked for when the button is pressed, before it acts (a note, a reason). */
  asks?: Field[];
  /** What cannot be taken back, in a sentence or two: a chat that can has the person confirm it at the press. */
  sure?: string;
  /**
   * For these people (ids) there is nothing left to do with it, and why. A chat that can show a card to each
   * alone leaves it out for them; whoever presses it elsewhere is told at the press.
   */
  spent?: { by: readonly string[]; says: string };
  /** False: the button needs none of the card's own fields filled in (Discard, Edit). */
  takesFields: boolean;
};

export type Item = {
  mark: Mark;
  /** Stands first in place of the mark's own word, e.g. "Post 12". */
  word?: string;
  text: string;
  /** The very words of a draft it is about. */
  words?: string;
  /** The beginning of a post, to know it by. */
  excerpt?: string;
  small?: string;
  button?: Button;
};

export type Part =
  | { part: 'text'; text: string; look?: 'plain' | 'strong' | 'small' }
  /** The post as readers will see it. `words` null: neither kept nor shown, because it names a pupil. */
  | { part: 'post'; account: string; name: string; words: string | null; count: string }
  /**
   * Somebody's words, with who said them. `passing`: nothing of ours keeps them, for they may name a pupil. A
   * chat that stores its cards stores this one without the part.
   */
  | { part: 'quote'; who: string; words: string; passing?: true }
  | { part: 'rows'; rows: { label: string; value: string }[] }
  /** Somebody of the school, by whom a chat that knows them can offer to be asked. */
  | { part: 'person'; label: string; person: string; name: string }
  /** Things found or to do. */
  | {
      part: 'items';
      items: Item[];
    }
  /** Things to choose from, where a card's own row of buttons would be too short. */
  | { part: 'buttons'; buttons: Button[] }
  /** Folded away until asked for. `opens` is for a chat that cannot fold: it asks for a form with the parts. */
  | { part: 'fold'; label: string; parts: Part[]; opens?: Button }
  | { part: 'field'; field: Field }
  | { part: 'link'; label: string; url: string };

export type Card = {
  /** The answer, first. */
  title: string;
  mark?: Mark;
  parts: Part[];
  buttons: Button[];
  /** One line for a notification or a screen reader. */
  summary: string;
};
