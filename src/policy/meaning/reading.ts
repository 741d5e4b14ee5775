/** A text as a reader takes it: plain letters, words and sentences, and the way back to its own offsets. */
import { withoutUnseen } from '../letters/invisible.ts';
import { costumeOf, passesFor, phoneticFor } from '../letters/lookalikes.ts';
import type { Span } from '../rule.ts';
import { capped } from '../tweet-text.ts';

/** Half-open ranges here, `from` and `to`, are in UTF-16 units of `plain`, never of the draft's text. */
export type Word = {
  /** Small letters, with the apostrophes and hyphens inside it. */
  word: string;
  from: number;
  to: number;
  /** Starts with a capital. */
  capital: boolean;
  /** Opens its sentence, so that its capital says nothing. */
  opens: boolean;
  sentence: number;
};
export type Sentence = { from: number; to: number };
/** A word that some phrase begins with: the phrase's opening by its number. */
export type Opening = { opening: number; from: number; sentence: number };
export type Reading = {
  /** The text without what nobody sees, its lookalikes, accents and curly quotes made plain. */
  plain: string;
  /** `plain` in small letters, unit for unit. */
  lower: string;
  words: readonly Word[];
  /** Where phrases may begin, in the order of the text. */
  openings: readonly Opening[];
  sentences: readonly Sentence[];
  /** Where a stretch of `plain` stands in the draft's text. */
  spanOf: (from: number, to: number) => Span;
  /** And back: where a span of the draft's text stands in `plain`. */
  placeOf: (span: Span) => { from: number; to: number };
  /** The draft's text. */
  text: string;
};

