/** Whole names: first name and surname, the other way round, or an initial and the surname. */
import type { Known } from '../../school/roll.ts';
import { hasCapital, isRaised, low, yearAfter } from './around.ts';
import { isWord } from './english.ts';
import { GROUPS, TITLES } from './lexicon.ts';
import { isTitled } from './others.ts';
import { isFirst, isLast, keyAt, type Seeker } from './seek.ts';

/** Two everyday words that are a full name too: only both with capitals, and not inside another phrase. */
export function isFullName(seeker: Seeker, at: number, count: number): boolean {
  const words = seeker.around.tokens.slice(at, at + count);
  if (
    words.some(
      ({ low: word, possessive }, index) =>
        !isWord(word) || (possessive && index === count - 1 && words.every(isRaised)),
    )
  ) {
    // A comma makes a list of words, unless it is "Begum, Aisha" the other way round.
    return (
      !words.slice(1).some(({ gap }) => gap.includes(',')) ||
      words.every(({ low: word }) => !isWord(word))
    );
  }
  if (!words.every(hasCapital) || words.slice(1).some(({ gap }) => !/^[ -]+$/.test(gap)))
    return false;
  const before = low(seeker.around, at - 1);
  if (/^(?:a|an|the|our|this|that|these|each|every|that|big|old|wild|new)$/.test(before))
    return false;
  const next = seeker.around.tokens[at + count];
  if (
    next !== undefined &&
    /^[ -]$/.test(next.gap) &&
    GROUPS.has(next.low) &&
    yearAfter(seeker.around, at + count - 1) === 0
  )
    return false;
  const title = TITLES.has(words.at(-1)?.low ?? '');
  return !(title && next !== undefined && next.gap === ' ' && isRaised(next));
}

/** How many words are an initial and its surname: J. Achebe, A. Ní Bhriain, M. Al-Hassan; 0 where none are. */
export function initialledFrom(seeker: Seeker, at: number): number {
  const { tokens } = seeker.around;
  const [first, last] = [tokens[at], tokens[at + 1]];
  if (first?.word.length !== 1 || last === undefined || !/^\p{Lu}$/u.test(first.word)) return 0;
  if (!/^\.?\s?$/.test(last.gap)) return 0;
  let joined = keyAt(seeker, at);
  let found = 0;
  for (let next = at + 1; next < at + 4; next += 1) {
    const word = tokens[next];
    if (word === undefined || (next > at + 1 && !/^[ \p{Pd}']$/u.test(word.gap))) break;
    joined += keyAt(seeker, next);
    if (word.shape === 'small' || !isLast(seeker, next)) continue;
    const plainly = !isWord(word.low) || /^\./.test(last.gap) || next > at + 1;
    if (plainly && seeker.look(joined)?.kinds.has('initial')) found = next - at + 1;
  }
  return found;
}

/** "Begum, Aisha" and "Begum Aisha": the surname first. */
export function turnedFrom(seeker: Seeker, at: number): Known | null {
  const [last, first] = [seeker.around.tokens[at], seeker.around.tokens[at + 1]];
  if (last === undefined || first === undefined || !isLast(seeker, at)) return null;
  if (!isFirst(seeker, at + 1) || isFirst(seeker, at) || !/^,? $/.test(first.gap)) return null;
  if (!isRaised(last) || !isRaised(first) || last.possessive) return null;
  if (isWord(last.low) && isWord(first.low)) return null;
  const known = seeker.look(keyAt(seeker, at + 1) + keyAt(seeker, at));
  return known?.kinds.has('full') && !isTitled(seeker.around, at) ? known : null;
}
