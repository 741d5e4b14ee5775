/** Follower reviews as governors ask for them: was each done, by whom, which were missed, and who was told. */
import type { LedgerEntry } from '../ledger.ts';
import { wordsForDate } from '../school/calendar.ts';
import { addDays, happens } from '../school/local-time.ts';
import { type Due, dueNow, type Every, periodOf } from '../school/periods.ts';
import type { Told } from './report.ts';

const NOON = 12 * 60;

/** Every period that asks for a review and begins before the report's end; without those that have no day of school. */
function periods({ school, period, now }: Told, every: Every): Due[] {
  const dues: Due[] = [];
  for (let date = period.from; date <= period.to; ) {
    const due = dueNow(school, every, happens(date, NOON, school.timezone).first);
    if (due && due.from <= period.to && due.opens <= now) dues.push(due);
    date = addDays(periodOf(school, every, date).to, 1);
  }
  return dues;
}

const toldTo = ({ detail }: LedgerEntry, { nameOf }: Told): string =>
  Array.isArray(detail.told) && detail.told.length > 0
    ? detail.told.map((id) => nameOf(String(id))).join(', ')
    : 'those whose duty it is';

const STEPS: Readonly<Record<string, string>> = {
  'duty.due': 'Asked for',
  'duty.reminded': 'Reminded',
  'duty.overdue': 'Told as overdue',
  'duty.head-told': 'The head told',
};

/** Who was told of a duty, and when. */
function chain(rows: readonly LedgerEntry[], all: Told): string {
  return rows
    .flatMap((row) => {
      const step = STEPS[row.event];
      return step === undefined ? [] : [`${step} ${all.when(row.at)}: ${toldTo(row, all)}.`];
    })
    .join(' ');
}

function withDuty(rows: readonly LedgerEntry[], { by }: Due, all: Told): string {
  const { when, nameOf, now, to } = all;
  const done = rows.find(({ event }) => event === 'duty.done');
  const evidence = done ? String(done.detail.evidence ?? '') : '';
  if (done && done.detail.late !== true) {
    return `done by ${nameOf(done.actor)}, ${when(done.at)}. ${evidence}`;
  }
  if (rows.some(({ event }) => event === 'duty.dropped')) return 'our policy asked no more for it.';
  const missed = `missed; it was to be done by ${when(by)}. ${chain(rows, all)}`;
  if (done) return `${missed} Done late by ${nameOf(done.actor)}, ${when(done.at)}. ${evidence}`;
  if (by > Math.min(now, to)) return `to be done by ${when(by)}; not done yet.`;
  return `${missed} Not done since.`;
}

/** A period in which none fell due: the one before was done in it or stood open all through, or it was done unasked. */
function without(due: Due, account: string, { rows, when, nameOf }: Told): string {
  const about = rows.filter(({ subject }) => subject === account);
  const late = about.find(
    ({ event, at, detail }) =>
      event === 'duty.done' && detail.late === true && due.opens <= at && at <= due.by,
  );
  if (late) return `none of its own: the one that was missed was done in it, ${when(late.at)}.`;
  const unasked = about.find(
    ({ event, at }) => event === 'review.done' && due.opens <= at && at <= due.by,
  );
  if (unasked) return `done by ${nameOf(unasked.actor)}, ${when(unasked.at)}, before it was asked.`;
  const before = about.filter(({ event, at }) => event.startsWith('duty.') && at < due.opens);
  const open = before.at(-1);
  if (open && open.event !== 'duty.done' && open.event !== 'duty.dropped') {
    return 'not done: the one that was missed before it still stood open.';
  }
  const [first] = rows;
  return first === undefined || due.opens < first.at
    ? 'none was asked for; Bellbird was not at work here yet when it began.'
    : 'none was asked for.';
}

/** One line for each period of the policy's cadence. */
export function reviewLines(all: Told, account: string): string[] {
  const every = all.school.policy.cadences.follower_review?.every;
  if (every === undefined) return ['Our policy asks for none.'];
  return periods(all, every).map((due) => {
    const id = `follower-review:${account}:${due.from}`;
    const rows = all.rows.filter(({ detail }) => detail.duty === id);
    const says = rows.length > 0 ? withDuty(rows, due, all) : without(due, account, all);
    const which = every === 'week' ? 'Week of' : every === 'month' ? 'Month from' : 'Term from';
    return `${which} ${wordsForDate(due.from, false)}: ${says}`;
  });
}
