/** One round: a school whose Bellbird dies again and again while posts go from typed to published. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import { DATABASE_FILE, openSqlite } from '../../adapters/store/sqlite.ts';
import { loadSchools, type School } from '../../src/school/school.ts';
import { ROLL } from '../scenarios/staffroom.ts';
import { BOUNDARIES, type Boundary, type Fate, moodFor } from './boundaries.ts';
import { carryOn, type Errand } from './errand.ts';
import { openPage, type Page, Unanswered } from './page.ts';
import { bear, type Living } from './process.ts';
import { type Seeded, seeded } from './seeded.ts';
import { inPlayground, isTrue, WORK } from './truth.ts';

/** Small, so that a start is quick; posts go out at any hour once two agree it is a school's day. */
const SCHOOL = `
school: Larkfield Primary School
id: larkfield
timezone: Europe/London
office: office@larkfield.example
policy: standard
accounts: [{handle: "@Larkfield", outlet: timeline, visibility: public}]
people:
  - {name: Amy Reid, roles: [teacher, nominated]}
  - {name: Sam Obi, roles: [slt]}
  - {name: Jo Clarke, roles: [head, slt]}
approvals: {needed: 1, by: [slt]}
roll: roll.csv
`;
/** A Tuesday in term, 09:00 in London. */
const MORNING = Date.parse('2026-03-10T09:00:00Z');
/** Posts begun in one life before it is killed from outside, should it never meet its fate. */
const MOST_POSTS = 3;

export type Kill = Boundary | 'from outside';
export type Kills = Map<Kill, number>;

export type Round = {
  seed: number;
  chance: Seeded;
  folder: string;
  env: Record<string, string>;
  ahead: number;
  amy: Page;
  sam: Page;
  errands: Errand[];
  kills: Kills;
};

/**
 * A folder with a school file in it, and the environment that names both. `house` gives the school file what
 * another chat wants in it.
 */
export function settleIn(house: (school: string) => string = (school) => school): {
  folder: string;
  school: School;
  env: Record<string, string>;
} {
  const folder = mkdtempSync(join(tmpdir(), 'bellbird-crash-'));
  const file = join(folder, 'school.yaml');
  writeFileSync(file, house(SCHOOL));
  writeFileSync(join(folder, 'roll.csv'), ROLL);
  const loaded = loadSchools(file);
  const [school] = loaded.ok ? loaded.schools : [];
  if (!school) throw new Error('the school of the crash suite has faults');
  const env = {
    PORT: '0',
    BELLBIRD_DATA: join(folder, 'data'),
    BELLBIRD_SCHOOL: file,
    PLAYGROUND: '1',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
  };
  return { folder, school, env };
}

/** The time of day is the school's: Tuesday morning, whenever the test runs. */
export function morning(): number {
  return MORNING - Date.now();
}

/** Every boundary once, in an order of its own, at one of its first crossings; and some deaths from outside. */
export function fatesOf(chance: Seeded, outside: number): Fate[] {
  const often = /outbox|chat|claim/;
  const inside = BOUNDARIES.map((at): Fate => {
    const mood = moodFor(at);
    const crossing = 1 + chance.whole(often.test(at) ? 8 : mood === 'well' ? 2 : 1);
    return { at, crossing, mood };
  });
  const moods = ['well', 'posts but answers nothing', 'neither posts nor answers'] as const;
  const others = Array.from({ length: outside }, (): Fate => {
    return { at: null, mood: moods[chance.whole(moods.length)] ?? 'well' };
  });
  return chance.shuffled([...inside, ...others]);
}

export function newErrand(round: Pick<Round, 'seed' | 'errands' | 'chance'>): Errand {
  const number = round.errands.length + 1;
  const errand: Errand = {
    words: `Seed ${round.seed}, post ${number}: the Year 3 choir sang in the hall today.`,
    name: `seed-${round.seed}-post-${number}`,
    draft: null,
    settled: 0,
    impatient: round.chance.whole(3) === 0,
  };
  round.errands.push(errand);
  return errand;
}

/** People do what there is to do, and begin new posts, until the process is gone or has had its chance. */
export async function work(
  round: Pick<Round, 'seed' | 'chance' | 'amy' | 'sam' | 'errands'>,
  life: Living,
  open: Errand[],
): Promise<void> {
  const { amy, sam } = round;
  const people = { amy, sam, gone: life.isGone };
  for (let begun = 0; begun <= MOST_POSTS && !life.isGone(); begun += 1) {
    const results = await Promise.allSettled(open.map((errand) => carryOn(errand, people)));
    for (const [index, result] of results.entries()) {
      if (result.status === 'rejected' && !(result.reason instanceof Unanswered)) {
        throw new Error(`${open[index]?.name}`, { cause: result.reason });
      }
    }
    if (life.isGone()) return;
    if (results.some((result) => result.status === 'rejected')) {
      // Unanswered, so it is about to be gone.
      await life.ended;
      return;
    }
    open = [newErrand(round)];
  }
}

