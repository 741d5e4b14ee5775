import { expect, test } from 'vitest';
import { negativeTone } from '../../src/policy/rules/negative-tone.ts';
import { offensive } from '../../src/policy/rules/offensive.ts';
import { draftOf, seen } from './tables.ts';

test('a village is no slur where its county is named', () => {
  expect(seen(offensive, draftOf('Our visitors from Dyke, Sussex, sang superbly.'))).toEqual([]);
  expect(seen(offensive, draftOf('That dyke, again.'))).toHaveLength(1);
});

test('calling a referee a joke is blame, and no insult that is offensive', () => {
  expect(seen(offensive, draftOf('The referee was a joke.'))).toEqual([]);
  expect(seen(offensive, draftOf('The referee was a muppet.'))).toHaveLength(1);
  expect(seen(negativeTone, draftOf('The referee was a joke.'))).toHaveLength(1);
});
