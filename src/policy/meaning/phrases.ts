/** Finding many phrases in a reading without trying each of them at each word. */
import { type Lists, shapesOf } from './phrase-shape.ts';
import { type Reading, startOf } from './reading.ts';

/** Where a phrase was found, in UTF-16 units of `plain`, and which of the phrases it was. */
export type Found = { from: number; to: number; phrase: string; sentence: number };
export type Finder = (reading: Reading) => Found[];
type Range = { from: number; to: number };

type Filed = { phrase: string; shape: RegExp };
const NONE: readonly Filed[] = [];

/**
 * Makes a finder of phrases written as phrase-shape.ts says. Its work grows with the words of the text,
 * not with the number of phrases. Throws for a phrase that is written wrong.
 */
export function phraseFinder(phrases: readonly string[], lists: Lists = {}): Finder {
  const byOpening = new Map<string, Map<string, string[]>>();
  for (const phrase of phrases) {
    for (const { begins, whole, source } of shapesOf(phrase, lists)) {
      const key = whole ? begins : startOf(begins);
      const filed = byOpening.get(key) ?? new Map<string, string[]>();
      byOpening.set(key, filed.set(phrase, [...(filed.get(phrase) ?? []), source]));
    }
  }
  // Most openings are never met: their expressions are made when a text first begins a word so.
  const made = new Map<string, readonly Filed[]>();
  const shapesAt = (key: string): readonly Filed[] => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const filed = byOpening.get(key);
    if (filed === undefined) return NONE;
    const shapes = [...filed].map(([phrase, sources]) => ({
      phrase,
      shape: new RegExp(`(?:${sources.join('|')})(?![a-z0-9])`, 'y'),
    }));
    made.set(key, shapes);
    return shapes;
  };
  return (reading) => {
    const found: Found[] = [];
    for (const { keys, from, sentence } of reading.words) {
      for (const key of keys) {
        for (const { phrase, shape } of shapesAt(key)) {
          shape.lastIndex = from;
          if (shape.test(reading.lower))
            found.push({ from, to: shape.lastIndex, phrase, sentence });
        }
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
