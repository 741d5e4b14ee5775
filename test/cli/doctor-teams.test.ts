/** What `bellbird doctor` says of Teams, as people run it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { manifestOf, packageOf } from '../../manifest/teams/app-package.ts';
import { examineSchools } from '../../src/cli/examine.ts';
import { examinePackage, examineTeams } from '../../src/cli/examine-teams.ts';
import { readConfig } from '../../src/config.ts';
import type { Checked } from '../../src/ports/checked.ts';

const CLI = resolve(import.meta.dirname, '../../src/cli.ts');
const TENANT = 'a1b2c3d4-0000-4000-8000-00000000bbbb';
const entra = (last: string) => `3f2a6f1e-0000-4000-8000-0000000000${last}`;
const APP = {
  TEAMS_APP_ID: 'a1b2c3d4-0000-4000-8000-00000000aaaa',
  TEAMS_APP_PASSWORD: 'hunter2~hunter2~hunter2',
  TEAMS_TENANT_ID: TENANT,
};
const SCHOOL = `
school: Larkfield Primary School
timezone: Europe/London
office: office@larkfield.example
policy: standard
accounts: [{handle: "@Larkfield", outlet: timeline, visibility: public}]
people:
  - {name: Amy Reid, roles: [teacher, nominated], teams: ${entra('a1')}}
  - {name: Sam Obi, roles: [slt], teams: ${entra('b2')}}
  - {name: Jo Clarke, roles: [head, slt], teams: ${entra('c3')}}
approvals: {needed: 1, by: [slt]}
teams: {tenant: ${TENANT}, slt_channel: "19:slt@thread.tacv2"}
`;

const folder = mkdtempSync(join(tmpdir(), 'bellbird-doctor-teams-'));
afterAll(() => rmSync(folder, { recursive: true }));

const told = (found: Checked[]) => ({
  found,
  wrong: found.filter((each) => each.state !== 'ok'),
  saying: (what: string) => found.find((each) => each.what.startsWith(what))?.seen,
});

/** What settings and school file say, without asking Microsoft. */
async function read(school: string, env: Record<string, string>) {
  const file = join(folder, 'school.yaml');
  writeFileSync(file, school);
  const settings = readConfig({ BELLBIRD_SCHOOL: file, ...env });
  if (!settings.ok) throw new Error(settings.faults.join('\n'));
  const { checked, schools } = await examineSchools(settings.config);
  const found = [...checked, ...examineTeams(settings.config.teams, schools)];
  expect(JSON.stringify(found)).not.toContain('hunter2');
  return told(found);
}

/** The command, as people run it: for settings with which nothing is asked of Microsoft. */
function examined(school: string, env: Record<string, string>) {
  const file = join(folder, 'school.yaml');
  writeFileSync(file, school);
  const done = spawnSync(process.execPath, [CLI, 'doctor', '--json'], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, BELLBIRD_SCHOOL: file, BELLBIRD_DATA: 'data', ...env },
  });
  expect(done.stderr).toBe('');
  return { status: done.status, ...told(JSON.parse(done.stdout) as Checked[]) };
}

describe('the packed app', () => {
  const stay = process.cwd();
  afterEach(() => process.chdir(stay));

  it('is of this app, of another, or none at all', () => {
    process.chdir(mkdtempSync(join(folder, 'packed-')));
    expect(examinePackage(APP.TEAMS_APP_ID)).toEqual([]);
    writeFileSync('bellbird-teams.zip', packageOf(manifestOf(APP.TEAMS_APP_ID, null)));
    expect(examinePackage(APP.TEAMS_APP_ID).map(({ state }) => state)).toEqual(['ok']);
    const [other] = examinePackage(TENANT);
    expect([other?.state, other?.seen]).toEqual(['fault', expect.stringContaining('another app')]);
    writeFileSync('bellbird-teams.zip', 'no zip');
    expect(examinePackage(TENANT)[0]?.seen).toContain('cannot be read');
  });
});

describe('a school that is well set up in Teams', () => {
  it('hears which app and tenant it is, who is known there, and who decides', async () => {
    const { wrong, saying } = await read(SCHOOL, APP);
    expect(wrong).toEqual([]);
    expect(saying('Teams app')).toContain(`${APP.TEAMS_APP_ID}, of the tenant ${TENANT}.`);
    expect(saying('Tenant of Larkfield')).toBe(`It is ${TENANT}.`);
    expect(saying('People of Larkfield')).toBe('3 Object IDs given.');
    expect(saying('Who decides at')).toBe(
      'Sam Obi and Jo Clarke, by the roles in the school file.',
    );
  });

  it('hears that the channel decides who is of SLT, where it says so', async () => {
    const { wrong, saying } = await read(SCHOOL.replace('tacv2"', 'tacv2", slt: channel'), APP);
    expect(wrong).toEqual([]);
    expect(saying('Who decides at')).toContain('Whoever is in the SLT channel');
  });
});

describe('a school that is not', () => {
  it('hears who has no Object ID, and that one person alone cannot decide on their own posts', async () => {
    const one = SCHOOL.replace(`, teams: ${entra('b2')}`, '')
      .replace('[teacher, nominated]', '[teacher, nominated, slt]')
      .replace('[head, slt]', '[head]');
    const { wrong } = await read(one, APP);
    const here = wrong.filter((each) => each.what.endsWith(' in Teams'));
    expect(here.map((each) => [each.state, each.seen])).toEqual([
      ['attention', 'Without an Object ID: Sam Obi. They cannot use Bellbird there.'],
      [
        'fault',
        expect.stringMatching(/^Amy Reid, by .* Nobody could decide on posts by Amy Reid, /),
      ],
    ]);
  });

  it('hears that nobody could decide', async () => {
    const none = SCHOOL.replace(`, teams: ${entra('b2')}`, '').replace(
      `, teams: ${entra('c3')}`,
      '',
    );
    const { wrong } = await read(none, APP);
    expect(wrong.at(-1)?.seen).toBe('Nobody could decide on a post in Teams by the roles given.');
    expect(wrong.at(-1)?.todo).toContain('Object ID under people in');
  });

  it('hears that it is of another tenant, once', async () => {
    const { wrong, found } = await read(SCHOOL.replace(TENANT, entra('ff')), APP);
    expect(wrong.map((each) => each.seen)).toEqual([
      expect.stringContaining(`teams.tenant: saw "${entra('ff')}". Allowed: "${TENANT}"`),
    ]);
    expect(found.some((each) => each.what.startsWith('Tenant of'))).toBe(false);
  });

  it('hears that nobody serves it without an app, and that an open door proves nothing', () => {
    const { wrong, saying } = examined(SCHOOL, {});
    expect(saying('Teams')).toBe('No app is set, so nobody is served there.');
    expect(wrong.map((each) => each.seen)).toEqual([
      expect.stringContaining('"teams:" does nothing while TEAMS_APP_ID is not set'),
    ]);
    const open = examined(SCHOOL, { TEAMS_INSECURE_LOCAL: '1' });
    expect(open.status).toBe(0);
    expect(open.wrong.map((each) => each.what)).toEqual(['Settings', 'Teams app']);
  });
});
