/** The clock on the school's wall: local dates and times to instants and back, clock changes included. */
import { IANAZone } from 'luxon';
import { DAYS, type Day } from '../policy/schema.ts';

const MINUTE = 60_000;
export const DAY = 86_400_000;

/** True for instants (epoch ms) the calendar works with: the years 1900 to 9899. */
export function isUsableInstant(at: number): boolean {
  return at >= Date.UTC(1900, 0, 1) && at < Date.UTC(9900, 0, 1);
}

function zoneOf(timezone: string): IANAZone {
  const zone = IANAZone.create(timezone);
  if (!zone.isValid) {
    throw new RangeError(
      `The time zone "${timezone}" is not known here. Use a name such as Europe/London.`,
    );
  }
  return zone;
}

/** True when this machine knows the time zone by that name. */
export function isKnownZone(timezone: string): boolean {
  return IANAZone.isValidZone(timezone);
}

/** The local wall clock at an instant, as a Date whose UTC fields read what the wall clock shows. */
export function wallClock(at: number, timezone: string): Date {
  return new Date(at + zoneOf(timezone).offset(at) * MINUTE);
}

/** The local date at an instant (epoch ms), as YYYY-MM-DD. Throws a RangeError for an unknown zone. */
export function localDate(at: number, timezone: string): string {
  return isoDate(wallClock(at, timezone).getTime());
}

function isoDate(utcMs: number): string {
  return new Date(utcMs).toISOString().slice(0, 10);
}

/** The date `days` after an ISO date; negative goes back. */
export function addDays(date: string, days: number): string {
  return isoDate(Date.parse(date) + days * DAY);
}

/** Whole days from one ISO date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** The day of the week of an ISO date. */
export function weekday(date: string): Day {
  // 1970-01-01 was a Thursday, the fourth day of DAYS.
  const index = (((Date.parse(date) / DAY + 3) % 7) + 7) % 7;
  return DAYS[index] as Day;
}

/**
 * When a local time of day happens, epoch ms. `first` and `last` differ in the hour that autumn
 * repeats. In the hour that spring skips `gap` is true, and both are the first instant after it.
 */
export type Happening = { first: number; last: number; gap: boolean };

/** Asking a zone for its offset is slow, and every check of a day asks for the same two times. */
const workedOut = new Map<string, Happening>();
const MOST_KEPT = 1024;

/**
 * The instants at which the wall clock shows `minutes` after midnight (0 to 1440) on an ISO date.
 * Throws a RangeError for an unknown zone.
 */
export function happens(date: string, minutes: number, timezone: string): Happening {
  const key = `${timezone} ${date} ${minutes}`;
  const known = workedOut.get(key);
  if (known !== undefined) return known;
  const happening = workOut(date, minutes, timezone);
  if (workedOut.size >= MOST_KEPT) workedOut.clear();
  workedOut.set(key, happening);
  return happening;
}

function workOut(date: string, minutes: number, timezone: string): Happening {
  const zone = zoneOf(timezone);
  const wall = Date.parse(date) + minutes * MINUTE;
  const before = wall - zone.offset(wall - DAY) * MINUTE;
  const after = wall - zone.offset(wall + DAY) * MINUTE;
  const times = [...new Set([before, after])]
    .filter((at) => at + zone.offset(at) * MINUTE === wall)
    .sort((a, b) => a - b);
  const [first, last = first] = times;
  if (first !== undefined && last !== undefined) return { first, last, gap: false };
  const change = clockChange(zone, Math.min(before, after), Math.max(before, after));
  return { first: change, last: change, gap: true };
}

/** The instant in (low, high] at which the zone's offset changes. */
function clockChange(zone: IANAZone, low: number, high: number): number {
  const offset = zone.offset(low);
  let [same, changed] = [low, high];
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2);
    if (zone.offset(middle) === offset) same = middle;
    else changed = middle;
  }
  return changed;
}

/** Minutes after midnight of an HH:MM time, 0 to 1440. */
export function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
