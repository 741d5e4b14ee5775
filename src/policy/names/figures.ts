/** Figures, places and phrases that hold a name and are nobody's pupil: figures.txt, and a school's own. */
import { readFileSync } from 'node:fs';
import { isWord } from './english.ts';
import { isCommonGiven, isGiven } from './given-names.ts';
import { plainOf } from './plain.ts';
import type { Token } from './tokens.ts';

/** A phrase by its first word; longest first. `names` are whom the phrase brings with it. */
type Phrase = {
  words: readonly string[];
  names: readonly string[];
  work: 'title' | 'scene' | 'cast' | null;
  person?: true;
};
type Index = ReadonlyMap<string, readonly Phrase[]>;

export type Figured = {
  /** True for each token that stands inside a figure, place or phrase of two words or more. */
  inside: readonly boolean[];
  /** True for each token that is one by itself. */
  alone: readonly boolean[];
  /** First names that the figures and titles of this text account for. */
  brought: ReadonlySet<string>;
  /** Names that the people of an age bore, whom children play: nobody off the roll, but a pupil of the roll still. */
  cast: ReadonlySet<string>;
};

const WORD = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu;

function wordsOf(phrase: string): string[] {
  return (plainOf(phrase).text.toLowerCase().match(WORD) ?? []).map((word) =>
    word.replace(/'s$/u, '').replaceAll("'", ''),
  );
}

const phraseOf = (words: string[], names: string[], work: Phrase['work']): Phrase[] =>
  words.length === 0 ? [] : [{ words, names, work }];

const WORK_OF: Readonly<Record<string, 'title' | 'scene' | 'cast'>> = {
  '[works]': 'title',
  '[scenes]': 'scene',
  '[casts]': 'cast',
};

function phrasesOf(text: string): Phrase[] {
  let section = '';
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('#') || line === '') return [];
    if (line.startsWith('[')) {
      section = line;
      return [];
    }
    const work = WORK_OF[section];
    if (work !== undefined) {
      const [title = '', names = ''] = line.split(': ');
      return phraseOf(wordsOf(title), names.split(', ').flatMap(wordsOf), work);
    }
    const first = section === '[phrases]' || section === '[places]' || section === '[brands]';
    return line.split(',').flatMap((name) => {
      const words = wordsOf(name);
      if (first) return phraseOf(words, [], null);
      return phraseOf(words, words.slice(0, words.length < 2 ? 0 : 1), null).map(
        (phrase): Phrase => ({ ...phrase, person: true }),
      );
    });
  });
}

function indexOf(phrases: readonly Phrase[]): Index {
  const index = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const [first = ''] = phrase.words;
    const same = index.get(first);
    if (same === undefined) index.set(first, [phrase]);
    else same.push(phrase);
  }
  for (const same of index.values()) same.sort((a, b) => b.words.length - a.words.length);
  return index;
}

const PHRASES = phrasesOf(readFileSync(new URL('figures.txt', import.meta.url), 'utf8'));
const OURS = indexOf(PHRASES);
/** "Rachel and Leah" are two first names, and Helen of Troy has no surname. */
const JOINING = /^(?:and|of|the)$/;

/** A first name and a surname; not Dirty Bertie. */
function hasSurname(words: readonly string[]): boolean {
  const [first = ''] = words;
  if (words.length < 2 || words.some((word) => JOINING.test(word))) return false;
  return !isWord(first) || isGiven(first);
}

/** A person's surname stands for them, as Monet does, where few children have it for a first name. */
const SURNAMES = new Set(
  PHRASES.filter(({ words, person }) => person && hasSurname(words))
    .map(({ words }) => words.at(-1) ?? '')
    .filter((surname) => !isCommonGiven(surname)),
);
const JOINED = new Set(
  PHRASES.filter(({ words, work }) => words.length > 1 && work === null).map(({ words }) =>
    words.join(''),
  ),
);

const LONGEST_JOINED = Math.max(...[...JOINED].map(({ length }) => length));

/** True where the words of a tag begin with a figure's name: @MichaelRosenYes. Reads no further than one is long. */
export function isFigureTag(words: Iterable<string>): boolean {
  let joined = '';
  for (const word of words) {
    joined += word;
    if (joined.length > LONGEST_JOINED) return false;
    if (JOINED.has(joined)) return true;
  }
  return false;
}

const schools = new WeakMap<readonly string[], Index>();

function schoolIndex(figures: readonly string[]): Index {
  const known = schools.get(figures);
  if (known !== undefined) return known;
  const made = indexOf(
    figures.flatMap((figure) => {
      const words = wordsOf(figure);
      return phraseOf(words, words.length > 1 ? words.slice(0, 1) : [], null);
    }),
  );
  schools.set(figures, made);
  return made;
}

function matches(phrase: Phrase, tokens: readonly Token[], at: number): boolean {
  const { words } = phrase;
  for (let step = 1; step < words.length; step += 1) {
    const token = tokens[at + step];
    if (token === undefined || token.low !== words[step] || /[.!?\n,;:]/u.test(token.gap)) {
      // "Matthew, Mark, Luke and John": a comma may stand where the phrase has several names.
      if (token === undefined || token.low !== words[step] || !/^,\s$/u.test(token.gap))
        return false;
    }
  }
  return true;
}

const NONE: readonly string[] = [];
const latest = new WeakMap<readonly Token[], { figures: readonly string[]; found: Figured }>();

/** Where a text speaks of figures, and whom they bring; `figures` are the school's own. */
export function figuresIn(tokens: readonly Token[], figures: readonly string[] = NONE): Figured {
  const known = latest.get(tokens);
  if (known?.figures === figures) return known.found;
  const found = figuresAmong(tokens, figures);
  latest.set(tokens, { figures, found });
  return found;
}

function figuresAmong(tokens: readonly Token[], figures: readonly string[]): Figured {
  const inside = new Array<boolean>(tokens.length).fill(false);
  const alone = new Array<boolean>(tokens.length).fill(false);
  const brought = new Set<string>();
  const cast = new Set<string>();
  const indexes = figures.length === 0 ? [OURS] : [OURS, schoolIndex(figures)];
  for (const [at, token] of tokens.entries()) {
    if (SURNAMES.has(token.low)) alone[at] = true;
    for (const index of indexes) {
      for (const phrase of index.get(token.low) ?? []) {
        if (!matches(phrase, tokens, at)) continue;
        if (phrase.work === 'title' && token.shape === 'small') continue;
        const only = phrase.words.length === 1;
        if (only && phrase.work === null) alone[at] = true;
        for (let step = 0; step < phrase.words.length && !only; step += 1) inside[at + step] = true;
        const names = phrase.work === 'cast' ? cast : brought;
        for (const name of phrase.names) if (!only || name !== token.low) names.add(name);
      }
    }
  }
  return { inside, alone, brought, cast };
}
