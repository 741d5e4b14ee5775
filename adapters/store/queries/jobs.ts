/**
 * Work with a date. One column says from when a job may be taken: its due moment or, once it is claimed, the
 * end of the claim. So what is due, what is next and what a dead process left behind are one index.
 */
import type { Selectable } from 'kysely';
import type { Job, JobKind } from '../../../src/ports/store.ts';
import type { Database, Tables } from '../tables.ts';

function toJob(row: Selectable<Tables['jobs']>): Job {
  return {
    id: row.id,
    school: row.school,
    kind: row.kind,
    draft: row.draft,
    payload: JSON.parse(row.payload),
    dueAt: row.due_at,
    tries: row.tries,
  };
}

/** The query behind `dueJobs`. */
export function dueQuery(db: Database, now: number, limit: number, except: readonly string[] = []) {
  const due = db
    .selectFrom('jobs')
    .selectAll()
    .where('free_at', '<=', now)
    .orderBy('free_at')
    .orderBy('placed')
    .limit(limit);
  return except.length === 0 ? due : due.where('id', 'not in', [...except]);
}

/** The query behind `nextDue`. */
export function nextQuery(db: Database, now: number) {
  return db
    .selectFrom('jobs')
    .select('free_at')
    .where('free_at', '>', now)
    .orderBy('free_at')
    .limit(1);
}

export async function dueJobs(
  db: Database,
  now: number,
  limit: number,
  except?: readonly string[],
): Promise<Job[]> {
  return (await dueQuery(db, now, limit, except).execute()).map(toJob);
}

export async function nextDue(db: Database, now: number): Promise<number | null> {
  return (await nextQuery(db, now).executeTakeFirst())?.free_at ?? null;
}

export async function dueOf(
  db: Database,
  school: string,
  draft: string,
  kind: JobKind,
): Promise<number | null> {
  const row = await db
    .selectFrom('jobs')
    .select('due_at')
    .where('school', '=', school)
    .where('draft', '=', draft)
    .where('kind', '=', kind)
    .where('due_at', 'is not', null)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst();
  return row?.due_at ?? null;
}

/** A job put again under its id is free of any claim. */
export async function putJob(db: Database, job: Job): Promise<void> {
  const row = {
    school: job.school,
    kind: job.kind,
    draft: job.draft,
    payload: JSON.stringify(job.payload),
    due_at: job.dueAt,
    free_at: job.dueAt,
    tries: job.tries,
  };
  await db
    .insertInto('jobs')
    .values({ id: job.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

export async function dropJob(db: Database, id: string): Promise<void> {
  await db.deleteFrom('jobs').where('id', '=', id).execute();
}

export async function dropJobsOf(
  db: Database,
  school: string,
  draft: string,
  kinds: readonly JobKind[],
): Promise<void> {
  if (kinds.length === 0) return;
  await db
    .deleteFrom('jobs')
    .where('school', '=', school)
    .where('draft', '=', draft)
    .where('kind', 'in', kinds)
    .execute();
}

/** Null when the job is gone, is not due at `now` (epoch ms), or somebody else's claim still runs. */
export async function claimJob(
  db: Database,
  id: string,
  now: number,
  forMs: number,
): Promise<Job | null> {
  const row = await db
    .updateTable('jobs')
    .set({ free_at: now + forMs })
    .where('id', '=', id)
    .where('free_at', '<=', now)
    .returningAll()
    .executeTakeFirst();
  return row ? toJob(row) : null;
}

/**
 * Gives a claimed job back, due at `dueAt` (epoch ms), with one more try counted. Nothing happens when the
 * job is gone, is claimed by nobody, or is no longer the job that was given out.
 */
export async function retryJob(db: Database, job: Job, dueAt: number): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ due_at: dueAt, free_at: dueAt, tries: job.tries + 1 })
    .where('id', '=', job.id)
    .where('due_at', '=', job.dueAt)
    .where('tries', '=', job.tries)
    .where('payload', '=', JSON.stringify(job.payload))
    // Only a claim lasts longer than to the due moment.
    .where('free_at', '>', job.dueAt)
    .execute();
}

export async function freeClaims(db: Database): Promise<void> {
  await db
    .updateTable('jobs')
    .set((of) => ({ free_at: of.ref('due_at') }))
    .whereRef('free_at', '>', 'due_at')
    .execute();
}
