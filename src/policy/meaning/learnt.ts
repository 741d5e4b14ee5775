/**
 * A judgement learnt from labelled drafts: what every trait of a draft weighs for a rule and against it.
 * The weights beside this file are made by test/judge/learn.ts, and nobody writes them by hand.
 */
import { readFileSync } from 'node:fs';
import type { Facts } from '../rule.ts';
import type { Reading } from './reading.ts';
import { NONE, traitsOf } from './traits.ts';

/** `leans` is the logarithm of the odds that the rule is meant; `from` and `to` are the sentence that says most. */
export type Leaning = { leans: number; from: number; to: number };
export type Weights = ReadonlyMap<string, number>;

/** What every draft weighs before a word of it is read. */
export const AT_FIRST = '<at first>';
/** Above this the traits are enough alone, where a finding only asks for review; under DOUBTED they outweigh what any phrase says. */
export const SURE = 0.5;
export const DOUBTED = -1;

/** Fewer words than these are too few to be sure by. */
const WORDS = 5;

/** The known traits and what they weigh together: many weak ones say less than a few strong ones. */
export function weightOf(traits: readonly string[], weights: Weights): number {
  const known = traits.flatMap((trait) => weights.get(trait) ?? []);
  const all = known.reduce((sum, weight) => sum + weight, 0);
  return (weights.get(AT_FIRST) ?? 0) + all / Math.sqrt(Math.max(1, known.length));
}

/** A file of weights: a line holds a weight, a tab, and the traits that weigh it with "|" between them. */
export function readWeights(text: string): Weights {
  return new Map(
    text
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [weight = '', traits = ''] = line.split('\t');
        return traits.split('|').map((trait) => [trait, Number(weight)] as const);
      }),
  );
}

/** Makes the judgement that a file beside this one holds. Throws where it is not there: a rule without it must not start. */
export function judgementOf(file: string): (reading: Reading, facts: Facts) => Leaning {
  const weights = readWeights(readFileSync(new URL(file, import.meta.url), 'utf8'));
  return (reading, facts) => {
    const traits = traitsOf(reading, facts);
    const bySentence = new Map<number, number>();
    for (const { trait, sentence } of traits)
      if (sentence !== NONE)
        bySentence.set(sentence, (bySentence.get(sentence) ?? 0) + (weights.get(trait) ?? 0));
    const [heaviest] = [...bySentence].sort(([, one], [, other]) => other - one)[0] ?? [0];
    const { from, to } = reading.sentences[heaviest] ?? { from: 0, to: 0 };
    const said = reading.plain.slice(from, to).trimEnd();
    const leans = weightOf(
      traits.map(({ trait }) => trait),
      weights,
    );
    return {
      leans: reading.words.length < WORDS ? Math.min(leans, 0) : leans,
      from,
      to: from + said.length,
    };
  };
}
