/**
 * The ledger: an append-only record that governors can trust. Each school has its own chain: every row
 * carries the hash of the one before it, so that a changed, dropped or inserted row is found.
 */
import { createHash } from 'node:crypto';

export type LedgerEvent = {
  school: string;
  /** Epoch ms. */
  at: number;
  /** Person id, or "bellbird" for what it does by itself. */
  actor: string;
  /** What happened, e.g. "draft.submitted". */
  event: string;
  /** Draft id, account handle, person id: what it happened to. */
  subject: string;
  /** Numbers, ids, hashes and reasons; never a pupil's name and never a text that names one. */
  detail: Record<string, unknown>;
};

export type LedgerEntry = LedgerEvent & {
  /** From 1, without gaps, in each school. */
  seq: number;
  /** Hash of the row before; 64 zeros for the first. */
  prev: string;
  hash: string;
};

/** The first row that does not hold, with a sentence on why. `seq` is where it was looked for. */
export type LedgerFault = { school: string; seq: number; why: string };

export const FIRST_PREV = '0'.repeat(64);

/** Key-sorted JSON, so that a row read back from either database hashes the same. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** SHA-256 in hex over the row and the hash of the row before it. */
export function ledgerHash(event: LedgerEvent, seq: number, prev: string): string {
  const { school, at, actor, event: what, subject, detail } = event;
  return createHash('sha256')
    .update(canonical([prev, seq, school, at, actor, what, subject, detail]))
    .digest('hex');
}
