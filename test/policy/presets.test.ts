import { describe, expect, test } from 'vitest';
import { coverage, coverageTable, holdingsOf } from '../../src/policy/coverage.ts';
import { PRESETS, preset } from '../../src/policy/load.ts';
import { MECHANISM_NAMES, mechanismOf } from '../../src/policy/mechanisms.ts';
import { RULE_NAMES } from '../../src/policy/rule.ts';
import { meaningOf, rules } from '../../src/policy/rules/index.ts';
import { statementsDue } from '../../src/policy/statements.ts';
import { photo } from '../rules/tables.ts';
import { CLAUSE_KINDS } from './clause-kinds.ts';

/** b block, r review, h hold, - off: standard, lickey-hills, irthlingborough, sutton-manor, hutton-rudby. */
const SEVERITIES: Record<(typeof RULE_NAMES)[number], string> = {
  length: 'bbbbb',
  'pupil-name': 'rb---',
  'person-name': 'rr---',
  'photo-name': '---bb',
  targeted: 'bb-b-',
  'individual-handle': 'r----',
  'text-language': '-b-b-',
  'standard-english': '-r-r-',
  'hashtag-place': '-r-r-',
  offensive: 'bbbbb',
  'negative-tone': 'r--rr',
  purpose: '-b---',
  reply: 'bbbbb',
  'personal-data': 'bbbbb',
  'hidden-text': 'bbbbb',
  'photo-allowed': '-b---',
  'photo-consent': 'b-bbb',
  'photo-faces': 'r----',
  device: 'b-b-b',
  'alt-text': 'rrrrr',
  'work-opt-out': '-b---',
  'posting-hours': 'h----',
};
const LETTERS: Record<string, string> = { block: 'b', review: 'r', hold: 'h', off: '-' };

describe('the five policies', () => {
  const all = PRESETS.map(preset);

  test.each(RULE_NAMES)('%s is as strict as each school wants', (rule) => {
    const letters = all.map((policy) => LETTERS[policy.rules[rule].severity] ?? '?').join('');
    expect(letters).toBe(SEVERITIES[rule]);
  });

  test('length, photo names and devices have each school’s own limits', () => {
    expect(all.map(({ rules: { length } }) => length.limit)).toEqual([280, 280, 140, 240, 280]);
    expect(all.map((policy) => policy.rules['photo-name'].names)).toEqual([
      undefined,
      undefined,
      undefined,
      'any',
      'full',
    ]);
    expect(all.map((policy) => policy.rules.device.posts)).toEqual([
      'any',
      undefined,
      'with-photos',
      undefined,
      'any',
    ]);
  });

  test('the right people write, approve and choose whom to follow', () => {
    expect(
      all.map(({ may }) => `${may.draft} (${may.draft_with_grant}) ${may.approve} / ${may.follow}`),
    ).toEqual([
      'nominated () slt,head / slt',
      'teacher,slt,head () slt,head / slt',
      'staff () slt,head / head',
      'staff () slt,head / slt',
      'head,it-lead (staff) head,it-lead / head,it-lead',
    ]);
    expect(all.map((policy) => policy.account_approved_by)).toEqual([
      null,
      null,
      null,
      ['head'],
      null,
    ]);
    expect(all.map(({ visibility }) => visibility)).toEqual([
      'public',
      'protected',
      'public',
      'public',
      null,
    ]);
  });

  test('only the standard policy has posting hours', () => {
    expect(all.map(({ posting_hours }) => posting_hours)).toEqual([
      {
        open: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '18:00' },
        excused: ['event', 'trip', 'urgent'],
      },
      null,
      null,
      null,
      null,
    ]);
  });

  test('agreements are asked for and countersigned as each school has it', () => {
    expect(
      all.map(({ agreement }) => agreement && [agreement.kind, ...agreement.countersigned_by]),
    ).toEqual([null, ['acknowledged'], null, ['signed', 'head', 'governor'], ['signed', 'head']]);
  });

  test('housekeeping falls due as each school has it', () => {
    expect(all.map(({ cadences: { follower_review } }) => follower_review?.every ?? null)).toEqual([
      'week',
      'week',
      'week',
      'week',
      null,
    ]);
    expect(all.map(({ cadences }) => cadences.password_change)).toEqual([
      'each-term',
      null,
      null,
      'each-term',
      'with-heads-permission',
    ]);
    expect(all.map(({ cadences }) => cadences.photo_deletion)).toEqual([
      'on-trips',
      null,
      null,
      null,
      'always',
    ]);
  });

  test('everywhere one approves, two where it is urgent, SLT is reminded and a draft expires', () => {
    for (const policy of all) {
      expect(policy.approvals).toEqual({ everyday: 1, urgent: 2 });
      expect(policy.remind.after_school_hours).toBe(4);
      expect(policy.expire.after_school_days).toBe(5);
    }
  });

  test('the device statement is asked only where the device matters and nobody said', () => {
    const due = (name: (typeof PRESETS)[number], photos: number, device?: 'own') =>
      statementsDue(preset(name), {
        photos: Array.from({ length: photos }, () => photo('work')),
        ...(device ? { device } : {}),
      }).map(({ id }) => id);
    expect(due('standard', 0)).toEqual(['device']);
    expect(due('standard', 0, 'own')).toEqual([]);
    expect(due('irthlingborough', 0)).toEqual([]);
    expect(due('irthlingborough', 1)).toEqual(['device']);
    expect(due('sutton-manor', 0, 'own')).toEqual(['rights']);
    expect(due('lickey-hills', 1)).toEqual([]);
  });
});

