/** `bellbird doctor` as people run it, with a workspace on this machine in place of Slack. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../adapters/store/sqlite.ts';
import type { Checked } from '../../src/ports/checked.ts';
import {
  APP_TOKEN,
  BOT_TOKEN,
  openWorkspace,
  SCHOOL,
  type Workspace,
  wellKept,
} from '../slack/doctor-workspace.ts';

const CLI = resolve(import.meta.dirname, '../../src/cli.ts');
const NO_SLACK = SCHOOL.replace(/^slack: .*$/m, '');

let folder: string;
let close = () => {};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bellbird-doctor-'));
});
afterEach(() => {
  close();
  close = () => {};
  rmSync(folder, { recursive: true, force: true });
});

type Said = { status: number | null; out: string; err: string };

function doctor(env: Record<string, string>, ...args: string[]): Promise<Said> {
  const child = spawn(process.execPath, [CLI, 'doctor', ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, BELLBIRD_DATA: join(folder, 'data'), ...env },
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  return new Promise((done) => child.once('close', (status) => done({ status, ...said })));
}

function schoolFile(text: string): string {
  const file = join(folder, 'school.yaml');
  writeFileSync(file, text);
  return file;
}

/** Runs it on a school in a workspace, changed as the test wants it; what it found, and what Slack was asked. */
async function examined(
  change: (at: Workspace) => void = () => {},
  given: { school?: string; env?: Record<string, string> } = {},
) {
  const at = wellKept();
  change(at);
  const workspace = await openWorkspace(at);
  close = workspace.close;
  const env = {
    BELLBIRD_SCHOOL: schoolFile(given.school ?? SCHOOL),
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_APP_TOKEN: APP_TOKEN,
    SLACK_API_URL: workspace.url,
    ...given.env,
  };
  const said = await doctor(env, '--json');
  expect(said.err).toBe('');
  expect(said.out).not.toContain('hunter2');
  const found = JSON.parse(said.out) as Checked[];
  const wrong = found.filter((each) => each.state !== 'ok');
  return { ...said, env, found, wrong, asked: workspace.asked };
}

