import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RuleName } from '../../src/policy/rule.ts';
import { figuresOf, mistakesIn } from './figures.ts';
import { judge } from './judge.ts';

/** Rules that keep children safe: a miss costs most. */
const SAFEGUARDS: readonly RuleName[] = [
  'pupil-name',
  'photo-name',
  'photo-allowed',
  'photo-consent',
  'photo-faces',
  'reply',
  'personal-data',
  'hidden-text',
  'length',
];
const SAFEGUARD_RECALL = 0.98;
const RECALL = 0.9;
const PRECISION = 0.95;
const CLEAR_FLAGGED = 1 / 25;
const OUTCOME_RIGHT = 0.95;

const here = (name: string): URL => new URL(name, import.meta.url);
const shared = here('../../../shared/drafts/');
const sets = [
  { name: 'our own drafts', drafts: here('drafts.jsonl'), roll: here('roll.csv'), there: true },
  {
    name: 'the shared drafts',
    drafts: new URL('drafts.jsonl', shared),
    roll: new URL('roll-dev.csv', shared),
    there: existsSync(shared),
  },
];

describe.each(sets)('$name', async ({ drafts, roll, there }) => {
  const judged = there ? await judge(drafts, roll) : [];
  const figures = figuresOf(judged);
  const told = (rule: RuleName): string =>
    mistakesIn(judged)
      .filter((mistake) => mistake.rule === rule)
      .map(({ id, kind, words }) => `${kind} ${id} ${words}`)
      .join('; ');

  test.skipIf(!there)('no rule misses more than its measure, or cries wolf more often', () => {
    const short = [...figures.rules].flatMap(([rule, { precision, recall }]) => {
      const least = SAFEGUARDS.includes(rule) ? SAFEGUARD_RECALL : RECALL;
      const fine = (recall ?? 1) >= least && (precision ?? 1) >= PRECISION;
      return fine ? [] : [`${rule}: ${told(rule)}`];
    });
    expect(short).toEqual([]);
  });

  test.skipIf(!there)('teachers are seldom stopped for nothing, and the outcome is right', () => {
    expect(figures.clearFlagged).toBeLessThanOrEqual(CLEAR_FLAGGED);
    expect(figures.outcome).toBeGreaterThanOrEqual(OUTCOME_RIGHT);
    expect(figures.held).toBe(1);
  });
});
