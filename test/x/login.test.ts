/** `bellbird x login` as people run it: a link, a PIN, and the account's keys, which stand nowhere but on the screen. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginLogin } from '../../adapters/x/login.ts';
import { type FakeX, startX } from '../fakes/x/x.ts';

const CLI = resolve(import.meta.dirname, '../../src/cli.ts');
const SCHOOL = `
school: Larkfield Primary School
timezone: Europe/London
office: office@larkfield.example
policy: standard
accounts:
  - {handle: "@Larkfield", outlet: x, visibility: public, keys: {app: X_APP, app_secret: X_APP_S, access: X_ACC, access_secret: X_ACC_S}}
  - {handle: "@Larkfield_PE", outlet: x, visibility: public, keys: {app: X_APP, app_secret: X_APP_S, access: X_PE, access_secret: X_PE_S}}
people:
  - {name: Amy Reid, roles: [nominated]}
  - {name: Sam Obi, roles: [slt]}
  - {name: Jo Clarke, roles: [head, slt]}
`;

let folder: string;
let x: FakeX;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bellbird-login-'));
  writeFileSync(join(folder, 'school.yaml'), SCHOOL);
  x = await startX({ accounts: { '@Larkfield': {}, '@Sutton_Manor': {} } });
});
afterEach(async () => {
  await x.stop();
  rmSync(folder, { recursive: true, force: true });
  expect(x.forbidden).toEqual([]);
});

/** Runs it; `pin` is what whoever sees the link types then. */
function login(
  args: string[],
  pin: (link: string) => string,
  env: Record<string, string> = { X_APP: x.world.appKey, X_APP_S: x.world.appSecret },
): Promise<{ status: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [CLI, 'x', 'login', ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, BELLBIRD_SCHOOL: 'school.yaml', X_API_URL: x.url, ...env },
  });
  const said = { out: '', err: '' };
  let typed = false;
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
    const link = /https:\S+authorize\S+/.exec(said.err)?.[0];
    if (typed || !link || !said.err.includes('PIN that X shows')) return;
    typed = true;
    child.stdin.end(`${pin(link)}\n`);
  });
  return new Promise((done) => child.once('close', (status) => done({ status, ...said })));
}

describe('bellbird x login', () => {
  it('prints the link, takes the PIN, says what the keys may do and which lines to keep, and keeps nothing itself', async () => {
    const said = await login(['larkfield'], (link) => x.letsIn('@Larkfield', link));
    const { accessToken, accessSecret } = x.keys('@Larkfield');
    expect(said).toMatchObject({
      status: 0,
      out: `X_ACC=${accessToken}\nX_ACC_S=${accessSecret}\n`,
    });
    expect(said.err).toContain('read and post');
    expect(said.err).not.toContain(accessSecret);
    expect(readdirSync(folder)).toEqual(['school.yaml']);
  });

  it('gives no keys of another account, and says whose they would be', async () => {
    const said = await login(['@Larkfield'], (link) => x.letsIn('@Sutton_Manor', link));
    expect(said).toMatchObject({ status: 1, out: '' });
    expect(said.err).toContain('@Sutton_Manor');
    expect(said.err).not.toContain(x.keys('@Sutton_Manor').accessSecret);
  });

  it('has no keys for a PIN that is wrong', async () => {
    const { appKey, appSecret } = x.world;
    const begun = await beginLogin({ appKey, appSecret }, x.url);
    x.letsIn('@Larkfield', begun.link);
    await expect(begun.finish('1234567')).rejects.toThrow('status 401');
  });

  it('asks which account, and for the app’s own keys, before it asks X', async () => {
    const which = await login([], () => '');
    expect(which).toMatchObject({ status: 2 });
    expect(which.err).toContain('@Larkfield, @Larkfield_PE');
    const bare = await login(['@Larkfield'], () => '', { X_APP: x.world.appKey });
    expect(bare).toMatchObject({ status: 1 });
    expect(bare.err).toContain('X_APP_S is not set');
    expect(x.calls).toEqual([]);
  });
});