describe('coverage', () => {
  const covered = coverage(PRESETS.map(preset));

  test('every one of the 119 clauses is there with its kind', () => {
    expect(covered.flatMap(({ clauses }) => clauses)).toHaveLength(119);
    for (const { policy, clauses } of covered) {
      const kinds = clauses.map(({ id, kind }) => `${id}:${kind}`).sort();
      expect(kinds).toEqual(CLAUSE_KINDS[policy]?.split(' ').sort());
    }
  });

  test('a clause is held exactly when everything it names is there', () => {
    const held = new Map(
      covered.flatMap(({ clauses }) => clauses).map((one) => [one.id, one.held]),
    );
    const is = (...ids: string[]) => ids.map((id) => held.get(id));
    expect(
      is(
        'ST-13',
        'ST-21',
        'SM-25',
        'ST-04',
        'ST-05',
        'ST-07',
        'ST-08',
        'ST-10',
        'ST-12',
        'ST-17',
        'LH-03',
        'LH-07',
        'LH-15',
        'SM-04',
        'SM-24',
        'HR-15',
      ),
    ).not.toContain(false);
    expect(is('ST-19', 'LH-27', 'IR-25', 'HR-12')).not.toContain(true);
  });

  test('a rule counts where this version judges it and the policy has it on, and nowhere else', () => {
    for (const policy of PRESETS.map(preset)) {
      for (const rule of RULE_NAMES) {
        const on = policy.rules[rule].severity !== 'off';
        expect(mechanismOf(policy, `rule:${rule}`)?.held).toBe(on && rules.has(rule));
      }
    }
  });

  test('every mechanism is used by a clause, says what it does, and what is not there names the later work', () => {
    const used = new Set(PRESETS.flatMap((name) => preset(name).clauses.flatMap(({ by }) => by)));
    const standard = preset('standard');
    for (const name of MECHANISM_NAMES) {
      const mechanism = mechanismOf(standard, name);
      if (!name.startsWith('rule:')) {
        expect(used).toContain(name);
        expect(mechanism?.held ?? true).toBe(!/comes with/.test(mechanism?.does ?? ''));
      }
      expect(mechanism?.does).toMatch(/^[A-Z].+[^.]$/);
    }
    expect(mechanismOf(standard, 'hope')).toBeNull();
    expect(mechanismOf(standard, 'toString')).toBeNull();
  });

  test('every rule is judged or waiting, never both, and means something under every policy', () => {
    for (const rule of RULE_NAMES) {
      expect(rules.has(rule)).toBe(true);
      for (const policy of PRESETS.map(preset)) {
        if (policy.rules[rule].severity !== 'off')
          expect(meaningOf(policy, rule)).toMatch(/^\S.+[^.]$/);
      }
    }
    expect(meaningOf(preset('sutton-manor'), 'length')).toBe('A post fits in 240 characters');
    expect(meaningOf(preset('hutton-rudby'), 'photo-name')).toMatch(/full name/);
  });

  test('the table counts what the clauses say', () => {
    const held = covered.flatMap(({ clauses }) => clauses).filter((clause) => clause.held).length;
    expect(coverageTable(covered).split('\n').at(-1)).toMatch(
      new RegExp(`^all .* ${held}/119 +${119 - held}$`),
    );
  });

  test('a person reads how a clause is held', () => {
    const policy = preset('standard');
    const hours = policy.clauses.find(({ id }) => id === 'ST-08');
    expect(hours && holdingsOf(policy, hours)).toEqual([
      {
        how: 'scheduled',
        by: 'Posts go out in our posting hours, and wait for them otherwise',
        held: true,
      },
    ]);
  });
});
