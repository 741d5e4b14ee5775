/** Floors under the figures of `npm run judge:audience`, and no crying wolf over ordinary school posts. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sortMention } from '../../src/audience/sort.ts';
import { preset } from '../../src/policy/load.ts';
import { answersOf, FACTS, figuresOf, mentionOf, metInFirstHalf } from './audience.ts';
import { linesOf } from './audience-labels.ts';

/** A miss here costs most. */
const SAFEGUARDS = ['under 18', 'under 13', 'pupil', 'look-alike', 'spam and its like'];
/** What speaks against somebody must seldom be wrong. */
const AGAINST = [
  'follow: against',
  'inappropriate',
  'propose: block',
  'propose: remove',
  ...SAFEGUARDS,
];
const RECALL = 0.8;
const SAFEGUARD_RECALL = 0.9;
const PRECISION = 0.95;
const OTHER_PRECISION = 0.85;
/** A child in danger is looked for where little says so, at the price of some that are looked at for nothing. */
const DANGER = { about: 'for safeguarding', recall: 0.8, precision: 0.5 };

describe.each(['seen', 'unseen'] as const)('the %s half', (half) => {
  test.each(['profiles', 'mentions'] as const)('%s are judged as well as they were', (what) => {
    const short = figuresOf(answersOf(half, what)).filter(({ about, precision, recall }) => {
      if (about === DANGER.about) return recall < DANGER.recall || precision < DANGER.precision;
      const least = SAFEGUARDS.includes(about) ? SAFEGUARD_RECALL : RECALL;
      return recall < least || precision < (AGAINST.includes(about) ? PRECISION : OTHER_PRECISION);
    });
    expect(short).toEqual([]);
  });
});

describe.each(['later', 'fresh'] as const)('of what nobody tuned on, the %s half', (half) => {
  const figures = (['profiles', 'mentions'] as const).flatMap((what) =>
    figuresOf(answersOf(half, what)),
  );
  const figure = (name: string) => figures.find(({ about }) => about === name);

  test('nobody is called abusive wrongly', () => {
    expect(figure('inappropriate')?.precision).toBeGreaterThanOrEqual(PRECISION);
  });

  test('hardly anybody is called a child, a pupil or spam wrongly', () => {
    const wrong = figures.filter(
      ({ about, wrong, right }) => SAFEGUARDS.includes(about) && wrong > Math.max(1, right / 10),
    );
    expect(wrong).toEqual([]);
  });

  test('a child in danger is seldom missed', () => {
    expect(figure(DANGER.about)?.recall).toBeGreaterThanOrEqual(DANGER.recall);
  });

  test('what is bad is nearly always told, or at least marked to be looked at first', () => {
    expect(figure('bad, or unsure')?.recall).toBeGreaterThanOrEqual(0.9);
  });

  test('most of what is bad is met in the first half of the list', () => {
    expect(metInFirstHalf(half)).toBeGreaterThanOrEqual(0.8);
  });
});

test('there are at least 150 profiles and 150 mentions, half of them unseen', () => {
  for (const what of ['profiles', 'mentions'] as const) {
    const sizes = (['seen', 'unseen'] as const).map((half) => linesOf(half, what).length);
    expect((sizes[0] ?? 0) + (sizes[1] ?? 0)).toBeGreaterThanOrEqual(150);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(75);
  }
});

test('of posts as schools write them, hardly one is taken for abuse', () => {
  const drafts = readFileSync(new URL('drafts.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { text: string; expect: { outcome: string } })
    .filter(({ expect: { outcome } }) => outcome === 'clear');
  expect(drafts.length).toBeGreaterThan(300);
  const policy = preset('irthlingborough');
  const flagged = drafts.filter(
    ({ text }) => sortMention(policy, mentionOf(text), FACTS).sort === 'inappropriate',
  );
  expect(flagged.length / drafts.length).toBeLessThan(0.005);
});
