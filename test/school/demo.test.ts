import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { addSchoolHours, closedDaysOf, nextSlot } from '../../src/school/calendar.ts';
import { deciders, hasRole, mayDraft } from '../../src/school/people.ts';
import { parseRoll } from '../../src/school/roll.ts';
import { loadSchools } from '../../src/school/school.ts';
import { instant } from './larkrise.ts';

const DEMO_SCHOOL = fileURLToPath(new URL('../../src/school/demo/school.yaml', import.meta.url));

const demo = () => {
  const loaded = loadSchools(DEMO_SCHOOL);
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  const [school] = loaded.schools;
  if (school === undefined) throw new Error('no demo school');
  return { school, warnings: loaded.warnings };
};
const goesOut = (from: string) => {
  const { school } = demo();
  const place = { timezone: school.timezone, closedDays: closedDaysOf(school, instant(from)) };
  return nextSlot(school.policy.posting_hours, place, instant(from), 'everyday');
};

describe('the demo school', () => {
  it('starts without a fault or a warning', () => expect(demo().warnings).toEqual([]));

  it('has two teachers who write, two of SLT and the head who decide, and a governor who does neither', () => {
    const { school } = demo();
    const now = instant('2026-11-20T12:00:00Z');
    expect(school.people.filter((person) => mayDraft(school, person, now).ok)).toHaveLength(2);
    expect(deciders(school, [])).toHaveLength(3);
    const governor = school.people.filter((person) => hasRole(person, ['governor']));
    expect(governor).toHaveLength(1);
    expect(deciders(school, [])).not.toContain(governor[0]);
  });

  it('posts at once in the evening, at a weekend and on bank holidays, and holds posts over night', () => {
    const evenings = [
      '2026-11-20T21:30:00Z',
      '2026-11-22T15:00:00Z',
      '2026-12-25T12:00:00Z',
      '2027-06-28T12:00:00+01:00',
    ];
    for (const at of evenings) expect(goesOut(at), at).toBe(instant(at));
    expect(goesOut('2026-11-20T22:30:00Z')).toBe(instant('2026-11-21T07:00:00Z'));
  });

  it('counts reminders in term only', () => {
    const { school } = demo();
    const after = addSchoolHours(school, instant('2026-12-18T23:00:00Z'), 0.1);
    expect(new Date(after).toISOString().slice(0, 10)).toBe('2027-01-04');
  });

  it('has a roll that can be read in', () => {
    const { school } = demo();
    const roll = parseRoll(readFileSync(school.roll ?? '', 'utf8'));
    expect(roll.ok && roll.rows.length).toBe(12);
  });
});
