/** Which school and which person a signed request is from. */
import { bySlack } from '../../src/school/people.ts';
import type { School } from '../../src/school/school.ts';

export type From = {
  team: string;
  user: string;
  /** Where it came from, if from a channel. */
  channel: string | null;
  /** The school that the touched card names. */
  school: string | null;
};

export type Who = { school: School; person: string | null };

/**
 * The school and person meant, by the ids Slack has signed. Where a person belongs to several schools of one
 * workspace: the one the card is of, else the one whose SLT channel they are in, else the first. Null where
 * the workspace is no school's.
 */
export function whoIs(schools: Iterable<School>, from: From): Who | null {
  const here = [...schools].filter((school) => school.slack?.team === from.team);
  const known = here.flatMap((school): Who[] => {
    const person = bySlack(school, from.user);
    return person ? [{ school, person: person.id }] : [];
  });
  const meant = (each: Who) => each.school.id === from.school;
  const channel = (each: Who) => each.school.slack?.sltChannel === from.channel;
  const found = known.find(meant) ?? known.find(channel) ?? known[0];
  if (found) return found;
  const school = here.find((each) => each.id === from.school) ?? here[0];
  return school ? { school, person: null } : null;
}
