/**
 * A cold start: from starting `node src/main.ts` to the first 200 of /readyz. Its floor is `node -e 0`, from
 * start to end. Then the memory it rests at, a few seconds after the start and after 500 posts.
 */
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Child, residentMb, startBellbird, startNode } from './child.ts';
import { type Figure, median, type Progress, type Told } from './figures.ts';
import { inTurn } from './load.ts';
import { inFolder, writeSchool } from './school.ts';
import { tweetAt } from './tweet.ts';

const RUNS = 7;
const REST = 5000;
const POSTS = 500;
const PATIENCE = 30_000;

const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

/** True when the address answers 200 now. */
function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false }, (response: IncomingMessage) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('error', () => resolve(false));
  });
}

async function untilReady(url: string): Promise<void> {
  const stop = performance.now() + PATIENCE;
  while (!(await answers(`${url}/readyz`))) {
    if (performance.now() > stop) throw new Error(`${url}/readyz never answered 200.`);
    await rest(4);
  }
}

/** ms from start to ready on this folder. */
async function startOnce(folder: string): Promise<number> {
  const port = await freePort();
  const from = performance.now();
  const bellbird = startBellbird({ folder, port });
  try {
    await untilReady(`http://127.0.0.1:${port}`);
    return performance.now() - from;
  } finally {
    await bellbird.stop();
  }
}

/** ms from start to end of a node that does nothing. */
async function bareNode(): Promise<number> {
  const from = performance.now();
  const child = startNode(['-e', '0']);
  // It prints no URL, so it is over when the wait for one fails.
  await child.url.catch(() => {});
  return performance.now() - from;
}

async function memory(says: Progress, folder: string): Promise<Figure[]> {
  const school = writeSchool(folder, 500);
  const bellbird: Child = startBellbird({ folder: join(folder, 'rested'), school });
  const idle = startNode([
    '-e',
    'process.stdout.write("http://127.0.0.1:0");setTimeout(()=>{},1e9)',
  ]);
  try {
    const url = await bellbird.url;
    await idle.url;
    says('start: resting');
    await rest(REST);
    const bare = residentMb(idle.pid);
    const before = residentMb(bellbird.pid);
    await inTurn(tweetAt(url), POSTS);
    await rest(REST);
    const after = residentMb(bellbird.pid);
    if (bare === null || before === null || after === null) return [];
    const floor = { name: 'idle bare node', value: bare };
    const aim = { of: 'value', most: 150 } as const;
    return [
      { what: `resident ${REST / 1000} s after the start`, value: before, unit: 'MB', floor, aim },
      {
        what: `resident ${REST / 1000} s after ${POSTS} posts`,
        value: after,
        unit: 'MB',
        floor,
        aim,
      },
    ];
  } finally {
    await Promise.all([bellbird.stop(), idle.stop()]);
  }
}

export async function measureStart(says: Progress): Promise<Told> {
  return inFolder(async (folder) => {
    says(`start: ${RUNS} starts, after one to warm the disk up`);
    const kept = join(folder, 'kept');
    await startOnce(kept);
    await bareNode();
    const took = { again: [] as number[], first: [] as number[], bare: [] as number[] };
    for (let run = 0; run < RUNS; run += 1) {
      took.bare.push(await bareNode());
      took.again.push(await startOnce(kept));
      took.first.push(await startOnce(join(folder, `new-${run}`)));
    }
    const floor = { name: 'node -e 0', value: median(took.bare) };
    const aim = { of: 'value', most: 1500 } as const;
    const figures: Figure[] = [
      {
        what: 'start to ready, data folder kept',
        value: median(took.again),
        unit: 'ms',
        floor,
        aim,
      },
      {
        what: 'start to ready, nothing there yet',
        value: median(took.first),
        unit: 'ms',
        floor,
        aim,
      },
      ...(await memory(says, folder)),
    ];
    const about = `demo school for the starts (median of ${RUNS}); a roll of 500 for the memory`;
    const notes = figures.length < 4 ? ['Memory is not measured: this system has no /proc.'] : [];
    return { part: 'start', about, figures, notes };
  });
}
