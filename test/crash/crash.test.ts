/**
 * Bellbird is killed at every step from typed to published, in rounds of about thirty lives each. To run one
 * round alone, say which: CRASH_SEED=3 npx vitest run test/crash/crash.test.ts. All of them run with `npm run chaos`.
 */
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { BOUNDARIES } from './boundaries.ts';
import { COMPILE_CACHE } from './process.ts';
import { type Kill, type Kills, round } from './round.ts';
import { seedsOf } from './seeded.ts';

/** Every boundary once in each. */
const SEEDS = seedsOf([1, 2, 3], [4, 5, 6, 7]);
/** Deaths at a random moment in each round, beside one at every boundary. */
const OUTSIDE = 2;
const MINUTE = 60_000;

const all: Kills = new Map();

/** Two at a time: as many as there are cores on a small machine. */
let lanes = 2;
const queue: (() => void)[] = [];
async function inLane<T>(work: () => Promise<T>): Promise<T> {
  if (lanes === 0) await new Promise<void>((resolve) => queue.push(resolve));
  else lanes -= 1;
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else lanes += 1;
  }
}

afterAll(() => rmSync(COMPILE_CACHE, { recursive: true, force: true }));

describe('a Bellbird that is killed at any step from typed to published', () => {
  it.concurrent.each(SEEDS)(
    'doubles no post, loses none and tells the truth on every card (seed %i)',
    async (seed) => {
      const kills = await inLane(() => round(seed, OUTSIDE));
      for (const [kill, count] of kills) all.set(kill, (all.get(kill) ?? 0) + count);
    },
    5 * MINUTE,
  );

  it('was killed at every kind of boundary, in every round', () => {
    const kinds: Kill[] = [...BOUNDARIES, 'from outside'];
    const total = [...all.values()].reduce((sum, count) => sum + count, 0);
    const rows = kinds.map((kind) => `${String(all.get(kind) ?? 0).padStart(5)}  ${kind}`);
    process.stdout.write(
      `\nKills, seeds ${SEEDS.join(' ')}:\n${rows.join('\n')}\n${total} in all\n`,
    );
    if (SEEDS.length === 1) return;
    expect(kinds.filter((kind) => !all.has(kind))).toEqual([]);
    expect(total).toBe(SEEDS.length * (BOUNDARIES.length + OUTSIDE));
  });
});
