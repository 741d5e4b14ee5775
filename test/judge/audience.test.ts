/** Floors under the figures of `npm run judge:audience`, and no crying wolf over ordinary school posts. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sortMention } from '../../src/audience/sort.ts';
import { preset } from '../../src/policy/load.ts';
import { answersOf, FACTS, figuresOf, mentionOf } from './audience.ts';
import { linesOf } from './audience-labels.ts';

/** A miss here costs most. */
const SAFEGUARDS = [
  'under 18',
  'under 13',
  'pupil',
  'look-alike',
  'spam and its like',
  'for safeguarding',
];
/** What speaks against somebody must seldom be wrong. */
const AGAINST = [
  'follow: against',
  'inappropriate',
  'propose: block',
  'propose: remove',
  ...SAFEGUARDS,
];
const RECALL = 0.85;
const SAFEGUARD_RECALL = 0.9;
const PRECISION = 0.95;
const OTHER_PRECISION = 0.85;

describe.each(['seen', 'unseen'] as const)('the %s half', (half) => {
  test.each(['profiles', 'mentions'] as const)('%s are judged as well as they were', (what) => {
    const short = figuresOf(answersOf(half, what)).filter(({ about, precision, recall }) => {
      const least = SAFEGUARDS.includes(about) ? SAFEGUARD_RECALL : RECALL;
      return recall < least || precision < (AGAINST.includes(about) ? PRECISION : OTHER_PRECISION);
    });
    expect(short).toEqual([]);
  });
});

test('nobody is called a child, a pupil, spam or abusive wrongly in what was written later', () => {
  const wrong = (['profiles', 'mentions'] as const).flatMap((what) =>
    figuresOf(answersOf('later', what)).filter(
      ({ about, precision }) =>
        (about === 'inappropriate' || SAFEGUARDS.includes(about)) && precision < PRECISION,
    ),
  );
  expect(wrong).toEqual([]);
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
