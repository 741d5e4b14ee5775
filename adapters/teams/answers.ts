/** What comes of a line or a press: where each kind of answer goes in Teams. */

import type { Card } from '../../cards/model.ts';
import { sayCard } from '../../cards/say.ts';
import type { Answer } from '../../src/front/intent.ts';
import { insistently } from './faults.ts';
import { hand, type Line, ownDelivery, wordsOf } from './line.ts';
import { soon } from './patience.ts';
import { direct, put, replaced, standsAlready } from './places.ts';
import { refOf, type Spot } from './refs.ts';
import type { Who } from './who.ts';

export const FOREIGN =
  'This tenant is none of the schools that Bellbird works for. Ask whoever set it up to put your tenant id in the school file.';
export const GUEST =
  'Guests of the team cannot work with posts. Ask whoever runs your Teams to make you a member.';

/** The draft that a card is about. */
function draftOn(card: Card): string | undefined {
  return card.buttons.find(({ draft }) => draft !== undefined)?.draft;
}

/** Sends a card to somebody's own chat, and has a draft's card change with its draft from then on. */
export async function toOwnChat(line: Line, who: Who, object: string, card: Card): Promise<Spot> {
  const spot = await insistently(() => direct(line, who.school, object, card));
  const draft = draftOn(card);
  if (draft === undefined) return spot;
  const intent = { kind: 'action' as const, action: 'open' as const, draft, fields: {} };
  const again = await hand(line, who, { delivery: ownDelivery(), ref: refOf(spot) }, intent);
  if (again.as === 'card' && wordsOf(again.card) !== wordsOf(card)) {
    await insistently(() => put(line, who.school, spot, again.card));
  }
  return spot;
}

/**
 * Puts the card of a post whose words were stopped where its author finds it, and gives its ref: Teams does not
 * say when somebody closes the form. Null where the form is of no post yet, or Teams has not taken the card soon.
 */
export function findable(line: Line, who: Who, object: string, form: Card): Promise<string | null> {
  return soon(found(line, who, object, form), null);
}

async function found(line: Line, who: Who, object: string, form: Card): Promise<string | null> {
  const draft = draftOn(form);
  if (draft === undefined) return null;
  const intent = { kind: 'action' as const, action: 'open' as const, draft, fields: {} };
  const opened = await hand(line, who, { delivery: ownDelivery() }, intent);
  if (opened.as !== 'card') return null;
  try {
    return refOf(await toOwnChat(line, who, object, opened.card));
  } catch (fault) {
    unsaid(line, fault);
    return null;
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
  if (await insistently(() => replaced(line, who.school, spot, answer))) return;
  await toOwnChat(line, who, object, answer.card);
}

/** Puts right a card that has fallen behind, where news of it did not reach Teams. */
export async function caughtUp(
  line: Line,
  who: Who,
  spot: Spot,
  now: () => Promise<Answer>,
): Promise<void> {
  const answer = await now();
  if (standsAlready(line, spot, answer.card)) return;
  await insistently(() => replaced(line, who.school, spot, answer));
}

/** Work that goes on after Teams has its answer. A fault of it is logged; what is owed is in the outbox. */
export function afterwards(line: Line, work: Promise<unknown>): void {
  work.catch((fault: unknown) => unsaid(line, fault));
}

/** True where the work was done, or may still be; false where it is known soon that it was not, which is logged. */
export function reached(line: Line, work: Promise<unknown>): Promise<boolean> {
  const done = work.then(
    () => true,
    (fault: unknown) => {
      unsaid(line, fault);
      return false;
    },
  );
  return soon(done, true);
}

function unsaid({ log }: Line, fault: unknown): void {
  const why = fault instanceof Error ? fault.message : String(fault);
  log.warn({ why }, 'a card did not reach Teams');
}

export const refusalCard = (says: string): Card => sayCard('Not from this account', says, 'stop');
