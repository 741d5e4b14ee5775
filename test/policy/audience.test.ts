import { describe, expect, test } from 'vitest';
import { loadPolicy, PRESETS, preset } from '../../src/policy/load.ts';

const faultsOf = (over: object): string[] => {
  const loaded = loadPolicy(over);
  return loaded.ok ? [] : loaded.faults;
};
const changesOf = (over: object) => {
  const loaded = loadPolicy(over);
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.policy.extended?.changes ?? [];
};

describe('what a policy says of other accounts', () => {
  test('each clause on following, followers and mentions is named by the setting that holds it', () => {
    for (const policy of PRESETS.map(preset)) {
      const { following, followers, inappropriate } = policy;
      const said = JSON.stringify([following, followers, inappropriate]);
      const held = policy.clauses.filter(
        ({ by, id }) =>
          by.some((name) => name === 'follow-requests' || name === 'mention-triage') &&
          // Who decides is said by may.follow.
          id !== 'LH-14',
      );
      expect(held.filter(({ id }) => !said.includes(id)).map(({ id }) => id)).toEqual([]);
    }
  });

  test('where the document is silent, so is the preset', () => {
    expect(preset('hutton-rudby')).toMatchObject({ followers: null, inappropriate: null });
    expect(preset('hutton-rudby').following).toMatchObject({
      kinds: null,
      former_pupils: { under: 21 },
    });
    expect(preset('standard').inappropriate).toBeNull();
  });
});

describe('a fault in it is told with its place, the value and what is allowed', () => {
  test.each([
    [
      { following: { kinds: ['school', 'pub'] } },
      /following\.kinds\[1\]: saw "pub"\. Allowed: school, university/,
    ],
    [
      { following: { clauses: ['ST-99'] } },
      /following\.clauses\[0\]: saw "ST-99"\. Allowed: the id of one of the clauses/,
    ],
    [
      { following: { personal: { clauses: ['XX-01'] } } },
      /following\.personal\.clauses\[0\]: saw "XX-01"/,
    ],
    [
      { following: { friends: true } },
      /following\.friends: saw a setting that is not known here\. Allowed: kinds,/,
    ],
    [
      { following: { former_pupils: { under: 7, clauses: [] } } },
      /following\.former_pupils\.under: saw 7\. Allowed: at least 13/,
    ],
    [
      { followers: { pupil: { propose: 'ban', clauses: [] } } },
      /followers\.pupil\.propose: saw "ban"\. Allowed: keep, block, remove or point/,
    ],
    [
      { followers: { unsuitable: { clauses: ['LH-19'] } } },
      /followers\.unsuitable\.clauses\[0\]: saw "LH-19"/,
    ],
    [
      {
        inappropriate: {
          means: { categories: ['rude'], clauses: [] },
          remedies: { actions: ['hide'], clauses: [] },
        },
      },
      /inappropriate\.means\.categories\[0\]: saw "rude"\. Allowed: extremism, offence/,
    ],
    [
      { inappropriate: { means: { categories: ['offence'], clauses: [] } } },
      /inappropriate\.remedies: .*Allowed: a map/,
    ],
  ])('%j', (over, says) => {
    expect(faultsOf({ extends: 'standard', ...over })).toEqual([expect.stringMatching(says)]);
  });
});

describe('a school’s change to it is told in words, beside its clauses', () => {
  test.each([
    [
      'standard',
      { following: { kinds: ['school', 'museum'] } },
      'the account may follow a school or a museum, library or heritage site; no personal account is followed otherwise',
      ['ST-10', 'ST-11'],
    ],
    [
      'hutton-rudby',
      { following: { former_pupils: { under: 25 } } },
      /no former pupil under 25 is followed/,
      ['HR-09'],
    ],
    [
      'irthlingborough',
      { followers: { pupil: { propose: 'block' } } },
      /for a pupil we propose: Block;/,
      ['IR-15', 'IR-18'],
    ],
    [
      'lickey-hills',
      { followers: null },
      'nothing is said of who may follow us',
      ['LH-03', 'LH-13', 'LH-17', 'LH-18', 'LH-19', 'LH-21'],
    ],
    [
      'sutton-manor',
      { inappropriate: { means: { categories: ['offence', 'extremism'] } } },
      'inappropriate in a mention are offensive words and extremist views; what is so, and who wrote it, may be blocked, reported and taken to the authority where serious',
      ['SM-17', 'SM-18'],
    ],
  ])('%s: %j', (extended, over, says, clauses) => {
    const [change, ...others] = changesOf({ extends: extended, ...over });
    expect(others).toEqual([]);
    expect(change?.says).toMatch(says);
    expect(change?.clauses).toEqual(expect.arrayContaining(clauses));
  });
});
