/** The ledger's rows: read in order, written one after the other. */
import { type LedgerEntry, type LedgerEvent, ledgerHash } from '../../../src/ledger.ts';
import type { Database, Tables } from '../tables.ts';
import { type Head, setHead } from './desks.ts';

function toEntry(row: Tables['ledger']): LedgerEntry {
  return {
    school: row.school,
    seq: row.seq,
    at: row.at,
    actor: row.actor,
    event: row.event,
    subject: row.subject,
    detail: JSON.parse(row.detail),
    prev: row.prev,
    hash: row.hash,
  };
}

/** The rows as they stand, their detail still the text that was written. */
export async function ledgerRows(
  db: Database,
  school: string,
  after: number,
  limit: number,
): Promise<Tables['ledger'][]> {
  return db
    .selectFrom('ledger')
    .selectAll()
    .where('school', '=', school)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

export async function readLedger(
  db: Database,
  school: string,
  after: number,
  limit: number,
): Promise<LedgerEntry[]> {
  return (await ledgerRows(db, school, after, limit)).map(toEntry);
}

/** The newest entries, newest first. */
export async function lastLedger(
  db: Database,
  school: string,
  limit: number,
): Promise<LedgerEntry[]> {
  const rows = await db
    .selectFrom('ledger')
    .selectAll()
    .where('school', '=', school)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toEntry);
}

/** Every school that has entries, or whose desk says that it had. */
export async function readLedgerSchools(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('ledger')
    .select('school')
    .union(db.selectFrom('desks').select('school').where('head_seq', '>', 0))
    .execute();
  return rows.map((row) => row.school).sort();
}

/** Writes the entry that follows `head`. The desk must be locked, and `head` be what it says. */
export async function appendEntry(
  db: Database,
  head: Head,
  event: LedgerEvent,
): Promise<LedgerEntry> {
  const { school, at, actor, event: what, subject } = event;
  const json = JSON.stringify(event.detail);
  // Hashed as it will be read back: JSON drops what is undefined and writes a date as text.
  const kept: LedgerEvent = { school, at, actor, event: what, subject, detail: JSON.parse(json) };
  const seq = head.seq + 1;
  const hash = ledgerHash(kept, seq, head.hash);
  const chain = { seq, prev: head.hash, hash };
  await db
    .insertInto('ledger')
    .values({ school, at, actor, event: what, subject, detail: json, ...chain })
    .execute();
  await setHead(db, school, { seq, hash });
  return { ...kept, ...chain };
}
