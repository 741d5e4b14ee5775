import { describe, expect, test } from 'vitest';
import { changeIn, clauseInForce, versionInForce } from '../../src/policy/coverage.ts';
import { loadPolicy, PRESETS, preset } from '../../src/policy/load.ts';
import type { Policy } from '../../src/policy/schema.ts';

function ours(over: object): Policy {
  const loaded = loadPolicy(over);
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.policy;
}
const hours = {
  extends: 'standard',
  posting_hours: { open: { days: ['mon', 'fri'], from: '09:00', to: '17:00' }, excused: ['trip'] },
};

describe('a clause a school has changed', () => {
  const table: [clause: string, over: object, says: RegExp][] = [
    ['ST-08', hours, /posts go out Mon, Fri 9:00–17:00; at other times only: trips$/],
    ['ST-09', hours, /posts go out Mon, Fri 9:00–17:00/],
    [
      'ST-08',
      { extends: 'standard', rules: { 'posting-hours': { severity: 'off' } } },
      /posts wait for no hours/,
    ],
    [
      'LH-02',
      { extends: 'lickey-hills', rules: { length: { limit: 240 } } },
      /a post fits in 240 characters$/,
    ],
    [
      'LH-09',
      { extends: 'lickey-hills', rules: { 'text-language': { severity: 'off' } } },
      /it is not checked here that .*text language/,
    ],
    [
      'LH-11',
      { extends: 'lickey-hills', rules: { 'photo-allowed': { severity: 'review' } } },
      /\(a post that breaks it may be sent on with a reason\)/,
    ],
    [
      'ST-05',
      { extends: 'standard', may: { draft: ['teacher', 'it-lead'] } },
      /written by a teacher or the IT lead/,
    ],
    ['SM-05', { extends: 'sutton-manor', may: { approve: ['head'] } }, /decided on by the head/],
    [
      'ST-10',
      { extends: 'standard', may: { follow: ['head'] } },
      /follows are decided on by the head/,
    ],
    ['SM-04', { extends: 'sutton-manor', account_approved_by: null }, /needs no approval/],
    ['SM-24', { extends: 'sutton-manor', agreement: null }, /no agreement is asked for/],
    ['ST-06', { extends: 'standard', visibility: 'protected' }, /the account is protected/],
    [
      'ST-19',
      { extends: 'standard', cadences: { password_change: null } },
      /no change of password/,
    ],
    [
      'ST-03',
      { extends: 'standard', clauses: [{ id: 'ST-03', says: 'We like it.' }] },
      /our school’s own words/,
    ],
  ];
  test.each(table)('%s says what is in force instead: %j', (clause, over, says) => {
    const policy = ours(over);
    const told = changeIn(policy, clause);
    expect(told).toMatch(/^Our school has changed this: /);
    expect(told).toMatch(says);
    const one = policy.clauses.find(({ id }) => id === clause);
    expect(one && clauseInForce(policy, one)).toContain(`${one?.says} Our school has changed this`);
  });

  test('leaves every other clause as it stands', () => {
    const policy = ours({ extends: 'lickey-hills', rules: { length: { limit: 240 } } });
    const touched = policy.clauses.filter(({ id }) => changeIn(policy, id) !== null);
    expect(touched.map(({ id }) => id)).toEqual(['LH-02']);
  });

  test('is told too where no clause rests on it, so that nothing changed is passed over', () => {
    const policy = ours({
      extends: 'standard',
      purposes: ['celebrate'],
      expire: { after_school_days: 2 },
      rules: { length: { limit: 200 } },
    });
    expect(policy.extended?.changes).toEqual([
      { says: 'a post fits in 200 characters', clauses: [] },
      { says: 'the account is for: celebrate', clauses: [] },
      { says: expect.stringContaining('for 2 school days is out of time'), clauses: [] },
    ]);
  });

  test('is none in a preset, nor where the school only says again what the preset says', () => {
    for (const name of PRESETS) {
      expect(preset(name).extended).toBeUndefined();
      const same = ours({ extends: name, rules: { length: preset(name).rules.length } });
      expect(same.extended?.changes).toEqual([]);
    }
  });
});

describe('the version in force', () => {
  test('says that our school has changed it, and what it was made from', () => {
    expect(versionInForce(preset('standard'))).toBe('1');
    expect(versionInForce(ours(hours))).toMatch(/^1, changed by our school \([0-9a-f]{8}\)$/);
    expect(versionInForce(ours({ ...hours, version: '2026-09' }))).toBe(
      '2026-09, our own, made from standard version 1',
    );
  });
});
