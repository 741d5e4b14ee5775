/** Naive publishing through the same weather and as many kills as Bellbird, judged by the same books of X. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { freshFolder } from '../contract/support/place.ts';
import { seeded } from '../crash/seeded.ts';
import { processed } from '../fakes/x/text.ts';
import { type FakeX, startX } from '../fakes/x/x.ts';
import type { NaiveLife } from './naive-life.ts';
import { type Errand, errandsOf, LIMITS, type Plan } from './plan.ts';
import { placesOf } from './schools.ts';
import { weatherOf } from './weather.ts';

const LIFE = fileURLToPath(new URL('./naive-life.ts', import.meta.url));
/** It has less to do than Bellbird, and must meet its deaths while it does it. ms. */
const LONGEST_LIFE = 700;

export type Naive = {
  posts: number;
  doubles: number;
  lost: number;
  /** Written down as failed, though they stand on X: whoever reads that sends them again. */
  saidFailed: number;
  kills: number;
  faults: number;
  took: number;
};

/** Runs it once; true when it ended by itself, with nothing left to do. */
async function lives(life: string, longest: number | null): Promise<boolean> {
  const child = spawn(process.execPath, [LIFE, life], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH },
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  await Promise.race([once(child.stdout, 'data'), ended]);
  const timer = longest === null ? null : setTimeout(() => child.kill('SIGKILL'), longest);
  const [code] = await ended;
  if (timer) clearTimeout(timer);
  return code === 0;
}

function judged(x: FakeX, errands: readonly Errand[], went: ReadonlyMap<string, string>) {
  const told = { doubles: 0, lost: 0, saidFailed: 0 };
  for (const { name, account, words } of errands) {
    const there = x.stands(account).filter((post) => processed(post.sent) === processed(words));
    told.doubles += Math.max(0, there.length - 1);
    if (there.length === 0) told.lost += 1;
    else if (went.get(name) === 'failed') told.saidFailed += 1;
  }
  return told;
}

export async function naive(plan: Plan): Promise<Naive> {
  const from = Date.now();
  const places = placesOf(plan.schools, plan.accounts);
  const x = await startX({
    accounts: Object.fromEntries(places.map(({ account }) => [account, {}])),
    limits: LIMITS,
  });
  const folder = freshFolder();
  const errands = errandsOf(plan);
  const accounts = places.map(({ account }) => ({
    keys: x.keys(account),
    posts: errands.filter((errand) => errand.account === account),
  }));
  const file = join(folder, 'naive.db');
  const life = join(folder, 'life.json');
  writeFileSync(life, JSON.stringify({ at: x.url, file, accounts } satisfies NaiveLife));
  const chance = seeded(plan.seed);
  const weather = weatherOf(seeded(plan.seed + 1));
  const calm = weather.on(x);
  let kills = 0;
  try {
    let done = false;
    while (!done && kills < plan.deaths) {
      done = await lives(life, 50 + chance.whole(LONGEST_LIFE));
      if (!done) kills += 1;
    }
    while (!done) done = await lives(life, null);
    await calm();
    await x.quiet();
    const db = new DatabaseSync(file);
    const rows = db.prepare('select name, went from posts').all() as {
      name: string;
      went: string;
    }[];
    db.close();
    const went = new Map(rows.map((row) => [row.name, row.went]));
    const faults = [...weather.befell.values()].reduce((all, each) => all + each, 0);
    const seen = { kills, faults, took: Date.now() - from };
    return { posts: errands.length, ...judged(x, errands, went), ...seen };
  } finally {
    await calm();
    await x.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
