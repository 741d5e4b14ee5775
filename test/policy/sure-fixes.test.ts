/** Every repair that is offered puts its finding right and brings no other. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/policy/check.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import type { Facts, Verdict } from '../../src/policy/rule.ts';
import { withSureFixes } from '../../src/policy/sure-fixes.ts';
import { schoolFacts } from '../rules/names-school.ts';

const loaded = loadPolicy('lickey-hills');
if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
const { policy } = loaded;

function judged(text: string, grammar: Facts['grammar'] = []): Verdict {
  const at = Date.parse('2026-03-10T10:00:00Z');
  const draft = { text, at, occasion: 'everyday' as const, photos: [] };
  const facts = { ...schoolFacts, grammar };
  return withSureFixes(policy, draft, facts, check(policy, draft, facts));
}
const offered = (text: string, grammar?: Facts['grammar']) =>
  judged(text, grammar).findings.flatMap(({ fix }) => (fix ? [[fix.label, fix.text]] : []));

describe('a teacher is offered', () => {
  test.each([
    ["Zainab's painting is up", 'Say “A Year 4 painting”', 'A Year 4 painting is up'],
    ["ZAINAB'S PAINTING IS UP", 'Say “A YEAR 4 PAINTING”', 'A YEAR 4 PAINTING IS UP'],
    ["See Z\u0430inab's painting", 'Make the text plain', "See Zainab's painting"],
    ["See Z\u0430inab's painting", 'Say “a Year 4 painting”', 'See a Year 4 painting'],
    ['A POEM BY ZAINAB', 'Say “A YEAR 4 PUPIL”', 'A POEM BY A YEAR 4 PUPIL'],
    ['A poem by Zainab', 'Say “a Year 4 pupil”', 'A poem by a Year 4 pupil'],
    [
      "Zainab's vase and Zoe's temple are up",
      'Say the year groups',
      'A Year 4 vase and a Year 3 temple are up',
    ],
    [
      "gr8 poems from Year 4, and Zainab's painting #Art is drying",
      'Say “a Year 4 painting”',
      'gr8 poems from Year 4, and a Year 4 painting #Art is drying',
    ],
    ['gr8 singing in Year 2', 'Change to “Great”', 'Great singing in Year 2'],
    ['Singing was gr8 in Year 2', 'Change to “great”', 'Singing was great in Year 2'],
    ['We #love art in Year 2', 'Put the hashtag at the end', 'We love art in Year 2 #love'],
    ['The chil\u200bdren sang', 'Make the text plain', 'The children sang'],
  ])('%s: %s', (text, label, fixed) => expect(offered(text)).toContainEqual([label, fixed]));
});

describe('no repair is offered', () => {
  test.each([
    ['that would leave nothing to post', 'lol'],
    ['where the sentence would not stand', "One of Zainab's paintings is up"],
    ['where somebody else owns it too', "See Class Oak and Zainab's painting"],
    ['where a list of names goes before', "See Mia, Ali, and Zainab's painting"],
    ['where the child stays the one who is praised', 'Well done Zainab for reading'],
  ])('%s: %s', (_, text) => {
    expect(judged(text).outcome).not.toBe('clear');
    expect(offered(text)).toEqual([]);
  });

  test('that makes the post too long', () => {
    const text = `${'We sang and sang. '.repeat(15)}A gr8 day`.slice(-280);
    expect(text).toHaveLength(279);
    expect(offered(text)).toHaveLength(0);
    expect(offered(text.slice(18))).toHaveLength(1);
  });
});

test('one repair for several findings stands once, and two that say the same are numbered', () => {
  const tags = judged('The #fun day #Sport was the best ever');
  expect(tags.findings.map(({ fix }) => fix?.label)).toEqual([
    'Put the hashtags at the end',
    undefined,
  ]);
  expect(offered('So u sang and u danced in Year 2').map(([label]) => label)).toEqual([
    'Change to “you” (1 of 2)',
    'Change to “you” (2 of 2)',
  ]);
});

test('what the grammar checker suggests is offered before and after it has read the rest', () => {
  expect(offered('Year 2 drew gr8 owls', 'pending')).toHaveLength(1);
  const lints = [{ span: [7, 11] as const, kind: 'Spelling', message: '', suggestion: 'drew' }];
  expect(offered('Year 2 drwe lovely owls', lints)).toEqual([
    ['Change to “drew”', 'Year 2 drew lovely owls'],
  ]);
});

test('whatever is typed, pressing a repair leaves fewer findings of its rule and none that is new', () => {
  const words = [
    'Zainab',
    "Zoe's",
    'painting',
    'gr8',
    'u',
    '#fun',
    'their',
    'the',
    'childrens',
    'Zо\u0435',
    'te\u200bam',
    'lol',
    'by',
    'was',
    '.',
    'Year 2',
    '@Larkfield',
  ];
  const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(text, (typed) => {
      const before = judged(typed.join(' '));
      const count = (verdict: Verdict, rule: string) =>
        verdict.findings.filter((each) => each.rule === rule).length;
      for (const { rule, fix } of before.findings) {
        if (!fix) continue;
        const after = judged(fix.text);
        expect(count(after, rule)).toBeLessThan(count(before, rule));
        for (const found of after.findings)
          expect(count(after, found.rule)).toBeLessThanOrEqual(count(before, found.rule));
      }
    }),
    { numRuns: 300 },
  );
});