const ORDINARY = /^[\n -~]*$/;
const WORD = /[A-Za-z0-9]+(?:['-][A-Za-z0-9]+)*/g;
/** Where a sentence ends: a stop before a space, a line's end, or an emoji. */
const SENTENCE_END = /(?:[.!?]+["')\]]*(?=\s|$)|\n+|\p{Extended_Pictographic}+)\s*/gu;
/** Short forms whose full stop ends no sentence. */
const SHORT = /\b(?:mr|mrs|ms|dr|st|rev|fr|vs|no|approx|e\.g|i\.e)\.$/i;

const SAME: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '´': "'",
  '＇': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '\t': ' ',
  '\r': '\n',
  '\u2028': '\n',
  '…': '.',
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
};

/** What one character reads as; empty for a character nobody sees. */
function readAs(character: string): string {
  if (character <= '~') return SAME[character] ?? character;
  const same = SAME[character];
  if (same !== undefined) return same;
  if (withoutUnseen(character) === '') return '';
  if (/^\s$/u.test(character)) return ' ';
  const latin = costumeOf(character) ?? passesFor(character) ?? phoneticFor(character);
  if (latin !== null) return latin;
  const base = character.normalize('NFKD');
  if (base !== character && /^[A-Za-z0-9]\p{M}*$/u.test(base)) return base.charAt(0);
  if (/^\p{M}$/u.test(character)) return '';
  return character;
}

type Plain = { plain: string; at: number[] | null };

/** `at[i]` is where unit i of `plain` starts in the text, with one more for its end; null where they agree. */
function plainly(text: string): Plain {
  if (ORDINARY.test(text) && !text.includes('  ')) return { plain: text, at: null };
  let plain = '';
  const at: number[] = [];
  let offset = 0;
  for (const character of text) {
    const reads = readAs(character);
    const doubled = reads === ' ' && plain.endsWith(' ');
    if (!doubled) {
      plain += reads;
      for (let unit = 0; unit < reads.length; unit += 1) at.push(offset + unit);
    }
    offset += character.length;
  }
  at.push(offset);
  return { plain, at };
}

function sentencesOf(plain: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (const match of plain.matchAll(SENTENCE_END)) {
    const to = match.index + match[0].length;
    if (
      match[0].startsWith('.') &&
      SHORT.test(plain.slice(Math.max(0, match.index - 8), match.index + 1))
    )
      continue;
    if (match.index > from) sentences.push({ from, to });
    else if (sentences.length > 0)
      sentences[sentences.length - 1] = { from: sentences.at(-1)?.from ?? 0, to };
    from = to;
  }
  if (from < plain.length) sentences.push({ from, to: plain.length });
  return sentences;
}

const KEY = 3;
/** What the phrases of all rules begin with, numbered, so that a text's words are looked up once for all of them. */
const OPENINGS = new Map<string, number>();

const startOf = (word: string): string => `${word.slice(0, KEY)}*`;

/** The number of what a phrase begins with: a whole word, or the first letters of one. */
export function openingOf(begins: string, whole: boolean): number {
  const key = whole ? begins : startOf(begins);
  const known = OPENINGS.get(key) ?? OPENINGS.size;
  OPENINGS.set(key, known);
  return known;
}

function openingsIn(words: readonly Word[]): Opening[] {
  const found: Opening[] = [];
  for (const { word, from, sentence } of words) {
    const head = /^[a-z0-9]+/.exec(word)?.[0] ?? '';
    for (const key of [head, startOf(head)]) {
      const opening = OPENINGS.get(key);
      if (opening !== undefined) found.push({ opening, from, sentence });
    }
  }
  return found;
}

function wordsOf(plain: string, lower: string, sentences: readonly Sentence[]): Word[] {
  const words: Word[] = [];
  let sentence = 0;
  let before = -1;
  for (const match of plain.matchAll(WORD)) {
    const from = match.index;
    const to = from + match[0].length;
    while (sentence < sentences.length - 1 && from >= (sentences[sentence]?.to ?? 0)) sentence += 1;
    const word = lower.slice(from, to);
    words.push({
      word,
      from,
      to,
      capital: /^[A-Z]/.test(match[0]),
      opens: sentence !== before,
      sentence,
    });
    before = sentence;
  }
  return words;
}

/** Small letters, unit for unit: the few letters whose small form is longer stay as they are. */
function lowered(plain: string): string {
  const lower = plain.toLowerCase();
  if (lower.length === plain.length) return lower;
  return Array.from(plain, (character) => {
    const small = character.toLowerCase();
    return small.length === character.length ? small : character;
  }).join('');
}

/** The first unit that starts at or after an offset, by halving. */
function firstFrom(at: readonly number[], offset: number): number {
  let [low, high] = [0, at.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function read(text: string): Reading {
  const { plain, at } = plainly(capped(text));
  const lower = lowered(plain);
  const sentences = sentencesOf(plain);
  const spanOf = (from: number, to: number): Span => {
    if (at === null) return [from, to];
    const last = at[to - 1] ?? at[from] ?? 0;
    // To the end of the last character, and not over the unseen ones after it.
    const end = last + Math.max(1, String.fromCodePoint(text.codePointAt(last) ?? 32).length);
    return [at[from] ?? 0, Math.max(end, (at[from] ?? 0) + 1)];
  };
  const unitOf = (offset: number): number => (at === null ? offset : firstFrom(at, offset));
  const placeOf = ([from, to]: Span) => ({ from: unitOf(from), to: unitOf(to) });
  const words = wordsOf(plain, lower, sentences);
  return { plain, lower, words, openings: openingsIn(words), sentences, spanOf, placeOf, text };
}

let latest: { text: string; reading: Reading; openings: number } | null = null;

/**
 * The reading of a text. The last one is kept, for several rules read the same draft one after another. It
 * knows the openings of phrases whose finders were made before it.
 */
export function readingOf(text: string): Reading {
  if (latest?.text !== text || latest.openings !== OPENINGS.size)
    latest = { text, reading: read(text), openings: OPENINGS.size };
  return latest.reading;
}

/** Words said by others: stretches in quotation marks, an apostrophe inside a word being none. */
const QUOTED = /"[^"\n]{3,200}"|(?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w)){3,200}'(?!\w)/g;

/** The stretches in quotation marks. */
export function quotesIn({ plain }: Reading): { from: number; to: number }[] {
  if (!/["']/.test(plain)) return [];
  return [...plain.matchAll(QUOTED)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** One sentence in small letters; empty where there is none of that number. */
export function sentenceText({ lower, sentences }: Reading, sentence: number): string {
  const place = sentences[sentence];
  return place === undefined ? '' : lower.slice(place.from, place.to);
}
