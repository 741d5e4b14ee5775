/** Who is who at a school, and what the policy lets them do. Roles are always those of the school file as it is now. */
import type { Role } from '../policy/schema.ts';
import { anyOf } from './faults.ts';
import { localDate } from './local-time.ts';
import type { School } from './school.ts';

/** What the head has allowed one person for a time. Dates are local, both ends inside; null is without end. */
export type Grant = {
  kind: 'posting' | 'device';
  /** Person id of who gave it. */
  by: string;
  from: string | null;
  to: string | null;
};

export type Person = {
  id: string;
  name: string;
  roles: Role[];
  /** Slack member id. */
  slack: string | null;
  /** Object id at Microsoft Entra, in small letters: what Teams calls aadObjectId. */
  teams: string | null;
  grants: Grant[];
};

const STAFF: readonly Role[] = ['staff', 'teacher', 'nominated', 'slt', 'head', 'it-lead'];
const MOST_NAMES = 6;

/** True when the person holds one of the roles. Every role but governor makes them staff too. */
export function hasRole(person: Pick<Person, 'roles'>, roles: readonly Role[]): boolean {
  const isStaff = person.roles.some((role) => STAFF.includes(role));
  return person.roles.some((role) => roles.includes(role)) || (isStaff && roles.includes('staff'));
}

/** The person with this id at this school, or null. */
export function personById(school: Pick<School, 'people'>, id: string): Person | null {
  return school.people.find((person) => person.id === id) ?? null;
}

/** The person known by this Slack member id at this school, or null. */
export function bySlack(school: Pick<School, 'people'>, slack: string): Person | null {
  return school.people.find((person) => person.slack !== null && person.slack === slack) ?? null;
}

/** The person known by this Entra object id at this school, whatever its case, or null. */
export function byTeams(school: Pick<School, 'people'>, teams: string): Person | null {
  const id = teams.toLowerCase();
  return school.people.find((person) => person.teams !== null && person.teams === id) ?? null;
}

/**
 * Names for a sentence: "Sam Obi, Jo Clarke or Lee Park". Past six the rest are counted: "… or 4 others".
 * "nobody yet" for an empty list.
 */
export function names(people: readonly Pick<Person, 'name'>[], last: 'or' | 'and' = 'or'): string {
  if (people.length === 0) return 'nobody yet';
  const all = people.map((person) => person.name);
  if (all.length <= MOST_NAMES) return anyOf(all, last);
  const rest = all.length - (MOST_NAMES - 1);
  return anyOf([...all.slice(0, MOST_NAMES - 1), `${rest} others`], last);
}

function granted(person: Person, kind: Grant['kind'], now: number, timezone: string): boolean {
  const today = localDate(now, timezone);
  return person.grants.some(
    (grant) =>
      grant.kind === kind &&
      (grant.from === null || grant.from <= today) &&
      (grant.to === null || today <= grant.to),
  );
}

/**
 * True when the head has allowed this person their own device on the local day of `now` (epoch ms). The
 * first and last day of a grant both count (ST-17, IR-08, HR-04).
 */
export function ownDeviceGranted(person: Person, now: number, timezone: string): boolean {
  return granted(person, 'device', now, timezone);
}

function draftsByRight(school: School, person: Person, now: number): boolean {
  const { draft, draft_with_grant } = school.policy.may;
  if (hasRole(person, draft)) return true;
  return hasRole(person, draft_with_grant) && granted(person, 'posting', now, school.timezone);
}

/**
 * Whether this person may write posts at `now` (epoch ms): by role, or by a posting grant in force where
 * the policy has them. A refusal says who can, and whom to ask for a grant.
 */
export function mayDraft(
  school: School,
  person: Person,
  now: number,
): { ok: true } | { ok: false; says: string } {
  if (draftsByRight(school, person, now)) return { ok: true };
  const able = school.people.filter((each) => draftsByRight(school, each, now));
  const says = `Posts for ${school.name} can be written by ${names(able)}.`;
  if (!hasRole(person, school.policy.may.draft_with_grant)) return { ok: false, says };
  const givers = school.people.filter((each) => each.id !== person.id && mayGrant(school, each));
  return { ok: false, says: `${says} You can with a grant: ask ${names(givers)}.` };
}

/** True for those whose grants count: the head, and the IT lead where the policy lets them approve. */
export function mayGrant(
  school: { policy: { may: { approve: readonly Role[] } } },
  person: Pick<Person, 'roles'>,
): boolean {
  const leads = school.policy.may.approve.includes('it-lead');
  return hasRole(person, leads ? ['head', 'it-lead'] : ['head']);
}

/**
 * Those who may decide on a post: in a role the policy lets approve and the school's own list names,
 * less the person ids in `excluding` (the author, whoever edited). In the order of the school file.
 */
export function deciders(
  school: Pick<School, 'people' | 'approvals'> & {
    policy: { may: { approve: readonly Role[] } };
  },
  excluding: readonly string[],
): Person[] {
  return school.people.filter(
    (person) =>
      !excluding.includes(person.id) &&
      hasRole(person, school.policy.may.approve) &&
      hasRole(person, school.approvals.by),
  );
}
