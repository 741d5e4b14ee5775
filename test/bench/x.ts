/**
 * Publishing on X: how late a post leaves at a calm pace, and how long a thousand that fall due at once take,
 * beside the library's bare calls to the same X at the same concurrency. X is the fake, in this process; Bellbird
 * and the bare calls are processes of their own.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSqlite } from '../../adapters/store/sqlite.ts';
import { POSTS_AT_ONCE } from '../../src/desk/runner.ts';
import { carry } from '../chaos/errand.ts';
import { AUTHOR, DECIDER, type Place, placesOf, writeSchools } from '../chaos/schools.ts';
import { openWindow } from '../chaos/window.ts';
import { type FakeX, startX } from '../fakes/x/x.ts';
import { startBellbird, startNode } from './child.ts';
import { type Figure, type Progress, percentile, rounded, type Told } from './figures.ts';
import { inFolder } from './school.ts';
import type { Bare } from './x-bare.ts';
import { approve, SLOT } from './x-posts.ts';

const SCHOOLS = 20;
const ACCOUNTS = 10;
const EACH = 5;
/** Nothing, and what a call to X took at its best from a school's network. ms. */
const LATENCIES = [0, 150] as const;
/** From the start of a process to the moment all falls due, ms: it is at rest by then. */
const LEAD = 15_000;
const CALM = { posts: 60, pause: 400 };
/** A post may leave so late, ms. */
const LATEST = 1_000;
/** How many times as long as the bare calls all may take. */
const RATIO = 1.5;
const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

const textsOf = (run: string, place: Place): string[] =>
  Array.from(
    { length: EACH },
    (_, post) =>
      `${run}, ${place.account.slice(1)}, ${post + 1}: the choir sang in the hall today.`,
  );

/** Waits until so many posts more have been stored; gives when the first came and the last was stored, epoch ms. */
async function stored(x: FakeX, many: number): Promise<{ first: number; last: number }> {
  const from = x.calls.length;
  const posts = () => x.calls.slice(from).filter((call) => call.stored !== null);
  while (posts().length < many) await pause(20);
  const seen = posts();
  return { first: seen[0]?.at ?? 0, last: seen.at(-1)?.at ?? 0 };
}

type Drain = { bellbird: number; bare: number; first: number };

async function drains(
  x: FakeX,
  { folder, env, places }: { folder: string; env: Record<string, string>; places: Place[] },
  latency: number,
): Promise<Drain> {
  x.thinks(latency);
  // The same words again would be duplicates.
  for (const { account } of places) for (const post of x.stands(account)) x.deletes(post.id);
  const run = `Bench ${latency}`;
  const data = join(folder, `data-${latency}`);
  cpSync(join(folder, 'prepared'), data, { recursive: true });
  const due = Date.now() + LEAD;
  const bellbird = startBellbird({
    script: [script('./x-bellbird.ts'), String(SLOT - due)],
    folder: data,
    env: { ...env, BELLBIRD_DATA: data },
  });
  const many = places.length * EACH;
  let ours: { first: number; last: number };
  try {
    await bellbird.url;
    ours = await stored(x, many);
  } finally {
    await bellbird.stop();
  }
  const file = join(folder, `bare-${latency}.json`);
  const accounts = places.map((place) => ({
    keys: x.keys(place.account),
    texts: textsOf(`Bare ${run}`, place),
  }));
  writeFileSync(
    file,
    JSON.stringify({ at: x.url, atOnce: POSTS_AT_ONCE, accounts } satisfies Bare),
  );
  const start = Date.now() + LEAD / 2;
  const bare = startNode([script('./x-bare.ts'), file, String(start)]);
  try {
    await bare.url;
    const { last } = await stored(x, many);
    return { bellbird: ours.last - due, bare: last - start, first: ours.first - due };
  } finally {
    await bare.stop();
  }
}

