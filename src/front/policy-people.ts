/** Who may do what at a school, by name: what the clauses about people come to. */
import type { PolicyView } from '../desk/view.ts';
import { deciders, hasRole, names, type Person } from '../school/people.ts';
import type { School } from '../school/school.ts';

type Row = NonNullable<PolicyView['people']>[number];

function named(label: string, people: readonly Person[]): Row {
  return { label, value: names(people, 'and') };
}

/** Posting grants of the school file, with their days, whether they are in force or not. */
function grants(school: School): Row[] {
  const { draft, draft_with_grant } = school.policy.may;
  const given = school.people
    .filter((person) => !hasRole(person, draft) && hasRole(person, draft_with_grant))
    .flatMap(({ name, grants: all }) =>
      all
        .filter(({ kind }) => kind === 'posting')
        .map(({ from, to }) => {
          const since = from === null ? '' : ` from ${from}`;
          const until = to === null ? '' : ` until ${to}`;
          return `${name}${since}${until}`;
        }),
    );
  return given.length === 0 ? [] : [{ label: 'With a grant', value: given.join('; ') }];
}

/** Who writes, decides, chooses follows and approves accounts at this school, a row each. */
export function peopleRows(school: School): Row[] {
  const { may, account_approved_by: approves } = school.policy;
  const holding = (roles: Parameters<typeof hasRole>[1]) =>
    school.people.filter((person) => hasRole(person, roles));
  return [
    named('Write posts', holding(may.draft)),
    ...grants(school),
    named('Decide on posts', deciders(school, [])),
    named('Decide on follows', holding(may.follow)),
    ...(approves === null ? [] : [named('Approve accounts', holding(approves))]),
  ];
}
