/** What is kept of a verdict on words that name a pupil. */
import { expect, test } from 'vitest';
import { withoutWords } from '../../src/policy/conceal.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import type { Finding, RuleName, Verdict } from '../../src/policy/rule.ts';

const loaded = loadPolicy('lickey-hills');
if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
const { policy } = loaded;

const NAMED = found('pupil-name', 'A pupil on our roll is named here.', [0, 4]);

function found(rule: RuleName, message: string, span?: [number, number]): Finding {
  return { rule, severity: 'block', message, clauses: [], ...(span ? { span } : {}) };
}

function kept(...findings: Finding[]): Finding[] {
  const rest = { passed: [], held: false, slot: null, weight: 20, limit: 280 };
  const verdict: Verdict = { outcome: 'blocked', findings, ...rest };
  return withoutWords(policy, verdict).findings;
}

test.each([
  ['text-language', '“gr8” is text language. Write “great”.'],
  ['hashtag-place', 'This hashtag is not at the end. Use plain words here and put it last.'],
  ['length', 'It is 4 characters over the 280 that fit. Shorten it.'],
] as const)('what %s says is kept beside a name, for no name can be in it', (rule, says) => {
  expect(kept(NAMED, found(rule, says, [10, 13])).map(({ message }) => message)).toEqual([
    NAMED.message,
    says,
  ]);
});

test('a word of text language that is a name here is not repeated', () => {
  const [, ty] = kept(NAMED, found('text-language', '“Ty” is text language.', [0, 2]));
  expect(ty?.message).not.toContain('Ty');
});

test.each(['standard-english', 'negative-tone', 'targeted'] as const)(
  'words that %s quotes are not kept, for a name may be near to them',
  (rule) => {
    const [, other] = kept(NAMED, found(rule, '“Jsoh” is misspelt.', [10, 14]));
    expect(other?.message).not.toContain('Jsoh');
    expect(other?.message).toContain('goes against one of our rules');
    expect(other).not.toHaveProperty('span');
  },
);
