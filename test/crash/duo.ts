/** Two processes on one database: one dies, the other goes on, and what the dead one began is finished. */
import { rmSync } from 'node:fs';
import { expect } from 'vitest';
import { openPostgres } from '../../adapters/store/postgres.ts';
import type { Place } from '../contract/support/place.ts';
import type { Fate } from './boundaries.ts';
import { carryOn } from './errand.ts';
import { openPage } from './page.ts';
import { bear, type Living } from './process.ts';
import {
  fatesOf,
  isKilled,
  type Kills,
  morning,
  newErrand,
  quiet,
  type Round,
  settleIn,
  unfinished,
  work,
} from './round.ts';
import { seeded } from './seeded.ts';
import { inPlayground, isTrue, WORK } from './truth.ts';

/** Short, so that what a dead process held is free in two seconds rather than two minutes; still in order. */
const PATIENCE = { call: 500, lease: 1_500, claim: 2_000 };
const PEACE: Fate = { at: null, mood: 'well' };

type Duo = Round & { lives: [Living, Living] };

function live({ env, ahead }: Pick<Round, 'env' | 'ahead'>, fate: Fate): Living {
  return bear({ env, ahead, fate, patience: PATIENCE });
}

/** Everybody's page goes to this process; false when it died before it served. */
async function goTo({ amy, sam }: Round, life: Living): Promise<boolean> {
  const url = await life.ready;
  if (url === null) return false;
  amy.load(url);
  sam.load(url);
  return true;
}

/** People work at one of the two until one is dead, which a new one with the next fate replaces. */
async function oneDies(duo: Duo, next: Fate): Promise<void> {
  const { chance, lives, kills } = duo;
  const place = chance.whole(2) as 0 | 1;
  const serves = lives[place];
  if (await goTo(duo, serves)) await work(duo, serves, [...unfinished(duo), newErrand(duo)]);
  const dead = lives.findIndex((life) => life.isGone());
  const victim = dead === -1 ? place : dead;
  lives[victim]?.kill();
  await isKilled(lives[victim] as Living, kills);
  lives[victim] = live(duo, next);
}

/** Runs the duo through so many deaths and gives the kills. Throws where anything is doubled, lost or untrue. */
export async function duo(seed: number, place: Place, deaths: number): Promise<Kills> {
  const chance = seeded(seed);
  const { folder, school, env } = settleIn();
  const base: Round = {
    ...{ seed, chance, folder, ahead: morning(), errands: [], kills: new Map() },
    env: { ...env, DATABASE_URL: place.at },
    amy: openPage('amy-reid'),
    sam: openPage('sam-obi'),
  };
  const fates = fatesOf(chance, 4);
  const fate = () => fates.pop() ?? PEACE;
  const both: Duo = { ...base, lives: [live(base, fate()), live(base, fate())] };
  try {
    for (let death = 1; death <= deaths; death += 1) await oneDies(both, fate());
    await bothRest(both, place);
    const store = await openPostgres({ url: place.at });
    try {
      const jobs = await place.raw(WORK);
      const now = Date.now() + both.ahead;
      await isTrue(store, school, both.errands, {
        ...{ now, jobsLeft: jobs.length },
        shows: inPlayground(store),
      });
    } finally {
      await store.close();
    }
    rmSync(folder, { recursive: true, force: true });
    return both.kills;
  } catch (error) {
    const left = await place.raw('select kind, draft, payload, due_at, free_at, tries from jobs');
    throw new Error(
      `seed ${seed}, ${both.errands.length} posts; the school's time is ${Date.now() + both.ahead}, left to do: ${JSON.stringify(left)}`,
      { cause: error },
    );
  } finally {
    for (const life of both.lives) life.kill();
    both.amy.leave();
    both.sam.leave();
  }
}

/** What a dead process had claimed is done once its claim has run out. */
async function allDone(place: Place): Promise<void> {
  const stop = Date.now() + 5 * PATIENCE.claim;
  while ((await place.raw(WORK)).length > 0) {
    if (Date.now() > stop) throw new Error('some work is never done');
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Those still with a fate make way for two that are left in peace; everything goes out, and both end well. */
async function bothRest(duo: Duo, place: Place): Promise<void> {
  for (const [index, life] of duo.lives.entries()) {
    life.kill();
    await isKilled(life, duo.kills);
    duo.lives[index] = live(duo, PEACE);
  }
  const [first, second] = duo.lives;
  if (!(await goTo(duo, first))) throw new Error(`it did not start: ${first.complaints()}`);
  await second.ready;
  const people = { amy: duo.amy, sam: duo.sam, gone: first.isGone };
  await Promise.all(duo.errands.map((each) => carryOn(each, people)));
  await quiet(duo);
  await allDone(place);
  for (const life of duo.lives) {
    life.ask();
    const { code } = await life.ended;
    expect(code, `it was asked to stop: ${life.complaints()}`).toBe(0);
  }
}