/** Posts whose author does not know yet that they are out. */
export function unfinished({ amy, errands }: Round): Errand[] {
  const out = amy.cards('staff').filter((card) => card.title.startsWith('Published'));
  return errands.filter((errand) => !out.some((card) => card.text.includes(errand.words)));
}

async function live(round: Round, fate: Fate): Promise<void> {
  const { amy, sam, kills, chance, env, ahead } = round;
  const life = bear({ env, fate, ahead });
  const url = await life.ready;
  if (url !== null) {
    amy.load(url);
    sam.load(url);
    const timer = fate.at === null ? setTimeout(life.kill, chance.whole(120)) : null;
    try {
      await work(round, life, [...unfinished(round), newErrand(round)]);
    } finally {
      if (timer) clearTimeout(timer);
      life.kill();
    }
  }
  await isKilled(life, kills);
}

/** Waits for the end of a life, and counts it. Throws where it ended in another way than by SIGKILL. */
export async function isKilled(life: Living, kills: Kills): Promise<void> {
  const { signal, diedAt } = await life.ended;
  if (signal !== 'SIGKILL') throw new Error(`it ended by itself: ${life.complaints()}`);
  const kill = (diedAt as Boundary | null) ?? 'from outside';
  kills.set(kill, (kills.get(kill) ?? 0) + 1);
}

/** The last life is left in peace: all posts go out, every card says so, and it ends when asked to. */
async function rest(round: Round): Promise<void> {
  const { amy, sam, env, ahead, errands } = round;
  const life = bear({ env, fate: { at: null, mood: 'well' }, ahead });
  const url = await life.ready;
  if (url === null) throw new Error(`it did not start: ${life.complaints()}`);
  amy.load(url);
  sam.load(url);
  try {
    await Promise.all(errands.map((each) => carryOn(each, { amy, sam, gone: life.isGone })));
    await quiet(round);
  } finally {
    amy.leave();
    sam.leave();
    life.ask();
  }
  const { code } = await life.ended;
  expect(code, `it was asked to stop: ${life.complaints()}`).toBe(0);
}

/** Waits until the outbox is empty, by what the people see: each has the word for each post, no card asks. */
export async function quiet({ amy, sam, errands }: Round): Promise<void> {
  const stop = Date.now() + 10_000;
  for (;;) {
    const slt = sam.cards('slt');
    const told = amy.cards('staff').filter((card) => card.title === 'Your post is out');
    const done = slt.every((card) => card.title.startsWith('Published'));
    if (done && told.length === errands.length) return;
    if (Date.now() > stop) {
      const left = slt.filter((card) => !card.title.startsWith('Published'));
      throw new Error(
        `the outbox did not drain: ${told.length} of ${errands.length} authors told; SLT has ${left.map((card) => `${card.title} (${card.ref})`).join(' | ')}`,
      );
    }
    await Promise.race([amy.news(100), sam.news(100)]);
  }
}

/** Looks behind the store's back: SQLite's own check of its file, and how much work is left. */
export function inspect(folder: string): number {
  const db = new DatabaseSync(join(folder, DATABASE_FILE), { readOnly: true });
  try {
    expect(db.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    expect(db.prepare('pragma foreign_key_check').all()).toEqual([]);
    return db.prepare(WORK).all().length;
  } finally {
    db.close();
  }
}

/** Runs a round on the default store and gives its kills. Throws where anything is doubled, lost or untrue. */
export async function round(seed: number, outside: number): Promise<Kills> {
  const chance = seeded(seed);
  const { folder, school, env } = settleIn();
  const round: Round = {
    ...{ seed, chance, folder, env, ahead: morning(), errands: [], kills: new Map() },
    amy: openPage('amy-reid'),
    sam: openPage('sam-obi'),
  };
  const fates = fatesOf(chance, outside);
  let at = 'before the first life';
  try {
    for (const [number, fate] of fates.entries()) {
      at = `life ${number + 1}, to die ${fate.at ?? 'from outside'}`;
      await live(round, fate);
    }
    at = 'the last life';
    await rest(round);
    at = 'afterwards';
    const jobsLeft = inspect(env.BELLBIRD_DATA ?? '');
    const store = await openSqlite({ folder: env.BELLBIRD_DATA ?? '' });
    try {
      await isTrue(store, school, round.errands, {
        ...{ now: Date.now() + round.ahead, jobsLeft },
        shows: inPlayground(store),
      });
    } finally {
      await store.close();
    }
    rmSync(folder, { recursive: true, force: true });
    return round.kills;
  } catch (error) {
    throw new Error(`seed ${seed}, ${at} (the school is kept in ${folder})`, { cause: error });
  }
}
