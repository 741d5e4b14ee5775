import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Occasion } from '../../src/post/revision.ts';
import { closedDaysOf, isOpen, nextSlot } from '../../src/school/calendar.ts';
import { instant, LONDON, schoolWith, WEEKDAY_HOURS } from './larkrise.ts';

const ALL_WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const slot = (from: string, occasion: Occasion = 'everyday', closed: string[] = []) => {
  const place = { timezone: 'Europe/London', closedDays: new Set(closed) };
  return nextSlot(WEEKDAY_HOURS, place, instant(from), occasion);
};
const allWeek = (from: string, to: string) => ({
  open: { days: [...ALL_WEEK], from, to },
  excused: [],
});

describe('the next posting slot', () => {
  const table: [says: string, from: string, goesOut: string][] = [
    ['on Tuesday afternoon is at once', '2026-03-10T15:40:30.123Z', '2026-03-10T15:40:30.123Z'],
    ['at 8:00 exactly is at once', '2026-03-10T08:00:00.000Z', '2026-03-10T08:00:00.000Z'],
    ['a moment before 8:00 is 8:00', '2026-03-10T07:59:59.999Z', '2026-03-10T08:00:00.000Z'],
    ['at 18:00 exactly is at once', '2026-03-10T18:00:00.000Z', '2026-03-10T18:00:00.000Z'],
    [
      'a moment after 18:00 is the next morning',
      '2026-03-10T18:00:00.001Z',
      '2026-03-11T08:00:00.000Z',
    ],
    ['in summer is read on the summer clock', '2026-07-01T06:30:00Z', '2026-07-01T07:00:00Z'],
    ['on Saturday is Monday', '2026-03-14T12:00:00Z', '2026-03-16T08:00:00Z'],
    [
      'approved at 19:05 on the Friday before the clocks go back is Monday 8:00',
      '2026-10-23T19:05:00+01:00',
      '2026-10-26T08:00:00+00:00',
    ],
    [
      'approved at 19:05 on the Friday before the clocks go forward is Monday 8:00',
      '2026-03-27T19:05:00+00:00',
      '2026-03-30T08:00:00+01:00',
    ],
    ['over the New Year crosses the year', '2026-12-31T18:30:00Z', '2027-01-01T08:00:00Z'],
  ];
  for (const [says, from, goesOut] of table) {
    it(says, () => expect(slot(from)).toBe(instant(goesOut)));
  }

  it('of a school event, a trip or urgent news is at once, even on a closed Sunday', () => {
    const sunday = '2026-03-15T23:00:00Z';
    for (const occasion of ['event', 'trip', 'urgent'] as const) {
      expect(slot(sunday, occasion, ['2026-03-15'])).toBe(instant(sunday));
    }
    expect(slot(sunday, 'everyday', ['2026-03-15'])).toBe(instant('2026-03-16T08:00:00Z'));
  });

  it('passes over the days the school is closed', () => {
    expect(slot('2026-04-02T19:00:00+01:00', 'everyday', ['2026-04-03', '2026-04-06'])).toBe(
      instant('2026-04-07T08:00:00+01:00'),
    );
  });

  it('is at once where the policy sets no hours', () => {
    const sunday = instant('2026-03-15T03:00:00Z');
    expect(nextSlot(null, LONDON, sunday, 'everyday')).toBe(sunday);
  });

  it('does not exist where the school is closed for more than a year', () => {
    const from = instant('2026-01-05T09:00:00Z');
    const closed = Array.from({ length: 370 }, (_, day) =>
      new Date(instant('2026-01-05T00:00:00Z') + day * 86_400_000).toISOString().slice(0, 10),
    );
    expect(slot('2026-01-05T09:00:00Z', 'everyday', closed)).toBeNull();
    expect(slot('2026-01-05T09:00:00Z', 'everyday', closed.slice(0, 365))).toBe(
      instant('2027-01-05T08:00:00Z'),
    );
    expect(nextSlot(WEEKDAY_HOURS, LONDON, Number.NaN, 'everyday')).toBeNull();
    expect(nextSlot(WEEKDAY_HOURS, LONDON, from, 'everyday')).toBe(from);
  });

  it('waits for the clocks where the opening time is skipped in spring', () => {
    const hours = allWeek('01:30', '23:00');
    const found = nextSlot(hours, LONDON, instant('2026-03-29T00:10:00Z'), 'everyday');
    expect(found).toBe(instant('2026-03-29T01:00:00Z'));
  });

  it('closes with the clocks where the closing time is skipped in spring', () => {
    const hours = allWeek('00:00', '01:30');
    const last = instant('2026-03-29T00:59:59.999Z');
    expect(isOpen(hours, LONDON, last, 'everyday')).toBe(true);
    expect(nextSlot(hours, LONDON, last + 1, 'everyday')).toBe(
      instant('2026-03-30T00:00:00+01:00'),
    );
  });

  it('runs from the first to the last happening of a time that autumn repeats', () => {
    const hours = allWeek('01:15', '01:45');
    const open = (at: string) => isOpen(hours, LONDON, instant(at), 'everyday');
    expect(open('2026-10-25T01:14:59+01:00')).toBe(false);
    expect(open('2026-10-25T01:15:00+01:00')).toBe(true);
    expect(open('2026-10-25T01:45:00+00:00')).toBe(true);
    expect(open('2026-10-25T01:45:01+00:00')).toBe(false);
  });

  it('holds midnight itself where the hours end at 24:00', () => {
    const hours = { open: { days: ['fri' as const], from: '20:00', to: '24:00' }, excused: [] };
    const midnight = instant('2026-03-14T00:00:00Z');
    expect(nextSlot(hours, LONDON, midnight, 'everyday')).toBe(midnight);
    expect(nextSlot(hours, LONDON, midnight + 1, 'everyday')).toBe(instant('2026-03-20T20:00:00Z'));
  });

  it('refuses a time zone nobody knows', () => {
    const place = { timezone: 'Europe/Larkrise', closedDays: new Set<string>() };
    expect(() => nextSlot(WEEKDAY_HOURS, place, 0, 'everyday')).toThrow(
      '"Europe/Larkrise" is not known',
    );
  });
});

