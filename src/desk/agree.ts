/** The user agreement: acknowledged or signed by each user, countersigned where the policy says (LH-07, SM-07, SM-24, HR-15). */
import { hasRole, names, type Person } from '../school/people.ts';
import { policyStamp } from './judge.ts';
import { type Call, type Turn, turn } from './turn.ts';
import { type Refusal, type Result, refuse, type World } from './world.ts';

/** Refuses while this person has not agreed to the policy in force, or a countersignature is missing. */
export async function agreementStands(turn: Turn, person: Person): Promise<Refusal | { ok: true }> {
  const asked = turn.school.policy.agreement;
  if (asked === null) return { ok: true };
  const agreement = await turn.tx.agreement(turn.school.id, person.id, policyStamp(turn.school));
  const verb = asked.kind === 'signed' ? 'sign' : 'acknowledge';
  if (!agreement) {
    return refuse(
      `Before your first post, please read and ${verb} our rules: type /policy agree. What you typed is still above.`,
    );
  }
  const missing = asked.countersigned_by.filter(
    (role) => !agreement.countersigned.some((each) => each.role === role),
  );
  if (missing.length === 0) return { ok: true };
  const who = names(
    turn.school.people.filter((each) => hasRole(each, missing) && each.id !== person.id),
  );
  return refuse(`Your agreement is signed and waits for ${who} to sign it too, with /desk.`);
}

/** Records that this person has agreed to the policy in force. Agreeing twice changes nothing. */
export function agree(world: World, call: Call): Promise<Result> {
  return turn(world, call, async (turn) => {
    const asked = turn.school.policy.agreement;
    if (asked === null) return refuse('Our policy asks for no agreement.');
    if (!hasRole(call.person, ['staff'])) return refuse('The agreement is for staff who post.');
    const policy = policyStamp(turn.school);
    const stands = await turn.tx.agreement(turn.school.id, call.person.id, policy);
    if (stands) return { ok: true };
    const agreement = { person: call.person.id, policy, at: turn.now, countersigned: [] };
    await turn.tx.putAgreement(turn.school.id, agreement);
    await turn.record(`agreement.${asked.kind}`, call.person.id, { policy });
    return { ok: true };
  });
}

/** Countersigns somebody's agreement in each role the policy asks for that this person holds. Nobody countersigns their own. */
export function countersign(world: World, call: Call, whose: string): Promise<Result> {
  return turn(world, call, async (turn) => {
    const asked = turn.school.policy.agreement;
    const roles = asked?.countersigned_by.filter((role) => hasRole(call.person, [role])) ?? [];
    if (!asked || roles.length === 0) {
      const who = names(
        turn.school.people.filter((each) => hasRole(each, asked?.countersigned_by ?? [])),
      );
      return refuse(asked ? `Only ${who} can sign here.` : 'Our policy asks for no agreement.');
    }
    const { tx, school, now } = turn;
    const policy = policyStamp(school);
    const agreement = await tx.agreement(school.id, whose, policy);
    if (!agreement)
      return refuse('This agreement has not been signed yet, or the policy has changed since.');
    if (whose === call.person.id && !soleHolder(turn, call.person, roles)) {
      return refuse('Nobody countersigns their own agreement. Ask somebody else with that role.');
    }
    const fresh = roles.filter(
      (role) => !agreement.countersigned.some((each) => each.role === role),
    );
    const signatures = fresh.map((role) => ({ by: call.person.id, role, at: now }));
    const countersigned = [...agreement.countersigned, ...signatures];
    await tx.putAgreement(school.id, { ...agreement, countersigned });
    if (fresh.length > 0)
      await turn.record('agreement.countersigned', whose, { policy, roles: fresh });
    return { ok: true };
  });
}

/** A head who is the only head signs their own agreement as user and as head: nobody else could. */
function soleHolder(turn: Turn, person: Person, roles: readonly string[]): boolean {
  return !turn.school.people.some(
    (each) => each.id !== person.id && each.roles.some((role) => roles.includes(role)),
  );
}
