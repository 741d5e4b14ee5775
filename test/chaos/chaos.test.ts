/** The short form of the chaos suite; `npm run chaos` is the long one. To run a seed again: CHAOS_SEED=3 npx vitest run test/chaos. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Places, postgresPlaces, sqlitePlaces } from '../contract/support/place.ts';
import { COMPILE_CACHE } from '../crash/process.ts';
import { chaos, type Outcome } from './chaos.ts';
import { naive } from './naive.ts';
import type { Plan } from './plan.ts';
import { outcomes } from './told.ts';

const SEED = Number(process.env.CHAOS_SEED ?? Math.trunc(Math.random() * 1e6));
const MINUTE = 60_000;
const plan = (processes: 1 | 2): Plan => ({
  seed: SEED + processes,
  posts: 40,
  schools: 2,
  accounts: 10,
  atOnce: 40,
  deaths: 3,
  processes,
  within: 4 * MINUTE,
});

let postgres: Places;
beforeAll(async () => {
  postgres = await postgresPlaces();
});
afterAll(async () => {
  await postgres.stop();
  rmSync(COMPILE_CACHE, { recursive: true, force: true });
});

function isRight(name: string, told: Outcome): void {
  process.stdout.write(`${outcomes([{ name, seed: SEED, bellbird: told }], [])}\n`);
  expect(told.faults).toEqual([]);
  expect([told.doubles, told.lost]).toEqual([0, 0]);
  // A suite in which nothing goes wrong shows nothing.
  expect(told.unknown).toBeGreaterThan(0);
}

describe('posts through bad weather at X and processes that are killed', () => {
  it.concurrent.each([
    ['one process on SQLite', 1],
    ['two processes on PostgreSQL', 2],
  ] as const)(
    'stand there once each, and nobody is left in doubt: %s',
    async (name, processes) => {
      const place = await (processes === 1 ? sqlitePlaces() : postgres).fresh();
      isRight(name, await chaos(plan(processes), place));
      await place.remove();
    },
    5 * MINUTE,
  );

  it(
    'do not where they are published naively: the weather and the judge are real',
    async () => {
      const told = await naive({ ...plan(1), deaths: 2 });
      process.stdout.write(`${outcomes([], [told])}\n`);
      expect(told.doubles + told.lost + told.saidFailed).toBeGreaterThan(0);
    },
    MINUTE,
  );
});
