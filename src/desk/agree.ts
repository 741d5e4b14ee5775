/** The user agreement: acknowledged or signed by each user, countersigned where the policy says (LH-07, SM-07, SM-24, HR-15). */

import type { Role } from '../policy/schema.ts';
import type { Agreement, Reader } from '../ports/store.ts';
import { hasRole, names, type Person } from '../school/people.ts';
import type { School } from '../school/school.ts';
import { policyStamp } from './judge.ts';
import { type Call, turn } from './turn.ts';
import { type Refusal, type Result, refuse, type World } from './world.ts';

/** Roles whose signature is still missing under an agreement. */
function missingRoles(school: School, agreement: Agreement): Role[] {
  const asked = school.policy.agreement?.countersigned_by ?? [];
  return asked.filter((role) => !agreement.countersigned.some((each) => each.role === role));
}

/** True where nobody else at the school holds the role: then they sign in it for themselves too. */
function isOnlyOne(school: School, person: Person, role: Role): boolean {
  return !school.people.some((each) => each.id !== person.id && each.roles.includes(role));
}

/** The roles of these in which this person may sign under somebody's agreement. */
function rolesToSignIn(
  school: School,
  signer: Person,
  whose: string,
  roles: readonly Role[],
): Role[] {
  const held = roles.filter((role) => hasRole(signer, [role]));
  return signer.id === whose ? held.filter((role) => isOnlyOne(school, signer, role)) : held;
}

function signersFor(school: School, whose: string, roles: readonly Role[]): Person[] {
  return school.people.filter((each) => rolesToSignIn(school, each, whose, roles).length > 0);
}

/** Refuses while this person has not agreed to the policy in force, or a countersignature is missing. */
export async function agreementStands(
  reader: Reader,
  school: School,
  person: Person,
): Promise<Refusal | { ok: true }> {
  const asked = school.policy.agreement;
  if (asked === null) return { ok: true };
  const agreement = await reader.agreement(school.id, person.id, policyStamp(school));
  const verb = asked.kind === 'signed' ? 'sign' : 'acknowledge';
  if (!agreement) {
    const says = `Before your first post, please read and ${verb} our rules: type /policy agree.`;
    return { ...refuse(says), agreement: 'own' };
  }
  const missing = missingRoles(school, agreement);
  if (missing.length === 0) return { ok: true };
  const who = names(signersFor(school, person.id, missing));
  const says = `Your agreement is signed and waits for ${who} to sign it too, with /desk.`;
  return { ...refuse(says), agreement: 'others' };
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
    const missing = missingRoles(turn.school, agreement);
    for (const signer of missing.length > 0
      ? signersFor(turn.school, call.person.id, missing)
      : []) {
      await turn.tell('', {
        tell: 'person',
        person: signer.id,
        title: `${call.person.name} has signed our rules`,
        text: 'Your signature is asked for too. Type /desk to see it and sign.',
      });
    }
    return { ok: true };
  });
}

/** Countersigns somebody's agreement in each role the policy asks for that this person holds. Nobody countersigns their own. */
export function countersign(world: World, call: Call, whose: string): Promise<Result> {
  return turn(world, call, async (turn) => {
    const asked = turn.school.policy.agreement;
    const all = asked?.countersigned_by ?? [];
    const held = all.filter((role) => hasRole(call.person, [role]));
    if (!asked || held.length === 0) {
      const who = names(turn.school.people.filter((each) => hasRole(each, all)));
      return refuse(asked ? `Only ${who} can sign here.` : 'Our policy asks for no agreement.');
    }
    const { tx, school, now } = turn;
    const policy = policyStamp(school);
    const agreement = await tx.agreement(school.id, whose, policy);
    if (!agreement)
      return refuse('This agreement has not been signed yet, or the policy has changed since.');
    const roles = rolesToSignIn(school, call.person, whose, all);
    if (roles.length === 0) {
      return refuse('Nobody countersigns their own agreement. Ask somebody else with that role.');
    }
    const fresh = roles.filter(
      (role) => !agreement.countersigned.some((each) => each.role === role),
    );
    const signatures = fresh.map((role) => ({ by: call.person.id, role, at: now }));
    const countersigned = [...agreement.countersigned, ...signatures];
    await tx.putAgreement(school.id, { ...agreement, countersigned });
    if (fresh.length === 0) return { ok: true };
    await turn.record('agreement.countersigned', whose, { policy, roles: fresh });
    if (missingRoles(school, { ...agreement, countersigned }).length === 0) {
      await turn.tell('', {
        tell: 'person',
        person: whose,
        title: 'Your agreement is complete',
        text: `${call.person.name} has signed it too. You can post now, with /tweet.`,
      });
    }
    return { ok: true };
  });
}
