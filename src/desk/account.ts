/** The head's approval of an account, where the policy asks for one (SM-04). */

import type { Reader } from '../ports/store.ts';
import { hasRole, names } from '../school/people.ts';
import type { School } from '../school/school.ts';
import { type Call, turn } from './turn.ts';
import { type Refusal, type Result, refuse, type World } from './world.ts';

/** Drafts that wait for an account's approval are few: it is given once. */
const DRAWN_ANEW = 100;

/** Refuses while an account that needs the head's approval has none, naming who can give it. */
export async function accountStands(
  reader: Reader,
  school: School,
  handle: string,
): Promise<Refusal | { ok: true }> {
  const roles = school.policy.account_approved_by;
  if (roles === null) return { ok: true };
  if (await reader.accountApproval(school.id, handle)) return { ok: true };
  const who = names(school.people.filter((person) => hasRole(person, roles)));
  return refuse(
    `${handle} may be used once ${who} has approved it: type /desk and press Approve ${handle}.`,
  );
}

/** Records that this account may be used. For the roles the policy names. */
export function approveAccount(world: World, call: Call, handle: string): Promise<Result> {
  return turn(world, call, async (turn) => {
    const roles = turn.school.policy.account_approved_by;
    if (roles === null) return refuse('Our policy asks for no approval of accounts.');
    if (!hasRole(call.person, roles)) {
      const who = names(turn.school.people.filter((person) => hasRole(person, roles)));
      return refuse(`Only ${who} can approve an account.`);
    }
    const account = turn.school.accounts.find((each) => each.handle === handle);
    if (!account) return refuse(`${handle} is not an account in the school file.`);
    if (await turn.tx.accountApproval(turn.school.id, handle)) return { ok: true };
    await turn.tx.putAccountApproval(turn.school.id, { handle, by: call.person.id, at: turn.now });
    await turn.record('account.approved', handle);
    // Their cards said until now that they could not be sent.
    for (const draft of await turn.tx.draftsIn(turn.school.id, ['drafted'], DRAWN_ANEW)) {
      if (draft.account === handle) await turn.tell(draft.id, { tell: 'refresh' });
    }
    return { ok: true };
  });
}
