/** What a school holds otherwise than the policy it extends, in words: no clause is shown as if it still stood. */
import type { Change, Clause, Policy } from './schema.ts';
import { SETTINGS } from './settings.ts';

const differ = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

function ofStatements(base: Policy, policy: Policy): Change[] {
  const before = new Map(base.statements.map((statement) => [statement.id, statement]));
  return policy.statements
    .filter((statement) => differ(before.get(statement.id), statement))
    .map(({ says, clauses }) => ({
      says: `the author ticks: ${says.replace(/\.$/, '')}`,
      clauses,
    }));
}

function ofClauses(base: Policy, policy: Policy): Change[] {
  const before = new Map(base.clauses.map((clause) => [clause.id, clause]));
  const own = (clause: Clause): Change[] => {
    const was = before.get(clause.id);
    if (was === undefined) return [{ says: `${clause.id} is added`, clauses: [clause.id] }];
    return differ(was, clause)
      ? [{ says: `${clause.id} is in our school’s own words`, clauses: [clause.id] }]
      : [];
  };
  return policy.clauses.flatMap(own);
}

/**
 * What `policy` holds otherwise than `base`, which it was made from: each with the clauses that rest on it.
 * A setting counts as changed when its value differs, whoever wrote it and in whatever file.
 */
export function changesFrom(base: Policy, policy: Policy): Change[] {
  const settings = SETTINGS.filter(({ value }) => differ(value(base), value(policy))).map(
    ({ by, says }): Change => ({
      says: says(policy, base),
      clauses: policy.clauses
        .filter((clause) => clause.by.some((name) => by.includes(name)))
        .map(({ id }) => id),
    }),
  );
  return [...settings, ...ofStatements(base, policy), ...ofClauses(base, policy)];
}