/** How late each of some posts left, ms after its slot, at a calm pace in posting hours. */
async function lateness(
  x: FakeX,
  { folder, env, places }: { folder: string; env: Record<string, string>; places: Place[] },
): Promise<number[]> {
  x.thinks(0);
  const data = join(folder, 'data-calm');
  mkdirSync(data);
  const ahead = SLOT + 3_600_000 - Date.now();
  const bellbird = startBellbird({
    script: [script('./x-bellbird.ts'), String(ahead)],
    folder: data,
    env: { ...env, BELLBIRD_DATA: data },
  });
  const { school } = places[0] as Place;
  const staff = { amy: openWindow(school, AUTHOR), sam: openWindow(school, DECIDER) };
  const own = places.filter((place) => place.school === school);
  const errands = Array.from({ length: CALM.posts }, (_, post) => ({
    ...(own[post % own.length] as Place),
    name: `calm-post-${post + 1}`,
    words: `Calm ${post + 1}: the choir sang in the hall today.`,
    draft: null as string | null,
    answers: 0,
    again: 0,
  }));
  try {
    const url = await bellbird.url;
    for (const window of [staff.amy, staff.sam]) window.load(url);
    const help = { atX: () => ({ posts: [], linkOf: x.linkOf }), up: async () => {} };
    const until = Date.now() + 5 * 60_000;
    const going: Promise<void>[] = [];
    for (const errand of errands) {
      going.push(carry(errand, staff, { ...help, until }));
      await pause(CALM.pause);
    }
    await Promise.all(going);
  } finally {
    for (const window of [staff.amy, staff.sam]) window.leave();
    await bellbird.stop();
  }
  const store = await openSqlite({ folder: data });
  try {
    const late: number[] = [];
    for (const errand of errands) {
      const draft = await store.read.draft(school, errand.draft ?? '');
      const sent = x.stands(errand.account).find((post) => post.sent === errand.words);
      if (draft?.slot == null || !sent) throw new Error(`${errand.name} did not go out`);
      late.push(sent.at + ahead - draft.slot);
    }
    return late;
  } finally {
    await store.close();
  }
}

export async function measureX(says: Progress): Promise<Told> {
  return inFolder(async (folder) => {
    const places = placesOf(SCHOOLS, ACCOUNTS);
    const x = await startX({
      accounts: Object.fromEntries(places.map(({ account }) => [account, {}])),
    });
    try {
      const env = writeSchools(folder, places, x);
      const busy = loadavg()[0] ?? 0;
      says(`x: ${CALM.posts} posts at a calm pace`);
      const late = await lateness(x, { folder, env, places });
      const many = places.length * EACH;
      says(`x: approving ${many} posts`);
      const prepared = { ...env, BELLBIRD_DATA: join(folder, 'prepared') };
      await approve(
        prepared,
        places.map((place) => ({ ...place, texts: textsOf('Bench', place) })),
      );
      const figures: Figure[] = ([0.5, 0.99] as const).map((share) => ({
        what: `from its slot to X, at a calm pace, p${share * 100}`,
        value: percentile(late, share),
        unit: 'ms',
        floor: null,
        aim: { of: 'value', most: LATEST },
      }));
      for (const latency of LATENCIES) {
        says(`x: ${many} due at once, X answering after ${latency} ms`);
        const drain = await drains(x, { folder, env, places }, latency);
        figures.push(
          {
            what: `the first of ${many} due at once, X at ${latency} ms`,
            value: drain.first,
            unit: 'ms',
            floor: null,
            aim: { of: 'value', most: LATEST },
          },
          {
            what: `all ${many} due at once out, X at ${latency} ms`,
            value: drain.bellbird,
            unit: 'ms',
            floor: { name: `bare calls, ${POSTS_AT_ONCE} at once`, value: drain.bare },
            aim: { of: 'ratio', most: RATIO },
          },
        );
      }
      if (x.forbidden.length + x.malformed.length > 0) throw new Error(x.forbidden.join(', '));
      return {
        part: 'x',
        about: `${places.length} accounts, the fake X in the process that measures, SQLite synced at every commit`,
        figures,
        notes: [
          `Load of the machine when it began: ${rounded(busy)} on ${availableParallelism()} cores.`,
        ],
      };
    } finally {
      await x.stop();
    }
  });
}
