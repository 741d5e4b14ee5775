/** What was asked of SLT, and what they decided. */
import type { Approval, Decision } from '../../../src/ports/store.ts';
import type { Database, Tables } from '../tables.ts';

function toApproval(row: Tables['approvals']): Approval {
  return {
    draft: row.draft,
    revision: row.revision,
    hash: row.hash,
    openedAt: row.opened_at,
    needed: row.needed,
    state: row.state,
    reminded: row.reminded,
  };
}

function columns(approval: Approval) {
  return {
    hash: approval.hash,
    opened_at: approval.openedAt,
    needed: approval.needed,
    state: approval.state,
    reminded: approval.reminded,
  };
}

export async function readApproval(
  db: Database,
  school: string,
  draft: string,
  revision: number,
): Promise<Approval | null> {
  const row = await db
    .selectFrom('approvals')
    .selectAll()
    .where('school', '=', school)
    .where('draft', '=', draft)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return row === undefined ? null : toApproval(row);
}

/** Asks for a decision on a revision; throws when it was asked before, for each revision is asked about once. */
export async function openApproval(
  db: Database,
  school: string,
  approval: Approval,
): Promise<void> {
  const result = await db
    .insertInto('approvals')
    .values({ school, draft: approval.draft, revision: approval.revision, ...columns(approval) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (result.numInsertedOrUpdatedRows === 1n) return;
  throw new Error(
    `SLT was asked about revision ${approval.revision} of draft ${approval.draft} before. Write a new revision, and ask about that.`,
  );
}

/** Throws when nobody was asked about this revision. */
export async function setApproval(db: Database, school: string, approval: Approval): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('approvals')
    .set(columns(approval))
    .where('school', '=', school)
    .where('draft', '=', approval.draft)
    .where('revision', '=', approval.revision)
    .executeTakeFirst();
  if (numUpdatedRows === 1n) return;
  throw new Error(
    `Nobody was asked about revision ${approval.revision} of draft ${approval.draft}. Open the approval first.`,
  );
}

/** In the order in which they were made. */
export async function readDecisions(
  db: Database,
  school: string,
  draft: string,
  revision: number,
): Promise<Decision[]> {
  const rows = await db
    .selectFrom('decisions')
    .selectAll()
    .where('school', '=', school)
    .where('draft', '=', draft)
    .where('revision', '=', revision)
    .orderBy('at')
    .orderBy('decider')
    .execute();
  return rows.map((row) => ({
    draft: row.draft,
    revision: row.revision,
    by: row.decider,
    kind: row.kind,
    note: row.note,
    at: row.at,
  }));
}

export async function addDecision(
  db: Database,
  school: string,
  decision: Decision,
): Promise<boolean> {
  const result = await db
    .insertInto('decisions')
    .values({
      school,
      draft: decision.draft,
      revision: decision.revision,
      decider: decision.by,
      kind: decision.kind,
      note: decision.note,
      at: decision.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}
