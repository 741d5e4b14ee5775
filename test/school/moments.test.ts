import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentFromLocal, wordsForHours, wordsForMoment } from '../../src/school/calendar.ts';
import { localFields } from '../../src/school/moments.ts';
import { instant } from './larkrise.ts';

describe('a moment in words', () => {
  const now = '2026-03-10T15:00:00Z'; // a Tuesday
  const table: [at: string, words: string][] = [
    ['2026-03-10T15:40:00Z', 'today 15:40'],
    ['2026-03-10T08:05:00Z', 'today 8:05'],
    ['2026-03-11T08:00:00Z', 'tomorrow 8:00'],
    ['2026-03-09T16:10:00Z', 'yesterday 16:10'],
    ['2026-03-12T08:00:00Z', 'Thu 8:00'],
    ['2026-03-16T08:00:00Z', 'Mon 8:00'],
    ['2026-03-17T08:00:00Z', 'Tue 17 Mar 8:00'],
    ['2026-03-05T09:30:00Z', 'Thu 5 Mar 9:30'],
    ['2026-03-30T08:00:00+01:00', 'Mon 30 Mar 8:00'],
    ['2027-01-11T08:00:00Z', 'Mon 11 Jan 2027 8:00'],
    ['2025-12-31T00:00:00Z', 'Wed 31 Dec 2025 0:00'],
  ];
  for (const [at, words] of table) {
    it(`${at} is “${words}” on Tuesday 10 March 2026`, () =>
      expect(wordsForMoment(instant(at), instant(now), 'Europe/London')).toBe(words));
  }

  it('goes by the school’s own midnight, not by UTC', () => {
    const late = instant('2026-07-01T23:30:00Z'); // 0:30 on 2 July
    const before = instant('2026-07-01T12:00:00Z');
    expect(wordsForMoment(late, before, 'Europe/London')).toBe('tomorrow 0:30');
    expect(wordsForMoment(late, before, 'UTC')).toBe('today 23:30');
  });

  it('within the week of New Year still says only the day', () => {
    const says = wordsForMoment(
      instant('2027-01-04T08:00:00Z'),
      instant('2026-12-31T09:00:00Z'),
      'Europe/London',
    );
    expect(says).toBe('Mon 8:00');
  });
});

describe('hours in words', () => {
  const table: [days: string, from: string, to: string, words: string][] = [
    ['mon tue wed thu fri', '08:00', '18:00', 'Mon–Fri 8:00–18:00'],
    ['fri thu wed tue mon', '08:30', '15:30', 'Mon–Fri 8:30–15:30'],
    ['mon wed thu fri', '09:00', '15:30', 'Mon, Wed–Fri 9:00–15:30'],
    ['sat', '10:00', '24:00', 'Sat 10:00–24:00'],
    ['mon tue wed thu fri sat sun', '07:00', '22:00', 'every day 7:00–22:00'],
    ['sun mon', '00:00', '09:00', 'Mon, Sun 0:00–9:00'],
  ];
  for (const [days, from, to, words] of table) {
    it(`${days} from ${from} to ${to} is “${words}”`, () => {
      const hours = { days: days.split(' ') as ('mon' | 'sun')[], from, to };
      expect(wordsForHours(hours)).toBe(words);
    });
  }
});

describe('a date and time as typed', () => {
  const accepted: [date: string, time: string, at: string][] = [
    ['2026-03-10', '15:40', '2026-03-10T15:40:00Z'],
    ['2026-07-01', '9:05', '2026-07-01T09:05:00+01:00'],
    ['2026-07-01', '9.05', '2026-07-01T09:05:00+01:00'],
    [' 2028-02-29 ', ' 00:00 ', '2028-02-29T00:00:00Z'],
    ['2026-03-29', '02:00', '2026-03-29T01:00:00Z'],
    ['2026-03-29', '00:59', '2026-03-29T00:59:00Z'],
  ];
  for (const [date, time, at] of accepted) {
    it(`${date} ${time} is understood`, () =>
      expect(momentFromLocal(date, time, 'Europe/London')).toEqual({ ok: true, at: instant(at) }));
  }

  it('in the hour that autumn repeats is the first of the two', () => {
    expect(momentFromLocal('2026-10-25', '01:30', 'Europe/London')).toEqual({
      ok: true,
      at: instant('2026-10-25T01:30:00+01:00'),
    });
  });

  const refused: [date: string, time: string, says: RegExp][] = [
    [
      '2026-03-29',
      '01:30',
      /^1:30 on Sun 29 Mar 2026 does not happen: .*clocks go forward.* 2:00 or later\.$/,
    ],
    ['2026-03-29', '1:00', /^1:00 on Sun 29 Mar 2026 does not happen/],
    ['2026-02-29', '10:00', /“2026-02-29” is not a date/],
    ['10/03/2026', '10:00', /“10\/03\/2026” is not a date/],
    ['1926-03-10', '10:00', /2000 to 2100/],
    ['2026-03-10', '24:00', /“24:00” is not a time/],
    ['2026-03-10', '10:60', /“10:60” is not a time/],
    ['2026-03-10', 'half ten, I should think', /“half ten, I should t…” is not a time/],
    ['', '10:00', /a date as well as a time/],
    ['2026-03-10', '', /a time as well as a date/],
    ['', '', /a date and a time/],
  ];
  for (const [date, time, says] of refused) {
    it(`“${date} ${time}” is refused with a sentence`, () => {
      const moment = momentFromLocal(date, time, 'Europe/London');
      expect(moment.ok ? '' : moment.says).toMatch(says);
    });
  }

  it('comes back as the same words, whatever the minute', () => {
    const minute = fc.integer({
      min: instant('2026-01-01T00:00:00Z') / 60_000,
      max: instant('2027-12-31T00:00:00Z') / 60_000,
    });
    const parts = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/London',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    fc.assert(
      fc.property(minute, (at) => {
        const [date = '', time = ''] = parts.format(at * 60_000).split(' ');
        const moment = momentFromLocal(date, time, 'Europe/London');
        if (!moment.ok) throw new Error(moment.says);
        expect(parts.format(moment.at)).toBe(`${date} ${time}`);
        expect(localFields(moment.at, 'Europe/London')).toEqual({ date, time });
      }),
    );
  });
});
