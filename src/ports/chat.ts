/** Where people are: Slack, Teams, the playground. */
import type { Card } from '../../cards/model.ts';

export type Place = { to: 'person'; person: string } | { to: 'slt' };

/**
 * A chat adapter's outgoing side. Both calls throw when the platform did not take the card; the outbox
 * then tries again later. `key` is the same at every try, so an adapter that can will not show it twice.
 */
export type Chat = {
  name: 'playground' | 'slack' | 'teams';
  /** Gives the ref by which `update` finds the card again. */
  post: (school: string, place: Place, card: Card, key: string) => Promise<string>;
  /** A card that is gone is no fault: the call resolves. */
  update: (school: string, ref: string, card: Card) => Promise<void>;
};