describe('a school that is well set up', () => {
  it('is told so, line by line, and Slack is only asked, never changed', async () => {
    const { status, found, asked, env } = await examined();
    expect(found.filter((each) => each.state !== 'ok')).toEqual([]);
    expect(status).toBe(0);
    expect(found.map((each) => each.what)).toEqual([
      'Settings',
      'School files',
      'Store',
      'Slack bot token',
      'Slack scopes',
      'Clock',
      'Slack Socket Mode',
      'Workspace of Larkfield Primary School',
      'SLT channel of Larkfield Primary School',
      'People of Larkfield Primary School',
      'Who decides at Larkfield Primary School',
      'Teams',
    ]);
    expect(found.at(-2)?.seen).toBe('Sam Obi and Jo Clarke, by the roles in the school file.');
    const only =
      /^(auth\.test|bots\.info|apps\.connections\.open|conversations\.info|users\.info)$/;
    expect(asked.filter((method) => !only.test(method))).toEqual([]);
    const read = await doctor(env);
    expect(read.out).toContain('ok         Slack bot token: It is "bellbird" in the workspace');
    expect(read.out).toMatch(/\n\nAll 12 fine\.\n$/);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('over HTTP hears that only Slack can try the signing secret', async () => {
    const env = { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: 'a'.repeat(32) };
    const { status, found, asked } = await examined(() => {}, { env });
    expect(status).toBe(0);
    expect(found.find((each) => each.what === 'Slack over HTTP')?.seen).toContain('/slack/events');
    expect(asked).not.toContain('apps.connections.open');
  });

  it('but where something is not, with what to do and status 1', async () => {
    const { status, env } = await examined((at) => {
      at.channel = { ...at.channel, is_member: false };
    });
    expect(status).toBe(1);
    const read = await doctor(env);
    expect(read.status).toBe(1);
    expect(read.out).toContain(
      'fault      SLT channel of Larkfield Primary School: Bellbird is not a member of #slt.\n           → Invite @Bellbird to #slt',
    );
    expect(read.out).toMatch(/One fault to put right, 0 to look at, 11 fine\.\n$/);
  });

  it('and where Slack does not answer at all, the network is named', async () => {
    const env = { SLACK_API_URL: 'http://127.0.0.1:9/api/', SLACK_APP_TOKEN: '' };
    const secret = { ...env, SLACK_SIGNING_SECRET: 'a'.repeat(32) };
    const { status, wrong } = await examined(() => {}, { env: secret });
    expect(status).toBe(1);
    expect(wrong).toHaveLength(1);
    expect(wrong[0]?.seen).toMatch(/^Slack could not be reached \(/);
    expect(wrong[0]?.todo).toContain('SLACK_API_URL');
  }, 30_000);
});

describe('without Slack', () => {
  const states = (said: Said) => said.out.match(/^(ok|attention|fault)/gm);

  it('a school hears that none is configured, and that its store is well', async () => {
    await (await openSqlite({ folder: join(folder, 'data') })).close();
    const said = await doctor({ BELLBIRD_SCHOOL: schoolFile(NO_SLACK) });
    expect(said.status).toBe(0);
    expect(said.out).toContain(`Store: ${join(folder, 'data')} can be read and written.`);
    expect(said.out).toContain('Slack: None is configured, and no school asks for it.');
    expect(said.out).toContain('Teams: None is configured, and no school asks for it.');
    expect(states(said)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
  });

  it('a school that asks for it hears that nobody serves it', async () => {
    const said = await doctor({ BELLBIRD_SCHOOL: schoolFile(SCHOOL) });
    expect(said.status).toBe(0);
    expect(said.out).toContain('"slack:" does nothing while SLACK_BOT_TOKEN is not set');
    expect(said.out).toMatch(/It can run\. 1 to look at, 5 fine\.\n$/);
  });

  it('every fault of the settings and the school file is told, with status 1', async () => {
    const file = schoolFile(NO_SLACK.replace('Europe/London', 'Europe/Lundon'));
    const said = await doctor({ BELLBIRD_SCHOOL: file, SLACK_BOT_TOKEN: 'hunter2', PORT: 'x' });
    expect(said.status).toBe(1);
    expect(said.out).toMatch(/^fault {6}Settings: PORT/m);
    expect(said.out).toMatch(/^fault {6}Settings: SLACK_BOT_TOKEN/m);
    expect(said.out).toContain('Lundon');
    expect(said.out).not.toContain('hunter2');
  });

  it('an app that no school asks for is a fault', async () => {
    const { status, wrong } = await examined(() => {}, { school: NO_SLACK });
    expect(status).toBe(1);
    expect(wrong[0]?.seen).toContain('no school has a "slack:"');
  });

  it('a data folder that is a file, or a database that is none, is a fault', async () => {
    const file = schoolFile(NO_SLACK);
    writeFileSync(join(folder, 'data'), '');
    const flat = await doctor({ BELLBIRD_SCHOOL: file });
    expect([flat.status, states(flat)?.[2]]).toEqual([1, 'fault']);
    rmSync(join(folder, 'data'));
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'bellbird.db'), 'Dear parents, '.repeat(1000));
    const broken = await doctor({ BELLBIRD_SCHOOL: file });
    expect([broken.status, states(broken)?.[2]]).toEqual([1, 'fault']);
    expect(broken.out).toContain('restore');
  });

  it('an empty data folder is fine, and stays empty', async () => {
    mkdirSync(join(folder, 'data'));
    const said = await doctor({ BELLBIRD_SCHOOL: schoolFile(NO_SLACK) });
    expect(said.status).toBe(0);
    expect(said.out).toContain('holds no records yet');
    expect(existsSync(join(folder, 'data', 'bellbird.db'))).toBe(false);
  });
});
