/** Where people are: Slack, Teams, the playground. */
import type { Card } from '../../cards/model.ts';

export type Place =
  /** `under`: the ref of a card of theirs that this is about, for a chat that can put one message under another. */
  { to: 'person'; person: string; under?: string } | { to: 'slt' };

/**
 * A chat adapter's outgoing side. Both calls throw when the platform did not take the card; the outbox
 * then tries again later, no sooner than an error's `retryAfter` (ms) where it has one. `key` is the same at
 * every try, so an adapter that can will not show it twice.
 */
export type Chat = {
  name: 'playground' | 'slack' | 'teams';
  /** False for a ref whose card goes by itself or can soon not be changed any more: no card to follow a draft by. */
  lasts: (ref: string) => boolean;
  /** Gives the ref by which `update` finds the card again; null where this person is not in this chat. */
  post: (school: string, place: Place, card: Card, key: string) => Promise<string | null>;
  /** A card that is gone is no fault: the call resolves. */
  update: (school: string, ref: string, card: Card) => Promise<void>;
};
