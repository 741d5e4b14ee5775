/**
 * A post written in Teams' form and checked: the invoke comes through the door with a real token, is checked
 * against a roll of 500, stored by SQLite with every commit synced, answered with its checklist, and the card is
 * changed for everybody. Beside it a bare botbuilder app that does the same calls with as many bytes. The
 * servers are processes of their own; this one makes the load.
 */
import { randomBytes } from 'node:crypto';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { residentMb, startBellbird, startNode } from './child.ts';
import { type Figure, median, type Progress, percentile, rounded, type Told } from './figures.ts';
import { flatOut, steady, type Target } from './load.ts';
import { AUTHOR_IN_TEAMS, inFolder, writeSchool } from './school.ts';
import { APP, TENANT } from './teams-instead.ts';
import { openWire } from './wire.ts';
import { words } from './words.ts';

const ROUNDS = 3;
const SECONDS = 5;
const RATE = 50;
/** What the p99 of an answer aims at, ms. */
const LONGEST = 150;
/** How much of a bare echo's throughput is hoped for. */
const SHARE = 0.5;
/** What Bellbird may rest at with Teams on, MB. */
const MEMORY = 200;
const REST = 4_000;
const WARM = { seconds: 4, wires: 4 };
const PUPILS = 500;
const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));

type Signed = { token: string; serviceUrl: string };

function pressAt(url: string, { token, serviceUrl }: Signed): Target {
  const run = randomBytes(6).toString('hex');
  let sent = 0;
  return {
    url,
    path: '/api/messages',
    body: () => {
      sent += 1;
      const data = { action: 'save', text: words(sent), occasion: 'everyday' };
      return JSON.stringify({
        type: 'invoke',
        name: 'adaptiveCard/action',
        // A delivery that was seen is not acted on again: no two runs may share their ids.
        id: `f:${run}.${sent}`,
        channelId: 'msteams',
        serviceUrl,
        from: { id: '29:ada', name: 'Ada Wren', aadObjectId: AUTHOR_IN_TEAMS },
        recipient: { id: `28:${APP}`, name: 'Bellbird' },
        conversation: { conversationType: 'personal', tenantId: TENANT, id: 'a:ada' },
        channelData: { tenant: { id: TENANT } },
        replyToId: `${run}${sent}`,
        value: { action: { type: 'Action.Execute', verb: 'save', data }, trigger: 'manual' },
      });
    },
    headers: () => ({ 'content-type': 'application/json', authorization: `Bearer ${token}` }),
  };
}

/** The bytes of an answer. Throws where it is no card: then the figures would be of something else. */
async function sizeOf(target: Target): Promise<number> {
  const wire = await openWire(target.url);
  const sizes: number[] = [];
  for (let index = 0; index < 12; index += 1) {
    const body = target.body();
    const answer = await wire.post(target.path, body, target.headers?.(body));
    const said = answer.body.toString('utf8');
    if (!said.includes('AdaptiveCard')) throw new Error(`${answer.status}: ${said.slice(0, 300)}`);
    sizes.push(answer.body.length);
  }
  wire.close();
  return median(sizes);
}

export async function measureTeams(says: Progress): Promise<Told> {
  return inFolder(async (folder) => {
    const cloud = startNode([script('./teams-cloud.ts')]);
    const running = [cloud];
    try {
      const origin = await cloud.url;
      const signed = (await (await fetch(`${origin}/token?app=${APP}`)).json()) as Signed;
      const more = `teams: {tenant: ${TENANT}, slt_channel: "19:slt@thread.tacv2"}\n`;
      const bellbird = startBellbird({
        script: [script('./teams-bellbird.ts'), origin],
        folder: join(folder, 'data'),
        school: writeSchool(folder, PUPILS, more),
        env: {
          PLAYGROUND: '0',
          TEAMS_APP_ID: APP,
          TEAMS_APP_PASSWORD: 'asked-of-nobody-here',
          TEAMS_TENANT_ID: TENANT,
        },
      });
      running.push(bellbird);
      const press = pressAt(await bellbird.url, signed);
      await new Promise((done) => setTimeout(done, REST));
      const rest = residentMb(bellbird.pid);
      const size = await sizeOf(press);
      const floor = startNode([script('./teams-echo.ts'), String(size), origin]);
      running.push(floor);
      const echo = pressAt(await floor.url, signed);
      says('teams: warming the servers up');
      for (const target of [echo, press]) await flatOut(target, WARM);
      const busy = loadavg()[0] ?? 0;
      const seen = {
        echo: { took: [] as number[], rates: [] as number[] },
        press: { took: [] as number[], rates: [] as number[] },
      };
      for (let round = 1; round <= ROUNDS; round += 1) {
        says(`teams: round ${round} of ${ROUNDS}`);
        for (const [name, target] of [
          ['echo', echo],
          ['press', press],
        ] as const) {
          seen[name].took.push(...(await steady(target, { rate: RATE, seconds: SECONDS })));
          seen[name].rates.push(await flatOut(target, { seconds: 2 }));
        }
      }
      const name = 'bare botbuilder echo';
      const at = (share: number): Figure => ({
        what: `an invoke answered at ${RATE} a second, p${share * 100}`,
        value: percentile(seen.press.took, share),
        unit: 'ms',
        floor: { name, value: percentile(seen.echo.took, share) },
      });
      const rate: Figure = {
        what: 'invokes flat out',
        value: median(seen.press.rates),
        unit: '/s',
        floor: { name, value: median(seen.echo.rates) },
        aim: { of: 'ratio', least: SHARE },
      };
      const memory: Figure[] =
        rest === null
          ? []
          : [
              {
                what: 'memory at rest with Teams on',
                value: rest,
                floor: null,
                unit: 'MB',
                aim: { of: 'value', most: MEMORY },
              },
            ];
      return {
        part: 'teams',
        about: `POST /api/messages with a token, roll of ${PUPILS}, SQLite synced at every commit, answers of ${size} bytes, each card changed for all`,
        figures: [at(0.5), { ...at(0.99), aim: { of: 'value', most: LONGEST } }, rate, ...memory],
        notes: [
          `Load of the machine when it began, warming up included: ${rounded(busy)} on ${availableParallelism()} cores.`,
        ],
      };
    } finally {
      await Promise.all(running.map((child) => child.stop()));
    }
  });
}
