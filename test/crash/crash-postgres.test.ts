/** Two processes on one PostgreSQL, one of which is killed again and again. One seed alone: CRASH_SEED=3. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Places, postgresPlaces } from '../contract/support/place.ts';
import { duo } from './duo.ts';
import { COMPILE_CACHE } from './process.ts';
import { seedsOf } from './seeded.ts';

const SEEDS = seedsOf([11], [12]);
const DEATHS = 10;
const MINUTE = 60_000;

let places: Places;
beforeAll(async () => {
  places = await postgresPlaces();
});
afterAll(async () => {
  await places.stop();
  rmSync(COMPILE_CACHE, { recursive: true, force: true });
});

describe('two Bellbirds on one database, one of which is killed', () => {
  it.each(SEEDS)(
    'between them double no post, lose none and tell the truth on every card (seed %i)',
    async (seed) => {
      const place = await places.fresh();
      const kills = await duo(seed, place, DEATHS);
      const total = [...kills.values()].reduce((sum, count) => sum + count, 0);
      const rows = [...kills].map(([kill, count]) => `${String(count).padStart(5)}  ${kill}`);
      process.stdout.write(`\nKills on PostgreSQL, seed ${seed}:\n${rows.join('\n')}\n`);
      // The two that still had a fate in front of them at the end are killed as well.
      expect(total).toBe(DEATHS + 2);
      await place.remove();
    },
    3 * MINUTE,
  );
});
