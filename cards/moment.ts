/** Moments in a school's words: local, human, the same on every card. */
import { DateTime } from 'luxon';

const LOCALE = 'en-GB';

function local(at: number, timezone: string): DateTime {
  return DateTime.fromMillis(at, { zone: timezone }).setLocale(LOCALE);
}

function dayWords(day: DateTime, now: DateTime): string {
  const apart = Math.round(day.startOf('day').diff(now.startOf('day'), 'days').days);
  if (apart === 0) return 'today';
  if (apart === 1) return 'tomorrow';
  if (apart === -1) return 'yesterday';
  if (Math.abs(apart) <= 6) return day.toFormat('ccc');
  return day.toFormat(day.year === now.year ? 'ccc d LLL' : 'ccc d LLL yyyy');
}

/**
 * A moment as people say it: "today 15:40", "tomorrow 8:00", "Mon 8:00" within six days either way,
 * "Mon 12 Jan 8:00", and with the year in another year. `at` and `now` are epoch ms; days are counted in
 * the given zone, so daylight saving never shifts one.
 */
export function wordsForMoment(at: number, now: number, timezone: string): string {
  const day = local(at, timezone);
  return `${dayWords(day, local(now, timezone))} ${day.toFormat('H:mm')}`;
}

/** A moment as the composer's two fields hold it; both empty for "no time asked for". */
export function fieldsForMoment(
  at: number | null,
  timezone: string,
): { date: string; time: string } {
  if (at === null) return { date: '', time: '' };
  const day = local(at, timezone);
  return { date: day.toFormat('yyyy-MM-dd'), time: day.toFormat('HH:mm') };
}
