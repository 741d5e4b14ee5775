/**
 * How a mention leans by what is learnt of labelled ones: never enough to call it inappropriate, enough to have it
 * looked at before others. The weights beside this file are made by test/judge/learn-mentions.ts, not by hand.
 */
import { readFileSync } from 'node:fs';
import { readWeights, type Weights, weightOf } from '../policy/meaning/learnt.ts';
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
  for (const token of (lower.replace(TAG, ' ').match(TOKEN) ?? []).slice(0, MOST_TOKENS)) {
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

const weightsOf = (leaning: Leaning): Weights =>
  readWeights(readFileSync(new URL(`learnt-${leaning}.txt`, import.meta.url), 'utf8'));
const weights: Readonly<Record<Leaning, Weights>> = {
  bad: weightsOf('bad'),
  danger: weightsOf('danger'),
  asks: weightsOf('asks'),
  kind: weightsOf('kind'),
};

/** From 0 to 1: how likely each is of a mention with these traits, by what was learnt. */
export function leaningsOf(traits: readonly string[]): Leanings {
  const likely = (leaning: Leaning) => 1 / (1 + Math.exp(-weightOf(traits, weights[leaning])));
  return {
    bad: likely('bad'),
    danger: likely('danger'),
    asks: likely('asks'),
    kind: likely('kind'),
  };
}
