/** Running labelled drafts through `bellbird check` as a school would, and comparing what fired. */
import { readFileSync } from 'node:fs';
import { harperGrammar } from '../../adapters/grammar/harper.ts';
import type { Lint } from '../../src/policy/language/lint.ts';
import { checkLine, LINE_SCHOOL, type LineContext, textToLint } from '../../src/policy/lines.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { rules } from '../../src/policy/rules/index.ts';
import { entriesOf, parseRoll, rollOf } from '../../src/school/roll.ts';

export type Labelled = {
  id: string;
  why: string;
  policy: string;
  text: string;
  expect: { fires: string[]; outcome: string; held: boolean };
};
export type Answered = {
  outcome: string;
  held: boolean;
  findings: { rule: string; severity: string; message: string; span?: [number, number] }[];
};

const SECRET = 'labelled drafts';

export function contextWith(rollFile: string | URL): LineContext {
  const roll = parseRoll(readFileSync(rollFile, 'utf8'));
  if (!roll.ok) throw new Error(roll.faults.join('\n'));
  const loaded = new Map<string, ReturnType<typeof loadPolicy>>();
  return {
    policyOf: (name = 'standard') => {
      const policy = loaded.get(name) ?? loadPolicy(name);
      loaded.set(name, policy);
      return policy.ok ? policy : { ok: false, why: policy.faults.join(' ') };
    },
    roll: rollOf(entriesOf(roll.rows, SECRET), SECRET),
    school: LINE_SCHOOL,
  };
}

/** The context with what the real grammar checker says of these lines; its worker is gone afterwards. */
export async function withGrammar(
  context: LineContext,
  lines: readonly string[],
): Promise<LineContext> {
  const grammar = harperGrammar();
  const lints = new Map<string, Lint[]>();
  for (const line of lines) {
    const text = textToLint(line, context);
    if (text !== null) lints.set(text, await grammar.lint(text));
  }
  await grammar.close();
  return { ...context, grammarOf: (text) => lints.get(text) ?? 'failed' };
}

export function labelled(file: string | URL): { line: string; draft: Labelled }[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => ({ line, draft: JSON.parse(line) as Labelled }));
}

export function answered(line: string, context: LineContext): Answered {
  const checked = checkLine(line, 1, context);
  if (!checked?.ok) throw new Error(`The draft was refused: ${JSON.stringify(checked?.answer)}`);
  return checked.answer as Answered;
}

/** Rules that fired, each once, in a fixed order. */
export const fired = (answer: Answered): string[] =>
  [...new Set(answer.findings.map(({ rule }) => rule))].sort();

/** The labels this version can be held to: rules that need an ear for language come later. */
export const judgeable = (fires: readonly string[]): string[] =>
  fires.filter((rule) => [...rules.keys()].some((name) => name === rule)).sort();
