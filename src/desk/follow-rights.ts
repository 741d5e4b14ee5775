/** Who decides whom an account follows: those the policy names, and never the one who asked. */
import { hasRole, type Person } from '../school/people.ts';
import type { School } from '../school/school.ts';

/**
 * Those who may decide on a request by `asker` (a person id; null for a follow that nobody asked for). Where only the
 * asker has the role, another who may let posts out is the second pair of eyes.
 */
export function followDeciders(school: School, asker: string | null): Person[] {
  const { follow, approve } = school.policy.may;
  const others = school.people.filter(({ id }) => id !== asker);
  const named = others.filter((person) => hasRole(person, follow));
  return named.length > 0 ? named : others.filter((person) => hasRole(person, approve));
}
