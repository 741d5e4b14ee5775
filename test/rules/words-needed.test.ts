import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neededWords, worthTrying } from '../../src/policy/language/needed.ts';

const needs = (source: string) => neededWords(source).map((words) => [...words]);

test('a pattern needs the words it is made of, one of each choice', () => {
  expect(needs('\\b(?<wrong>their)(?= (?:is|are)\\b)')).toEqual([['their'], ['is', 'are']]);
  expect(needs('\\b(?:the|our) team (?<wrong>have)\\b')).toEqual([
    ['the', 'our'],
    ['team'],
    ['have'],
  ]);
});

test('a part of a word, a word that may be left out and what must not follow are not needed', () => {
  expect(needs('their')).toEqual([]);
  expect(needs('\\b[a-z]+ing \\b')).toEqual([]);
  expect(needs('\\b(?:very )?good\\b(?! morning)')).toEqual([['good']]);
  expect(needs('(?:(?= so)|x)foo ')).toEqual([]);
});

test('letters that pass for s and k under Unicode leave every pattern to be tried', () => {
  expect(worthTrying([/\bschool\b/giu])('Our ſchool')).toEqual([0]);
  expect(worthTrying([/\bschool\b/giu])('Our pond')).toEqual([]);
});

const word = fc.constantFrom(
  'the',
  'a',
  'has',
  'have',
  'their',
  'so',
  'S',
  'year',
  "isn't",
  '3',
  '_',
);
const atom: fc.Arbitrary<string> = fc.letrec<{ part: string; row: string }>((tie) => ({
  row: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { maxDepth: 3 },
    word,
    fc.constantFrom(
      ' ',
      '\\b',
      '\\w+',
      '\\s',
      "['’]",
      '[a-z]+',
      '.',
      '\\d',
      '[ab]',
      '\\W*',
      ' ?',
      's?',
    ),
    fc
      .tuple(
        fc.constantFrom('(?:', '(?=', '(?!', '(?<=', '(?<!'),
        tie('row'),
        tie('row'),
        fc.constantFrom('', '?', '*', '{0,2}', '{2}', '+?'),
      )
      .map(([open, one, other, times]) => `${open}${one}|${other})${open === '(?:' ? times : ''}`),
  ),
})).row;
const text = fc
  .array(fc.oneof(word, fc.constantFrom(' ', ' ', "'", '’', '.', 'é', 'b', 'İ', '-')), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

test('whatever matches was worth trying', () => {
  fc.assert(
    fc.property(atom, text, fc.constantFrom('u', 'iu'), (source, said, flags) => {
      const shape = new RegExp(source, flags);
      if (shape.test(said)) expect(worthTrying([shape])(said)).toEqual([0]);
    }),
    { numRuns: 2000 },
  );
});
