/** Posts: for each who wrote it, who decided, and what became of it. Never its words. */
import type { LedgerEntry } from '../ledger.ts';
import { counted } from './counted.ts';
import type { Told } from './report.ts';

const WORDS: Readonly<Record<string, (who: string, detail: LedgerEntry['detail']) => string>> = {
  'draft.approved': (who) => `approved by ${who}`,
  'draft.amended': (who) => `reworded by ${who}`,
  'draft.accepted': (who) => `the new wording accepted by ${who}`,
  'draft.changes-asked': (who) => `changes asked for by ${who}`,
  'draft.declined': (who) => `declined by ${who}`,
  'draft.withdrawn': (who) => `taken back by ${who}`,
  'draft.expired': () => 'expired, undecided',
  'post.published': (_who, { url }) => `published${typeof url === 'string' ? ` (${url})` : ''}`,
  'post.refused': () => 'refused by the platform',
  'post.unconfirmed': () => 'not known to be out',
  'post.removal-asked': (who, { why }) => `to be taken down, said ${who} (“${why}”)`,
  'post.removed': () => 'taken down',
  'post.gone': () => 'found gone from the account',
  'post.edited': () => 'found edited on the account',
  'post.differs': () => 'found to read otherwise than approved',
};

/** How many were written, sent on and published, and one line for each on which something was decided or done. */
export function postLines(all: Told): string[] {
  const drafts = new Map<string, { number: string; by: string; rows: LedgerEntry[] }>();
  for (const row of all.rows) {
    if (row.event === 'draft.written') {
      const number = String(row.detail.number ?? '?');
      drafts.set(row.subject, { number, by: all.nameOf(row.actor), rows: [] });
    } else if (all.inside(row) && WORDS[row.event]) drafts.get(row.subject)?.rows.push(row);
  }
  const count = (event: string) =>
    all.rows.filter((row) => row.event === event && all.inside(row)).length;
  if (!all.rows.some((row) => all.inside(row) && /^(draft|post)\./.test(row.event))) return [];
  const lines = [...drafts.values()]
    .filter(({ rows }) => rows.length > 0)
    .map(({ number, by, rows }) => {
      const steps = rows.map(
        ({ event, actor, detail, at }) =>
          `${WORDS[event]?.(all.nameOf(actor), detail)}, ${all.when(at)}`,
      );
      return `Post ${number}, by ${by}: ${steps.join('; ')}.`;
    });
  return [
    `${counted(count('draft.written'), 'draft')} written, ${count('draft.submitted')} sent on, ${count('post.published')} published, ${count('draft.declined')} declined.`,
    ...lines,
  ];
}
