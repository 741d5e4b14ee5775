/** What an adapter hands in and gets back. Nothing else happens in an adapter. */
import { ACTION_NAMES, type ActionName, type Card } from '../../cards/model.ts';

/** `home` is nothing people type: the page of their own that a chat may have for each person. */
export type Command = 'tweet' | 'policy' | 'desk' | 'follow' | 'handle' | 'help' | 'home';

export type Intent =
  | { kind: 'command'; command: Command; text: string }
  | {
      kind: 'action';
      action: ActionName;
      draft?: string;
      revision?: number;
      item?: string;
      /** What was typed or ticked, by field id. Ticks are comma-joined values. */
      fields: Record<string, string>;
      /**
       * How the chat asks for what a button wants to know. `asks`: it was pressed, and the form with its fields
       * is wanted now. `form`: sent from a form that can stay open, so what stops the words is answered in it.
       */
      step?: 'asks' | 'form';
    };

export type Inbound = {
  school: string;
  /** Person id as school.yaml knows it, from the platform's signed identity; null when nobody there is known by it. */
  person: string | null;
  chat: 'playground' | 'slack' | 'teams';
  /** The same when the platform delivers the same thing again. */
  delivery: string;
  /** The card that was touched, if the platform can update it later. */
  touched: string | null;
  /** Where a new card in answer will stand, if the platform can update it later. */
  ref: string | null;
  intent: Intent;
};

export type Answer = {
  /**
   * `card`: a new card for the person. `replace`: the card that was touched becomes this one.
   * `dialog`: a form to fill in. `note`: a short word only they see, the touched card stays.
   */
  as: 'card' | 'replace' | 'dialog' | 'note';
  card: Card;
  /** With a note on what was filled in: the id of the field it is about, for a chat that can say it there. */
  field?: string;
  /**
   * The card as it must be by now, where its draft has moved on, else null. An adapter that has put up a
   * `replace` asks until it gets null, and puts up what it gets: later news may have stood there already.
   */
  again?: () => Promise<Card | null>;
  /**
   * With a note on a draft's card: the touched card as it is now, as a `replace`. A card that a chat cannot
   * reach by itself has fallen behind, and is put right while it can be: when it is touched.
   */
  now?: () => Promise<Answer>;
};

/** The one door: acts once for each delivery, never throws, always has something to say. */
export type Front = {
  receive: (inbound: Inbound) => Promise<Answer>;
};

/** What a person does with their own posts, or looks at: who sits on SLT need not be looked up again for it. */
const OWN: ReadonlySet<ActionName> = new Set([
  'open',
  'compose',
  'edit',
  'count',
  'save',
  'fix',
  'send',
  'discard',
  'accept',
  'withdraw',
  'agree',
  'details',
  'topic',
  'follow-open',
]);

/**
 * Decisions, and so every action that is not told to be a person's own: an adapter looks up again who somebody is,
 * and who sits on SLT, before it hands one in.
 */
export const DECIDES: ReadonlySet<ActionName> = new Set(
  ACTION_NAMES.filter((action) => !OWN.has(action)),
);
