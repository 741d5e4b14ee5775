/** Whom we follow: for each request who asked, who decided and why, and what the platform showed. */
import type { LedgerEntry } from '../ledger.ts';
import type { Told } from './report.ts';

const WORDS: Readonly<Record<string, (who: string) => string>> = {
  'follow.asked': (who) => `${who} asked to follow them`,
  'follow.approved': (who) => `${who} approved`,
  'follow.declined': (who) => `${who} declined`,
  'follow.done': () => 'followed, as the platform shows',
  'follow.found': () => 'found followed, though nobody had decided on it',
  'follow.kept': (who) => `${who} let it stand`,
  'follow.refused': (who) => `${who} had it ended`,
  'follow.ended': () => 'found followed no more',
  'follow.gone': () => 'not to be found any more',
  'unfollow.asked': (who) => `${who} asked to unfollow them`,
  'unfollow.approved': (who) => `${who} approved`,
  'unfollow.declined': (who) => `${who} declined`,
  'unfollow.done': () => 'followed no more, as the platform shows',
};

const DECIDED = /\.(approved|declined|kept|refused|ended|gone)$/;

function step({ event, actor, at, detail }: LedgerEntry, { nameOf, when }: Told): string {
  const why = [detail.reason, detail.because].find((each) => typeof each === 'string');
  const quoted = why === undefined || why === '' ? '' : ` (“${why}”)`;
  return `${WORDS[event]?.(nameOf(actor)) ?? event}, ${when(at)}${quoted}`;
}

/** One line for each request of which something happened in the period. */
export function followLines(all: Told): string[] {
  const requests = new Map<string, LedgerEntry[]>();
  for (const row of all.rows) {
    if (WORDS[row.event] === undefined) continue;
    const key = `${row.detail.account ?? ''} ${row.detail.request}`;
    requests.set(key, [...(requests.get(key) ?? []), row]);
  }
  const lines: string[] = [];
  for (const rows of requests.values()) {
    if (!rows.some(all.inside)) continue;
    const open = rows.some(({ event }) => DECIDED.test(event)) ? '' : '; not decided on yet';
    const handle = rows[0]?.subject ?? '';
    lines.push(`${handle}: ${rows.map((row) => step(row, all)).join('; ')}${open}.`);
  }
  const first = all.rows.find((row) => row.event === 'follow.first-read' && all.inside(row));
  if (first) lines.push(`Read for the first time whom we follow, ${all.when(first.at)}.`);
  return lines;
}
