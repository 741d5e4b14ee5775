import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readConfig } from '../../src/config.ts';
import { loadSchool, type School } from '../../src/school/school.ts';
import { unservedFaults, unservedWarnings } from '../../src/served.ts';
import { lickey, type Settings, write } from './school-file.ts';

const APP_ID = 'a1b2c3d4-0000-4000-8000-00000000aaaa';
const TENANT = 'a1b2c3d4-0000-4000-8000-00000000bbbb';
const OTHER = 'a1b2c3d4-0000-4000-8000-00000000cccc';
const PASSWORD = 'hunter2~hunter2~hunter2';
const APP = { TEAMS_APP_ID: APP_ID, TEAMS_APP_PASSWORD: PASSWORD, TEAMS_TENANT_ID: TENANT };
const LOCAL = { TEAMS_INSECURE_LOCAL: '1' };

const read = (env: Record<string, string>) => readConfig({ BELLBIRD_DATA: 'unused', ...env });
const faults = (env: Record<string, string>): string[] => {
  const given = read(env);
  return given.ok ? [] : given.faults;
};
const teamsOf = (env: Record<string, string>) => {
  const given = read(env);
  if (!given.ok) throw new Error(given.faults.join('\n'));
  return given.config.teams;
};

describe('the Teams app of the environment', () => {
  it('is an app of one tenant, its ids in small letters', () => {
    const app = { appId: APP_ID, password: PASSWORD, tenantId: TENANT };
    expect(teamsOf(APP)).toEqual(app);
    expect(teamsOf({ ...APP, TEAMS_APP_ID: APP_ID.toUpperCase() })).toEqual(app);
    expect(teamsOf({})).toBeNull();
    expect(teamsOf({ TEAMS_INSECURE_LOCAL: '0', ...APP })).toEqual(app);
  });

  const { TEAMS_APP_PASSWORD: _, ...noPassword } = APP;
  const wrong: [env: Record<string, string>, told: RegExp[]][] = [
    [{ ...APP, TEAMS_APP_ID: PASSWORD }, [/^TEAMS_APP_ID: saw something that is no GUID \(not/]],
    [
      { ...APP, TEAMS_TENANT_ID: 'hunter2.example' },
      [/^TEAMS_TENANT_ID: .*Directory \(tenant\) ID/],
    ],
    [{ ...APP, TEAMS_TENANT_ID: APP_ID }, [/^TEAMS_TENANT_ID: saw the same as TEAMS_APP_ID/]],
    [
      { ...APP, TEAMS_APP_PASSWORD: OTHER },
      [/^TEAMS_APP_PASSWORD: .*the secret’s ID and not its v/],
    ],
    [{ ...APP, TEAMS_APP_PASSWORD: 'hunter2' }, [/^TEAMS_APP_PASSWORD: saw 7 characters \(not sh/]],
    [
      noPassword,
      [/^TEAMS_APP_PASSWORD: saw nothing, though TEAMS_APP_ID and TEAMS_TENANT_ID are s/],
    ],
    [
      { TEAMS_APP_PASSWORD: PASSWORD },
      [/^TEAMS_APP_ID: saw nothing, though TEAMS_APP_PASSWORD is set/, /^TEAMS_TENANT_ID: saw not/],
    ],
    [
      { TEAMS_APP_ID: 'hunter2', TEAMS_TENANT_ID: 'hunter2' },
      [
        /^TEAMS_APP_ID: saw something/,
        /^TEAMS_TENANT_ID: saw something/,
        /^TEAMS_APP_PASSWORD: saw nothing/,
      ],
    ],
  ];
  for (const [env, told] of wrong) {
    it(`with ${Object.keys(env).join(', ')} not right stops the start: ${told[0]?.source}`, () => {
      const seen = faults(env);
      expect(seen).toHaveLength(told.length);
      for (const [index, shape] of told.entries()) expect(seen[index]).toMatch(shape);
      for (const each of seen) expect(each).toMatch(/\. Allowed: .+\.$/);
      for (const each of seen) expect(each).not.toMatch(/hunter|a1b2c3d4/);
    });
  }
});

describe('Teams without an app', () => {
  it('is open on this machine alone, asked for by name, and that is said loudly', () => {
    for (const HOST of ['127.0.0.1', '::1', 'localhost']) {
      const given = read({ ...LOCAL, HOST });
      expect(given.ok && given.config.teams).toEqual({ insecure: true });
      expect(given.ok && given.warnings).toEqual([
        expect.stringMatching(
          /nothing proves who sends .* anybody on this machine can act as anyb/,
        ),
      ]);
    }
    const shut = read({ TEAMS_INSECURE_LOCAL: '0' });
    expect(shut.ok && [shut.config.teams, shut.warnings]).toEqual([null, []]);
    expect(teamsOf(LOCAL)).toEqual({ insecure: true });
  });

  const wrong: [env: Record<string, string>, told: RegExp][] = [
    [
      { ...LOCAL, HOST: '0.0.0.0', PLAYGROUND: '0' },
      /saw 1 with HOST "0\.0\.0\.0"\. Allowed: a HO/,
    ],
    [{ ...LOCAL, HOST: 'bot.school.example', PLAYGROUND: '0' }, /saw 1 with HOST "bot\.school/],
    [{ TEAMS_INSECURE_LOCAL: 'yes' }, /saw "yes"\. Allowed: 1 \(on\) or 0 \(off\)/],
    [{ ...LOCAL, ...APP }, /saw 1 beside TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID/],
  ];
  for (const [env, told] of wrong) {
    it(`is refused otherwise: ${told.source}`, () => {
      expect(faults(env)).toEqual([expect.stringMatching(told)]);
      expect(faults(env)[0]).toMatch(/^TEAMS_INSECURE_LOCAL: /);
    });
  }
});

describe('the schools and the Teams app', () => {
  const school = (changed: Settings): School => {
    const loaded = loadSchool(write(stringify({ ...lickey(), ...changed })));
    if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
    return loaded.school;
  };
  const at = (tenant: string) => school({ teams: { tenant, slt_channel: '19:slt@thread.tacv2' } });
  const without = school({});
  const here = at(TENANT.toUpperCase());
  const elsewhere = at(OTHER);
  const app = { slack: null, teams: teamsOf(APP), named: {} };
  const local = { slack: null, teams: teamsOf(LOCAL), named: {} };
  const none = { slack: null, teams: null, named: {} };

  it('belong together where a school is of the app’s tenant, and nothing is said', () => {
    expect(unservedFaults([without, here], app, false)).toEqual([]);
    expect(unservedWarnings([without, here], app)).toEqual([]);
    expect(unservedFaults([here, elsewhere], local, false)).toEqual([]);
    expect(unservedFaults([without], none, false)).toEqual([]);
    expect(unservedWarnings([without], none)).toEqual([]);
  });

  it('do not where no school is in Teams: the start is refused', () => {
    expect(unservedFaults([without], app, false)).toEqual([
      `TEAMS_APP_ID is set, but no school has a "teams:" with its tenant and slt_channel (${without.file}). Add it there, or take the Teams variables out.`,
    ]);
    expect(unservedFaults([without], local, false)).toEqual([
      expect.stringMatching(/^TEAMS_INSECURE_LOCAL is set, but no school has a "teams:"/),
    ]);
  });

  it('do not where no school file is named: the demo school is nobody’s to change', () => {
    for (const [apps, name] of [
      [app, 'TEAMS_APP_ID'] as const,
      [local, 'TEAMS_INSECURE_LOCAL'] as const,
    ]) {
      expect(unservedFaults([without], apps, true)).toEqual([
        `${name} is set, but BELLBIRD_SCHOOL is not, so this is the demo school, which is in no Teams. Set BELLBIRD_SCHOOL=school.yaml, with your own file, or take the Teams variables out.`,
      ]);
    }
  });

  it('do not where a school is of another tenant, for nobody there could ever be let in', () => {
    expect(unservedFaults([here, elsewhere], app, false)).toEqual([
      `${elsewhere.file}, teams.tenant: saw "${OTHER}". Allowed: "${TENANT}", which TEAMS_TENANT_ID says; an app is of one tenant, so run a Bellbird for each.`,
    ]);
  });

  it('warn a school that asks for Teams where nobody serves it', () => {
    expect(unservedFaults([here, without], none, false)).toEqual([]);
    expect(unservedWarnings([here, without], none)).toEqual([
      expect.stringMatching(/"teams:" does nothing while TEAMS_APP_ID is not set/),
    ]);
  });
});
