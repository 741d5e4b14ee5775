/** What `bellbird doctor` sees in a tenant: one thing wrong at a time, over HTTP. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { lookAtTeams } from '../../adapters/teams/doctor/look.ts';
import { loadSchool } from '../../src/school/school.ts';
import { type FakeTeams, startTeams } from '../fakes/teams/teams.ts';
import { ROLL, SCHOOL } from '../scenarios/staffroom.ts';
import { AMY, id, inTeams, JO, LEADERS, LEE, SAM, SLT, TENANCY, VAL } from './workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'bellbird-teams-doctor-'));
let teams: FakeTeams;
afterEach(() => teams.stop());
afterAll(() => rmSync(folder, { recursive: true }));

/** Looks at the school in the tenant, changed as the test wants it. */
async function looked(
  change: (teams: FakeTeams) => unknown = () => {},
  { school = inTeams(SCHOOL), refuses = null as object | null, ahead = 0 } = {},
) {
  teams = await startTeams(TENANCY);
  await change(teams);
  const file = join(folder, 'school.yaml');
  writeFileSync(file, school);
  writeFileSync(join(folder, 'roll.csv'), ROLL);
  const loaded = loadSchool(file);
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  const app = { appId: teams.appId, password: 'hunter2~hunter2', tenantId: teams.tenant };
  const login = async () => ({ signRequest: () => Promise.reject(refuses) });
  const credentials = refuses
    ? { ...teams.instead.credentials, createCredentials: login }
    : teams.instead.credentials;
  const now = () => Date.now() + ahead;
  const found = await lookAtTeams(app, [loaded.school], now, { ...teams.instead, credentials });
  const wrong = found.filter((each) => each.state !== 'ok');
  expect(JSON.stringify(found)).not.toContain('hunter2');
  // Nobody is sent anything.
  expect([teams.world.messages, teams.faults]).toEqual([[], []]);
  return { found, wrong };
}

it('a tenant that is well set up has nothing wrong', async () => {
  const { found, wrong } = await looked();
  expect(wrong).toEqual([]);
  expect(found.map(({ what, seen }) => `${what}: ${seen}`)).toEqual([
    'Teams login: Microsoft takes the app’s id, secret and tenant.',
    'Microsoft’s keys: They can be fetched, so it can be told who calls.',
    'Clock: It agrees with Microsoft’s.',
    'SLT channel of Larkfield Primary School in Teams: Bellbird is in it, with 3 people.',
    'People of Larkfield Primary School at Microsoft: Bellbird can write to 6.',
  ]);
});

const without = (person: string) => (at: FakeTeams) => {
  for (const team of at.world.teams.values()) team.members.delete(person);
  const member = at.world.members.get(person);
  if (member) member.installed = false;
};

describe('what is wrong in the tenant is told with what to do', () => {
  it.each<[string, Parameters<typeof looked>[0], Parameters<typeof looked>[1], RegExp, RegExp]>([
    [
      'a secret that has expired',
      undefined,
      { refuses: { errorCode: 'invalid_client', message: 'AADSTS7000222: hunter2 has expired' } },
      /^fault Teams login: .*TEAMS_APP_PASSWORD/,
      /new client secret.*error\?code=7000222$/,
    ],
    [
      'an app of another tenant',
      undefined,
      { refuses: { errorCode: 'unauthorized_client', message: '' } },
      /^fault Teams login: .*TEAMS_TENANT_ID/,
      /Overview/,
    ],
    [
      'a login that does not answer',
      undefined,
      { refuses: new Error('getaddrinfo ENOTFOUND') },
      /^fault Teams login: .*did not answer/,
      /login\.microsoftonline\.com/,
    ],
    [
      'keys that cannot be fetched',
      (at) => at.next('openid', { status: 503 }),
      {},
      /^fault Microsoft’s keys/,
      /can reach/,
    ],
    ['a clock that is ahead', undefined, { ahead: 7 * 60_000 }, /^fault Clock: .*7 minutes/, /NTP/],
    [
      'a team without the app',
      (at) => at.removesBot(LEADERS).catch(() => {}),
      {},
      /^fault SLT channel .*may not see/,
      /add the app to the team/,
    ],
    [
      'a channel that is none',
      undefined,
      { school: inTeams(SCHOOL).replace(SLT, '19:none@thread.tacv2') },
      /^fault SLT channel .*no such channel/,
      /Get link to channel/,
    ],
    [
      'a guest in the channel',
      (at) => at.world.teams.get(LEADERS)?.members.add(VAL),
      {},
      /^attention SLT channel .*Guests .*Val Stone/,
      /out of the team/,
    ],
    [
      'somebody of SLT who is not in it',
      (at) => at.world.teams.get(LEADERS)?.members.delete(SAM),
      {},
      /^attention SLT channel .*Sam Obi/,
      /Add them/,
    ],
    [
      'a channel that decides with one alone in it',
      (at) => {
        at.world.teams.get(LEADERS)?.members.delete(LEE);
        at.world.teams.get(LEADERS)?.members.delete(JO);
      },
      { school: inTeams(SCHOOL, 'channel') },
      /^fault SLT channel .*Sam Obi can decide/,
      /author never decides/,
    ],
    [
      'an Object ID that is nobody’s',
      undefined,
      { school: inTeams(SCHOOL).replace(AMY, id('dead')) },
      /^fault People .*Amy Reid’s Object ID is nobody’s/,
      /under Users in Entra/,
    ],
    [
      'somebody who has become a guest',
      (at) => at.makesGuest(AMY),
      {},
      /^attention People .*Amy Reid is a guest/,
      /make them a member/,
    ],
    [
      'somebody without the app',
      without(AMY),
      {},
      /^attention People .*Amy Reid does not have the app/,
      /setup policy/,
    ],
  ])('%s', async (_what, change, how, seen, todo) => {
    const { wrong } = await looked(change, how);
    const [first] = wrong;
    expect(`${first?.state} ${first?.what}: ${first?.seen}`).toMatch(seen);
    expect(first?.todo).toMatch(todo);
    expect(wrong).toHaveLength(1);
  });
});
