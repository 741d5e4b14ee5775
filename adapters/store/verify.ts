/** Checks a school's ledger from its first entry to its head, a page at a time. */
import { setImmediate as breathe } from 'node:timers/promises';
import { FIRST_PREV, type LedgerFault, ledgerHash } from '../../src/ledger.ts';
import { readHead } from './queries/desks.ts';
import { ledgerRows } from './queries/ledger.ts';
import type { Database, Tables } from './tables.ts';

const PAGE = 500;

/**
 * The first entry that does not hold, or null when the whole chain does. `snapshot` must show one moment of
 * the database throughout: entries written meanwhile would look like forgeries behind the head.
 */
export async function verifyLedger(
  snapshot: Database,
  school: string,
): Promise<LedgerFault | null> {
  let last = { seq: 0, hash: FIRST_PREV };
  for (let after = Number.MIN_SAFE_INTEGER; ; after = last.seq) {
    const page = await ledgerRows(snapshot, school, after, PAGE);
    for (const row of page) {
      const fault = faultOf(row, last);
      if (fault !== null) return { school, ...fault };
      last = { seq: row.seq, hash: row.hash };
    }
    if (page.length < PAGE) break;
    await breathe();
  }
  const fault = headFault(await readHead(snapshot, school), last);
  return fault === null ? null : { school, ...fault };
}

function faultOf(
  row: Tables['ledger'],
  before: { seq: number; hash: string },
): { seq: number; why: string } | null {
  const seq = before.seq + 1;
  if (row.seq !== seq) {
    return { seq, why: `Entry ${seq} is missing: the next one there is ${row.seq}.` };
  }
  if (row.prev !== before.hash) {
    const why =
      seq === 1
        ? 'Entry 1 claims that others came before it.'
        : `Entry ${seq} does not follow entry ${seq - 1}: one of the two was put in or rewritten later.`;
    return { seq, why };
  }
  if (row.hash !== hashOf(row)) {
    return {
      seq,
      why: `Entry ${seq} was changed after it was written: it no longer has its hash.`,
    };
  }
  return null;
}

function hashOf(row: Tables['ledger']): string | null {
  const { seq, prev, hash: _, detail, ...event } = row;
  try {
    return ledgerHash({ ...event, detail: JSON.parse(detail) }, seq, prev);
  } catch {
    // A detail that is no longer JSON was certainly not written so.
    return null;
  }
}

function headFault(
  head: { seq: number; hash: string } | null,
  last: { seq: number; hash: string },
): { seq: number; why: string } | null {
  const kept = head ?? { seq: 0, hash: FIRST_PREV };
  if (last.seq < kept.seq) {
    const seq = last.seq + 1;
    return {
      seq,
      why: `Entry ${seq} is missing: the ledger ends at ${last.seq}, though ${kept.seq} entries were written.`,
    };
  }
  if (last.seq > kept.seq) {
    const seq = kept.seq + 1;
    return {
      seq,
      why: `Entry ${seq} was put in from outside: only ${kept.seq} entries were written.`,
    };
  }
  if (last.hash !== kept.hash) {
    return {
      seq: last.seq,
      why: `Entry ${last.seq} is not the one that was written last: the desk remembers another hash.`,
    };
  }
  return null;
}
