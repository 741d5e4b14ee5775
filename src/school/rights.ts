/** Who must be there before a school may start: people who write, people who decide, people who sign. */
import { roleWords } from '../policy/role-words.ts';
import type { Role } from '../policy/schema.ts';
import { anyOf, type Fault, type FaultPath, shownValue } from './faults.ts';
import type { Governed } from './ground.ts';
import { deciders, hasRole, mayGrant, names, type Person } from './people.ts';
import type { School } from './school.ts';

/** The roles that decide: the school's own list, or else the policy's. */
function decidingRoles(ground: Pick<Governed, 'approvals' | 'policy'>): Role[] {
  return ground.approvals.by ?? ground.policy.may.approve;
}

function emptyRoles(ground: Governed): Fault[] {
  const { policy, people } = ground;
  // A file without the list is told where the role comes from: its own words have it nowhere.
  const given = ground.approvals.by
    ? ''
    : ` (no approvals.by is given, so the policy’s own stands: ${anyOf(decidingRoles(ground), 'and')})`;
  const asked: { path: FaultPath; roles: Role[]; why: string }[] = [
    { path: ['approvals', 'by'], roles: decidingRoles(ground), why: `decide on posts${given}` },
    {
      path: ['people'],
      roles: policy.agreement?.countersigned_by ?? [],
      why: 'countersign the user agreement',
    },
  ];
  const faults = asked.flatMap(({ path, roles, why }) =>
    roles
      .filter((role) => !people.some((person) => hasRole(person, [role])))
      .map((role) => ({
        path,
        seen: `nobody with the role ${role}, who must ${why}`,
        allowed: `at least one of people with the role ${role}${path[0] === 'approvals' ? ', or approvals.by without it' : ''}`,
      })),
  );
  const together: { roles: Role[]; why: string }[] = [
    { roles: policy.account_approved_by ?? [], why: 'approve an account before it is used' },
    { roles: policy.may.follow, why: 'decide on follows' },
  ];
  for (const { roles, why } of together) {
    if (roles.length === 0 || people.some((person) => hasRole(person, roles))) continue;
    const seen = `nobody who may ${why}`;
    faults.push({
      path: ['people'],
      seen,
      allowed: `at least one of people with the role ${anyOf(roles)}`,
    });
  }
  return faults;
}

function approvalFaults(ground: Governed): Fault[] {
  const { policy, approvals } = ground;
  const faults: Fault[] = [];
  const allowed = policy.may.approve;
  for (const [index, role] of (ground.rights.by ?? []).entries()) {
    if (role === null || allowed.includes(role)) continue;
    const says = `roles this policy lets approve: ${anyOf(allowed)}`;
    faults.push({ path: ['approvals', 'by', index], seen: shownValue(role), allowed: says });
  }
  const least = policy.approvals.everyday;
  if (approvals.needed !== undefined && approvals.needed < least) {
    const says = `${least} or more, for the policy asks for ${least}`;
    faults.push({
      path: ['approvals', 'needed'],
      seen: shownValue(approvals.needed),
      allowed: says,
    });
  }
  return faults;
}

/**
 * Who decides on posts at this school, for the middle of a sentence: "SLT" where slt is among the deciding
 * roles, else the roles in words, such as "the head or the IT lead".
 */
export function whoDecides(
  school: Pick<School, 'approvals'> & { policy: { may: { approve: readonly Role[] } } },
): string {
  const roles = school.approvals.by.filter((role) => school.policy.may.approve.includes(role));
  return roles.includes('slt') ? 'SLT' : roleWords(roles);
}

/** Those who could ever write a post: by role, or with a posting grant whatever its dates. */
function authors({ policy, people }: Pick<Governed, 'policy' | 'people'>): Person[] {
  return people.filter(
    (person) =>
      hasRole(person, policy.may.draft) ||
      (hasRole(person, policy.may.draft_with_grant) &&
        person.grants.some((grant) => grant.kind === 'posting')),
  );
}

export type Shortage = { author: Person; able: Person[] };

/** Authors for whose posts fewer than `needed` others could decide, with those who could. */
export function shortages(
  ground: Pick<Governed, 'policy' | 'people' | 'approvals'>,
  needed: number,
): Shortage[] {
  const by = decidingRoles(ground);
  const school = { people: ground.people, approvals: { needed, by }, policy: ground.policy };
  return authors(ground)
    .map((author) => ({ author, able: deciders(school, [author.id]) }))
    .filter(({ able }) => able.length < needed);
}

/** Two people are always needed: the author never decides. */
function deciderFaults(ground: Governed): Fault[] {
  const { policy, people, approvals } = ground;
  const roles = anyOf(decidingRoles(ground));
  if (authors(ground).length === 0) {
    const says = `at least one of people with the role ${anyOf(policy.may.draft)}`;
    return [{ path: ['people'], seen: 'nobody who may write posts', allowed: says }];
  }
  const everyday = Math.max(policy.approvals.everyday, approvals.needed ?? 1);
  const urgent = Math.max(policy.approvals.urgent, approvals.needed ?? 1);
  const short = shortages(ground, everyday);
  const shortest = short.toSorted((a, b) => a.able.length - b.able.length)[0];
  if (shortest !== undefined) {
    const left = shortest.able.length === 0 ? 'nobody' : `only ${names(shortest.able, 'and')}`;
    const whose = names(
      short.map(({ author }) => author),
      'and',
    );
    const seen = `${left} to decide on posts by ${whose}, for the author never decides`;
    const more = everyday - shortest.able.length;
    return [
      {
        path: ['people'],
        seen,
        allowed: `at least ${everyday} besides the author with the role ${roles}: add ${more} more`,
      },
    ];
  }
  const by = decidingRoles(ground);
  const all = deciders({ people, approvals: { needed: urgent, by }, policy }, []);
  if (all.length >= urgent) return [];
  const seen = `only ${names(all, 'and')} to decide on an urgent post`;
  return [
    {
      path: ['people'],
      seen,
      allowed: `at least ${urgent} with the role ${roles}: add ${urgent - all.length} more`,
    },
  ];
}

function grantFaults({ people, policy }: Governed): Fault[] {
  const givers = people.filter((person) => mayGrant({ policy }, person));
  return people.flatMap((person, index) =>
    person.grants.flatMap((grant, place): Fault[] => {
      const giver = people.find((each) => each.id === grant.by);
      const path = ['people', index, 'grants', place, 'by'];
      if (giver === undefined) return [];
      if (!givers.includes(giver)) {
        return [{ path, seen: `${giver.name}, who may not give grants`, allowed: names(givers) }];
      }
      if (giver !== person || hasRole(person, ['head'])) return [];
      const others = givers.filter((each) => each !== person);
      return [{ path, seen: `${giver.name}, for themselves`, allowed: names(others) }];
    }),
  );
}

/** Every fault of rights: an empty role, too few to decide, a grant by somebody who may not give it. */
export function rightsFaults(ground: Governed): Fault[] {
  const faults = approvalFaults(ground);
  if (!ground.rights.countable) return faults;
  return [...faults, ...emptyRoles(ground), ...deciderFaults(ground), ...grantFaults(ground)];
}
