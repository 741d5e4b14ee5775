/** People whose names are on no list of names: told by what stands beside them. */
import { type Around, follows, low, yearAfter } from './around.ts';
import { isWord } from './english.ts';
import { CALENDAR, PLACES } from './lexicon.ts';
import { praiseBefore } from './praise.ts';

const FAMILY =
  /^(?:mum|mummy|mam|dad|daddy|mother|father|parents|lot|nan|nana|gran|granny|grandma|grandad|grandpa|auntie|uncle|brother|sister|brothers|sisters|twin|twins)$/;

/** True for a word with a capital of its own that is none of English, and no place or day. */
const isStrange = (around: Around, at: number): boolean => {
  const token = around.tokens[at];
  return (
    token?.shape === 'capital' &&
    token.low.length > 2 &&
    !isWord(token.low) &&
    !PLACES.has(token.low) &&
    !CALENDAR.has(token.low)
  );
};

/**
 * How far a name on no list reaches from a place, and why it is one: "by Kaveh in Year 4", "Well done,
 * Oluwaseyi (Y2)", "Annick Perrin's mum". Null where there is none.
 */
export function strangerAt(around: Around, at: number): { last: number; why: string } | null {
  if (!isStrange(around, at)) return null;
  const called = low(around, at - 1) === 'by' || praiseBefore(around, at) !== null;
  if (called && yearAfter(around, at) > 0) return { last: at, why: 'a year or class follows it' };
  const surname = around.tokens[at]?.possessive ? at : at + 1;
  const whole = surname === at || (isStrange(around, surname) && follows(around, surname));
  if (!whole || around.flat || !around.tokens[surname]?.possessive) return null;
  return follows(around, surname + 1) && FAMILY.test(low(around, surname + 1))
    ? { last: surname, why: 'their family follows it' }
    : null;
}
