/** The verdict on a draft: every rule of the policy that this version judges, over plain facts. */
import { nextSlot as calendarSlot } from '../school/calendar.ts';
import type {
  Checked,
  Facts,
  Finding,
  Outcome,
  Rule,
  RuleName,
  Seen,
  Severity,
  Span,
  Verdict,
} from './rule.ts';
import { optionsIn, rules } from './rules/index.ts';
import { LONGEST_POST } from './rules/length.ts';
import type { Policy } from './schema.ts';
import { weigh } from './tweet-text.ts';

export type CheckOptions = {
  /** The school's calendar; another may be given for a test. */
  nextSlot?: typeof calendarSlot;
  /** Only these rules are run; all, where absent. */
  only?: readonly RuleName[];
};

type Look = NonNullable<Rule['check']>;
/** A rule as this policy runs it. */
type Running = {
  name: RuleName;
  severity: Severity;
  /** False where only the product's own floor runs, which is no claim that the whole rule is fine. */
  whole: boolean;
  look: Look;
  applies: NonNullable<Rule['applies']>;
  waits: (facts: Facts) => boolean;
  means: string;
  options: unknown;
  clauses: string[];
};
type Prepared = { running: Running[]; limit: number; holds: boolean };

const prepared = new WeakMap<Policy, Prepared>();
const GRAVITY: Record<Severity, number> = { block: 0, review: 1, note: 2 };
/** A rule that fires on every other word is told often enough by then, and a card has an end. */
const MOST_FINDINGS = 20;
const NEVER = () => false;
const ALWAYS = () => true;
const UNCHECKABLE: Look = () => {
  throw new Error('The options of this rule are wrong in the policy file.');
};

/** Which of a rule's two looks a policy calls for; null where it calls for none. */
function lookFor(policy: Policy, rule: Rule): Look | null {
  if (policy.rules[rule.name].severity !== 'off') return rule.check;
  // A policy that lets no photo of pupils through has said no already; once is enough.
  if (rule.name === 'photo-consent' && policy.rules['photo-allowed'].severity === 'block')
    return null;
  return rule.floor ?? null;
}

function run(policy: Policy, rule: Rule): Running | null {
  const look = lookFor(policy, rule);
  if (look === null) return null;
  const { severity } = policy.rules[rule.name];
  const options = rule.options.safeParse(optionsIn(policy, rule.name));
  const named = `rule:${rule.name}`;
  return {
    name: rule.name,
    severity: severity === 'review' || severity === 'note' ? severity : 'block',
    whole: severity !== 'off',
    look: options.success ? look : UNCHECKABLE,
    applies: rule.applies ?? ALWAYS,
    waits: rule.waits ?? NEVER,
    means: options.success ? rule.means(options.data) : 'one of the rules of our policy',
    options: options.success ? options.data : null,
    clauses: policy.clauses
      .filter(({ by, permits }) => by.includes(named) && permits !== true)
      .map(({ id }) => id),
  };
}

/** The most weighted units a post may have under this policy. */
export function limitOf(policy: Pick<Policy, 'rules'>): number {
  const { limit } = policy.rules.length;
  return typeof limit === 'number' ? limit : LONGEST_POST;
}

function prepare(policy: Policy): Prepared {
  const known = prepared.get(policy);
  if (known !== undefined) return known;
  const made: Prepared = {
    running: [...rules.values()].flatMap((rule) => run(policy, rule) ?? []),
    limit: limitOf(policy),
    holds: policy.rules['posting-hours'].severity !== 'off',
  };
  prepared.set(policy, made);
  return made;
}

function look(running: Running, draft: Checked, facts: Facts): Seen[] {
  try {
    return running.look({ draft, facts, options: running.options });
  } catch {
    return [
      {
        message: `This could not be checked: ${running.means}. Read for it yourself, and say that you did.`,
        severity: 'review',
      },
    ];
  }
}

