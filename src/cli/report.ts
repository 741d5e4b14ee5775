/**
 * The ledger told to people, a period at a time: what governors ask of it, in plain English. What posts and mentions
 * say is not in the ledger, and so not here either.
 */
import { type Recorded, SAID } from '../desk/record.ts';
import type { LedgerEntry } from '../ledger.ts';
import { wordsForDate } from '../school/calendar.ts';
import { addDays, happens, wallClock } from '../school/local-time.ts';
import type { Period } from '../school/periods.ts';
import type { School } from '../school/school.ts';
import { counted } from './counted.ts';
import { followLines } from './report-follows.ts';
import { mentionLines } from './report-mentions.ts';
import { postLines } from './report-posts.ts';
import { reviewLines } from './report-reviews.ts';

/** What every part of the report is told from. */
export type Told = {
  school: School;
  period: Period;
  /** Epoch ms: the period from its first moment to its last, and when the report is made. */
  from: number;
  to: number;
  now: number;
  /** The whole ledger up to the period's end, oldest first. */
  rows: readonly LedgerEntry[];
  /** True for a row of the period itself. */
  inside: (row: LedgerEntry) => boolean;
  nameOf: (person: string) => string;
  /** A moment with its day and time, on the school's clock. */
  when: (at: number) => string;
};

/** Makes ready what the parts are told from. */
export function told(
  school: School,
  period: Period,
  rows: readonly LedgerEntry[],
  now: number,
): Told {
  const { timezone } = school;
  const from = happens(period.from, 0, timezone).first;
  const to = happens(addDays(period.to, 1), 0, timezone).first - 1;
  const names = new Map(school.people.map(({ id, name }) => [id, name]));
  return {
    ...{ school, period, from, to, now },
    rows: rows.filter(({ at }) => at <= to),
    inside: ({ at }) => from <= at && at <= to,
    nameOf: (person) => names.get(person) ?? (person === 'bellbird' ? 'Bellbird' : person),
    when: (at) => {
      const wall = wallClock(at, timezone);
      const minutes = String(wall.getUTCMinutes()).padStart(2, '0');
      const day = wordsForDate(wall.toISOString().slice(0, 10), false);
      return `${day} ${wall.getUTCHours()}:${minutes}`;
    },
  };
}

/** Kinds of events that have a part of their own. */
const PARTED = /^(draft|post|approval|duty|review|follow|unfollow|mention|mentions)\./;

/** Everything else that happened, by who did it and how often. */
function restLines({ rows, inside, nameOf }: Told): string[] {
  const many = new Map<string, number>();
  for (const row of rows) {
    if (!inside(row) || PARTED.test(row.event)) continue;
    const says = Object.hasOwn(SAID, row.event) ? SAID[row.event as Recorded] : row.event;
    // Accounts and handles are said; what else a row is about would be an id.
    const did = row.subject.startsWith('@')
      ? `${says} ${row.subject}`
      : says.replace(/ (of|for)$/, '');
    const { reason } = row.detail;
    const why = typeof reason === 'string' && reason !== '' ? ` (“${reason}”)` : '';
    const line = `${nameOf(row.actor)} ${did}${why}`;
    many.set(line, (many.get(line) ?? 0) + 1);
  }
  return [...many].map(([line, often]) => (often === 1 ? line : `${line} (${often} times)`));
}

/** The report, line by line, without what was verified. */
export function reportLines(all: Told): string[] {
  const { school, period, rows, inside } = all;
  const parts: [string, string[]][] = [
    ['Posts', postLines(all)],
    ...school.accounts.map(({ handle }): [string, string[]] => [
      `Follower reviews of ${handle}`,
      reviewLines(all, handle),
    ]),
    ['Whom we follow', followLines(all)],
    ['Mentions', mentionLines(all)],
    ['Besides', restLines(all)],
  ];
  const recorded = rows.filter(inside).length;
  const days = `${wordsForDate(period.from, true)} to ${wordsForDate(period.to, true)}`;
  return [
    `${school.name}, ${days}`,
    `${counted(recorded, 'row')} of the ledger, by policy “${school.policy.title}”.`,
    ...parts.flatMap(([title, lines]) => [
      '',
      title,
      ...(lines.length === 0 ? ['Nothing.'] : lines).map((line) => `  ${line}`),
    ]),
  ];
}
