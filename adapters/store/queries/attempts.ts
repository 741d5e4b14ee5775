/** Attempts at the outlet: written before the call, closed once. */
import type { Attempt } from '../../../src/post/attempt.ts';
import type { Database, Tables } from '../tables.ts';

function toAttempt(row: Tables['attempts']): Attempt {
  return {
    id: row.id,
    school: row.school,
    draft: row.draft,
    revision: row.revision,
    account: row.account,
    hash: row.hash,
    since: row.since,
    startedAt: row.started_at,
    outcome: row.outcome,
    detail: row.detail,
    url: row.url,
    finishedAt: row.finished_at,
  };
}

function closing(attempt: Attempt) {
  return {
    outcome: attempt.outcome,
    detail: attempt.detail,
    url: attempt.url,
    finished_at: attempt.finishedAt,
  };
}

/** In the order in which they were started. */
export async function readAttempts(
  db: Database,
  school: string,
  draft: string,
): Promise<Attempt[]> {
  const rows = await db
    .selectFrom('attempts')
    .selectAll()
    .where('school', '=', school)
    .where('draft', '=', draft)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  return rows.map(toAttempt);
}

export async function addAttempt(db: Database, attempt: Attempt): Promise<void> {
  await db
    .insertInto('attempts')
    .values({
      school: attempt.school,
      id: attempt.id,
      draft: attempt.draft,
      revision: attempt.revision,
      account: attempt.account,
      hash: attempt.hash,
      since: attempt.since,
      started_at: attempt.startedAt,
      ...closing(attempt),
    })
    .execute();
}

/** False when it was closed already; then its outcome stays. Throws when the outcome given is none. */
export async function closeAttempt(db: Database, attempt: Attempt): Promise<boolean> {
  if (attempt.outcome === null) {
    throw new Error(`Attempt ${attempt.id} cannot be closed without an outcome. Give it one.`);
  }
  const { numUpdatedRows } = await db
    .updateTable('attempts')
    .set(closing(attempt))
    .where('school', '=', attempt.school)
    .where('id', '=', attempt.id)
    .where('outcome', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
