import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LEANINGS } from '../../src/audience/leaning.ts';
import { AT_FIRST, readWeights, weightOf } from '../../src/policy/meaning/learnt.ts';
import { readingOf } from '../../src/policy/meaning/reading.ts';
import { traitsOf } from '../../src/policy/meaning/traits.ts';
import { isWord } from '../../src/policy/names/english.ts';
import { parseRoll } from '../../src/school/roll.ts';
import { schoolFacts } from '../rules/names-school.ts';
import { type Lesson, learnt, written } from './learn.ts';

const lesson = (meant: boolean, ...traits: string[]): Lesson => ({ meant, traits });
const lessons = [
  lesson(true, 'late', 'again', 'bus'),
  lesson(true, 'late', 'again', 'coach'),
  lesson(false, 'late', 'picnic', 'bus'),
  lesson(false, 'sunny', 'picnic', 'coach'),
  lesson(false, 'sunny', 'lambs'),
];

describe('learning from labelled drafts', () => {
  const weights = learnt(lessons);

  test('what stands in complaints weighs for them, and what stands in kind posts against', () => {
    expect(weightOf(['late', 'again'], weights)).toBeGreaterThan(0);
    expect(weightOf(['late', 'picnic'], weights)).toBeLessThan(0);
  });

  test('a word met in one draft alone teaches nothing', () => {
    expect([...weights.keys()]).not.toContain('lambs');
  });

  test('the weights are read from their file as they were written, to a tenth', () => {
    const read = readWeights(written(weights));
    expect(read.get('again')).toBeCloseTo(weights.get('again') ?? 0, 1);
    expect(read.get(AT_FIRST)).toBeCloseTo(weights.get(AT_FIRST) ?? 0, 3);
  });
});

const WEIGHTS = [
  ...['targeted', 'negative-tone'].map((rule) => `policy/meaning/learnt-${rule}.txt`),
  ...LEANINGS.map((leaning) => `audience/learnt-${leaning}.txt`),
];

test.each(WEIGHTS)('nothing in %s is a pupil', (path) => {
  const roll = parseRoll(readFileSync(new URL('roll.csv', import.meta.url), 'utf8'));
  const pupils = roll.ok ? roll.rows.map(({ firstName }) => firstName.toLowerCase()) : [];
  const file = new URL(`../../src/${path}`, import.meta.url);
  const words = new Set(
    [...readWeights(readFileSync(file, 'utf8')).keys()].flatMap((t) => t.split(' ')),
  );
  expect(pupils.length).toBeGreaterThan(10);
  expect(pupils.filter((name) => words.has(name) && !isWord(name))).toEqual([]);
});

test.each(['targeted', 'negative-tone'])(
  'nothing in the weights of %s is a hashtag or a handle',
  (rule) => {
    const file = new URL(`../../src/policy/meaning/learnt-${rule}.txt`, import.meta.url);
    const traits = [...readWeights(readFileSync(file, 'utf8')).keys()];
    expect(traits.filter((trait) => /welldone\w|#|@/.test(trait))).toEqual([]);
    const told = traitsOf(readingOf('A big cheer. #WellDoneTyrell @TyrellHill04'), schoolFacts);
    expect(told.filter(({ trait }) => /tyrell/i.test(trait))).toEqual([]);
  },
);
