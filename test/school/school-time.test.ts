import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSchoolDays, addSchoolHours } from '../../src/school/calendar.ts';
import { instant, policyWith, schoolWith } from './larkrise.ts';

const terms = [
  { name: 'Spring', from: '2026-01-05', to: '2026-03-27' },
  { name: 'Summer', from: '2026-04-13', to: '2026-07-21' },
];
const larkrise = schoolWith({
  terms,
  closures: [{ name: 'Training day', from: '2026-06-29', to: '2026-06-29', posting: 'open' }],
  bankHolidays: { of: 'england', posting: 'closed' },
});

describe('school hours', () => {
  const table: [says: string, from: string, hours: number, until: string][] = [
    ['within one day pass as on the clock', '2026-03-10T09:00:00Z', 4, '2026-03-10T13:00:00Z'],
    ['end exactly with school', '2026-03-10T11:30:00Z', 4, '2026-03-10T15:30:00Z'],
    ['go on the next morning', '2026-03-10T14:00:00Z', 4, '2026-03-11T11:00:00Z'],
    [
      'begin with school for what is sent at night',
      '2026-03-10T22:00:00Z',
      4,
      '2026-03-11T12:30:00Z',
    ],
    ['pass over the weekend', '2026-03-13T15:00:00Z', 1, '2026-03-16T09:00:00Z'],
    [
      'pass over the Easter holidays and the clock change',
      '2026-03-27T14:30:00Z',
      2,
      '2026-04-13T09:30:00+01:00',
    ],
    ['pass over a bank holiday', '2026-05-01T15:00:00+01:00', 1, '2026-05-05T09:00:00+01:00'],
    [
      'pass over a training day even where posts go out on it',
      '2026-06-26T15:00:00+01:00',
      1,
      '2026-06-30T09:00:00+01:00',
    ],
    [
      'count every weekday after the last term listed',
      '2026-07-21T15:00:00+01:00',
      1,
      '2026-07-22T09:00:00+01:00',
    ],
    ['may be parts of an hour', '2026-03-10T15:15:00Z', 0.5, '2026-03-11T08:45:00Z'],
  ];
  for (const [says, from, hours, until] of table) {
    it(says, () => expect(addSchoolHours(larkrise, instant(from), hours)).toBe(instant(until)));
  }
});

describe('school days', () => {
  const table: [says: string, from: string, days: number, until: string][] = [
    ['from Monday 10:00, five are Monday 10:00', '2026-03-02T10:00:00Z', 5, '2026-03-09T10:00:00Z'],
    [
      'from Friday evening, five end with school on the Friday after',
      '2026-03-06T19:05:00Z',
      5,
      '2026-03-13T15:30:00Z',
    ],
    [
      'from the last day of term run on in the next term',
      '2026-03-27T12:00:00Z',
      1,
      '2026-04-13T12:00:00+01:00',
    ],
    [
      'keep to the wall clock when the clocks change',
      '2026-03-26T10:00:00Z',
      2,
      '2026-04-13T10:00:00+01:00',
    ],
  ];
  for (const [says, from, days, until] of table) {
    it(says, () => expect(addSchoolDays(larkrise, instant(from), days)).toBe(instant(until)));
  }
});

describe('counting school time always ends', () => {
  it('where closures cover every day there is, by falling back to weekdays', () => {
    const closures = Array.from({ length: 15 }, (_, year) => ({
      name: 'Closed',
      from: `${2026 + year}-01-01`,
      to: `${2026 + year}-12-31`,
      posting: 'closed' as const,
    }));
    const started = performance.now();
    const until = addSchoolHours(schoolWith({ closures }), instant('2026-03-10T09:00:00Z'), 4);
    expect(until).toBe(instant('2026-03-10T13:00:00Z'));
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('and is quick for more hours than any school has', () => {
    const policy = policyWith({ school_hours: { days: ['mon'], from: '09:00', to: '09:01' } });
    const from = instant('2026-03-10T09:00:00Z');
    const started = performance.now();
    const until = addSchoolHours(schoolWith({ policy }), from, Number.POSITIVE_INFINITY);
    expect(until).toBe(from + 4000 * 86_400_000);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('leaves the moment alone where no time is asked for', () => {
    const night = instant('2026-03-10T23:00:00Z');
    expect(addSchoolHours(larkrise, night, 0)).toBe(night);
    expect(() => addSchoolHours(larkrise, Number.NaN, 1)).toThrow('no moment in time');
  });

  it('and never ends earlier for more time or a later start', () => {
    const moment = fc.integer({
      min: instant('2026-01-01T00:00:00Z'),
      max: instant('2027-01-01T00:00:00Z'),
    });
    const amount = fc.double({ min: 0.01, max: 60, noNaN: true });
    fc.assert(
      fc.property(
        moment,
        amount,
        amount,
        fc.integer({ min: 0, max: 1e9 }),
        (from, less, more, later) => {
          const first = addSchoolHours(larkrise, from, less);
          expect(first).toBeGreaterThan(from);
          expect(addSchoolHours(larkrise, from, less + more)).toBeGreaterThanOrEqual(first);
          expect(addSchoolHours(larkrise, from + later, less)).toBeGreaterThanOrEqual(first);
        },
      ),
      { numRuns: 200 },
    );
  });
});
