/** When posts may go out, and how long a school hour and a school day last. All instants are epoch ms. */
import type { Hours, Policy } from '../policy/schema.ts';
import type { Occasion } from '../post/revision.ts';
import { bankHolidaysOfEngland } from './holidays.ts';
import {
  addDays,
  DAY,
  happens,
  isUsableInstant,
  localDate,
  minutesOf,
  weekday,
} from './local-time.ts';
import type { School } from './school.ts';

export { momentFromLocal, wordsForDate, wordsForHours, wordsForMoment } from './moments.ts';

/** Where the hours are read: the school's zone, and the ISO dates on which it posts nothing. */
export type HoursPlace = { timezone: string; closedDays: ReadonlySet<string> };

/** The part of a school its calendar needs. */
export type CalendarSchool = Pick<School, 'timezone' | 'closures' | 'bankHolidays' | 'terms'> & {
  policy: Pick<Policy, 'school_hours'>;
};

type Window = { opens: number; closes: number };

const HORIZON_DAYS = 366;
/** Counting stops here whatever the file says: some eleven years. */
const LONGEST_COUNT_DAYS = 4000;
const YEARS_KEPT = 16;
const HOUR = 3_600_000;

/**
 * The hours of one date as instants, both inside; null when they do not happen. Where the clocks skip
 * the opening time it opens after the gap; where they repeat a time the hours run from its first
 * happening to its last.
 */
function windowOn(hours: Hours, date: string, timezone: string): Window | null {
  if (!hours.days.includes(weekday(date))) return null;
  const opens = happens(date, minutesOf(hours.from), timezone).first;
  const closing = happens(date, minutesOf(hours.to), timezone);
  const closes = closing.gap ? closing.last - 1 : closing.last;
  return opens <= closes ? { opens, closes } : null;
}

/**
 * The first instant at or after `from` (epoch ms) at which a post may go out: `from` itself when the
 * hours are open, where there are none (null), or where the occasion is excused. Opening and closing
 * time both count as inside, to the millisecond. Null when nothing opens within 366 days. Follows
 * ST-08 (the hours) and ST-09 (what is excused from them). Throws a RangeError for an unknown zone.
 */
export function nextSlot(
  hours: Policy['posting_hours'],
  place: HoursPlace,
  from: number,
  occasion: Occasion,
): number | null {
  if (!isUsableInstant(from)) return null;
  if (hours === null || hours.excused.includes(occasion)) return from;
  const today = localDate(from, place.timezone);
  // Yesterday first: hours that close at 24:00 still hold the midnight that begins today.
  for (let ahead = -1; ahead <= HORIZON_DAYS + 1; ahead += 1) {
    const date = addDays(today, ahead);
    if (place.closedDays.has(date)) continue;
    const window = windowOn(hours.open, date, place.timezone);
    if (window === null || window.closes < from) continue;
    const slot = Math.max(from, window.opens);
    return slot - from <= HORIZON_DAYS * DAY ? slot : null;
  }
  return null;
}

/** True when a post of this occasion may go out at that very instant (epoch ms). */
export function isOpen(
  hours: Policy['posting_hours'],
  place: HoursPlace,
  at: number,
  occasion: Occasion,
): boolean {
  return nextSlot(hours, place, at, occasion) === at;
}

type ClosedDays = { posting: ReadonlySet<string>; school: ReadonlySet<string> };
const kept = new WeakMap<CalendarSchool, Map<number, ClosedDays>>();

/** Every date of one year without posting, and every date without school. Kept for a few years at a time. */
function closedIn(school: CalendarSchool, year: number): ClosedDays {
  const years = kept.get(school) ?? new Map<number, ClosedDays>();
  kept.set(school, years);
  const known = years.get(year);
  if (known !== undefined) return known;
  const posting = new Set<string>();
  const noSchool = new Set<string>();
  const close = (date: string, alsoPosting: boolean) => {
    if (Number(date.slice(0, 4)) !== year) return;
    noSchool.add(date);
    if (alsoPosting) posting.add(date);
  };
  for (const closure of school.closures) {
    for (let date = closure.from; date <= closure.to; date = addDays(date, 1)) {
      close(date, closure.posting === 'closed');
    }
  }
  if (school.bankHolidays !== null) {
    const closesPosting = school.bankHolidays.posting === 'closed';
    for (const { date } of bankHolidaysOfEngland(year)) close(date, closesPosting);
  }
  if (years.size >= YEARS_KEPT) years.clear();
  const closed = { posting, school: noSchool };
  years.set(year, closed);
  return closed;
}

