/** Weeks, months and terms, for work that comes round with them. */
import { DAYS } from '../policy/schema.ts';
import { type CalendarSchool, schoolTimes } from './calendar.ts';
import { addDays, localDate, weekday } from './local-time.ts';

export type Every = 'week' | 'month' | 'term';

/** From one ISO date to another, both inside. */
export type Period = { from: string; to: string };

/** Past this many periods without a day of school there is none to come: some two years of weeks. */
const MOST_LOOKED_AT = 110;

function monthsFrom(date: string, first: number, many: number): Period {
  const year = Number(date.slice(0, 4));
  const iso = (month: number) => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
  return { from: iso(first), to: addDays(iso(first + many), -1) };
}

/**
 * The week (Monday to Sunday), month or term that a local date is in. Between terms it is the term to come; where no
 * term is listed any more, or none at all, a term is a third of the year.
 */
export function periodOf(
  school: Pick<CalendarSchool, 'terms'>,
  every: Every,
  date: string,
): Period {
  if (every === 'week') {
    const from = addDays(date, -DAYS.indexOf(weekday(date)));
    return { from, to: addDays(from, 6) };
  }
  const month = Number(date.slice(5, 7)) - 1;
  if (every === 'month') return monthsFrom(date, month, 1);
  const term = school.terms.find(({ to }) => date <= to);
  if (term) return { from: term.from, to: term.to };
  const third = monthsFrom(date, month - (month % 4), 4);
  const last = school.terms.at(-1);
  const from = last && third.from <= last.to ? addDays(last.to, 1) : third.from;
  return { ...third, from };
}

/** When work of one period is to be done, in epoch ms. */
export type Due = {
  /** The ISO date its period begins. */
  from: string;
  /** The first moment of school in it, and the last. */
  opens: number;
  by: number;
  /** The morning of its last day of school: a last chance to be reminded. */
  lastDay: number;
};

function dueIn(school: CalendarSchool, { from, to }: Period): Due | null {
  const times = schoolTimes(school, from, to);
  const [first, last] = [times[0], times.at(-1)];
  return first && last ? { from, opens: first.opens, by: last.closes, lastDay: last.opens } : null;
}

/** The period under way at `at` (epoch ms), or null where it has no day of school. */
export function dueNow(school: CalendarSchool, every: Every, at: number): Due | null {
  return dueIn(school, periodOf(school, every, localDate(at, school.timezone)));
}

/**
 * The first period to begin after the one that is under way at `at` (epoch ms), and to have a day of school in it: a
 * week of holidays is passed over. Null where no school is to come.
 */
export function dueNext(school: CalendarSchool, every: Every, at: number): Due | null {
  const today = localDate(at, school.timezone);
  let period = periodOf(school, every, today);
  for (let looked = 0; looked < MOST_LOOKED_AT; looked += 1) {
    const due = period.from > today ? dueIn(school, period) : null;
    if (due !== null) return due;
    period = periodOf(school, every, addDays(period.to, 1));
  }
  return null;
}
