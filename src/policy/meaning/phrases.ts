/** Finding many phrases in a reading without trying each of them at each word. */
import { type Lists, shapesOf } from './phrase-shape.ts';
import { openingOf, type Reading } from './reading.ts';

/** Where a phrase was found, in UTF-16 units of `plain`, and which of the phrases it was. */
export type Found = { from: number; to: number; phrase: string; sentence: number };
export type Finder = (reading: Reading) => Found[];
type Range = { from: number; to: number };

type Filed = { phrase: string; shape: RegExp };
/** The phrases of one opening; `any` matches where one of them does. */
type Shelf = { any: RegExp; filed: readonly Filed[] | null; sources: Map<string, string[]> };

const shapeOf = (sources: Iterable<string>): RegExp =>
  new RegExp(`(?:${[...sources].join('|')})(?![a-z0-9])`, 'y');

const filedOf = ({ sources }: Shelf): Filed[] =>
  [...sources].map(([phrase, each]) => ({ phrase, shape: shapeOf(each) }));

/**
 * Makes a finder of phrases written as phrase-shape.ts says. Its work grows with the words of the text,
 * not with the number of phrases. Throws for a phrase that is written wrong.
 */
export function phraseFinder(phrases: readonly string[], lists: Lists = {}): Finder {
  const byOpening = new Map<number, Map<string, string[]>>();
  for (const phrase of phrases) {
    for (const { begins, whole, source } of shapesOf(phrase, lists)) {
      const opening = openingOf(begins, whole);
      const filed = byOpening.get(opening) ?? new Map<string, string[]>();
      byOpening.set(opening, filed.set(phrase, [...(filed.get(phrase) ?? []), source]));
    }
  }
  // Most openings are never met: their expressions are made when a text first begins a word so.
  const shelves = new Map<number, Shelf>();
  const shelfOf = (opening: number, sources: Map<string, string[]>): Shelf => {
    const known = shelves.get(opening);
    if (known !== undefined) return known;
    const made = { any: shapeOf([...sources.values()].flat()), filed: null, sources };
    shelves.set(opening, made);
    return made;
  };
  return (reading) => {
    const found: Found[] = [];
    for (const { opening, from, sentence } of reading.openings) {
      const sources = byOpening.get(opening);
      if (sources === undefined) continue;
      const shelf = shelfOf(opening, sources);
      shelf.any.lastIndex = from;
      if (!shelf.any.test(reading.lower)) continue;
      shelf.filed ??= filedOf(shelf);
      for (const { phrase, shape } of shelf.filed) {
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
