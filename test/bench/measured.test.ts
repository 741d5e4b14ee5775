import { expect, test } from 'vitest';
import { measured } from './check.ts';
import { samples } from './samples.ts';

test('a quarter of the drafts is measured, under every policy, with drafts that name pupils', () => {
  const every = samples();
  const { all, naming } = measured(every);
  const policies = (of: typeof all) => new Set(of.map(({ policy }) => policy.policy));
  expect(Math.abs(all.length - every.length / 4)).toBeLessThan(2);
  expect(policies(all)).toEqual(policies(every));
  expect(naming.length).toBeGreaterThan(10);
});