/** A span never leaves the text, whatever a rule says. */
function within([from, to]: Span, text: string): Span {
  const start = Math.min(Math.max(0, from), text.length);
  return [start, Math.min(Math.max(start, to), text.length)];
}

function findingOf(running: Running, seen: Seen, text: string): Finding {
  return {
    rule: running.name,
    severity: seen.severity ?? running.severity,
    message: seen.message,
    ...(seen.span ? { span: within(seen.span, text) } : {}),
    ...(seen.fix ? { fix: seen.fix } : {}),
    clauses: running.clauses,
  };
}

const gravest = (a: Finding, b: Finding): number =>
  GRAVITY[a.severity] - GRAVITY[b.severity] || (a.span?.[0] ?? -1) - (b.span?.[0] ?? -1);

/** Blocked if any finding blocks, else review if any asks for it, else clear. */
export function outcomeOf(findings: readonly Finding[]): Outcome {
  if (findings.some(({ severity }) => severity === 'block')) return 'blocked';
  return findings.some(({ severity }) => severity === 'review') ? 'review' : 'clear';
}

/** The first finding to be put right or explained that an earlier verdict on the same words did not have. */
export function newsIn(verdict: Verdict, earlier: Verdict): Finding | null {
  const told = new Set(earlier.findings.map(sameness));
  const news = verdict.findings.find(
    (each) => each.severity !== 'note' && !told.has(sameness(each)),
  );
  return news ?? null;
}

const sameness = ({ rule, severity, message, span }: Finding): string =>
  JSON.stringify([rule, severity, message, span ?? null]);

/**
 * A verdict with what an earlier one on the very same words said of the rules that are pending now: what was
 * once looked at need not be looked at again.
 */
export function withKnown(verdict: Verdict, earlier: Verdict): Verdict {
  const waited = verdict.pending ?? [];
  if (waited.length === 0 || (earlier.pending ?? []).length > 0) return verdict;
  const known = earlier.findings.filter(({ rule }) => waited.includes(rule));
  const findings = [...verdict.findings, ...known].sort(gravest);
  const passed = [...verdict.passed, ...earlier.passed.filter((rule) => waited.includes(rule))];
  return { ...verdict, findings, passed, pending: [], outcome: outcomeOf(findings) };
}

/**
 * Judges a draft. Pure: the same policy, draft and facts give the same verdict. Never throws for what
 * people typed: a rule that throws, or lacks a fact, asks for review. Findings come gravest first, then
 * by place. Spans are half-open, in UTF-16 units of the draft's text; `slot` is epoch ms. Of `policy`
 * one is expected that `loadPolicy` gave, and it is read once: load it anew rather than change it.
 */
export function check(
  policy: Policy,
  draft: Checked,
  facts: Facts,
  { nextSlot = calendarSlot, only }: CheckOptions = {},
): Verdict {
  const { running, limit, holds } = prepare(policy);
  const findings: Finding[] = [];
  const passed: RuleName[] = [];
  const pending: RuleName[] = [];
  const slot = nextSlot(holds ? policy.posting_hours : null, facts, draft.at, draft.occasion);
  const held = slot !== draft.at;
  for (const rule of running) {
    if (only !== undefined && !only.includes(rule.name)) continue;
    if (rule.waits(facts)) {
      pending.push(rule.name);
      continue;
    }
    const seen = look(rule, draft, facts);
    const found = seen.map((one) => findingOf(rule, one, draft.text));
    if (found.length > MOST_FINDINGS) found.sort(gravest);
    findings.push(...found.slice(0, MOST_FINDINGS));
    const waits = rule.name === 'posting-hours' && held;
    if (seen.length > 0 || !rule.whole || waits) continue;
    if (rule.applies(draft, rule.options)) passed.push(rule.name);
  }
  findings.sort(gravest);
  return {
    outcome: outcomeOf(findings),
    findings,
    passed,
    pending,
    held,
    slot,
    weight: weigh(draft.text),
    limit,
  };
}
