/** Which school and which person a verified activity is from. */
import type { Activity } from 'botframework-schema';
import { byTeams } from '../../src/school/people.ts';
import type { School } from '../../src/school/school.ts';

export type Who = { school: School; person: string | null };

/** The tenant an activity comes from, by what Teams says of the conversation. */
export function tenantOf(activity: Activity): string | null {
  const data = activity.channelData as { tenant?: { id?: string } } | undefined;
  return (data?.tenant?.id ?? activity.conversation?.tenantId)?.toLowerCase() ?? null;
}

/** The channel of a team that an activity comes from, or null in a chat. */
export function channelOf(activity: Activity): string | null {
  const data = activity.channelData as { channel?: { id?: string } } | undefined;
  return data?.channel?.id ?? null;
}

/**
 * The school and person meant, by tenant and Microsoft Entra object id. Where a person belongs to several
 * schools of one tenant: the one whose SLT channel they are in, else the first. Null where the tenant is no
 * school's.
 */
export function whoIs(schools: Iterable<School>, activity: Activity): Who | null {
  const tenant = tenantOf(activity);
  const here = [...schools].filter(({ teams }) => teams !== null && teams.tenant === tenant);
  const object = activity.from?.aadObjectId?.toLowerCase() ?? '';
  const known = here.flatMap((school): Who[] => {
    const person = object === '' ? null : byTeams(school, object);
    return person ? [{ school, person: person.id }] : [];
  });
  const channel = channelOf(activity);
  const found = known.find((each) => each.school.teams?.sltChannel === channel) ?? known[0];
  if (found) return found;
  const school = here[0];
  return school ? { school, person: null } : null;
}
