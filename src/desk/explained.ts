/** What the ledger keeps of an author's reasons for sending a finding on. */
import { createHash } from 'node:crypto';
import type { Reason } from '../post/revision.ts';
import type { Person } from '../school/people.ts';
import { namesNobody } from './judge.ts';
import type { Turn } from './turn.ts';

/** `sha256` is in hex, over the reason as it is kept with the revision: it shows that nobody changed it. */
export type Explained = { rule: string; sha256: string; reason?: string };

/** Each rule with its reason; the reason's words only where they surely name no child, for a ledger is never cleared. */
export async function explained(
  turn: Turn,
  author: Person,
  reasons: readonly Reason[],
): Promise<Explained[]> {
  const rows: Explained[] = [];
  for (const { rule, reason } of reasons) {
    const sha256 = createHash('sha256').update(reason).digest('hex');
    const open = await namesNobody(turn, author, reason);
    rows.push({ rule, sha256, ...(open ? { reason } : {}) });
  }
  return rows;
}
