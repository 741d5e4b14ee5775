/** Starts that must not succeed, and ends that must: real processes of `node src/main.ts`. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_FILE, openSqlite } from '../../adapters/store/sqlite.ts';
import { type Started, startBellbird } from './support/command.ts';
import { type SmallDisk, smallDisk } from './support/small-disk.ts';

let folder = '';
let data = '';
let running: Started[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bellbird-start-'));
  data = join(folder, 'data');
  running = [];
});
afterEach(async () => {
  for (const each of running) each.signal('SIGKILL');
  await Promise.all(running.map((each) => each.ended));
  rmSync(folder, { recursive: true, force: true });
});

async function starts(env: Record<string, string> = {}): Promise<Started> {
  const started = await startBellbird({ BELLBIRD_DATA: data, ...env });
  running.push(started);
  return started;
}

/** Starts, is refused with status 1, and gives what it said; a stack is never among it. */
async function isRefused(env: Record<string, string> = {}): Promise<string> {
  const started = await starts(env);
  expect(started.url, started.said()).toBeNull();
  expect(await started.ended).toBe(1);
  expect(started.said()).toContain('Bellbird did not start.');
  expect(started.said()).not.toMatch(/\n\s+at |node:internal/);
  return started.said();
}

async function stops(started: Started): Promise<void> {
  started.signal('SIGTERM');
  expect(await started.ended, started.said()).toBe(0);
}

type Reply = { as?: string; error?: string; items?: unknown[]; card?: unknown };

async function says(started: Started, text: string, delivery: string): Promise<Reply> {
  const response = await fetch(`${started.url}/playground/say`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: 'amina-yusuf', delivery, text }),
  });
  return (await response.json()) as Reply;
}

function writeSchool(yaml: string): string {
  const file = join(folder, 'school.yaml');
  writeFileSync(file, yaml);
  return file;
}

const SCHOOL = `
school: Larkfield Primary School
timezone: Europe/London
office: office@larkfield.example
policy: standard
accounts: [{handle: "@Larkfield", outlet: timeline, visibility: public}]
people:
  - {name: Amy Reid, roles: [teacher, nominated]}
  - {name: Sam Obi, roles: [slt]}
  - {name: Jo Clarke, roles: [head, slt]}
approvals: {needed: 1, by: [slt]}
`;

describe('a start that cannot succeed', () => {
  let taken: Server | null = null;
  afterEach(() => {
    taken?.close();
    taken = null;
  });

  it('on a port in use says which, and how to choose another', async () => {
    const server = createServer();
    taken = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const said = await isRefused({ PORT: String(port) });
    expect(said).toContain(`Port ${port} on 127.0.0.1 is in use`);
    expect(said).toContain(`PORT=${port + 1} npm start`);
  });

  it('on the folder of a running Bellbird leaves that one alone', async () => {
    const first = await starts();
    const said = await isRefused();
    expect(said).toContain(`Another Bellbird is already running on ${data}`);
    expect(said).toContain('BELLBIRD_DATA');
    expect((await says(first, '/tweet Still here.', 'delivery-1')).as).toBe('card');
  });

  it('with several settings off names all of them', async () => {
    const said = await isRefused({ PORT: 'abc', LOG_LEVEL: 'loud', BELLBIRD_SECRET: 'short' });
    expect(said).toContain('PORT: saw "abc"');
    expect(said).toContain('LOG_LEVEL: saw "loud"');
    expect(said).toContain('BELLBIRD_SECRET: saw 5 characters');
  });

  it('with a Slack app that no school asks for says so, and no word of its tokens', async () => {
    const BELLBIRD_SCHOOL = writeSchool(SCHOOL);
    const tokens = { SLACK_BOT_TOKEN: 'xoxb-1-hunter2', SLACK_APP_TOKEN: 'xapp-1-hunter2' };
    const said = await isRefused({ BELLBIRD_SCHOOL, ...tokens });
    expect(said).toContain('no school has a "slack:" with its team and slt_channel');
    expect(said).not.toContain('hunter2');
  });

  it('beneath a file says that a folder is needed', async () => {
    writeFileSync(join(folder, 'file'), '');
    const said = await isRefused({ BELLBIRD_DATA: join(folder, 'file', 'data') });
    expect(said).toContain('Give BELLBIRD_DATA the name of a folder');
  });

  it('where the system lets nobody make a folder says what may not be written', async () => {
    const said = await isRefused({ BELLBIRD_DATA: '/proc/bellbird' });
    expect(said).toContain('/proc/bellbird cannot be the data folder');
    expect(said).toContain('Give BELLBIRD_DATA another place');
  });

  it('without the school file says where it was looked for', async () => {
    const file = join(folder, 'nowhere.yaml');
    expect(await isRefused({ BELLBIRD_SCHOOL: file })).toContain(file);
  });

  it('with a broken school file names every fault at once, with its line or its path', async () => {
    const file = writeSchool(
      SCHOOL.replace('Europe/London', 'Europe/Lunnon')
        .replace('outlet: timeline', 'outlet: telegraph')
        .replace('roles: [slt]', 'roles: [wizard]'),
    );
    const said = await isRefused({ BELLBIRD_SCHOOL: file });
    for (const seen of [file, 'Europe/Lunnon', 'telegraph', 'wizard']) expect(said).toContain(seen);
    for (const path of ['timezone', 'outlet', 'roles']) expect(said).toContain(path);
  });

  it('with a file that is no YAML says in which line', async () => {
    const file = writeSchool(`${SCHOOL}people: [\n`);
    const said = await isRefused({ BELLBIRD_SCHOOL: file });
    expect(said).toContain(file);
    expect(said).toMatch(/line \d+|:\d+:\d+/);
  });

  it('with a policy that has a rule nobody knows names it and the rules there are', async () => {
    const own = '{extends: standard, rules: {length: {limit: 200}, shouting: {severity: block}}}';
    const file = writeSchool(SCHOOL.replace('policy: standard', `policy: ${own}`));
    const said = await isRefused({ BELLBIRD_SCHOOL: file });
    expect(said).toContain('shouting');
    expect(said).toContain('hashtag-place');
  });

  it('with a policy nobody knows names those there are', async () => {
    const file = writeSchool(SCHOOL.replace('policy: standard', 'policy: strict'));
    const said = await isRefused({ BELLBIRD_SCHOOL: file });
    expect(said).toContain('strict');
    expect(said).toContain('lickey-hills');
  });

  it('on a database of a newer Bellbird says so and does not touch it', async () => {
    await (await openSqlite({ folder: data })).close();
    const db = new DatabaseSync(join(data, DATABASE_FILE));
    db.exec("insert into bellbird_versions (version, name, at) values (99, 'later', 0)");
    db.close();
    const said = await isRefused();
    expect(said).toContain('is at version 99, written by a newer Bellbird');
    expect(said).toContain('restore a backup');
  });

  it.each([
    ['is no database', (file: string) => writeFileSync(file, 'Not a database. '.repeat(1000))],
    [
      'is damaged in the middle',
      (file: string) => {
        const db = new DatabaseSync(file);
        db.exec('pragma journal_mode = delete');
        db.close();
        writeFileSync(file, Buffer.alloc(8192, 0xff), { flag: 'r+' });
      },
    ],
  ])('on a database file that %s says how to put a backup in its place', async (_, spoil) => {
    await (await openSqlite({ folder: data })).close();
    spoil(join(data, DATABASE_FILE));
    const said = await isRefused();
    expect(said).toContain(DATABASE_FILE);
    expect(said).toContain('is damaged, or is not a database at all');
    expect(said).toContain('npm run -s bellbird -- restore');
  });

  it('under another secret than the roll was imported under is refused, for no name would match', async () => {
    const secret = { BELLBIRD_SECRET: 'the-secret-of-the-first-day-1234567890' };
    await stops(await starts(secret));
    const said = await isRefused();
    expect(said).toContain('imported under another secret');
    expect(said).toContain('BELLBIRD_SECRET');
    expect(said).toContain('npm run -s bellbird -- roll import');
    expect(said).not.toContain(secret.BELLBIRD_SECRET);
    expect((await starts(secret)).url).not.toBeNull();
  });
});

