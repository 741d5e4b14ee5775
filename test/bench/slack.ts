/**
 * A /tweet through Slack's door: signed, read, checked against a roll of 500, stored by SQLite with every
 * commit synced, and acknowledged with its checklist in one answer. Beside it a bare Bolt app that echoes as
 * many bytes. The servers are processes of their own; this one makes the load and signs it.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBellbird, startNode } from './child.ts';
import { type Figure, median, type Progress, percentile, rounded, type Told } from './figures.ts';
import { flatOut, steady, type Target } from './load.ts';
import { AUTHOR_IN_SLACK, inFolder, TEAM, writeSchool } from './school.ts';
import { openWire } from './wire.ts';
import { words } from './words.ts';

const ROUNDS = 3;
const SECONDS = 5;
const RATE = 100;
/** What the p99 of an acknowledgement aims at, ms. */
const LONGEST = 100;
/** How much of a bare echo's throughput is hoped for. */
const SHARE = 0.25;
const WARM = { seconds: 4, wires: 4 };
const PUPILS = 500;
const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));

function tweetAt(url: string, secret: string): Target {
  const run = randomBytes(6).toString('hex');
  let sent = 0;
  return {
    url,
    path: '/slack/events',
    body: () => {
      sent += 1;
      return new URLSearchParams({
        command: '/tweet',
        text: words(sent),
        team_id: TEAM,
        user_id: AUTHOR_IN_SLACK,
        channel_id: 'C0STAFF',
        // A delivery that was seen is not acted on again: no two runs may share their ids.
        trigger_id: `${run}.${sent}`,
        response_url: 'http://127.0.0.1:9/unused',
      }).toString();
    },
    headers: (body) => {
      const now = Math.floor(Date.now() / 1000);
      const hmac = createHmac('sha256', secret).update(`v0:${now}:${body}`).digest('hex');
      return {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': String(now),
        'x-slack-signature': `v0=${hmac}`,
      };
    },
  };
}

async function sizeOf(target: Target): Promise<number> {
  const wire = await openWire(target.url);
  const sizes: number[] = [];
  for (let index = 0; index < 12; index += 1) {
    const body = target.body();
    sizes.push((await wire.post(target.path, body, target.headers?.(body))).body.length);
  }
  wire.close();
  return median(sizes);
}

export async function measureSlack(says: Progress): Promise<Told> {
  return inFolder(async (folder) => {
    const secret = randomBytes(16).toString('hex');
    const api = startNode([script('./slack-api.ts')]);
    const running = [api];
    try {
      const bellbird = startBellbird({
        folder: join(folder, 'data'),
        school: writeSchool(folder, PUPILS, `slack: {team: ${TEAM}, slt_channel: C0SLT}\n`),
        env: {
          PLAYGROUND: '0',
          SLACK_BOT_TOKEN: 'xoxb-000000000000-bench',
          SLACK_SIGNING_SECRET: secret,
          SLACK_API_URL: `${await api.url}/`,
        },
      });
      running.push(bellbird);
      const tweet = tweetAt(await bellbird.url, secret);
      const size = await sizeOf(tweet);
      const floor = startNode([script('./bolt-echo.ts'), String(size), secret]);
      running.push(floor);
      const echo = tweetAt(await floor.url, secret);
      says('slack: warming the servers up');
      for (const target of [echo, tweet]) await flatOut(target, WARM);
      const busy = loadavg()[0] ?? 0;
      const seen = {
        echo: { took: [] as number[], rates: [] as number[] },
        tweet: { took: [] as number[], rates: [] as number[] },
      };
      for (let round = 1; round <= ROUNDS; round += 1) {
        says(`slack: round ${round} of ${ROUNDS}`);
        for (const [name, target] of [
          ['echo', echo],
          ['tweet', tweet],
        ] as const) {
          seen[name].took.push(...(await steady(target, { rate: RATE, seconds: SECONDS })));
          seen[name].rates.push(await flatOut(target, { seconds: 2 }));
        }
      }
      const at = (share: number): Figure => ({
        what: `/tweet acknowledged at ${RATE} a second, p${share * 100}`,
        value: percentile(seen.tweet.took, share),
        unit: 'ms',
        floor: { name: 'bare Bolt echo', value: percentile(seen.echo.took, share) },
      });
      const rate: Figure = {
        what: '/tweets flat out',
        value: median(seen.tweet.rates),
        unit: '/s',
        floor: { name: 'bare Bolt echo', value: median(seen.echo.rates) },
        aim: { of: 'ratio', least: SHARE },
      };
      return {
        part: 'slack',
        about: `POST /slack/events, signed, roll of ${PUPILS}, SQLite synced at every commit, answers of ${size} bytes`,
        figures: [at(0.5), { ...at(0.99), aim: { of: 'value', most: LONGEST } }, rate],
        notes: [
          `Load of the machine when it began, warming up included: ${rounded(busy)} on ${availableParallelism()} cores.`,
        ],
      };
    } finally {
      await Promise.all(running.map((child) => child.stop()));
    }
  });
}
