import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { slugOf } from '../../src/school/settle.ts';
import { account, folder, load, warningsWith, withPerson } from './school-file.ts';

const TENANT = '0bd6f7a2-0000-4000-8000-0000000000ff';
const ROSA_ENTRA = '3f2a6f1e-0000-4000-8000-0000000000c3';

describe('a school file that is right', () => {
  it('becomes a school with its policy, its ids and its defaults', () => {
    const loaded = load({
      bank_holidays: 'england',
      closures: [
        { name: 'Training day', date: '2026-06-29' },
        { name: 'Works', from: '2026-07-22', to: '2026-07-24', posting: 'open' },
      ],
      people: withPerson({ grants: [{ kind: 'device', by: 'Jo Clarke', to: '2026-07-01' }] }),
      handles: ['@NationalTrust'],
      roll: 'roll.csv',
    });
    if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
    const { school } = loaded;
    expect(school).toMatchObject({
      id: 'larkrise-primary-school',
      name: 'Larkrise Primary School',
      accounts: [
        {
          handle: '@Larkrise',
          name: 'Larkrise Primary School',
          outlet: 'timeline',
          keys: null,
          ownsApp: false,
        },
      ],
      approvals: { needed: 1, by: school.policy.may.approve },
      bankHolidays: { of: 'england', posting: 'closed' },
      closures: [
        { name: 'Training day', from: '2026-06-29', to: '2026-06-29', posting: 'closed' },
        { name: 'Works', from: '2026-07-22', to: '2026-07-24', posting: 'open' },
      ],
      roll: join(folder, 'roll.csv'),
      slack: null,
      terms: [],
    });
    expect(school.policy.policy).toBe('lickey-hills');
    expect(school.people.map((person) => person.id)).toEqual([
      'amy-reid',
      'sam-obi',
      'jo-clarke',
      'rosa-lund',
    ]);
    expect(school.people[3]?.grants).toEqual([
      { kind: 'device', by: 'jo-clarke', from: null, to: '2026-07-01' },
    ]);
  });

  it('may post on X with the names of its keys, in Slack and in Teams', () => {
    const keys = {
      app: 'X_APP_KEY',
      app_secret: 'X_APP_SECRET',
      access: 'X_ACCESS',
      access_secret: 'X_ACCESS_SECRET',
    };
    const loaded = load({
      accounts: account({ outlet: 'x', keys, name: 'Larkrise', owns_app: true }),
      slack: { team: 'T0SCHOOL', slt_channel: 'C0SLT' },
      teams: { tenant: TENANT.toUpperCase(), slt_channel: '19:slt@thread.tacv2', slt: 'channel' },
      people: withPerson({ teams: ROSA_ENTRA.toUpperCase() }),
      approvals: { needed: 1, by: ['slt'] },
      terms: [{ name: 'Spring 2026', from: '2026-01-05', to: '2026-03-27' }],
    });
    if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
    expect(loaded.school.accounts[0]).toMatchObject({
      name: 'Larkrise',
      ownsApp: true,
      keys: {
        app: 'X_APP_KEY',
        appSecret: 'X_APP_SECRET',
        access: 'X_ACCESS',
        accessSecret: 'X_ACCESS_SECRET',
      },
    });
    expect(loaded.school).toMatchObject({
      slack: { sltChannel: 'C0SLT' },
      teams: { tenant: TENANT, sltChannel: '19:slt@thread.tacv2', slt: 'channel' },
      approvals: { needed: 1, by: ['slt'] },
    });
    expect(loaded.school.people.map((each) => each.teams)).toContain(ROSA_ENTRA);
  });

  it('says itself who is of SLT in Teams where nothing else is asked', () => {
    const loaded = load({ teams: { tenant: TENANT, slt_channel: '19:a-B_9@thread.skype' } });
    if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
    expect(loaded.school.teams?.slt).toBe('list');
  });

  it('gives names of every origin an id', () => {
    const table = {
      'Zoë O’Neill': 'zoe-oneill',
      'Łukasz Żak': 'lukasz-zak',
      'Søren Größe': 'soren-grosse',
      'Mrs. J. Smith-Jones': 'mrs-j-smith-jones',
      王芳: '',
    };
    for (const [name, slug] of Object.entries(table)) expect(slugOf(name)).toBe(slug);
  });
});

describe('a school is warned, and starts, where', () => {
  it('its account is open to all but the policy asks for a protected one', () => {
    const warnings = warningsWith({ accounts: account({ visibility: 'public' }) });
    expect(warnings.filter((each) => each.includes('accounts[0].visibility'))).toEqual([
      expect.stringMatching(/@Larkrise is public, but .* asks for protected/),
    ]);
    expect(warningsWith({}).join()).not.toContain('visibility');
  });

  it('the roll has gone, for it may have been read', () => {
    expect(warningsWith({ roll: 'gone.csv' }).join()).toContain('gone.csv is not there');
  });

  it('one of two approvers could not have an urgent post approved', () => {
    expect(warningsWith({}).join('\n')).toMatch(/urgent post by Sam Obi needs 2 .* only Jo Clarke/);
  });

  it('a term seems to be missing', () => {
    const terms = [
      { name: 'Spring', from: '2026-01-05', to: '2026-03-27' },
      { name: 'Autumn', from: '2026-09-02', to: '2026-12-18' },
    ];
    expect(warningsWith({ terms }).join()).toContain(
      'no term is listed between 2026-03-27 and 2026-09-02',
    );
  });
});
