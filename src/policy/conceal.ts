/** What may be kept of a wording in which a rule has found a pupil's name. */
import { NAME_RULES } from './names/draft.ts';
import type { Finding, RuleName, Verdict } from './rule.ts';
import { meaningOf } from './rules/index.ts';
import type { Policy } from './schema.ts';
import { numbered } from './sure-fixes.ts';

/** True where somebody is named who is or could be a pupil, whether that blocks or not. */
export function namesPupil(verdict: Verdict): boolean {
  return verdict.findings.some((finding) => NAME_RULES.has(finding.rule));
}

/**
 * True where the words may not be stored at all: a rule blocks them for a name, or another rule blocks words in
 * which a pupil of the roll is found. They cannot be sent as they are, so nobody but their author needs them.
 */
export function blockedForName(verdict: Verdict): boolean {
  const { findings, outcome } = verdict;
  const named = findings.some(
    ({ rule, span }) => (rule === 'pupil-name' || rule === 'photo-name') && span !== undefined,
  );
  if (named && outcome === 'blocked') return true;
  return findings.some(({ severity, rule }) => severity === 'block' && NAME_RULES.has(rule));
}

const lowered = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/**
 * Rules that say what they found, and label their fixes, in our own words alone: text language is found by a
 * list of ours, and repeats only what stands there. What any other rule quotes could be near to a name.
 */
const OWN_WORDS: ReadonlySet<RuleName> = new Set([
  ...NAME_RULES,
  'hidden-text',
  'hashtag-place',
  'text-language',
  'length',
]);
const ELSE: Partial<Record<RuleName, string>> = {
  'standard-english': 'Correct the spelling or grammar',
};

function labelOf({ rule, fix }: Finding): string {
  if (fix && OWN_WORDS.has(rule)) return fix.label;
  return ELSE[rule] ?? 'Put it right';
}

/** True where words of the finding are, or are part of, a name that another found: "Ty" as thanks and as a boy. */
function meetsName({ span, rule }: Finding, { findings }: Verdict): boolean {
  if (span === undefined || NAME_RULES.has(rule)) return false;
  return findings.some(
    (each) =>
      NAME_RULES.has(each.rule) &&
      each.span !== undefined &&
      each.span[0] < span[1] &&
      span[0] < each.span[1],
  );
}

/**
 * The verdict as it may be kept without the words it is about: no span, no fix that holds them, and of rules
 * that quote what they saw only what they hold, but for words that surely are no name. A fix keeps its place, so that it can still be asked for.
 */
export function withoutWords(policy: Pick<Policy, 'rules'>, verdict: Verdict): Verdict {
  const findings = verdict.findings.map((finding): Finding => {
    const { rule, severity, message, fix, clauses } = finding;
    const says =
      OWN_WORDS.has(rule) && !meetsName(finding, verdict)
        ? message
        : `Something in it goes against one of our rules: ${lowered(meaningOf(policy, rule))}.`;
    const kept = fix ? { fix: { label: labelOf(finding), text: '' } } : {};
    return { rule, severity, message: says, clauses, ...kept };
  });
  return { ...verdict, findings: numbered(findings), pending: [] };
}
