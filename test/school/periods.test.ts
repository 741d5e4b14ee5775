import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/school/local-time.ts';
import { dueNext, dueNow, type Every, periodOf } from '../../src/school/periods.ts';
import { instant, schoolWith } from './larkrise.ts';

const SPRING = { name: 'Spring', from: '2026-01-05', to: '2026-02-13' };
const AFTER = { name: 'Spring after half term', from: '2026-02-23', to: '2026-03-27' };
const SUMMER = { name: 'Summer', from: '2026-04-13', to: '2026-07-17' };
const school = schoolWith({ terms: [SPRING, AFTER, SUMMER], closures: [], bankHolidays: null });
const iso = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString());

describe('the period a date is in', () => {
  const table: [says: string, every: Every, date: string, from: string, to: string][] = [
    ['a week runs from Monday to Sunday', 'week', '2026-03-15', '2026-03-09', '2026-03-15'],
    ['a Monday begins its own week', 'week', '2026-03-16', '2026-03-16', '2026-03-22'],
    ['a week may cross the year', 'week', '2027-01-01', '2026-12-28', '2027-01-03'],
    ['a month ends on its own last day', 'month', '2028-02-10', '2028-02-01', '2028-02-29'],
    ['December ends with the year', 'month', '2026-12-31', '2026-12-01', '2026-12-31'],
    ['a term is as the school lists it', 'term', '2026-03-01', '2026-02-23', '2026-03-27'],
    ['half term belongs to the term to come', 'term', '2026-02-16', '2026-02-23', '2026-03-27'],
    ['past the last term a third of a year', 'term', '2026-09-10', '2026-09-01', '2026-12-31'],
  ];
  it.each(table)('%s', (_says, every, date, from, to) => {
    expect(periodOf(school, every, date)).toEqual({ from, to });
  });
});

describe('work that comes round', () => {
  it('falls due when school opens on the Monday, and is to be done by Friday’s close', () => {
    const due = dueNext(school, 'week', instant('2026-03-10T10:00:00Z'));
    expect(due?.from).toBe('2026-03-16');
    expect(iso(due?.opens)).toBe('2026-03-16T08:30:00.000Z');
    expect(iso(due?.lastDay)).toBe('2026-03-20T08:30:00.000Z');
    expect(iso(due?.by)).toBe('2026-03-20T15:30:00.000Z');
  });

  it('asked for in the holidays, it is the term to come', () => {
    expect(dueNext(school, 'term', instant('2026-04-01T10:00:00Z'))?.from).toBe('2026-04-13');
    expect(dueNext(school, 'term', instant('2026-05-01T10:00:00Z'))?.from).toBe('2026-07-18');
  });

  it('passes over weeks of holiday, and over the clocks going forward', () => {
    const due = dueNext(school, 'week', instant('2026-03-26T10:00:00Z'));
    expect(due?.from).toBe('2026-04-13');
    expect(iso(due?.opens)).toBe('2026-04-13T07:30:00.000Z');
    expect(dueNow(school, 'week', instant('2026-04-01T10:00:00Z'))).toBeNull();
  });

  it('falls due on Tuesday where the school is closed on Monday', () => {
    const closed = { name: 'Training', from: '2026-03-16', to: '2026-03-16' };
    const closures = [{ ...closed, posting: 'open' as const }];
    const trained = schoolWith({ terms: [AFTER], closures, bankHolidays: null });
    const due = dueNext(trained, 'week', instant('2026-03-10T10:00:00Z'));
    expect(due?.from).toBe('2026-03-16');
    expect(iso(due?.opens)).toBe('2026-03-17T08:30:00.000Z');
  });

  it('always falls due later than asked from, within school hours, and before it should be done', () => {
    const at = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 5, 1) });
    fc.assert(
      fc.property(at, fc.constantFrom<Every>('week', 'month', 'term'), (from, every) => {
        const due = dueNext(school, every, from);
        expect(due).not.toBeNull();
        if (due === null) return;
        expect(due.opens).toBeGreaterThan(from);
        expect(due.lastDay).toBeLessThan(due.by);
        expect(due.opens).toBeLessThanOrEqual(due.lastDay);
        const began = periodOf(school, every, localDate(due.opens, school.timezone)).from;
        expect(began).toBe(due.from);
      }),
      { numRuns: 300 },
    );
  });
});