describe('whatever the hours, the zone and the moment', () => {
  const zones = [
    'Europe/London',
    'America/New_York',
    'America/Havana',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Africa/Casablanca',
  ];
  const minutes = fc.integer({ min: 0, max: 1440 });
  const asTime = (all: number) =>
    `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
  const hours = fc
    .record({
      days: fc.uniqueArray(fc.constantFrom(...ALL_WEEK), { minLength: 1 }),
      ends: fc.tuple(minutes, minutes).filter(([a, b]) => a !== b),
    })
    .map(({ days, ends: [a, b] }) => ({
      open: { days, from: asTime(Math.min(a, b)), to: asTime(Math.max(a, b)) },
      excused: [],
    }));
  const place = fc.record({
    timezone: fc.constantFrom(...zones),
    closedDays: fc.constantFrom(new Set<string>(), new Set(['2026-03-30', '2026-10-26'])),
  });
  const moment = fc.integer({
    min: instant('2026-03-01T00:00:00Z'),
    max: instant('2026-11-30T00:00:00Z'),
  });

  it('a slot is never earlier than asked, is open, and nothing is open before it', () => {
    fc.assert(
      fc.property(
        hours,
        place,
        moment,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }),
        (h, p, from, parts) => {
          const found = nextSlot(h, p, from, 'everyday');
          if (found === null) throw new Error('no slot within a year');
          expect(found).toBeGreaterThanOrEqual(from);
          expect(isOpen(h, p, found, 'everyday')).toBe(true);
          for (const part of parts) {
            const between = from + Math.floor(part * (found - from));
            if (between < found) expect(isOpen(h, p, between, 'everyday')).toBe(false);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('asking later never gives an earlier slot', () => {
    fc.assert(
      fc.property(
        hours,
        place,
        moment,
        fc.integer({ min: 0, max: 4 * 86_400_000 }),
        (h, p, from, later) => {
          const first = nextSlot(h, p, from, 'everyday') ?? 0;
          expect(nextSlot(h, p, from + later, 'everyday')).toBeGreaterThanOrEqual(first);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a slot within ordinary days shows the hours on the wall clock', () => {
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
    fc.assert(
      fc.property(moment, (from) => {
        const found = nextSlot(WEEKDAY_HOURS, LONDON, from, 'everyday') ?? 0;
        const [day = '', time = ''] = clock.format(found).replace(',', '').split(' ');
        expect(['Mon', 'Tue', 'Wed', 'Thu', 'Fri']).toContain(day);
        expect(time >= '08:00' && time <= '18:00').toBe(true);
        if (found !== from) expect(time).toBe('08:00');
      }),
      { numRuns: 300 },
    );
  });
});

describe('the days a school posts nothing', () => {
  const closures = [
    { name: 'Training day', from: '2026-06-29', to: '2026-06-29', posting: 'closed' as const },
    { name: 'Local election', from: '2026-05-07', to: '2026-05-08', posting: 'open' as const },
  ];

  it('are its closures, and bank holidays where it adds them', () => {
    const school = schoolWith({ closures, bankHolidays: { of: 'england', posting: 'closed' } });
    const days = closedDaysOf(school, instant('2026-06-01T00:00:00Z'));
    expect(days.has('2026-06-29')).toBe(true);
    expect(days.has('2026-04-03')).toBe(true);
    expect(days.has('2026-05-07')).toBe(false);
    expect(days.has('2028-01-03')).toBe(true);
  });

  it('are none of the bank holidays where the school keeps posting on them, or adds none', () => {
    const open = schoolWith({ bankHolidays: { of: 'england', posting: 'open' } });
    expect(closedDaysOf(open, instant('2026-06-01T00:00:00Z')).size).toBe(0);
    expect(closedDaysOf(schoolWith(), instant('2026-06-01T00:00:00Z')).size).toBe(0);
  });

  it('are not the holidays: terms say nothing about posting', () => {
    const terms = [{ name: 'Spring', from: '2026-01-05', to: '2026-03-27' }];
    expect(closedDaysOf(schoolWith({ terms }), instant('2026-08-01T00:00:00Z')).size).toBe(0);
  });

  it('are worked out once for a year and again when the year turns', () => {
    const school = schoolWith({ bankHolidays: { of: 'england', posting: 'closed' } });
    const first = closedDaysOf(school, instant('2026-06-01T00:00:00Z'));
    expect(closedDaysOf(school, instant('2026-06-02T00:00:00Z'))).toBe(first);
    expect(closedDaysOf(school, instant('2030-06-02T00:00:00Z')).has('2030-04-19')).toBe(true);
  });
});
