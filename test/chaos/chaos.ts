/**
 * Thousands of posts through bad weather at X and processes that are killed: people write, approve, look at X and
 * decide, and at the end X's own books must show every post once.
 */
import { rmSync } from 'node:fs';
import { type Place as Database, freshFolder } from '../contract/support/place.ts';
import { morning } from '../crash/round.ts';
import { seeded } from '../crash/seeded.ts';
import { startX } from '../fakes/x/x.ts';
import { type AtX, carry } from './errand.ts';
import { houses } from './houses.ts';
import { FORGOTTEN, type Judged, judged } from './judged.ts';
import { errandsOf, LIMITS, type Plan } from './plan.ts';
import { AUTHOR, DECIDER, placesOf, writeSchools } from './schools.ts';
import { weatherOf } from './weather.ts';
import { openWindow } from './window.ts';

export type Outcome = Judged & {
  kills: { all: number; atBoundaries: number };
  befell: ReadonlyMap<string, number>;
  calls: number;
  /** ms. */
  took: number;
};

/** Short, so that what is slow at X, and what a dead process held, is over in seconds. Each longer than the one before. */
const PATIENCE = { call: 400, lease: 1_300, claim: 1_800 };
/** Bellbird looks for longer (4 s) than X is ever silent: whoever says "send again" must know. */
const HURRY = { looks: [100, 400, 1_000, 2_500], later: 500 };
/** Runs one plan on an empty database, and says how many posts are out. Throws where it does not come to an end; what is wrong in the end is among the faults. */
export async function chaos(
  plan: Plan,
  database: Database,
  says: (out: number) => void = () => {},
): Promise<Outcome> {
  const from = Date.now();
  const ahead = morning();
  const chance = seeded(plan.seed);
  const places = placesOf(plan.schools, plan.accounts);
  const x = await startX({
    accounts: Object.fromEntries(places.map(({ account }) => [account, {}])),
    now: () => Date.now() + ahead,
    limits: LIMITS,
  });
  const folder = database.dialect === 'sqlite' ? database.at : freshFolder();
  const env = {
    ...writeSchools(folder, places, x),
    ...(database.dialect === 'sqlite'
      ? { BELLBIRD_DATA: database.at }
      : { DATABASE_URL: database.at }),
  };
  const errands = errandsOf(plan);
  const staff = new Map(
    [...new Set(places.map(({ school }) => school))].map((school) => [
      school,
      { amy: openWindow(school, AUTHOR), sam: openWindow(school, DECIDER) },
    ]),
  );
  const windows = [...staff.values()].flatMap(({ amy, sam }) => [amy, sam]);
  let urls: readonly string[] = [];
  let waiting: (() => void)[] = [];
  const up = () =>
    urls.length > 0 ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve));
  const weather = weatherOf(seeded(plan.seed + 1));
  const calm = weather.on(x);
  const forgotten: string[] = [];
  const processes = houses(
    { env, ahead, patience: PATIENCE, hurry: HURRY },
    { ...plan, chance },
    {
      serves: (now) => {
        urls = now;
        if (now.length === 0) return;
        for (const [index, window] of windows.entries()) window.load(now[index % now.length] ?? '');
        for (const go of waiting) go();
        waiting = [];
      },
      sent: weather.sent,
      mourns: async () => {
        for (const row of await database.raw(FORGOTTEN)) forgotten.push(JSON.stringify(row));
      },
    },
  );
  const atX: AtX = (account) => ({ posts: x.stands(account), linkOf: x.linkOf });
  const left = [...errands];
  const until = from + plan.within;
  let out = 0;
  const works = async () => {
    for (let errand = left.shift(); errand; errand = left.shift()) {
      const own = staff.get(errand.school);
      if (own) await carry(errand, own, { atX, up, until });
      out += 1;
      says(out);
    }
  };
  try {
    await up();
    const all = Promise.all(Array.from({ length: plan.atOnce }, works));
    await Promise.race([all, processes.running.then(() => all)]);
    await calm();
    await processes.end();
    await x.quiet();
    const store = await database.open();
    try {
      const verdict = await judged(store, x, errands);
      const faults = [
        ...verdict.faults,
        ...forgotten.map((each) => `forgotten at a death: ${each}`),
      ];
      const seen = { kills: processes.kills(), befell: weather.befell, calls: x.calls.length };
      return { ...verdict, faults, ...seen, took: Date.now() - from };
    } finally {
      await store.close();
    }
  } finally {
    processes.kill();
    await calm();
    for (const window of windows) window.leave();
    await x.stop();
    if (database.dialect === 'postgres') rmSync(folder, { recursive: true, force: true });
  }
}
