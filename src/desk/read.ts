/** The ledger's row for a wording that has been read to the end. */
import type { Verdict } from '../policy/rule.ts';
import type { Revision } from '../post/revision.ts';
import { policyStamp } from './judge.ts';
import type { Turn } from './turn.ts';

const rulesOf = ({ findings }: Verdict): string[] => findings.map(({ rule }) => rule);

/**
 * Records what a wording is judged as once nothing in it is left unread, or where a late reading changed it;
 * else nothing. `before` has the verdict that stood until now. Never the wording's words.
 */
export async function recordRead(turn: Turn, before: Revision, verdict: Verdict): Promise<void> {
  if ((verdict.pending ?? []).length > 0) return;
  const read = before.verdict.pending ?? [];
  const rules = rulesOf(verdict);
  const changed =
    verdict.outcome !== before.verdict.outcome || rules.join() !== rulesOf(before.verdict).join();
  if (read.length === 0 && !changed) return;
  const { draft, number: revision, hash } = before;
  const { outcome } = verdict;
  const policy = policyStamp(turn.school);
  await turn.tx.append({
    school: turn.school.id,
    at: turn.now,
    // Whoever waits for it, it is read by no person.
    actor: 'bellbird',
    event: 'draft.read',
    subject: draft,
    detail: { revision, hash, read, outcome, rules, policy },
  });
}
