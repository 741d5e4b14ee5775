/**
 * `check` alone, all rules but grammar, over the labelled drafts of test/judge under their policies. Beside it
 * stand two linters that other projects check their words with, alex and write-good, over the same drafts in
 * the same rounds; and as floors what any program must do with a draft (read it from JSON, write it again)
 * and twitter-text's own count, which every check contains.
 */
import { createRequire } from 'node:module';
import { text as alex } from 'alex';
import twitterText from 'twitter-text';
import { check } from '../../src/policy/check.ts';
import type { Facts } from '../../src/policy/rule.ts';
import type { Figure, Progress, Told } from './figures.ts';
import { timed, type Work } from './in-turn.ts';
import { factsWith, type Sample, samples } from './samples.ts';

// It has no types of its own.
const writeGood = createRequire(import.meta.url)('write-good') as (text: string) => unknown[];

/** One draft in so many: all of them, in as many rounds, take minutes on a small machine. */
const EVERY = 4;
const WARM = 2;
const ROUNDS = 5;

const namesPupils = ({ draft }: Sample): boolean =>
  draft.photos.some(({ pupils }) => pupils.length > 0);

/** The drafts that are measured: every fourth, of those that name pupils and of the others alike. */
export function measured(all: readonly Sample[]): { all: Sample[]; naming: Sample[] } {
  const fourth = (_: Sample, place: number) => place % EVERY === 0;
  const naming = all.filter(namesPupils).filter(fourth);
  return { all: [...naming, ...all.filter((each) => !namesPupils(each)).filter(fourth)], naming };
}

// Nothing that is kept with a draft or with the facts of a turn may help a second look at the same words.
const checking =
  (facts: Facts): Work<Sample> =>
  ({ policy, draft }) =>
    check(policy, { ...draft }, { ...facts }).findings.length;

function figuresOf(took: Record<keyof ReturnType<typeof works>, number>): Figure[] {
  const floor = (name: string, value: number) => ({ name, value });
  const all = { what: 'all rules but grammar, roll of 500', value: took.all500, unit: 'µs' };
  const same = { ...all, what: 'the same' };
  const small = 'roll of 100';
  return [
    { ...all, floor: floor('alex', took.alex), aim: { of: 'value', most: 500 } },
    { ...same, floor: floor('alex', took.alex), aim: { of: 'ratio', most: 0.33 } },
    { ...same, floor: floor('write-good', took.writeGood) },
    { ...same, floor: floor('alex and write-good', took.alex + took.writeGood) },
    { ...same, floor: floor('JSON there and back', took.json) },
    { ...same, floor: floor('parseTweet alone', took.count) },
    {
      what: 'all rules but grammar, roll of 100,000',
      value: took.all100k,
      unit: 'µs',
      floor: floor(small, took.all100),
      aim: { of: 'ratio', most: 1.3 },
    },
    {
      what: 'the same, drafts naming pupils only',
      value: took.naming100k,
      unit: 'µs',
      floor: floor(small, took.naming100),
      aim: { of: 'ratio', most: 1.3 },
    },
  ];
}

function works(all: readonly Sample[], naming: readonly Sample[]) {
  const with100 = checking(factsWith(100));
  const with100k = checking(factsWith(100_000));
  return {
    json: {
      over: all,
      work: ({ draft }: Sample) => JSON.stringify(JSON.parse(JSON.stringify(draft))).length,
    },
    count: {
      over: all,
      work: ({ draft }: Sample) => twitterText.parseTweet(draft.text).weightedLength,
    },
    alex: { over: all, work: ({ draft }: Sample) => alex(draft.text).messages.length },
    writeGood: { over: all, work: ({ draft }: Sample) => writeGood(draft.text).length },
    all500: { over: all, work: checking(factsWith(500)) },
    all100: { over: all, work: with100 },
    all100k: { over: all, work: with100k },
    naming100: { over: naming, work: with100 },
    naming100k: { over: naming, work: with100k },
  };
}

export async function measureCheck(says: Progress): Promise<Told> {
  says('check: making rolls of 100, 500 and 100,000');
  const { all, naming } = measured(samples());
  const kinds = works(all, naming);
  says('check: measuring beside alex and write-good');
  const took = timed(kinds, { warm: WARM, rounds: ROUNDS });
  return {
    part: 'check',
    about: `${all.length} labelled drafts (every ${EVERY}th) under five policies, ${naming.length} of them naming pupils; a draft, median of ${ROUNDS} rounds after ${WARM} to warm up for each`,
    figures: figuresOf(took),
    notes: [
      'alex reads plain text, its quickest way, without Markdown; write-good has its usual checks on.',
    ],
  };
}
