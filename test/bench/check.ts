/**
 * `check` alone: the mixed drafts of test/rules, under the policies they are labelled with. Its floor is
 * what any program must do with a draft, to read it from JSON and write it again; beside that stands
 * twitter-text's own count, which every check contains.
 */
import { readFileSync } from 'node:fs';
import twitterText from 'twitter-text';
import { check } from '../../src/policy/check.ts';
import { LINE_SCHOOL } from '../../src/policy/lines.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import type { Checked, Facts } from '../../src/policy/rule.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { parseRoll, type RollRow } from '../../src/school/roll.ts';
import { type Figure, median, type Progress, type Told } from './figures.ts';
import { rollRows, rollWith } from './school.ts';

const LINES = new URL('../rules/drafts.jsonl', import.meta.url);
const ROLL = new URL('../rules/roll.csv', import.meta.url);
const ROUNDS = 40;
/** Passes over all drafts in one round: some milliseconds, far above the clock's grain. */
const PASSES = 5;

type Line = {
  policy: string;
  text: string;
  at: string;
  occasion?: Checked['occasion'];
  device?: Checked['device'];
  photos?: { shows: Checked['photos'][number]['shows']; pupils?: string[]; alt?: string }[];
  in_reply_to?: string;
};
type Sample = { policy: Policy; draft: Checked };

function sampleOf(line: Line): Sample {
  const loaded = loadPolicy(line.policy);
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  const photos = (line.photos ?? []).map(({ shows, pupils = [], alt = '' }) => ({
    shows,
    pupils,
    alt,
  }));
  const draft: Checked = {
    text: line.text,
    at: Date.parse(line.at),
    occasion: line.occasion ?? 'everyday',
    photos,
    ...(line.device ? { device: line.device } : {}),
    ...(line.in_reply_to ? { inReplyTo: line.in_reply_to } : {}),
  };
  return { policy: loaded.policy, draft };
}

function samples(): Sample[] {
  const lines = readFileSync(LINES, 'utf8').trim().split('\n');
  const policies = new Map<string, Policy>();
  return lines.map((line) => {
    const sample = sampleOf(JSON.parse(line) as Line);
    // One object a policy, as the desk has it: what a check prepares is kept by it.
    const policy = policies.get(sample.policy.policy) ?? sample.policy;
    policies.set(policy.policy, policy);
    return { ...sample, policy };
  });
}

function pupilsNamed(): RollRow[] {
  const parsed = parseRoll(readFileSync(ROLL, 'utf8'));
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'));
  return parsed.rows;
}

function factsWith(size: number, known: readonly RollRow[]): Facts {
  const roll = rollWith([...known, ...rollRows(size - known.length)]);
  return { ...LINE_SCHOOL, roll, ownDeviceGranted: false };
}

/** What is done with one draft; the result is summed up so that nothing can be left out as unused. */
type Work = (sample: Sample) => number;

/** µs a draft for each kind of work, in turn within every round so that a busy machine slows all alike. */
function timed<Name extends string>(
  works: Record<Name, { over: readonly Sample[]; work: Work }>,
): Record<Name, number> {
  const names = Object.keys(works) as Name[];
  const took = new Map<Name, number[]>(names.map((name) => [name, []]));
  let sum = 0;
  for (let round = -5; round < ROUNDS; round += 1) {
    for (const name of names) {
      const { over, work } = works[name];
      const start = performance.now();
      for (let pass = 0; pass < PASSES; pass += 1) for (const sample of over) sum += work(sample);
      const each = ((performance.now() - start) * 1000) / (PASSES * over.length);
      // The rounds below nought warm the compiler up.
      if (round >= 0) took.get(name)?.push(each);
    }
  }
  if (!Number.isFinite(sum)) throw new Error('A check answered without findings.');
  return Object.fromEntries(names.map((name) => [name, median(took.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}

export async function measureCheck(says: Progress): Promise<Told> {
  says('check: making rolls of 100, 500 and 100,000');
  const all = samples();
  const naming = all.filter(({ draft }) => draft.photos.some(({ pupils }) => pupils.length > 0));
  const known = pupilsNamed();
  const checking = (facts: Facts): Work => {
    return ({ policy, draft }) => check(policy, draft, facts).findings.length;
  };
  const with100 = checking(factsWith(100, known));
  const with500 = checking(factsWith(500, known));
  const with100k = checking(factsWith(100_000, known));
  says('check: measuring');
  const took = timed({
    json: {
      over: all,
      work: ({ draft }) => JSON.stringify(JSON.parse(JSON.stringify(draft))).length,
    },
    count: { over: all, work: ({ draft }) => twitterText.parseTweet(draft.text).weightedLength },
    all500: { over: all, work: with500 },
    all100: { over: all, work: with100 },
    all100k: { over: all, work: with100k },
    naming100: { over: naming, work: with100 },
    naming100k: { over: naming, work: with100k },
  });
  const small = 'roll of 100';
  const figures: Figure[] = [
    {
      what: 'check, roll of 500',
      value: took.all500,
      unit: 'µs',
      floor: { name: 'JSON there and back', value: took.json },
      aim: { of: 'value', most: 500 },
    },
    {
      what: 'the same',
      value: took.all500,
      unit: 'µs',
      floor: { name: 'parseTweet alone', value: took.count },
    },
    {
      what: 'check, roll of 100,000',
      value: took.all100k,
      unit: 'µs',
      floor: { name: small, value: took.all100 },
      aim: { of: 'ratio', most: 1.3 },
    },
    {
      what: 'the same, drafts naming pupils only',
      value: took.naming100k,
      unit: 'µs',
      floor: { name: small, value: took.naming100 },
      aim: { of: 'ratio', most: 1.3 },
    },
  ];
  const about = `${all.length} mixed drafts under five policies, ${naming.length} of them naming pupils; median a draft of ${ROUNDS} rounds`;
  return { part: 'check', about, figures, notes: [] };
}
