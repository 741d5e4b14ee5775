/**
 * `npm run learn`: learns what the traits of a draft weigh for the two rules that are about meaning, from the
 * drafts of this folder that rules may be tuned with and from the voices among the tables, and writes the
 * weights beside those rules. The same drafts give the same weights. Further files of drafts may be named.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadPolicy } from '../../src/policy/load.ts';
import { AT_FIRST, type Weights } from '../../src/policy/meaning/learnt.ts';
import { readingOf } from '../../src/policy/meaning/reading.ts';
import { traitsOf } from '../../src/policy/meaning/traits.ts';
import { isWord } from '../../src/policy/names/english.ts';
import { isGiven } from '../../src/policy/names/given-names.ts';
import type { Facts } from '../../src/policy/rule.ts';
import { contextWith, type Labelled, labelled } from '../rules/labelled.ts';
import { schoolFacts } from '../rules/names-school.ts';

export type Lesson = { traits: string[]; meant: boolean };

/** A trait met once teaches nothing. */
const MET = 2;
const ROUNDS = 60;
const STEP = 0.3;
/** How much of a weight is lost at each step, so that none grows on the word of a few drafts. */
const FORGOTTEN = 0.015;
/** Drafts that are meant are few, and each counts for three. */
const COUNTS = 3;

const here = (name: string): URL => new URL(name, import.meta.url);
const traitsIn = (text: string, facts: Facts): string[] =>
  traitsOf(readingOf(text), facts).map(({ trait }) => trait);

/** A name that was not told from a word, in small letters or off the roll: nothing is learnt of it. */
const namesSomebody = (trait: string): boolean =>
  trait.split(' ').some((word) => isGiven(word) && !isWord(word));

/** Logistic regression by small steps, lesson after lesson in an order that is always the same. */
export function learnt(lessons: readonly Lesson[]): Weights {
  const met = new Map<string, number>();
  for (const { traits } of lessons)
    for (const trait of traits) met.set(trait, (met.get(trait) ?? 0) + 1);
  const known = lessons.map(({ traits, meant }) => ({
    traits: traits.filter((trait) => (met.get(trait) ?? 0) >= MET && !namesSomebody(trait)),
    meant,
  }));
  const weights = new Map<string, number>();
  let atFirst = -1;
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = STEP / (1 + round / 10);
    for (let turn = 0; turn < known.length; turn += 1) {
      const lesson = known[(turn * 7919 + round * 31) % known.length];
      if (lesson === undefined) continue;
      const { traits, meant } = lesson;
      const share = Math.sqrt(Math.max(1, traits.length));
      const all = traits.reduce((sum, trait) => sum + (weights.get(trait) ?? 0), 0);
      const likely = 1 / (1 + Math.exp(-atFirst - all / share));
      const wrong = meant ? COUNTS * (1 - likely) : -likely;
      atFirst += step * 0.1 * wrong;
      for (const trait of traits)
        weights.set(
          trait,
          (weights.get(trait) ?? 0) * (1 - step * FORGOTTEN) + (step * wrong) / share,
        );
    }
  }
  return weights.set(AT_FIRST, atFirst);
}

/** A file of weights as learnt.ts reads it, heaviest first; tenths are exact enough. */
export function written(weights: Weights): string {
  const lines = new Map<string, string[]>();
  for (const [trait, weight] of [...weights].sort(([, a], [, b]) => b - a)) {
    const tenths = trait === AT_FIRST ? weight.toFixed(3) : weight.toFixed(1);
    if (Number(tenths) !== 0) lines.set(tenths, [...(lines.get(tenths) ?? []), trait]);
  }
  return `${[...lines].map(([weight, traits]) => `${weight}\t${traits.join('|')}`).join('\n')}\n`;
}

type Elsewhere = Record<'targeted' | 'negative-tone', { meant: string[]; unclear: string[] }>;
/** Drafts of policies in which the rule is off: those that it means all the same, and those nobody can say of. */
const elsewhere = JSON.parse(readFileSync(here('elsewhere.json'), 'utf8')) as Elsewhere;
/** Where the rule is off, a draft labelled with one of these may well be meant, and is left out. */
const NEAR: Record<keyof Elsewhere, readonly string[]> = {
  targeted: ['personal-data', 'photo-name'],
  'negative-tone': ['offensive'],
};

/** Whether a draft is meant by a rule; null where its labels do not say. */
function isMeant({ id, policy, expect }: Labelled, rule: keyof Elsewhere): boolean | null {
  const { meant, unclear } = elsewhere[rule];
  if (expect.fires.includes(rule) || meant.includes(id)) return true;
  const loaded = loadPolicy(policy);
  const setting = loaded.ok ? loaded.policy.rules[rule] : undefined;
  if (setting !== undefined && setting.severity !== 'off') return false;
  return unclear.includes(id) || expect.fires.some((other) => NEAR[rule].includes(other))
    ? null
    : false;
}

/** What the drafts of a file teach about a rule. */
export function lessonsOf(file: URL, rule: keyof Elsewhere): Lesson[] {
  const { roll } = contextWith(here('roll.csv'));
  return labelled(file).flatMap(({ draft }) => {
    const meant = isMeant(draft, rule);
    const traits = traitsIn(draft.text, { ...schoolFacts, roll });
    return meant === null ? [] : [{ traits, meant }];
  });
}

const voicesOf = (file: URL): Lesson[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => ({
      traits: traitsIn(line.slice(2), schoolFacts),
      meant: !line.startsWith('-'),
    }));

function main(more: readonly string[]): void {
  const files = [here('drafts.jsonl'), ...more.map((path) => pathToFileURL(resolve(path)))];
  for (const rule of ['targeted', 'negative-tone'] as const) {
    const lessons = [
      ...files.flatMap((file) => lessonsOf(file, rule)),
      ...voicesOf(here(`../rules/${rule}-voices.txt`)),
    ];
    const weights = learnt(lessons);
    writeFileSync(here(`../../src/policy/meaning/learnt-${rule}.txt`), written(weights));
    console.log(`${rule}: ${weights.size} traits learnt from ${lessons.length} drafts`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2));
  const { learnMentions } = await import('./learn-mentions.ts');
  learnMentions();
}
