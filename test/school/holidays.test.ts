import { describe, expect, it } from 'vitest';
import { bankHolidaysOfEngland, easterSunday } from '../../src/school/holidays.ts';

/** As the government lists them up to 2028, and by the same rules after. Month-day. */
const LISTED: Record<number, string> = {
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2029: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2030: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2031: '01-01 04-11 04-14 05-05 05-26 08-25 12-25 12-26',
  2032: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
};

describe('bank holidays in England', () => {
  for (const [year, days] of Object.entries(LISTED)) {
    it(`of ${year} are the ones on the calendar`, () => {
      const found = bankHolidaysOfEngland(Number(year)).map((day) => day.date.slice(5));
      expect(found.join(' ')).toBe(days);
    });
  }

  it('say which day a substitute stands for', () => {
    const named = Object.fromEntries(
      bankHolidaysOfEngland(2022).map((day) => [day.date, day.name]),
    );
    expect(named['2022-12-26']).toBe('Boxing Day');
    expect(named['2022-12-27']).toBe('Christmas Day (substitute day)');
    expect(named['2022-01-03']).toBe('New Year’s Day (substitute day)');
  });

  it('follow Easter from its earliest to its latest', () => {
    expect(easterSunday(1818)).toBe('1818-03-22');
    expect(easterSunday(2008)).toBe('2008-03-23');
    expect(easterSunday(2038)).toBe('2038-04-25');
    expect(easterSunday(2000)).toBe('2000-04-23');
  });

  it('of the year 2020 kept the moved May holiday on the Friday', () => {
    const may = bankHolidaysOfEngland(2020).filter((day) => day.date.startsWith('2020-05'));
    expect(may.map((day) => day.date)).toEqual(['2020-05-08', '2020-05-25']);
  });
});
