/** What comes of a line or a press: where each kind of answer goes in Teams. */

import type { Card } from '../../cards/model.ts';
import { sayCard } from '../../cards/say.ts';
import type { Answer } from '../../src/front/intent.ts';
import { hand, type Line, ownDelivery, wordsOf } from './line.ts';
import { direct, put, replaced } from './places.ts';
import { refOf, type Spot } from './refs.ts';
import type { Who } from './who.ts';

export const FOREIGN =
  'This tenant is none of the schools that Bellbird works for. Ask whoever set it up to put your tenant id in the school file.';
export const GUEST =
  'Guests of the team cannot work with posts. Ask whoever runs your Teams to make you a member.';

/** Sends a card to somebody's own chat, and has a draft's card change with its draft from then on. */
export async function toOwnChat(line: Line, who: Who, object: string, card: Card): Promise<void> {
  const spot = await direct(line, who.school, object, card);
  const draft = card.buttons.find((button) => button.draft !== undefined)?.draft;
  if (draft === undefined) return;
  const intent = { kind: 'action' as const, action: 'open' as const, draft, fields: {} };
  const again = await hand(line, who, { delivery: ownDelivery(), ref: refOf(spot) }, intent);
  if (again.as === 'card' && wordsOf(again.card) !== wordsOf(card)) {
    await put(line, who.school, spot, again.card);
  }
}

/** Puts up what replaces a card; where that card is gone, in the person's own chat. */
export async function inPlace(
  line: Line,
  who: Who,
  spot: Spot,
  object: string,
  answer: Answer,
): Promise<void> {
  if (await replaced(line, who.school, spot, answer)) return;
  await toOwnChat(line, who, object, answer.card);
}

/** Work that goes on after Teams has its answer. A fault of it is logged; what is owed is in the outbox. */
export function afterwards(line: Line, work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    line.log.warn({ why }, 'a card did not reach Teams at once');
  });
}

export const refusalCard = (says: string): Card => sayCard('Not from this account', says, 'stop');
