/**
 * Offensive words that are starred out, spaced out, or written with signs for letters. The `obscenity`
 * package reads signs and stretched letters; stars and spaces, which it does not read, are read here.
 */
import {
  DataSet,
  englishDataset,
  englishRecommendedTransformers,
  parseRawPattern,
  RegExpMatcher,
} from 'obscenity';
import type { Reading } from './reading.ts';

type Range = { from: number; to: number };

/** Phrases of obscenity's dataset that are sure in plain letters; the others are innocent in too many words. */
const SURE = new Set(
  `bitch blowjob bollocks buttplug chingchong cunt deepthroat dildo fellatio fuck gangbang handjob jizz
  masturbate nigger penis porn shit slut twat vagina wank whore`.split(/\s+/),
);

const plainMatcher = new RegExpMatcher({
  ...new DataSet<{ originalWord: string }>()
    .addAll(englishDataset)
    .removePhrasesIf(({ metadata }) => !SURE.has(metadata?.originalWord ?? ''))
    .build(),
  ...englishRecommendedTransformers,
});

const LETTERS = /^[a-z'-]{3,40}$/;
/** No starred word is longer; guessing at a long run of stars would take for ever. */
const LONGEST_STARRED = 16;
const MOST_JUDGED = 10_000;
const CHUNK = /\S+/g;
/** Letters with a sign or a digit between or before them: sh1t, a$$, @rse. A star is read elsewhere. */
const SIGNED = /[a-z].*[0-9@$!|]|[@$!|0-9].*[a-z]/i;
const ORDINARY_DIGITS =
  /^\W*(?:\d+(?:st|nd|rd|th|am|pm|cm|mm|km|kg|ml|g|m|s|p|k|d)?|[a-z]{1,4}\d+(?:'?s)?|\d+[a-z]{0,2})\W*$/i;
const STARRED = /[A-Za-z@$0-9]+[*#%&]+[A-Za-z0-9*#%&]*/g;
const SPACED = /\b[A-Za-z0-9@$](?:(?: ?[.\-_*/~] ?| )[A-Za-z0-9@$!]){2,20}(?![A-Za-z0-9'])/g;
const WILD = /^[*#%&]$/;
const SIGNS: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'i',
};

const unsigned = (word: string): string =>
  Array.from(word.toLowerCase(), (letter) => SIGNS[letter] ?? letter).join('');

/** Whether a starred word can be `word`: a star is one letter, a run of them up to two more. */
function stars(starred: string, word: string): boolean {
  const step = (at: number, letter: number): boolean => {
    if (at === starred.length) return letter === word.length;
    if (!WILD.test(starred[at] ?? ''))
      return starred[at] === word[letter] && step(at + 1, letter + 1);
    let run = 1;
    while (WILD.test(starred[at + run] ?? '')) run += 1;
    const most = run > 1 ? run + 2 : 1;
    for (let takes = run; takes <= most && letter + takes <= word.length; takes += 1)
      if (step(at + run, letter + takes)) return true;
    return false;
  };
  return step(0, 0);
}

/** Where one of the words stands in a run of single letters: all of it, its start or its end. */
function heldIn(letters: string, words: readonly string[]): Range | null {
  for (const word of words) {
    if (letters === word) return { from: 0, to: word.length };
    if (word.length < 4) continue;
    if (letters.endsWith(word)) return { from: letters.length - word.length, to: letters.length };
    if (letters.startsWith(word)) return { from: 0, to: word.length };
  }
  return null;
}

/** Which of the chunks hold a match. One pass over all, for each pass tries every pattern: a pass a chunk is slow. */
function matchedIn(matcher: RegExpMatcher, chunks: readonly string[]): ReadonlySet<number> {
  const matched = new Set<number>();
  if (chunks.length === 0) return matched;
  let at = 0;
  const starts = chunks.map((chunk) => {
    const start = at;
    at += chunk.length + 1;
    return start;
  });
  let chunk = 0;
  for (const { startIndex } of matcher.getAllMatches(chunks.join('\n'), true)) {
    while ((starts[chunk + 1] ?? Number.POSITIVE_INFINITY) <= startIndex) chunk += 1;
    matched.add(chunk);
  }
  return matched;
}

/** Where words are disguised. `words` are the words looked for, `innocent` those never meant. */
export function disguisesIn(
  words: readonly string[],
  innocent: readonly string[],
): (reading: Reading) => Range[] {
  const long = words.filter((word) => word.length > 3);
  const known = new Set(words);
  const fine = new Set(innocent);
  const raw = new DataSet<{ originalWord: string }>().addAll(englishDataset);
  for (const word of long)
    raw.addPhrase((phrase) =>
      phrase.setMetadata({ originalWord: word }).addPattern(parseRawPattern(`|${word}`)),
    );
  const signedMatcher = new RegExpMatcher({ ...raw.build(), ...englishRecommendedTransformers });

  const judged = new Map<string, boolean>();
  const plainOnes = ({ words: typed }: Reading): Range[] => {
    if (judged.size >= MOST_JUDGED) judged.clear();
    // Most words have been judged before.
    const fresh = [...new Set(typed.map(({ word }) => word))].filter((word) => !judged.has(word));
    const matched = matchedIn(plainMatcher, fresh);
    for (const [index, word] of fresh.entries())
      judged.set(
        word,
        matched.has(index) && LETTERS.test(word) && !fine.has(word.replace(/'s$/, '')),
      );
    return typed.filter(({ word }) => judged.get(word)).map(({ from, to }) => ({ from, to }));
  };

  const signedOnes = ({ plain }: Reading): Range[] => {
    if (!/[0-9@$!|]/.test(plain)) return [];
    const signed = [...plain.matchAll(CHUNK)].flatMap((chunk) => {
      const inner = chunk[0].replace(/^["'(]+|[!|.,;:?)"']+$/g, '');
      if (!SIGNED.test(inner) || ORDINARY_DIGITS.test(inner)) return [];
      const sure = known.has(unsigned(inner));
      if (/^@\w|@\w+\.|:\/\/|^#|\/|£/.test(inner) && !sure) return [];
      const letters = inner.replace(/[^A-Za-z]/g, '').length;
      if (letters * 2 < inner.length && !sure) return [];
      const from = chunk.index + chunk[0].indexOf(inner);
      return [{ inner, sure, from, to: from + inner.length }];
    });
    const matched = matchedIn(
      signedMatcher,
      signed.map(({ inner }) => inner),
    );
    return signed
      .filter(({ sure }, index) => sure || matched.has(index))
      .map(({ from, to }) => ({ from, to }));
  };

  const starredOnes = ({ plain }: Reading): Range[] => {
    if (!/[*#%&]/.test(plain)) return [];
    return [...plain.matchAll(STARRED)]
      .filter((match) => {
        const starred = unsigned(match[0]);
        return (
          starred.length > 3 &&
          starred.length <= LONGEST_STARRED &&
          long.some((word) => stars(starred, word))
        );
      })
      .map((match) => ({ from: match.index, to: match.index + match[0].length }));
  };

  const spacedOnes = ({ plain }: Reading): Range[] =>
    [...plain.matchAll(SPACED)].flatMap((match) => {
      const letters = [...match[0].matchAll(/[A-Za-z0-9@$!]/g)];
      const held = heldIn(unsigned(letters.map(([letter]) => letter).join('')), words);
      const first = letters[held?.from ?? -1];
      const last = letters[(held?.to ?? 0) - 1];
      if (first === undefined || last === undefined) return [];
      return [{ from: match.index + first.index, to: match.index + last.index + 1 }];
    });

  return (reading) => [
    ...plainOnes(reading),
    ...signedOnes(reading),
    ...starredOnes(reading),
    ...spacedOnes(reading),
  ];
}
