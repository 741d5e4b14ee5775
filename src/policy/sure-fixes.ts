/** Which repairs are offered: those that put their finding right and bring no other, each said once. */
import { check } from './check.ts';
import type { Checked, Facts, Finding, RuleName, Verdict } from './rule.ts';
import type { Policy } from './schema.ts';

type Counts = ReadonlyMap<RuleName, number>;

function countsOf(findings: readonly Finding[]): Counts {
  const counts = new Map<RuleName, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

/** The grammar checker has not seen the repaired text; what our own lists say of it is enough to compare by. */
const findingsIn = (
  policy: Policy,
  draft: Checked,
  facts: Facts,
  only?: readonly RuleName[],
): readonly Finding[] =>
  check(policy, draft, { ...facts, grammar: [] }, only === undefined ? {} : { only }).findings;

/** True where less is found of the rule, and nothing more of any other. */
function putsRight(rule: RuleName, before: Counts, after: Counts): boolean {
  if ((after.get(rule) ?? 0) >= (before.get(rule) ?? 0)) return false;
  return [...after].every(([each, count]) => count <= (before.get(each) ?? 0));
}

/** Labels that say the same of different repairs get a number: "Change to “you” (2 of 3)". */
export function numbered(findings: readonly Finding[]): Finding[] {
  const labels = findings.flatMap(({ fix }) => (fix ? [fix.label] : []));
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    if (!finding.fix) return finding;
    const { label, text } = finding.fix;
    const all = labels.filter((each) => each === label).length;
    if (all === 1) return finding;
    const place = (seen.get(label) ?? 0) + 1;
    seen.set(label, place);
    return { ...finding, fix: { label: `${label} (${place} of ${all})`, text } };
  });
}

const without = ({ fix: _, ...finding }: Finding): Finding => finding;

/**
 * A verdict whose fixes all hold: each was tried by running the rules over the text it gives. A repair that
 * several findings share stands at the first of them, and no two bear the same label. `draft` and `facts` are
 * those of the verdict.
 */
export function withSureFixes(
  policy: Policy,
  draft: Checked,
  facts: Facts,
  verdict: Verdict,
): Verdict {
  if (!verdict.findings.some(({ fix }) => fix)) return verdict;
  const { pending = [] } = verdict;
  // Only what has not been looked at is looked at now: the rest stands in the verdict.
  const late = pending.length > 0 ? findingsIn(policy, draft, facts, pending) : [];
  const before = countsOf([...verdict.findings, ...late]);
  const tried = new Set<string>();
  const findings = verdict.findings.map((finding) => {
    const text = finding.fix?.text ?? '';
    if (text.trim() === '' || tried.has(text)) return without(finding);
    tried.add(text);
    const after = countsOf(findingsIn(policy, { ...draft, text }, facts));
    return putsRight(finding.rule, before, after) ? finding : without(finding);
  });
  return { ...verdict, findings: numbered(findings) };
}