describe('a Bellbird that is asked to stop', () => {
  it('ends with status 0 although a page is open, and keeps everything', async () => {
    const first = await starts();
    const page = await fetch(`${first.url}/playground/events?as=amina-yusuf`);
    expect((await says(first, '/tweet The pond has four newts.', 'delivery-1')).as).toBe('card');
    const asked = Date.now();
    await stops(first);
    expect(Date.now() - asked).toBeLessThan(8_000);
    await page.body?.cancel().catch(() => {});

    const second = await starts();
    const status = await says(second, '/tweet status', 'delivery-2');
    expect(JSON.stringify(status)).toContain('four newts');
    expect((await says(second, '/tweet The pond has four newts.', 'delivery-1')).as).toBe('card');
    await stops(second);
    const store = await openSqlite({ folder: data });
    const [school = ''] = await store.read.ledgerSchools();
    const events = (await store.read.ledger(school, 0, 100)).map((entry) => entry.event);
    expect(events.filter((event) => event === 'draft.written')).toHaveLength(1);
    expect(await store.verifyLedger(school)).toBeNull();
    await store.close();
  });
});

// Mounted as this file is read, for whether it can be decides what is skipped.
const disk: SmallDisk | null = smallDisk(3);
afterAll(() => disk?.remove());
describe.skipIf(disk === null)('a disk with little room (needs the right to mount one)', () => {
  const small = disk as SmallDisk;
  beforeEach(() => {
    data = join(small.folder, 'data');
  });
  afterEach(() => {
    small.remount('rw');
    small.makeRoom();
    rmSync(data, { recursive: true, force: true });
  });

  it('when full stops the start, with what to do', async () => {
    small.fill();
    expect(await isRefused()).toContain('Free some space and try again');
  });

  it('when read-only stops the start, with what to do', async () => {
    mkdirSync(data);
    small.remount('ro');
    expect(await isRefused()).toContain('may not write to its data folder');
  });

  it('when it fills up while Bellbird runs: a clear sentence, nothing lost, and all well with room', async () => {
    const started = await starts();
    expect((await says(started, '/tweet The first newt.', 'delivery-1')).as).toBe('card');
    small.fill();
    const refused = await says(started, `/tweet ${'The second newt. '.repeat(100)}`, 'delivery-2');
    expect(refused.as, JSON.stringify(refused)).toBe('note');
    expect(JSON.stringify(refused.card)).toContain('is full');
    expect(JSON.stringify(refused.card)).toContain('Free some space');

    small.makeRoom();
    expect((await says(started, '/tweet The second newt.', 'delivery-2')).as).toBe('card');
    const status = JSON.stringify(await says(started, '/tweet status', 'delivery-3'));
    for (const words of ['The first newt.', 'The second newt.']) expect(status).toContain(words);
    await stops(started);
    const store = await openSqlite({ folder: data });
    const [school = ''] = await store.read.ledgerSchools();
    expect(await store.verifyLedger(school)).toBeNull();
    await store.close();
  });
});
