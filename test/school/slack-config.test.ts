import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readConfig } from '../../src/config.ts';
import { loadSchool, type School } from '../../src/school/school.ts';
import { unservedFaults, unservedWarnings } from '../../src/served.ts';
import { lickey, type Settings, write } from './school-file.ts';

const SECRET = '0123456789abcdef0123456789ABCDEF';
const BOT = { SLACK_BOT_TOKEN: 'xoxb-12-ab' };
const APP = { SLACK_APP_TOKEN: 'xapp-1-A0-9-ef' };

const faults = (env: Record<string, string>): string[] => {
  const read = readConfig({ BELLBIRD_DATA: 'unused', ...env });
  return read.ok ? [] : read.faults;
};
const slackOf = (env: Record<string, string>) => {
  const read = readConfig(env);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return read.config.slack;
};

describe('the Slack app of the environment', () => {
  it('is reached by Socket Mode with an app token, over HTTP with a signing secret, or both ways', () => {
    const app = { botToken: 'xoxb-12-ab', appToken: null, signingSecret: null, apiUrl: null };
    expect(slackOf({ ...BOT, ...APP })).toEqual({ ...app, appToken: 'xapp-1-A0-9-ef' });
    expect(slackOf({ ...BOT, SLACK_SIGNING_SECRET: SECRET })).toEqual({
      ...app,
      signingSecret: SECRET,
    });
    expect(
      slackOf({ ...BOT, ...APP, SLACK_SIGNING_SECRET: SECRET, SLACK_API_URL: 'http://[::1]:9/' }),
    ).toEqual({
      botToken: 'xoxb-12-ab',
      appToken: 'xapp-1-A0-9-ef',
      signingSecret: SECRET,
      apiUrl: 'http://[::1]:9/',
    });
    expect(slackOf({})).toBeNull();
  });

  const wrong: [env: Record<string, string>, told: RegExp[]][] = [
    [{ ...APP, SLACK_BOT_TOKEN: 'hunter2' }, [/^SLACK_BOT_TOKEN: saw something else \(not/]],
    [{ ...APP, SLACK_BOT_TOKEN: 'xoxp-hunter2' }, [/^SLACK_BOT_TOKEN: saw a user token .*xoxb-/]],
    [{ ...APP, SLACK_BOT_TOKEN: 'xoxe.xoxb-1-hunter2' }, [/renewed by rotation/]],
    [
      { SLACK_BOT_TOKEN: 'xapp-hunter2', SLACK_APP_TOKEN: 'xoxb-hunter2' },
      [
        /^SLACK_BOT_TOKEN: saw an app-level token \(not shown\)/,
        /^SLACK_APP_TOKEN: saw a bot token \(not shown\)\. Allowed: .*xapp-/,
      ],
    ],
    [
      { ...BOT, SLACK_SIGNING_SECRET: 'hunter2hunter2hunter2hunter2hunt' },
      [/^SLACK_SIGNING_SECRET: saw something else .* 32 digits/],
    ],
    [BOT, [/^SLACK_APP_TOKEN, SLACK_SIGNING_SECRET: saw neither, though SLACK_BOT_TOKEN is set/]],
    [APP, [/^SLACK_BOT_TOKEN: saw nothing, though SLACK_APP_TOKEN is set/]],
    [
      { ...APP, SLACK_SIGNING_SECRET: SECRET },
      [/saw nothing, though SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are set/],
    ],
    [
      { SLACK_API_URL: 'http://slack.example/api/' },
      [/^SLACK_API_URL: saw "http:\/\/slack\.example"/, /^SLACK_BOT_TOKEN: saw nothing/],
    ],
    [
      { SLACK_BOT_TOKEN: 'hunter2', SLACK_API_URL: 'ftp://a' },
      [/^SLACK_BOT_TOKEN/, /^SLACK_API_URL/, /^SLACK_APP_TOKEN, SLACK_SIGNING_SECRET/],
    ],
  ];
  for (const [env, told] of wrong) {
    const set = Object.keys(env).join(', ');
    it(`with ${set} not right stops the start: ${told[0]?.source}`, () => {
      const seen = faults(env);
      expect(seen).toHaveLength(told.length);
      for (const [index, shape] of told.entries()) expect(seen[index]).toMatch(shape);
      for (const each of seen) expect(each).toMatch(/\. Allowed: .+\.$/);
      for (const each of seen) expect(each).not.toMatch(/hunter|0123456789/);
    });
  }
});

describe('the schools and the Slack app', () => {
  const school = (changed: Settings): School => {
    const loaded = loadSchool(write(stringify({ ...lickey(), ...changed })));
    if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
    return loaded.school;
  };
  const without = school({});
  const inOne = school({ slack: { team: 'T0ONE', slt_channel: 'C0SLT' } });
  const inTwo = school({ slack: { team: 'T0TWO', slt_channel: 'C0TWO' } });
  const app = { slack: slackOf({ ...BOT, ...APP }), teams: null, named: {} };
  const none = { slack: null, teams: null, named: {} };

  it('belong together where a school is in the workspace, and nothing is said', () => {
    expect(unservedFaults([without, inOne], app, false)).toEqual([]);
    expect(unservedWarnings([without, inOne], app)).toEqual([]);
    expect(unservedFaults([without], none, false)).toEqual([]);
    expect(unservedWarnings([without], none)).toEqual([]);
  });

  it('do not where no school is in Slack: the start is refused', () => {
    expect(unservedFaults([without], app, false)).toEqual([
      `SLACK_BOT_TOKEN is set, but no school has a "slack:" with its team and slt_channel (${without.file}). Add it there, or take the Slack variables out.`,
    ]);
  });

  it('do not where no file of a school was named: that is said, and not to write in the demo school', () => {
    const [said] = unservedFaults([without], app, true);
    expect(said).toContain('BELLBIRD_SCHOOL is not');
    expect(said).not.toContain(without.file);
  });

  it('do not where schools are in two workspaces, for one token is of one', () => {
    expect(unservedFaults([inOne, inTwo], app, false)[0]).toContain(
      `(${inOne.file} T0ONE, ${inTwo.file} T0TWO)`,
    );
  });

  it('warn a school that asks for Slack where nobody serves it', () => {
    expect(unservedFaults([inOne, without], none, false)).toEqual([]);
    expect(unservedWarnings([inOne, without], none)).toEqual([
      expect.stringMatching(/"slack:" does nothing while SLACK_BOT_TOKEN is not set/),
    ]);
  });
});
