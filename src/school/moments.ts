/** Times as people type and read them, on the school's own clock. */
import { DAYS, type Day, type Hours } from '../policy/schema.ts';
import { daysBetween, happens, localDate, wallClock, weekday } from './local-time.ts';

const DAY_NAMES: Record<Day, string> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
};
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const clock = (hour: number, minute: number): string =>
  `${hour}:${String(minute).padStart(2, '0')}`;

const withoutLeadingZero = (time: string): string => time.replace(/^0/, '');

/** A local date for people: "Mon 12 Jan", with the year where it is asked for. */
export function wordsForDate(date: string, withYear: boolean): string {
  const [year, month, day] = date.split('-').map(Number);
  const words = `${DAY_NAMES[weekday(date)]} ${day} ${MONTHS[(month ?? 1) - 1]}`;
  return withYear ? `${words} ${year}` : words;
}

/** Hours for people: "Mon–Fri 8:00–18:00", "Mon, Wed–Fri 9:00–15:30", "every day 7:00–22:00". */
export function wordsForHours(hours: Hours): string {
  const runs: Day[][] = [];
  for (const [index, day] of DAYS.entries()) {
    if (!hours.days.includes(day)) continue;
    const before = DAYS[index - 1];
    const run = runs.at(-1);
    if (run !== undefined && before !== undefined && run.at(-1) === before) run.push(day);
    else runs.push([day]);
  }
  const days = runs.map((run) => {
    const [first, last] = [run[0] as Day, run.at(-1) as Day];
    return first === last ? DAY_NAMES[first] : `${DAY_NAMES[first]}–${DAY_NAMES[last]}`;
  });
  const which = new Set(hours.days).size === DAYS.length ? 'every day' : days.join(', ');
  return `${which} ${withoutLeadingZero(hours.from)}–${withoutLeadingZero(hours.to)}`;
}

/**
 * An instant for people, both given in epoch ms: "today 15:40", "tomorrow 8:00", "yesterday 16:10",
 * "Mon 8:00" for two to six days ahead, otherwise "Mon 12 Jan 8:00", with the year where it is not
 * this one. Throws a RangeError for an unknown zone.
 */
export function wordsForMoment(at: number, now: number, timezone: string): string {
  const wall = wallClock(at, timezone);
  const date = localDate(at, timezone);
  const today = localDate(now, timezone);
  const time = clock(wall.getUTCHours(), wall.getUTCMinutes());
  const ahead = daysBetween(today, date);
  if (ahead === 0) return `today ${time}`;
  if (ahead === 1) return `tomorrow ${time}`;
  if (ahead === -1) return `yesterday ${time}`;
  if (ahead > 1 && ahead <= 6) return `${DAY_NAMES[weekday(date)]} ${time}`;
  return `${wordsForDate(date, date.slice(0, 4) !== today.slice(0, 4))} ${time}`;
}

/** `of` is which of the two to put right. */
export type LocalMoment =
  | { ok: true; at: number }
  | { ok: false; says: string; of: 'date' | 'time' };

/**
 * The instant (epoch ms) of a date (YYYY-MM-DD) and time (H:MM or H.MM, 0:00 to 23:59) as typed. In the
 * hour autumn repeats it is the first; in the hour spring skips it is refused with a sentence that says
 * why. Refuses dates that do not exist and years outside 2000 to 2100. Throws a RangeError for an
 * unknown zone only.
 */
export function momentFromLocal(date: string, time: string, timezone: string): LocalMoment {
  const [day, hour] = [date.trim(), time.trim()];
  if (day === '' && hour !== '')
    return { ok: false, of: 'date', says: 'Choose a date as well as a time.' };
  if (day !== '' && hour === '')
    return { ok: false, of: 'time', says: 'Choose a time as well as a date.' };
  if (day === '') return { ok: false, of: 'date', says: 'Choose a date and a time.' };
  const typedTime = /^(\d{1,2})[:.](\d{2})$/.exec(hour);
  const [hours, minutes] = [Number(typedTime?.[1]), Number(typedTime?.[2])];
  if (typedTime === null || hours > 23 || minutes > 59) {
    return {
      ok: false,
      of: 'time',
      says: `“${shown(hour)}” is not a time. Give it as 15:40, 0:00 to 23:59.`,
    };
  }
  if (!isRealDate(day)) {
    return {
      ok: false,
      of: 'date',
      says: `“${shown(day)}” is not a date. Give it as 2026-03-09, year first, 2000 to 2100.`,
    };
  }
  const happening = happens(day, hours * 60 + minutes, timezone);
  if (!happening.gap) return { ok: true, at: happening.first };
  const after = wallClock(happening.first, timezone);
  return {
    ok: false,
    of: 'time',
    says:
      `${clock(hours, minutes)} on ${wordsForDate(day, true)} does not happen: the clocks go forward then. ` +
      `Choose ${clock(after.getUTCHours(), after.getUTCMinutes())} or later.`,
  };
}

/** An instant (epoch ms) as the fields of a form take it: YYYY-MM-DD and HH:MM on the school's clock. */
export function localFields(at: number, timezone: string): { date: string; time: string } {
  const wall = wallClock(at, timezone).toISOString();
  return { date: wall.slice(0, 10), time: wall.slice(11, 16) };
}

const shown = (typed: string): string => (typed.length > 20 ? `${typed.slice(0, 20)}…` : typed);

/** True for a date that is on the calendar, 2000-01-01 to 2100-12-31, written YYYY-MM-DD. */
export function isRealDate(date: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 2000 || year > 2100) return false;
  const real = new Date(Date.UTC(year, month - 1, day));
  return real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
}
