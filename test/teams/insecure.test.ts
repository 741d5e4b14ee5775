/** Teams' door without an app: for programs on this machine alone, and shut where nothing is set. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { acquaintances, SERVICE } from '../../adapters/teams/acquaintances.ts';
import { readConfig } from '../../src/config.ts';
import { type Running, start } from '../../src/main.ts';
import { APP, TENANT } from '../fakes/teams/world.ts';
import { ROLL, SCHOOL } from '../scenarios/staffroom.ts';
import { POST } from './steps.ts';
import { AMY, inTeams } from './workspace.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function open(env: Record<string, string>): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'bellbird-open-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'school.yaml');
  writeFileSync(file, inTeams(SCHOOL));
  writeFileSync(join(folder, 'roll.csv'), ROLL);
  const read = readConfig({
    PORT: '0',
    BELLBIRD_DATA: join(folder, 'data'),
    BELLBIRD_SCHOOL: file,
    LOG_LEVEL: 'silent',
    ...env,
  });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const running = await start(read.config);
  ends.push(running.stop);
  return running;
}

/** Posts an activity as some program would; gives the status. */
function posts(
  url: string,
  activity: object,
  headers: Record<string, string> = {},
): Promise<number> {
  return new Promise((done, fail) => {
    const call = request(
      `${url}/api/messages`,
      { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      (answer) => {
        answer.resume();
        done(answer.statusCode ?? 0);
      },
    );
    call.on('error', fail);
    call.end(JSON.stringify(activity));
  });
}

const LINE = {
  type: 'message',
  id: '1',
  channelId: 'emulator',
  serviceUrl: 'http://127.0.0.1:9/',
  from: { id: 'u1', name: 'Amy Reid', aadObjectId: AMY },
  recipient: { id: 'bot' },
  conversation: { id: 'c1', conversationType: 'personal', tenantId: TENANT },
  text: `tweet ${POST}`,
};

/** A program that tries bots, as the Emulator does: it takes whatever is posted, and keeps it. */
async function emulator() {
  const kept: string[] = [];
  const server = createServer((incoming, out) => {
    let body = '';
    incoming.on('data', (part) => {
      body += part;
    });
    incoming.on('end', () => {
      kept.push(`${incoming.method} ${incoming.url} ${body}`);
      out.writeHead(200, { 'content-type': 'application/json' });
      out.end(JSON.stringify({ id: `m${kept.length}` }));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ends.push(() => server.close());
  return { kept, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

it('a school can be tried from this machine without an app', async () => {
  const tries = await emulator();
  const { url } = await open({ TEAMS_INSECURE_LOCAL: '1' });
  expect(await posts(url, { ...LINE, serviceUrl: tries.url })).toBe(200);
  const card = tries.kept.find((each) => each.startsWith('POST /v3/conversations/c1/activities'));
  expect(card).toContain(POST);
  expect(card).toContain('Send to SLT');
});

it('of whoever was met so, an app that comes later knows nothing, and calls no program on this machine', async () => {
  const tries = await emulator();
  const { url, world } = await open({ TEAMS_INSECURE_LOCAL: '1' });
  await posts(url, { ...LINE, serviceUrl: tries.url });
  const { shelf } = world.store;
  expect(await acquaintances(shelf, '', null).serviceOf(TENANT)).toBe(tries.url);
  const later = acquaintances(shelf, APP, SERVICE);
  expect(await later.serviceOf(TENANT)).toBe(SERVICE);
  expect(await later.chatWith(AMY)).toBeNull();
});

it.each([
  ['x-forwarded-for', '203.0.113.7'],
  ['forwarded', 'for=203.0.113.7'],
  ['x-forwarded-host', 'bot.school.example'],
  ['via', '1.1 tunnel'],
  ['x-real-ip', '203.0.113.7'],
  ['origin', 'https://evil.example'],
  ['host', 'bot.school.example'],
])('then a call with %s, as from a tunnel or a page, is refused', async (name, value) => {
  const { url, world } = await open({ TEAMS_INSECURE_LOCAL: '1' });
  expect(await posts(url, LINE, { [name]: value })).toBe(403);
  const entries = await world.store.read.ledger('larkfield', 0, 100);
  expect(entries.map(({ event }) => event)).not.toContain('draft.written');
});

it('where neither an app nor that is set there is no door', async () => {
  const { url } = await open({});
  expect(await posts(url, LINE)).toBe(404);
});
