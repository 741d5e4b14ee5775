/**
 * When a post that is out is looked at again. A look costs by the post, not by the call: at X $0.001 where the account
 * owns the app and $0.005 where not, and once in a day (UTC) however often it is read (docs.x.com, X API pricing, read
 * in November 2026). The first two looks fall on one day, so all four cost no more than the post itself ($0.015).
 */
import type { OutletPost } from '../ports/outlet.ts';
import type { Attempt } from '../post/attempt.ts';
import type { Turn } from './turn.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * The pause before each look, in ms: a minute after it went out, to compare; ten minutes after the hour in which
 * X lets an author edit; then a day and a week after. Nobody looks after that.
 */
const PAUSES: readonly number[] = [MINUTE, 69 * MINUTE, DAY, 6 * DAY];

/** A post not found may only be late at the outlet: it is gone when it is not found so much later (ms) either. */
export const MISSED_AGAIN = 10 * MINUTE;

/** When a post that was looked at so many times is looked at next, epoch ms; null where that was the last look. */
export function nextLookAfter(looks: number, now: number): number | null {
  const pause = PAUSES[looks];
  return pause === undefined ? null : now + pause;
}

/** Puts a post that has just gone out on record, and plans the first look at it. */
export async function beginWatch(turn: Turn, attempt: Attempt, post: OutletPost): Promise<void> {
  const { school, tx, now } = turn;
  const { account, draft } = attempt;
  await tx.addPost({
    school: school.id,
    account,
    id: post.id,
    version: post.id,
    draft,
    shown: '',
    looks: 0,
    nextLook: nextLookAfter(0, now),
    missedAt: null,
  });
  await planWatch(turn, account);
}

/** Plans the one job that looks at an account's posts for when the first of them is due, or drops it. */
export async function planWatch(turn: Turn, account: string): Promise<void> {
  const { school, tx } = turn;
  const id = `watch:${school.id}:${account}`;
  const dueAt = await tx.nextLook(school.id, account);
  if (dueAt === null) return tx.dropJob(id);
  await turn.plan({ id, kind: 'watch', draft: '', payload: { account }, dueAt });
}
