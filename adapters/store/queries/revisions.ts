/** Revisions: written once; what the author ticked and gave as reasons is filled in later, and words may be taken out. */
import type { Revision } from '../../../src/post/revision.ts';
import type { Database, Tables } from '../tables.ts';

type Said = Pick<Revision, 'ticked' | 'reasons' | 'verdict' | 'policy'>;

function toRevision(row: Tables['revisions']): Revision {
  return {
    draft: row.draft,
    number: row.number,
    text: row.text,
    editor: row.editor,
    account: row.account,
    occasion: row.occasion,
    wanted: row.wanted,
    createdAt: row.created_at,
    hash: row.hash,
    verdict: JSON.parse(row.verdict),
    ticked: JSON.parse(row.ticked),
    reasons: JSON.parse(row.reasons),
    policy: row.policy,
  };
}

function saying(said: Said) {
  return {
    ticked: JSON.stringify(said.ticked),
    reasons: JSON.stringify(said.reasons),
    verdict: JSON.stringify(said.verdict),
    policy: said.policy,
  };
}

export async function readRevision(
  db: Database,
  school: string,
  draft: string,
  number: number,
): Promise<Revision | null> {
  const row = await db
    .selectFrom('revisions')
    .selectAll()
    .where('school', '=', school)
    .where('draft', '=', draft)
    .where('number', '=', number)
    .executeTakeFirst();
  return row === undefined ? null : toRevision(row);
}

export async function addRevision(db: Database, school: string, revision: Revision): Promise<void> {
  await db
    .insertInto('revisions')
    .values({
      school,
      draft: revision.draft,
      number: revision.number,
      text: revision.text,
      editor: revision.editor,
      account: revision.account,
      occasion: revision.occasion,
      wanted: revision.wanted,
      created_at: revision.createdAt,
      hash: revision.hash,
      ...saying(revision),
    })
    .execute();
}

/** Throws when there is no such revision. */
export async function setStatements(
  db: Database,
  school: string,
  draft: string,
  number: number,
  said: Said,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('revisions')
    .set(saying(said))
    .where('school', '=', school)
    .where('draft', '=', draft)
    .where('number', '=', number)
    .executeTakeFirst();
  if (numUpdatedRows === 1n) return;
  throw new Error(
    `There is no revision ${number} of draft ${draft} to keep statements for. Add the revision first.`,
  );
}

/** Takes the words out; the hash they were approved or refused under stays, and says nothing of them. */
export async function forgetWords(
  db: Database,
  school: string,
  draft: string,
  number: number,
  verdict: Revision['verdict'],
): Promise<void> {
  await db
    .updateTable('revisions')
    .set({ text: '', verdict: JSON.stringify(verdict) })
    .where('school', '=', school)
    .where('draft', '=', draft)
    .where('number', '=', number)
    .execute();
}
