import { describe, expect, test } from 'vitest';
import { check } from '../../src/policy/check.ts';
import { holdingsOf } from '../../src/policy/coverage.ts';
import { loadPolicy, PRESETS, preset } from '../../src/policy/load.ts';
import { mechanismOf } from '../../src/policy/mechanisms.ts';
import type { RuleName } from '../../src/policy/rule.ts';
import { draftOf, facts, photo } from '../rules/tables.ts';

const faultsOf = (over: object): string[] => {
  const loaded = loadPolicy(over);
  return loaded.ok ? [] : loaded.faults;
};
const heldBy = (policy: (typeof PRESETS)[number], id: string) => {
  const clause = preset(policy).clauses.find((each) => each.id === id);
  if (!clause) throw new Error(`${policy} has no ${id}`);
  return holdingsOf(preset(policy), clause);
};

describe('what is said of how a clause is held', () => {
  test('a clause the composer says is said by a hint of that policy', () => {
    for (const policy of PRESETS.map(preset)) {
      const said = policy.hints.flatMap(({ clauses }) => clauses);
      const claimed = policy.clauses.filter(({ by }) => by.includes('composer-hint'));
      expect(said).toEqual(expect.arrayContaining(claimed.map(({ id }) => id)));
    }
    expect(preset('lickey-hills').hints[0]?.says).toMatch(/year group/);
    expect(preset('standard').hints[0]?.says).toMatch(/reminder/);
  });

  test('a claim without its hint is a fault, and so is a hint for a clause that is not there', () => {
    expect(faultsOf({ extends: 'lickey-hills', hints: [] })).toEqual([
      expect.stringMatching(
        /clauses\[2\]\.by\[0\]: saw composer-hint and no hint\. Allowed: a hint in hints whose clauses name LH-16/,
      ),
    ]);
    const hints = [{ says: 'Show work.', clauses: ['LH-16', 'LH-99'] }];
    expect(faultsOf({ extends: 'lickey-hills', hints })).toEqual([
      expect.stringMatching(/^policy, hints\[0\]\.clauses\[1\]: saw "LH-99"/),
    ]);
  });

  test('photos are held because posts carry none yet, and staff are told so in their words', () => {
    const photos: [(typeof PRESETS)[number], string][] = [
      ['standard', 'ST-15'],
      ['standard', 'ST-16'],
      ['lickey-hills', 'LH-11'],
      ['lickey-hills', 'LH-26'],
      ['irthlingborough', 'IR-09'],
      ['hutton-rudby', 'HR-07'],
    ];
    for (const [policy, id] of photos) {
      const [held] = heldBy(policy, id);
      expect(held, id).toMatchObject({ held: true });
      expect(held?.by, id).toContain('our posts carry no photos yet');
      expect(held?.by, id).not.toContain('bellbird check');
    }
    expect(heldBy('lickey-hills', 'LH-10')[0]?.by).not.toContain('photos');
    expect(heldBy('standard', 'ST-04')[0]?.by).toContain('the author ticks a box');
  });

  test('an account without approval is refused at sending, and no more is claimed', () => {
    expect(mechanismOf(preset('sutton-manor'), 'account-approved')?.does).toMatch(
      /No post is sent on or goes out/,
    );
  });

  test('clauses on what strangers write are held: it is read, sorted, decided on and kept', () => {
    const triaged = [
      ['lickey-hills', 'LH-24'],
      ['lickey-hills', 'LH-25'],
      ['irthlingborough', 'IR-21'],
      ['irthlingborough', 'IR-22'],
      ['sutton-manor', 'SM-17'],
      ['sutton-manor', 'SM-18'],
    ] as const;
    for (const [policy, id] of triaged) {
      expect(heldBy(policy, id), id).toMatchObject([{ how: 'scheduled', held: true }]);
    }
  });

  test('what is off is called off, not promised for later', () => {
    const loaded = loadPolicy({ extends: 'standard', rules: { targeted: { severity: 'off' } } });
    if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
    expect(mechanismOf(loaded.policy, 'rule:targeted')).toMatchObject({ held: false, off: true });
  });
});

describe('rules called fine', () => {
  const passed = (policy: (typeof PRESETS)[number], more: object = {}): RuleName[] =>
    check(preset(policy), draftOf('Owls nest on our sill', more), facts).passed;
  const PHOTO_RULES: RuleName[] = [
    'photo-allowed',
    'photo-consent',
    'photo-faces',
    'photo-name',
    'alt-text',
    'work-opt-out',
  ];

  test('of words alone are none about photos, and none about a device nobody has named', () => {
    for (const name of PRESETS) {
      const fine = passed(name);
      expect(fine).toContain('length');
      for (const rule of [...PHOTO_RULES, 'device']) expect(fine, name).not.toContain(rule);
    }
  });

  test('of a photo are those about that photo', () => {
    const work = [photo('work')];
    expect(passed('standard', { photos: work })).toEqual(
      expect.arrayContaining(['alt-text', 'photo-faces']),
    );
    expect(passed('standard', { photos: work })).not.toContain('photo-consent');
    expect(passed('lickey-hills', { photos: work })).toEqual(
      expect.arrayContaining(['photo-allowed', 'work-opt-out']),
    );
  });

  test('name the device once it is known', () => {
    expect(passed('standard', { device: 'school' })).toContain('device');
    expect(passed('irthlingborough', { device: 'school' })).not.toContain('device');
  });
});
