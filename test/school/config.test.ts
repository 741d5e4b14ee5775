import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { isLoopback } from '../../src/setting.ts';

const faults = (env: Record<string, string>): string[] => {
  const read = readConfig(env);
  return read.ok ? [] : read.faults;
};
const config = (env: Record<string, string>) => {
  const read = readConfig(env);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return read.config;
};

describe('with nothing set', () => {
  it('Bellbird runs the demo school with its playground, on this machine only', () => {
    expect(config({})).toEqual({
      port: 3978,
      host: '127.0.0.1',
      loopback: true,
      dataFolder: resolve('data'),
      school: null,
      databaseUrl: null,
      secret: null,
      xApiUrl: null,
      named: {},
      slack: null,
      teams: null,
      playground: true,
      logLevel: 'info',
    });
  });

  it('and a variable set to nothing is as good as not set', () => {
    expect(config({ PORT: '', SLACK_BOT_TOKEN: ' ', BELLBIRD_SECRET: '', PLAYGROUND: '' })).toEqual(
      config({}),
    );
  });
});

describe('the environment', () => {
  it('is taken as given where it is right', () => {
    const url = 'postgres://bellbird:pw@db.example/bellbird';
    const read = config({
      PORT: '0',
      HOST: '[::1]',
      DATABASE_URL: url,
      BELLBIRD_DATA: 'kept',
      BELLBIRD_SCHOOL: 'our/school.yaml',
      BELLBIRD_SECRET: 's'.repeat(32),
      LOG_LEVEL: 'warn',
      X_API_URL: 'http://127.0.0.1:9',
    });
    expect(read).toMatchObject({
      port: 0,
      host: '::1',
      loopback: true,
      databaseUrl: url,
      logLevel: 'warn',
      playground: false,
      secret: 's'.repeat(32),
    });
    expect(read.dataFolder).toBe(resolve('kept'));
    expect(read.school).toBe(resolve('our/school.yaml'));
  });

  const wrong: [name: string, value: string, seen: string, allowed: RegExp][] = [
    ['PORT', '70000', '"70000"', /0 to 65535/],
    ['PORT', '80.5', '"80.5"', /whole number/],
    ['PORT', '-1', '"-1"', /0 to 65535/],
    ['HOST', '127.0.0.1:80', '"127.0.0.1:80"', /without a port/],
    ['HOST', '1.2.3', '"1.2.3"', /address or host name/],
    ['LOG_LEVEL', 'loud', '"loud"', /fatal, error, warn, info, debug, trace, silent/],
    ['PLAYGROUND', 'yes', '"yes"', /1 \(on\) or 0 \(off\)/],
    ['X_API_URL', 'http://x.example/2', '"http://x.example"', /https:\/\//],
    ['X_API_URL', 'ftp://x.example', '"ftp://x.example"', /https:\/\//],
    ['DATABASE_URL', 'mysql://u:hunter2@h/d', 'a URL that begins with "mysql:"', /postgres:\/\//],
    ['DATABASE_URL', 'hunter2', 'no URL', /postgres:\/\//],
    ['BELLBIRD_SECRET', 'hunter2', '7 characters', /32 characters or more/],
  ];
  for (const [name, value, seen, allowed] of wrong) {
    it(`with ${name} wrong (${seen}) stops the start, says what is allowed and tells no secret`, () => {
      const told = faults({ [name]: value });
      expect(told).toHaveLength(1);
      expect(told[0]?.startsWith(`${name}: saw ${seen}`)).toBe(true);
      expect(told[0]).toMatch(/\. Allowed: .+\.$/);
      expect(told[0]).toMatch(allowed);
      expect(told[0]).not.toContain('hunter2');
    });
  }

  it('with several things wrong tells them all at once', () => {
    const told = faults({
      PORT: 'x',
      LOG_LEVEL: 'x',
      SLACK_APP_TOKEN: 'x',
      SLACK_BOT_TOKEN: 'x',
      TEAMS_APP_ID: 'x',
      BELLBIRD_SECRET: 'x',
    });
    expect(told.map((each) => each.split(':')[0])).toEqual([
      'PORT',
      'BELLBIRD_SECRET',
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'TEAMS_APP_ID',
      'TEAMS_APP_PASSWORD',
      'TEAMS_TENANT_ID',
      'LOG_LEVEL',
    ]);
  });

  it('with a misspelt name of ours is told, so that nobody runs the demo by mistake', () => {
    const read = readConfig({ BELLBIRD_SCHOLL: 'school.yaml' });
    expect(read.ok && read.warnings).toEqual([
      'BELLBIRD_SCHOLL is not a setting of Bellbird and does nothing. There are BELLBIRD_DATA, BELLBIRD_SCHOOL, BELLBIRD_SECRET.',
    ]);
  });
});

describe('the playground', () => {
  const table: [says: string, env: Record<string, string>, on: boolean][] = [
    ['comes with the demo school', {}, true],
    ['stays away from a real school', { BELLBIRD_SCHOOL: 's.yaml' }, false],
    [
      'comes to a real school when asked for by name',
      { BELLBIRD_SCHOOL: 's.yaml', PLAYGROUND: '1' },
      true,
    ],
    ['stays away where X is pointed at', { X_API_URL: 'https://api.x.example' }, false],
    [
      'stays away where Slack is served',
      { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' },
      false,
    ],
    [
      'stays away where Teams is served',
      {
        TEAMS_APP_ID: '0bd6f7a2-0000-4000-8000-000000000001',
        TEAMS_APP_PASSWORD: 'a-secret-of-the-app~0',
        TEAMS_TENANT_ID: '0bd6f7a2-0000-4000-8000-000000000002',
      },
      false,
    ],
    ['goes when it is switched off', { PLAYGROUND: '0' }, false],
    ['comes at any address of this machine', { HOST: '127.9.9.9', PLAYGROUND: '1' }, true],
  ];
  for (const [says, env, on] of table) it(says, () => expect(config(env).playground).toBe(on));

  it('is never served to the network, asked for or not', () => {
    expect(faults({ HOST: '0.0.0.0', PLAYGROUND: '1' })[0]).toMatch(
      /^PLAYGROUND: saw PLAYGROUND=1, with HOST "0\.0\.0\.0"\. Allowed: a HOST only this machine reaches/,
    );
    expect(faults({ HOST: 'bellbird.example' })[0]).toMatch(/^PLAYGROUND: saw the demo school/);
    expect(config({ HOST: '0.0.0.0', PLAYGROUND: '0' })).toMatchObject({
      loopback: false,
      playground: false,
    });
  });
});

describe('this machine', () => {
  it('is 127.0.0.0/8, ::1 and localhost, and nothing that only looks like them', () => {
    for (const host of [
      '127.0.0.1',
      '127.255.0.9',
      '::1',
      '0:0:0:0:0:0:0:1',
      'localhost',
      'LOCALHOST',
    ]) {
      expect(isLoopback(host), host).toBe(true);
    }
    for (const host of [
      '0.0.0.0',
      '::',
      '128.0.0.1',
      '127.0.0.1.example.org',
      'localhost.example',
      '10.0.0.1',
      '',
    ]) {
      expect(isLoopback(host), host).toBe(false);
    }
  });
});
