/** Which clauses of which policy this version holds, counted honestly. */
import { mechanismOf } from './mechanisms.ts';
import type { Clause, Policy } from './schema.ts';
import { SHOWN_IN, shownBy } from './shown.ts';

/** One way a clause is held, for people: `by` is a sentence without a full stop. */
export type Holding = {
  how: 'checked' | 'gated' | 'scheduled' | 'recorded' | 'shown';
  by: string;
  held: boolean;
  /** True where this version could hold it and the policy has it off. */
  off?: boolean;
};

/** A test that shows a clause held: its file, from the root of the project, and its sentence. */
export type Shown = { file: string; name: string };

export type ClauseCoverage = {
  id: string;
  kind: Clause['kind'];
  held: boolean;
  by: string;
  /** Only for what is held; null where no test of the project shows it. */
  test: Shown | null;
};
export type PolicyCoverage = { policy: string; clauses: ClauseCoverage[] };

/** How each of a clause's mechanisms stands under this policy, in the clause's order. */
export function holdingsOf(policy: Policy, clause: Pick<Clause, 'by'>): Holding[] {
  return clause.by.map((name) => {
    const mechanism = mechanismOf(policy, name);
    if (mechanism === null) return { how: 'checked', by: `nothing is called ${name}`, held: false };
    const { how, does, held, off } = mechanism;
    return { how, by: does, held, ...(off ? { off } : {}) };
  });
}

/** What the school holds otherwise than a clause says, in one sentence to stand beside it; null where nothing. */
export function changeIn(policy: Policy, clause: string): string | null {
  const says = policy.extended?.changes
    .filter(({ clauses }) => clauses.includes(clause))
    .map((change) => change.says);
  return says && says.length > 0 ? `Our school has changed this: ${says.join('; ')}` : null;
}

/** A clause as it is in force: its sentence, and after it what the school has changed. */
export function clauseInForce(policy: Policy, clause: Pick<Clause, 'id' | 'says'>): string {
  const change = changeIn(policy, clause.id);
  return change === null ? clause.says : `${clause.says} ${change}.`;
}

/** The version for people: of a changed policy the one it comes from, and that it was changed. */
export function versionInForce({ version, extended }: Policy): string {
  if (!extended) return version;
  return version.startsWith(`${extended.version}+`)
    ? `${extended.version}, changed by our school (${version.slice(extended.version.length + 1)})`
    : `${version}, our own, made from ${extended.policy} version ${extended.version}`;
}

function coverageOf(policy: Policy, { id, kind, by }: Clause): ClauseCoverage {
  const held = holdingsOf(policy, { by }).every((holding) => holding.held);
  // What the school has changed is no longer what the test of the preset shows.
  const name = held && changeIn(policy, id) === null ? shownBy(policy, id) : null;
  const test = name === null ? null : { file: SHOWN_IN, name };
  return { id, kind, held, by: by.join(' + '), test };
}

/** For each policy its clauses in the file's order; a clause is held when everything it names is there. */
export function coverage(policies: readonly Policy[]): PolicyCoverage[] {
  return policies.map((policy) => ({
    policy: policy.policy,
    clauses: policy.clauses.map((clause) => coverageOf(policy, clause)),
  }));
}

const KINDS = ['rule', 'gate', 'show', 'record', 'duty'] as const;

/** The counts as a table for a terminal: held of all, by kind and in sum. */
export function coverageTable(covered: readonly PolicyCoverage[]): string {
  const count = (clauses: readonly ClauseCoverage[]) =>
    clauses.length === 0 ? '-' : `${clauses.filter(({ held }) => held).length}/${clauses.length}`;
  const row = (name: string, clauses: readonly ClauseCoverage[]) => [
    name,
    ...KINDS.map((kind) => count(clauses.filter((clause) => clause.kind === kind))),
    count(clauses),
    String(clauses.filter(({ held }) => !held).length),
  ];
  const rows = [
    ['policy', ...KINDS, 'held', 'not yet'],
    ...covered.map(({ policy, clauses }) => row(policy, clauses)),
    row(
      'all',
      covered.flatMap(({ clauses }) => clauses),
    ),
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return rows
    .map((cells) =>
      cells
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}

/** Each clause of kind `rule` on a line, and under it the test that shows it. */
export function testsTable(covered: readonly PolicyCoverage[]): string {
  const lines = covered.flatMap(({ policy, clauses }) => {
    const rules = clauses.filter(({ kind }) => kind === 'rule');
    return [
      ...(rules.length > 0 ? [`Rules of ${policy}, each with the test that shows it:`] : []),
      ...rules.flatMap(({ id, held, by, test }) => [
        `  ${id}  ${held ? 'held' : 'not yet'}: ${by}`,
        `         ${test === null ? 'no test of its own' : `${test.file}: ${test.name}`}`,
      ]),
    ];
  });
  return lines.join('\n');
}
