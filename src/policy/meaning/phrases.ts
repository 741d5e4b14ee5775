/** Finding many phrases in a reading without trying each of them at each word. */
import { type Lists, shapeOf } from './phrase-shape.ts';
import { openingOf, type Reading } from './reading.ts';

/** Where a phrase was found, in UTF-16 units of `plain`, and which of the phrases it was. */
export type Found = { from: number; to: number; phrase: string; sentence: number };
export type Finder = (reading: Reading) => Found[];
type Range = { from: number; to: number };

/**
 * Makes a finder of phrases written as phrase-shape.ts says. Its work grows with the words of the text,
 * not with the number of phrases. Throws for a phrase that is written wrong.
 */
export function phraseFinder(phrases: readonly string[], lists: Lists = {}): Finder {
  const byOpening = new Map<string, { phrase: string; shape: RegExp }[]>();
  for (const phrase of phrases) {
    const { shape, begins } = shapeOf(phrase, lists);
    for (const opening of new Set(begins.map(openingOf)))
      byOpening.set(opening, [...(byOpening.get(opening) ?? []), { phrase, shape }]);
  }
  return (reading) => {
    const found: Found[] = [];
    for (const { opening, from, sentence } of reading.words) {
      for (const { phrase, shape } of byOpening.get(opening) ?? []) {
        shape.lastIndex = from;
        if (shape.test(reading.lower)) found.push({ from, to: shape.lastIndex, phrase, sentence });
      }
    }
    return found;
  };
}

/** Those that overlap none of the others. */
export const outside = <One extends Range>(
  found: readonly One[],
  others: readonly Range[],
): One[] =>
  found.filter(({ from, to }) => !others.some((other) => from < other.to && other.from < to));

/** Those that overlap nothing longer, in the order of the text. */
export function longest<One extends Range>(found: readonly One[]): One[] {
  const kept: One[] = [];
  for (const one of [...found].sort((a, b) => b.to - b.from - (a.to - a.from)))
    if (outside([one], kept).length > 0) kept.push(one);
  return kept.sort((a, b) => a.from - b.from);
}
