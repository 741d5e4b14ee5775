/** Mistakes that need no grammar checker to be seen: common misspellings, and the slips of the data file. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Span } from '../rule.ts';
import { worthTrying } from './needed.ts';
import { REPAIRS, type RepairName } from './repairs.ts';

/** A mistake: where, what to say of it without its words, and what to put there where that is sure. */
export type Slip = { span: Span; says: string; put: string | null };

const Slips = z.strictObject({
  /** Shared by all the files. */
  lists: z.record(z.string(), z.string()),
  slips: z.array(
    z.strictObject({
      find: z.string(),
      says: z.string(),
      put: z.string().optional(),
      repair: z.enum(Object.keys(REPAIRS) as [RepairName, ...RepairName[]]).optional(),
      cased: z.boolean().optional(),
    }),
  ),
});
const Words = z.record(z.string(), z.string());
const Misspelt = z.strictObject({ misspelt: Words, apostrophe: Words });

const read = (name: string): unknown =>
  parse(readFileSync(new URL(`./${name}`, import.meta.url), 'utf8'));

/** Earlier files go first where two speak of the same words. */
const files = [
  'slips.yaml',
  'sound-alikes.yaml',
  'apostrophes.yaml',
  'verbs.yaml',
  'homophones.yaml',
  'pasts.yaml',
].map((name) => ({ name, ...Slips.parse(read(name)) }));
const lists: Record<string, string> = Object.assign({}, ...files.map((file) => file.lists));
const { misspelt, apostrophe } = Misspelt.parse(read('misspelt.yaml'));

/** Lists may name other lists. Throws for a name that no file has, and for lists that name each other in a ring. */
function spelled(source: string, where: string, depth = 0): string {
  if (depth > 5) throw new Error(`${where}: the lists name each other in a ring, near ${source}`);
  return source.replace(/(?<!\\p)\{([a-z]+)\}/g, (_, name: string) => {
    const list = lists[name];
    if (list === undefined) throw new Error(`${where}: there is no list "${name}" for ${source}`);
    return spelled(list, where, depth + 1);
  });
}

const PATTERNS = files.flatMap(({ name, slips }) =>
  slips.map(({ find, cased, ...slip }) => ({
    ...slip,
    shape: new RegExp(spelled(find, name), cased ? 'dgu' : 'dgiu'),
  })),
);
const mayMatch = worthTrying(PATTERNS.map(({ shape }) => shape));

const MISSPELT = new Map(Object.entries(misspelt));
const APOSTROPHE = new Map(Object.entries(apostrophe));
const WORD =
  /(?<![\p{L}\p{M}\p{N}_#@'’/.-])\p{L}+(?:['’]\p{L}+)?(?![\p{L}\p{M}\p{N}_@'’/]|[-.]\p{L})/gu;
/** "wont to", "as is his wont": the one of these that is also a rare word. */
const RIGHTLY = /^wont$/iu;

/** `put` with the capitals of what it replaces: a first capital stays one. */
export function cased(typed: string, put: string): string {
  const letters = typed.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return put.toUpperCase();
  const capital = /^\p{Lu}/u.test(typed);
  return capital ? put.charAt(0).toUpperCase() + put.slice(1) : put;
}

function wordSlips(text: string): Slip[] {
  return [...text.matchAll(WORD)].flatMap((match): Slip[] => {
    const [word] = match;
    const small = word.toLowerCase().replace('’', "'");
    const span: Span = [match.index, match.index + word.length];
    const right = MISSPELT.get(small);
    if (right !== undefined) {
      return [{ span, says: `This word is misspelt: it is “${right}”.`, put: cased(word, right) }];
    }
    const short = APOSTROPHE.get(small);
    if (short === undefined) return [];
    if (RIGHTLY.test(word) && /^ to\b/u.test(text.slice(span[1]))) return [];
    // Jony Ive, IM, and the like.
    const initial = /^(?:IM|IVE|Ive|Im)$/u.test(word);
    if (initial && (word === small.toUpperCase() || /\p{Lu}\p{L}+ $/u.test(text.slice(0, span[0]))))
      return [];
    return [{ span, says: `An apostrophe is missing: it is “${short}”.`, put: cased(word, short) }];
  });
}

function patternSlips(text: string): Slip[] {
  return mayMatch(text).flatMap((index): Slip[] => {
    const pattern = PATTERNS[index];
    if (pattern === undefined || text.search(pattern.shape) < 0) return [];
    const { shape, says, put, repair } = pattern;
    return [...text.matchAll(shape)].flatMap((match): Slip[] => {
      const span = match.indices?.groups?.wrong;
      if (span === undefined) return [];
      const wrong = text.slice(...span);
      const right = put ?? (repair ? REPAIRS[repair](wrong) : null);
      return [{ span, says, put: right === null ? null : cased(wrong, right) }];
    });
  });
}

/**
 * An opening word without its capital. Brands that begin small, and what runs on from before, keep it. One
 * class for all that may stand before it: “‼” is of two kinds, and two ways to read each take for ever.
 */
const OPENING =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: a variation selector is meant by itself
  /^[\s\p{P}\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\u200D]*?(?<word>(?<![#@…\p{L}\p{N}.-])[a-z][a-z'’]*)(?![\p{L}\p{N}@_/]|[.-][\p{L}\p{N}])/u;

/** Firms that write themselves small, first word or not. */
const SMALL_BRAND = /^(?:adidas|asos|easyjet|easyfundraising|giffgaff)$/u;

function capitalSlip(text: string): Slip[] {
  const word = OPENING.exec(text)?.groups?.word;
  if (word === undefined) return [];
  // "kkkk" is no word, and "aaargh" begins as it likes.
  if (/(.)\1\1/u.test(word) || SMALL_BRAND.test(word)) return [];
  const from = text.indexOf(word);
  // Nor does a line of a list take one.
  if (/[#@…]|\.\.|^\s*[-•*·]\s/u.test(text.slice(0, from))) return [];
  const put = word.charAt(0).toUpperCase() + word.slice(1);
  return [
    { span: [from, from + word.length], says: 'The first word takes a capital letter.', put },
  ];
}

/** Every such mistake in `text`, by place, none over another. Spans are in UTF-16 units. */
export function slipsIn(text: string): Slip[] {
  const all = [...wordSlips(text), ...patternSlips(text), ...capitalSlip(text)];
  const taken: Slip[] = [];
  for (const slip of all) {
    const free = taken.every(({ span }) => slip.span[1] <= span[0] || span[1] <= slip.span[0]);
    if (free) taken.push(slip);
  }
  return taken.sort((a, b) => a.span[0] - b.span[0]);
}
