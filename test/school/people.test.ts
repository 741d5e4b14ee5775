import { describe, expect, it } from 'vitest';
import { ROLES } from '../../src/policy/schema.ts';
import {
  bySlack,
  byTeams,
  deciders,
  hasRole,
  mayDraft,
  names,
  ownDeviceGranted,
  personById,
} from '../../src/school/people.ts';
import { AMY, instant, JO, LEE, person, policyWith, SAM, schoolWith } from './larkrise.ts';

const school = schoolWith();
const noon = instant('2026-05-20T12:00:00+01:00');
const says = (answer: ReturnType<typeof mayDraft>) => (answer.ok ? 'yes' : answer.says);

describe('people', () => {
  it('are found by id, Slack and Teams, and by nothing empty', () => {
    expect(personById(school, 'amy-reid')).toBe(AMY);
    expect(bySlack(school, 'U0SAM')).toBe(SAM);
    expect(byTeams(school, '3f2a6f1e-0000-4000-8000-0000000000b2')).toBe(JO);
    expect(byTeams(school, '3F2A6F1E-0000-4000-8000-0000000000B2')).toBe(JO);
    expect(personById(school, 'nobody')).toBeNull();
    expect(bySlack(school, '')).toBeNull();
    expect(byTeams(school, 'null')).toBeNull();
  });

  it('are staff in every role but governor', () => {
    const staff = ROLES.filter((role) => hasRole({ roles: [role] }, ['staff']));
    expect(staff).toEqual(['staff', 'teacher', 'nominated', 'slt', 'head', 'it-lead']);
    expect(hasRole({ roles: ['governor', 'teacher'] }, ['staff'])).toBe(true);
    expect(hasRole({ roles: ['staff'] }, ['teacher'])).toBe(false);
    expect(hasRole({ roles: ['head'] }, [])).toBe(false);
  });

  it('are named as in a sentence', () => {
    expect(names([SAM])).toBe('Sam Obi');
    expect(names([SAM, JO])).toBe('Sam Obi or Jo Clarke');
    expect(names([SAM, JO, LEE])).toBe('Sam Obi, Jo Clarke or Lee Park');
    expect(names([SAM, JO], 'and')).toBe('Sam Obi and Jo Clarke');
    expect(names([])).toBe('nobody yet');
    expect(names(Array.from({ length: 9 }, () => AMY))).toMatch(/Amy Reid or 4 others$/);
  });
});

describe('who may write posts', () => {
  it('follows the policy, and a refusal says who can', () => {
    expect(mayDraft(school, AMY, noon).ok).toBe(true);
    expect(says(mayDraft(school, LEE, noon))).toBe(
      'Posts for Larkrise can be written by Amy Reid.',
    );
  });

  const hutton = policyWith({
    may: {
      draft: ['head', 'it-lead'],
      draft_with_grant: ['staff'],
      approve: ['head', 'it-lead'],
      follow: ['head'],
    },
  });
  const grant = { kind: 'posting' as const, by: JO.id, from: '2026-05-18', to: '2026-05-20' };
  const trip = person('Rosa Lund', ['teacher'], { grants: [grant] });
  const withGrant = schoolWith({ policy: hutton, people: [trip, SAM, JO, LEE] });

  it('includes somebody with a grant on its first and last day, and on no other', () => {
    const days: [string, boolean][] = [
      ['2026-05-17T23:59:59+01:00', false],
      ['2026-05-18T00:00:00+01:00', true],
      ['2026-05-20T23:59:59+01:00', true],
      ['2026-05-21T00:00:00+01:00', false],
    ];
    for (const [at, may] of days) expect(mayDraft(withGrant, trip, instant(at)).ok).toBe(may);
  });

  it('tells staff without a grant whom to ask for one, and a governor nothing of it', () => {
    expect(says(mayDraft(withGrant, SAM, noon))).toBe(
      'Posts for Larkrise can be written by Rosa Lund or Jo Clarke. You can with a grant: ask Jo Clarke.',
    );
    expect(says(mayDraft(withGrant, LEE, noon))).not.toContain('grant');
  });

  it('does not take a device grant for a posting grant, nor a grant the policy does not know', () => {
    const device = person('Rosa Lund', ['teacher'], { grants: [{ ...grant, kind: 'device' }] });
    expect(mayDraft(schoolWith({ policy: hutton, people: [device, JO] }), device, noon).ok).toBe(
      false,
    );
    expect(mayDraft(schoolWith({ people: [trip, AMY, JO] }), trip, noon).ok).toBe(false);
  });
});

describe('a person’s own device', () => {
  it('is allowed while the head’s grant runs, on the school’s own days', () => {
    const grants = [{ kind: 'device' as const, by: JO.id, from: '2026-06-10', to: null }];
    const teacher = person('Rosa Lund', ['teacher'], { grants });
    const eve = instant('2026-06-09T23:30:00Z');
    expect(ownDeviceGranted(teacher, eve, 'Europe/London')).toBe(true);
    expect(ownDeviceGranted(teacher, eve, 'UTC')).toBe(false);
    expect(ownDeviceGranted(teacher, instant('2036-01-01T00:00:00Z'), 'Europe/London')).toBe(true);
    expect(ownDeviceGranted(AMY, eve, 'Europe/London')).toBe(false);
  });
});

describe('who decides', () => {
  it('is everyone in an approving role, less the author', () => {
    expect(deciders(school, [])).toEqual([SAM, JO]);
    expect(deciders(school, [SAM.id])).toEqual([JO]);
    expect(deciders(school, [SAM.id, JO.id])).toEqual([]);
  });

  it('is only those whom both the policy and the school name', () => {
    const head = person('Ada Bright', ['head']);
    const people = [AMY, SAM, head];
    expect(deciders(schoolWith({ people, approvals: { needed: 1, by: ['slt'] } }), [])).toEqual([
      SAM,
    ]);
    const wider = schoolWith({ people, approvals: { needed: 1, by: ['teacher', 'slt'] } });
    expect(deciders(wider, [])).toEqual([SAM]);
  });
});