const unions = new WeakMap<CalendarSchool, { year: number; days: ReadonlySet<string> }>();

/**
 * The ISO dates on which the school posts nothing: its own closures, and bank holidays where it adds
 * them. Terms close nothing here, for the policies set posting hours by weekday only. Covers the year
 * before `aroundFrom` (epoch ms) to two years after it, enough for `nextSlot`; the same set is given
 * until the year turns.
 */
export function closedDaysOf(school: CalendarSchool, aroundFrom: number): ReadonlySet<string> {
  if (!isUsableInstant(aroundFrom)) return new Set();
  const year = Number(localDate(aroundFrom, school.timezone).slice(0, 4));
  const known = unions.get(school);
  if (known?.year === year) return known.days;
  const days = new Set<string>();
  for (let each = year - 1; each <= year + 2; each += 1) {
    for (const date of closedIn(school, each).posting) days.add(date);
  }
  unions.set(school, { year, days });
  return days;
}

/** Term time where terms are given; past the last of them, any day not closed, so that counting ends. */
function isSchoolDay(school: CalendarSchool, date: string): boolean {
  if (closedIn(school, Number(date.slice(0, 4))).school.has(date)) return false;
  const last = school.terms.at(-1);
  if (last === undefined || date > last.to) return true;
  return school.terms.some((term) => term.from <= date && date <= term.to);
}

type Unit = 'hours' | 'days';

function countOn(
  school: CalendarSchool,
  from: number,
  amount: number,
  unit: Unit,
  counts: (date: string) => boolean,
): number | null {
  const today = localDate(from, school.timezone);
  let left = amount;
  for (let ahead = -1; ahead <= LONGEST_COUNT_DAYS; ahead += 1) {
    const date = addDays(today, ahead);
    if (!counts(date)) continue;
    const window = windowOn(school.policy.school_hours, date, school.timezone);
    if (window === null || window.closes <= from) continue;
    const start = Math.max(from, window.opens);
    const one = unit === 'hours' ? HOUR : window.closes - window.opens;
    const here = (window.closes - start) / one;
    // Fractions of a day do not add up exactly; a hair over is still this day.
    if (left <= here + 1e-9) return Math.round(start + left * one);
    left -= here;
  }
  return null;
}

function count(school: CalendarSchool, from: number, amount: number, unit: Unit): number {
  if (!isUsableInstant(from)) {
    throw new RangeError(`School time was asked for from ${from}, which is no moment in time.`);
  }
  if (Number.isNaN(amount) || amount <= 0) return from;
  return (
    countOn(school, from, amount, unit, (date) => isSchoolDay(school, date)) ??
    countOn(school, from, amount, unit, () => true) ??
    from + LONGEST_COUNT_DAYS * DAY
  );
}

/**
 * The instant (epoch ms) at which `hours` school hours have passed since `from` (epoch ms). Only the
 * policy's school hours count, on school days: in term where terms are given, never on a closure or a
 * bank holiday the school adds. Past the last term listed, every day of the school week counts. Never
 * earlier than `from`; about eleven years on at the latest. Throws a RangeError where `from` is no
 * moment in time.
 */
export function addSchoolHours(school: CalendarSchool, from: number, hours: number): number {
  return count(school, from, hours, 'hours');
}

/**
 * As `addSchoolHours`, in whole school days: five days from Monday 10:00 is Monday 10:00, and five
 * days from Friday evening is the end of school on the Friday after.
 */
export function addSchoolDays(school: CalendarSchool, from: number, days: number): number {
  return count(school, from, days, 'days');
}

/** True in the policy's school hours on a school day; opening and closing time both count (epoch ms). */
export function isSchoolTime(school: CalendarSchool, at: number): boolean {
  const today = localDate(at, school.timezone);
  return schoolTimes(school, today, today).some(({ opens, closes }) => opens <= at && at <= closes);
}

/**
 * The policy's school hours on the school days from one ISO date to another, both inside, as instants (epoch ms): in
 * term where terms are given, never on a closure. Empty where there is no school between them.
 */
export function schoolTimes(
  school: CalendarSchool,
  from: string,
  to: string,
): { opens: number; closes: number }[] {
  const times: Window[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const window = isSchoolDay(school, date)
      ? windowOn(school.policy.school_hours, date, school.timezone)
      : null;
    if (window !== null) times.push(window);
  }
  return times;
}
