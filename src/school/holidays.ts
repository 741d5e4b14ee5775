/** Bank holidays in England, worked out from the rules that set them (Banking and Financial Dealings Act 1971). */
import { addDays, weekday } from './local-time.ts';

export type BankHoliday = { date: string; name: string };

/** Days set by proclamation, which no rule foretells. `instead` is the date it took the place of. */
const ONE_OFF: readonly (BankHoliday & { instead?: string })[] = [
  { date: '2020-05-08', name: 'Early May bank holiday (VE Day)', instead: '2020-05-04' },
  { date: '2022-06-02', name: 'Spring bank holiday', instead: '2022-05-30' },
  { date: '2022-06-03', name: 'Platinum Jubilee bank holiday' },
  { date: '2022-09-19', name: 'State funeral of Queen Elizabeth II' },
  { date: '2023-05-08', name: 'Coronation of King Charles III' },
];

const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/** Easter Sunday of a Gregorian year (1583 on) as an ISO date, by the Meeus/Jones/Butcher algorithm. */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return iso(year, Math.floor(days / 31), (days % 31) + 1);
}

function mondayFrom(date: string): string {
  let day = date;
  while (weekday(day) !== 'mon') day = addDays(day, 1);
  return day;
}

const isWeekend = (date: string): boolean => ['sat', 'sun'].includes(weekday(date));

/** A fixed day, or the next working day not already taken where it falls on a weekend. */
function observed(date: string, name: string, taken: readonly string[]): BankHoliday {
  if (!isWeekend(date)) return { date, name };
  let day = date;
  while (isWeekend(day) || taken.includes(day)) day = addDays(day, 1);
  return { date: day, name: `${name} (substitute day)` };
}

/**
 * The bank holidays of England in a year (1978 on), in date order, with substitute days where a
 * holiday falls on a weekend and with the one-off days announced so far.
 */
export function bankHolidaysOfEngland(year: number): BankHoliday[] {
  const easter = easterSunday(year);
  const boxing = observed(iso(year, 12, 26), 'Boxing Day', [iso(year, 12, 27)]);
  const days: BankHoliday[] = [
    observed(iso(year, 1, 1), 'New Year’s Day', []),
    { date: addDays(easter, -2), name: 'Good Friday' },
    { date: addDays(easter, 1), name: 'Easter Monday' },
    { date: mondayFrom(iso(year, 5, 1)), name: 'Early May bank holiday' },
    { date: mondayFrom(iso(year, 5, 25)), name: 'Spring bank holiday' },
    { date: mondayFrom(iso(year, 8, 25)), name: 'Summer bank holiday' },
    observed(iso(year, 12, 25), 'Christmas Day', [boxing.date]),
    boxing,
  ];
  const oneOff = ONE_OFF.filter((day) => day.date.startsWith(`${year}-`));
  const moved = new Set(oneOff.map((day) => day.instead));
  return [
    ...days.filter((day) => !moved.has(day.date)),
    ...oneOff.map(({ date, name }) => ({ date, name })),
  ].sort((a, b) => (a.date < b.date ? -1 : 1));
}
