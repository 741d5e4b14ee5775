/** The desk's row: paused or not, the roll's version, the next draft's number, the head of the ledger. */
import { FIRST_PREV } from '../../../src/ledger.ts';
import type { Desk } from '../../../src/ports/store.ts';
import type { Database, Dialect, Tables } from '../tables.ts';

type Row = Tables['desks'];

/** Where a school's ledger ends: 0 and 64 zeros while it is empty. */
export type Head = { seq: number; hash: string };

function toDesk(row: Row): Desk {
  return {
    school: row.school,
    paused: row.paused === null ? null : JSON.parse(row.paused),
    rollVersion: row.roll_version,
  };
}

/** The desk as it was last left; a school that has not been seen yet is not paused and has no roll. */
export async function readDesk(db: Database, school: string): Promise<Desk> {
  const row = await db
    .selectFrom('desks')
    .selectAll()
    .where('school', '=', school)
    .executeTakeFirst();
  return row === undefined ? { school, paused: null, rollVersion: 0 } : toDesk(row);
}

/** Where the ledger ends by the desk's own account, or null for a school that has no desk row. */
export async function readHead(db: Database, school: string): Promise<Head | null> {
  const row = await db
    .selectFrom('desks')
    .select(['head_seq', 'head_hash'])
    .where('school', '=', school)
    .executeTakeFirst();
  return row === undefined ? null : { seq: row.head_seq, hash: row.head_hash };
}

/** Takes the school's row until the transaction ends, and makes it on first use. */
export async function lockDesk(
  db: Database,
  dialect: Dialect,
  school: string,
): Promise<{ desk: Desk; head: Head }> {
  let row = await lockedRow(db, dialect, school);
  if (row === undefined) {
    await db
      .insertInto('desks')
      .values({
        school,
        paused: null,
        roll_version: 0,
        next_draft: 1,
        head_seq: 0,
        head_hash: FIRST_PREV,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    row = await lockedRow(db, dialect, school);
  }
  if (row === undefined)
    throw new Error(`The desk of "${school}" was removed while it was being opened.`);
  return { desk: toDesk(row), head: { seq: row.head_seq, hash: row.head_hash } };
}

async function lockedRow(db: Database, dialect: Dialect, school: string): Promise<Row | undefined> {
  const query = db.selectFrom('desks').selectAll().where('school', '=', school);
  // SQLite's transaction holds the right to write already, and knows no "for update".
  return (dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
}

export async function setPaused(
  db: Database,
  school: string,
  paused: Desk['paused'],
): Promise<void> {
  await db
    .updateTable('desks')
    .set({ paused: paused === null ? null : JSON.stringify(paused) })
    .where('school', '=', school)
    .execute();
}

/** Gives the number and moves on to the one after it. */
export async function takeDraftNumber(db: Database, school: string): Promise<number> {
  const row = await db
    .updateTable('desks')
    .set((of) => ({ next_draft: of('next_draft', '+', 1) }))
    .where('school', '=', school)
    .returning('next_draft')
    .executeTakeFirstOrThrow();
  return row.next_draft - 1;
}

export async function setHead(db: Database, school: string, head: Head): Promise<void> {
  await db
    .updateTable('desks')
    .set({ head_seq: head.seq, head_hash: head.hash })
    .where('school', '=', school)
    .execute();
}
