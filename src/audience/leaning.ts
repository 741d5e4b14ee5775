/**
 * How a mention leans by what is learnt of labelled ones: never enough to call it inappropriate, enough to have it
 * looked at before others. The weights beside this file are made by test/judge/learn-mentions.ts, not by hand.
 */
import { readFileSync } from 'node:fs';
import { AT_FIRST, readWeights } from '../policy/meaning/learnt.ts';
import type { Reading } from '../policy/meaning/reading.ts';
import { wordFile } from '../policy/meaning/word-file.ts';

const FAMILIES = [
  'violence',
  'harsh',
  'foul',
  'beasts',
  'sex',
  'hate',
  'deceit',
  'power',
  'crowd',
  'copies',
  'sales',
  'danger',
  'young',
  'kin',
  'ours',
  'praise',
  'courtesy',
  'everyday',
  'grievance',
] as const;

const file = wordFile(new URL('mention-families.yaml', import.meta.url).href, FAMILIES);
const familiesOf = new Map<string, string[]>();
for (const family of FAMILIES)
  for (const word of file[family].flatMap((line) => line.split(' ')))
    familiesOf.set(word, [...(familiesOf.get(word) ?? []), `<${family}>`]);

const TOKEN = /[a-z0-9]+(?:'[a-z]+)?|[!?]+|[£$€]|\p{Extended_Pictographic}/gu;
/** A hashtag, a handle or a link: nothing is learnt of anybody's. */
const TAG = /[#@][\p{L}\p{M}\p{N}_]+|\bhttps?:\S+/gu;
const ENDING = /(?<=[a-z]{3})(?:ing|ed|er|ers|es|s|ly)$/;
const TITLE = /^(?:mr|mrs|miss|ms|dr)$/;
const SHOUTED = /\b[A-Z]{4,}\b.*\b[A-Z]{4,}\b/;
const MOST_TOKENS = 120;
const PIECE = 4;

/** A word's families, by itself or without its ending, where it has any. */
function kindsOf(word: string): readonly string[] {
  return familiesOf.get(word) ?? familiesOf.get(word.replace(ENDING, '')) ?? [];
}

/** Runs of letters in a word, its ends marked: "^scu", "cum$". Misspelt words share most of them. */
function piecesOf(word: string): string[] {
  const marked = `^${word.slice(0, 24)}$`;
  return Array.from({ length: Math.max(0, marked.length - PIECE + 1) }, (_, at) =>
    marked.slice(at, at + PIECE),
  );
}

/** What the judgement sees of a mention; each trait once. `groups` are those of mention-words.ts that it holds. */
export function leaningTraits(
  { lower, plain }: Reading,
  groups: Iterable<string>,
  answers: boolean,
): string[] {
  const traits = new Set<string>();
  for (const group of groups) traits.add(`[${group}]`);
  if (SHOUTED.test(plain)) traits.add('[shouted]');
  traits.add(answers ? '[answer]' : '[apart]');
  let before: readonly string[] = ['<start>'];
  let titled = false;
  for (const token of (lower.replace(TAG, ' ').match(TOKEN) ?? []).slice(0, MOST_TOKENS)) {
    const named = titled && /^[a-z]/.test(token);
    titled = TITLE.test(token);
    if (named) {
      before = ['<named>'];
      continue;
    }
    const kinds = kindsOf(token);
    const shown = kinds.length > 0 ? kinds : [token.replace(ENDING, '*')];
    traits.add(token);
    for (const kind of shown) {
      traits.add(kind);
      for (const last of before) traits.add(`${last} ${kind}`);
    }
    if (/^[a-z]/.test(token)) for (const piece of piecesOf(token)) traits.add(piece);
    before = shown;
  }
  const families = [...traits].filter((trait) => /^<(?!start)\w+>$/.test(trait)).toSorted();
  for (const one of families)
    for (const other of families) if (one < other) traits.add(`${one} & ${other}`);
  return [...traits];
}

/** What is learnt of: `bad` is inappropriate, or speaks of danger; the others as their names say. */
export const LEANINGS = ['bad', 'danger', 'asks', 'kind'] as const;
export type Leaning = (typeof LEANINGS)[number];

export type Leanings = Readonly<Record<Leaning, number>>;

/** What each trait weighs for each leaning, in their order: one look at a trait serves them all. */
const weights = new Map<string, number[]>();
for (const [place, leaning] of LEANINGS.entries())
  for (const [trait, weight] of readWeights(
    readFileSync(new URL(`learnt-${leaning}.txt`, import.meta.url), 'utf8'),
  )) {
    const all = weights.get(trait) ?? LEANINGS.map(() => 0);
    all[place] = weight;
    weights.set(trait, all);
  }

/** From 0 to 1: how likely each is of a mention with these traits, by what was learnt. */
export function leaningsOf(traits: readonly string[]): Leanings {
  const sums = LEANINGS.map(() => 0);
  const met = LEANINGS.map(() => 0);
  for (const trait of traits)
    for (const [place, weight] of weights.get(trait)?.entries() ?? []) {
      if (weight === 0) continue;
      sums[place] = (sums[place] ?? 0) + weight;
      met[place] = (met[place] ?? 0) + 1;
    }
  const likely = (place: number) =>
    likelihood(weights.get(AT_FIRST)?.[place] ?? 0, sums[place] ?? 0, met[place] ?? 0);
  return { bad: likely(0), danger: likely(1), asks: likely(2), kind: likely(3) };
}

/** Many weak traits say less than a few strong ones. */
const likelihood = (atFirst: number, sum: number, met: number): number =>
  1 / (1 + Math.exp(-atFirst - sum / Math.sqrt(Math.max(1, met))));
