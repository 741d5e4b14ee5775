/** The keys of accounts on X: named in the school file, held by the environment. */
import { describe, expect, it } from 'vitest';
import type { School } from '../../src/school/school.ts';
import { unservedFaults } from '../../src/served.ts';
import { missingKeys, xKeysOf } from '../../src/x-keys.ts';
import { load } from './school-file.ts';

const NAMES = { app: 'X_APP', app_secret: 'X_APP_S', access: 'X_A', access_secret: 'X_A_S' };
const SET = { X_APP: 'key', X_APP_S: 'hunter2', X_A: 'token', X_A_S: 'hunter3' };
const onX = (handle: string, keys = NAMES) => ({
  handle,
  outlet: 'x',
  visibility: 'protected',
  keys,
});

function school(...accounts: object[]): School {
  const loaded = load({ accounts });
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.school;
}

const faults = (of: School, named: Record<string, string>) =>
  unservedFaults([of], { slack: null, teams: null, named }, false);

describe('the keys of an account on X', () => {
  const one = school(onX('@Larkrise'));
  const [account] = one.accounts;
  if (!account) throw new Error('no account');

  it('are those of the variables the file names', () => {
    expect(faults(one, SET)).toEqual([]);
    expect(xKeysOf(account, SET)).toEqual({
      appKey: 'key',
      appSecret: 'hunter2',
      accessToken: 'token',
      accessSecret: 'hunter3',
    });
  });

  it('are told each that is missing, with its account and variable and where it comes from, and no secret', () => {
    const told = faults(one, { X_A: 'token', X_APP_S: 'hunter2' });
    expect(told).toEqual([
      expect.stringMatching(
        /account @Larkrise, keys\.app: saw X_APP, which is not set.*console\.x\.com/,
      ),
      expect.stringMatching(
        /account @Larkrise, keys\.access_secret: saw X_A_S, .*"bellbird x login @Larkrise"/,
      ),
    ]);
    expect(told.join()).not.toContain('hunter');
    expect(xKeysOf(account, { X_A: 'token' })).toBeNull();
    expect(missingKeys(account, {}).map(({ name }) => name)).toEqual(Object.values(NAMES));
  });

  it('are none for the timeline, which needs none', () => {
    const plain = school({ handle: '@Larkrise', outlet: 'timeline', visibility: 'protected' });
    expect(faults(plain, {})).toEqual([]);
  });

  it('may share an app, and never a token', () => {
    const own = { ...NAMES, access: 'X_B', access_secret: 'X_B_S' };
    const named = { ...SET, X_B: 'other', X_B_S: 'hunter4' };
    expect(faults(school(onX('@Larkrise'), onX('@Larkrise_PE', own)), named)).toEqual([]);
    const [told] = faults(school(onX('@Larkrise'), onX('@Larkrise_PE')), named);
    expect(told).toMatch(/saw X_A for several accounts \(@Larkrise in .*, @Larkrise_PE in /);
  });
});
