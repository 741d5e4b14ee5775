import { afterEach, describe, expect, test, vi } from 'vitest';
import { check } from '../../src/policy/check.ts';
import { loadPolicy, preset } from '../../src/policy/load.ts';
import { reply } from '../../src/policy/rules/reply.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { draftOf, facts, photo, TUESDAY } from '../rules/tables.ts';

function changed(over: object): Policy {
  const loaded = loadPolicy(over);
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.policy;
}
const found = (policy: Policy, ...given: [ReturnType<typeof draftOf>, object?]) =>
  check(policy, given[0], { ...facts, grammar: [], ...given[1] }).findings.map(
    ({ rule, severity }) => `${rule} ${severity}`,
  );

afterEach(() => vi.restoreAllMocks());

describe('a verdict', () => {
  test('on a good post is clear, and says what was fine', () => {
    const verdict = check(preset('standard'), draftOf('Owls on the sill'), facts);
    expect(verdict).toMatchObject({
      outcome: 'clear',
      findings: [],
      held: false,
      slot: TUESDAY,
      weight: 16,
      limit: 280,
    });
    expect(verdict.passed).toEqual(
      expect.arrayContaining(['length', 'reply', 'hidden-text', 'posting-hours']),
    );
  });

  test('has the gravest first, then by place, each with the clauses it answers to', () => {
    const text = 'Thanks @OwlTrust and @JoSmith\u200b';
    const { outcome, findings } = check(preset('standard'), draftOf(text), facts);
    expect(outcome).toBe('blocked');
    expect(findings.map(({ rule, span, clauses }) => [rule, span, clauses])).toEqual([
      ['hidden-text', [29, 30], []],
      ['individual-handle', [7, 16], ['ST-22']],
      ['individual-handle', [21, 29], ['ST-22']],
    ]);
  });

  test('asks for review where something is only to explain', () => {
    expect(check(preset('standard'), draftOf('Hi @OwlTrust'), facts).outcome).toBe('review');
  });

  test('of a note alone is clear', () => {
    const policy = changed({
      extends: 'standard',
      rules: { 'individual-handle': { severity: 'note' } },
    });
    const verdict = check(policy, draftOf('Thanks @OwlTrust'), facts);
    expect([verdict.outcome, verdict.findings[0]?.severity]).toEqual(['clear', 'note']);
  });

  test('is held outside the hours and does not call them fine', () => {
    const saturday = Date.parse('2026-03-14T12:00:00Z');
    const verdict = check(preset('standard'), draftOf('Owls', { at: saturday }), facts);
    expect([verdict.held, verdict.outcome, verdict.slot]).toEqual([
      true,
      'clear',
      Date.parse('2026-03-16T08:00:00Z'),
    ]);
    expect(verdict.passed).not.toContain('posting-hours');
  });

  test('on a Friday evening before the clocks change waits for Monday 08:00 by the new clock', () => {
    const friday = Date.parse('2026-03-27T19:05:00Z');
    expect(check(preset('standard'), draftOf('Owls', { at: friday }), facts).slot).toBe(
      Date.parse('2026-03-30T07:00:00Z'),
    );
  });

  test('passes over a day the school is closed, and has no slot where nothing ever opens', () => {
    const closed = { ...facts, closedDays: new Set(['2026-03-10']) };
    expect(check(preset('standard'), draftOf('Owls'), closed).slot).toBe(
      Date.parse('2026-03-11T08:00:00Z'),
    );
    const never = check(preset('standard'), draftOf('Owls'), facts, { nextSlot: () => null });
    expect([never.held, never.slot]).toEqual([true, null]);
  });

  test('asks for review of a rule that breaks, and of nothing else', () => {
    vi.spyOn(reply, 'check').mockImplementation(() => {
      throw new Error('a name nobody may see');
    });
    const verdict = check(changed({ extends: 'standard' }), draftOf('Owls'), facts);
    expect(verdict.outcome).toBe('review');
    expect(verdict.findings).toEqual([
      expect.objectContaining({
        rule: 'reply',
        severity: 'review',
        message: expect.stringContaining('could not be checked'),
      }),
    ]);
    expect(verdict.findings[0]?.message).not.toContain('a name');
    expect(verdict.passed).not.toContain('reply');
  });

  test('asks for review where a rule has options it cannot read', () => {
    const policy = preset('standard');
    const wrong = {
      ...policy,
      rules: { ...policy.rules, device: { severity: 'block' as const, posts: 7 } },
    };
    expect(found(wrong, draftOf('Owls'))).toEqual(['device review']);
  });

  test('tells at most twenty findings of one rule', () => {
    expect(check(preset('standard'), draftOf('see @a1 '.repeat(30)), facts).findings).toHaveLength(
      20,
    );
  });

  test('is the same however often it is asked for', () => {
    const ask = () => check(preset('lickey-hills'), draftOf('#Owls \u200b @a'), facts);
    expect(ask()).toEqual(ask());
  });
});

describe('a known "no" on the roll', () => {
  const refused = draftOf('Owls', { photos: [photo('pupils-no-face', ['Idris Okoye'])] });
  const stranger = draftOf('Owls', { photos: [photo('pupils-no-face', ['Nobody Known'])] });
  const withConsent = (severity: string) =>
    changed({ extends: 'irthlingborough', rules: { 'photo-consent': { severity } } });

  test.each(['block', 'review', 'note', 'off'])(
    'blocks where photo consent is set to %s',
    (severity) => {
      expect(found(withConsent(severity), refused)).toEqual(['photo-consent block']);
    },
  );

  test('is not claimed to be fine where only the floor was looked at', () => {
    expect(found(withConsent('off'), stranger)).toEqual([]);
    expect(check(withConsent('off'), stranger, facts).passed).not.toContain('photo-consent');
    expect(found(withConsent('review'), stranger)).toEqual(['photo-consent review']);
  });

  test('without a roll asks for review, the floor too', () => {
    expect(found(withConsent('off'), refused, { roll: null })).toEqual(['photo-consent review']);
  });

  test('is not said twice where no photo of pupils is let through at all', () => {
    expect(found(preset('lickey-hills'), refused)).toEqual(['photo-allowed block']);
    const lax = changed({
      extends: 'lickey-hills',
      rules: { 'photo-allowed': { severity: 'review' } },
    });
    expect(found(lax, refused)).toEqual(['photo-consent block', 'photo-allowed review']);
  });

  test('says nothing of work and of consents to be named', () => {
    const work = draftOf('Owls by Idris', { photos: [photo('work', ["Niamh O'Dowd"])] });
    expect(found(preset('irthlingborough'), work)).toEqual([]);
  });
});
