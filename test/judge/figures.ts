/** How well the rules judge labelled drafts: counted per rule, over the rules of each draft's policy. */
import type { RuleName } from '../../src/policy/rule.ts';
import { RULE_NAMES } from '../../src/policy/rule.ts';
import type { Answered, Labelled } from '../rules/labelled.ts';

export type Judged = { draft: Labelled; answer: Answered };

export type Counts = {
  /** Drafts labelled with the rule. */
  expected: number;
  /** Of those, drafts the rule fired on. */
  right: number;
  /** Drafts the rule fired on without being labelled with it. */
  wrong: number;
  missed: number;
  /** Shares from 0 to 1; null where there is nothing to divide by. */
  precision: number | null;
  recall: number | null;
};

export type Figures = {
  drafts: number;
  rules: ReadonlyMap<RuleName, Counts>;
  /** Shares from 0 to 1. */
  outcome: number;
  held: number;
  /** Of the drafts labelled clear, the share that any rule flagged. */
  clearFlagged: number;
};

export type Mistake = {
  id: string;
  rule: RuleName;
  kind: 'missed' | 'false alarm';
  why: string;
  text: string;
  /** The words the rule fired on. */
  words: string;
};

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const firedBy = ({ findings }: Answered, rule: RuleName): boolean =>
  findings.some((finding) => finding.rule === rule);

function countsOf(judged: readonly Judged[], rule: RuleName): Counts {
  const wanted = judged.filter(({ draft }) => draft.expect.fires.includes(rule));
  const right = wanted.filter(({ answer }) => firedBy(answer, rule)).length;
  const fired = judged.filter(({ answer }) => firedBy(answer, rule)).length;
  return {
    expected: wanted.length,
    right,
    wrong: fired - right,
    missed: wanted.length - right,
    precision: share(right, fired),
    recall: share(right, wanted.length),
  };
}

/** The figures over drafts and the answers given to them. */
export function figuresOf(judged: readonly Judged[]): Figures {
  const clear = judged.filter(({ draft }) => draft.expect.outcome === 'clear');
  const flagged = clear.filter(({ answer }) => answer.findings.length > 0).length;
  const same = judged.filter(({ draft, answer }) => draft.expect.outcome === answer.outcome).length;
  const held = judged.filter(({ draft, answer }) => draft.expect.held === answer.held).length;
  return {
    drafts: judged.length,
    rules: new Map(RULE_NAMES.map((rule) => [rule, countsOf(judged, rule)])),
    outcome: share(same, judged.length) ?? 1,
    held: share(held, judged.length) ?? 1,
    clearFlagged: share(flagged, clear.length) ?? 0,
  };
}

/** Every miss and every false alarm, by rule and then in the order of the drafts. */
export function mistakesIn(judged: readonly Judged[]): Mistake[] {
  return RULE_NAMES.flatMap((rule) =>
    judged.flatMap(({ draft, answer }): Mistake[] => {
      const wanted = draft.expect.fires.includes(rule);
      const found = answer.findings.filter((finding) => finding.rule === rule);
      if (wanted === found.length > 0) return [];
      const words = found
        .map(({ span }) => (span ? `"${draft.text.slice(...span)}"` : 'the whole'))
        .join(', ');
      const kind = wanted ? 'missed' : 'false alarm';
      return [{ id: draft.id, rule, kind, why: draft.why, text: draft.text, words }];
    }),
  );
}
