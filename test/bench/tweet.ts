/**
 * A /tweet through the playground's door: read, checked against a roll of 500, stored by SQLite with every
 * commit synced, drawn and answered. Beside it an echo: the same server and body reader, a body and an answer
 * of the same size; and the same echo that first makes as many bare synced inserts as a /tweet commits, for on
 * a busy disk those are most of the time. The servers are processes of their own; this one makes the load.
 */
import { randomBytes } from 'node:crypto';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { ECHO, startBellbird, startNode } from './child.ts';
import { type Figure, median, type Progress, percentile, rounded, type Told } from './figures.ts';
import { flatOut, steady, type Target } from './load.ts';
import { watching } from './pages.ts';
import { AUTHOR, inFolder, writeSchool } from './school.ts';
import { openWire } from './wire.ts';
import { words } from './words.ts';

const ROUNDS = 3;
const SECONDS = 5;
const RATE = 200;
/** What the p99 aims at, ms. */
const LONGEST = 15;
const WARM = { seconds: 4, wires: 4 };
const PUPILS = 500;
const PAGES = 5;
/** Commits of one /tweet: the draft with all that belongs to it, then its line and its card in the chat. */
const COMMITS = 2;

export function tweetAt(url: string): Target {
  // A delivery that was seen is not acted on again: no two runs may share their ids.
  const run = randomBytes(6).toString('hex');
  let sent = 0;
  const body = () => {
    sent += 1;
    return JSON.stringify({
      as: AUTHOR,
      delivery: `${run}-${sent}`,
      text: `/tweet ${words(sent)}`,
    });
  };
  return { url, path: '/playground/say', body };
}

/** The size of a /tweet's answer in bytes: the median of one of each wording. */
async function sizeOf(target: Target): Promise<number> {
  const wire = await openWire(target.url);
  const sizes: number[] = [];
  for (let index = 0; index < 12; index += 1) {
    const { body } = await wire.post(target.path, target.body());
    sizes.push(body.length);
  }
  wire.close();
  return median(sizes);
}

type Seen = { latencies: number[]; rates: number[] };

async function inRounds(targets: readonly Target[], says: Progress): Promise<Seen[]> {
  const seen = targets.map((): Seen => ({ latencies: [], rates: [] }));
  for (let round = 1; round <= ROUNDS; round += 1) {
    says(`tweet: round ${round} of ${ROUNDS}`);
    for (const [index, target] of targets.entries()) {
      seen[index]?.latencies.push(...(await steady(target, { rate: RATE, seconds: SECONDS })));
      seen[index]?.rates.push(await flatOut(target, { seconds: 2 }));
    }
  }
  return seen;
}

/** p50 and p99 of one set of latencies beside those of another; `aim` is for the p99, ms. */
function latency(
  what: string,
  of: readonly number[],
  floor: { name: string; of: readonly number[] },
  aim?: number,
): Figure[] {
  const at = (share: number): Figure => ({
    what: `${what}, p${share * 100}`,
    value: percentile(of, share),
    unit: 'ms',
    floor: { name: floor.name, value: percentile(floor.of, share) },
  });
  const p99 = at(0.99);
  return [at(0.5), aim === undefined ? p99 : { ...p99, aim: { of: 'value', most: aim } }];
}

function figuresOf([echo, kept, tweet]: Seen[], watched: readonly number[]): Figure[] {
  if (!echo || !kept || !tweet) throw new Error('Nothing was measured. Measure all three servers.');
  const names = { echo: 'echo', kept: `echo, ${COMMITS} synced inserts` };
  const rate = (name: string, floor: Seen): Figure => ({
    what: '/tweets flat out',
    value: median(tweet.rates),
    unit: '/s',
    floor: { name, value: median(floor.rates) },
  });
  const what = `/tweet at ${RATE} a second`;
  const open = `the same, ${PAGES} pages open`;
  return [
    ...latency(what, tweet.latencies, { name: names.echo, of: echo.latencies }, LONGEST),
    ...latency(what, tweet.latencies, { name: names.kept, of: kept.latencies }),
    ...latency(open, watched, { name: 'none open', of: tweet.latencies }),
    rate(names.echo, echo),
    rate(names.kept, kept),
  ];
}

export async function measureTweet(says: Progress): Promise<Told> {
  return inFolder(async (folder) => {
    const bellbird = startBellbird({
      folder: join(folder, 'data'),
      school: writeSchool(folder, PUPILS),
    });
    const running = [bellbird];
    try {
      const tweet = tweetAt(await bellbird.url);
      const size = await sizeOf(tweet);
      const floor = startNode([ECHO, String(size), join(folder, 'floor.db'), String(COMMITS)]);
      running.push(floor);
      const url = await floor.url;
      const targets = [{ ...tweet, url, path: '/echo' }, { ...tweet, url, path: '/kept' }, tweet];
      says('tweet: warming the servers up');
      for (const target of targets) await flatOut(target, WARM);
      const busy = loadavg()[0] ?? 0;
      const seen = await inRounds(targets, says);
      says(`tweet: with ${PAGES} pages open`);
      const open = await watching(tweet.url, AUTHOR, PAGES);
      const watched = await steady(tweet, { rate: RATE, seconds: SECONDS });
      open.close();
      return {
        part: 'tweet',
        about: `POST /playground/say, roll of ${PUPILS}, SQLite synced at every commit, answers of ${size} bytes`,
        figures: figuresOf(seen, watched),
        notes: [
          `Load of the machine when it began, warming up included: ${rounded(busy)} on ${availableParallelism()} cores.`,
        ],
      };
    } finally {
      await Promise.all(running.map((child) => child.stop()));
    }
  });
}
