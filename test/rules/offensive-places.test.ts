import { expect, test } from 'vitest';
import { offensive } from '../../src/policy/rules/offensive.ts';
import { draftOf, seen } from './tables.ts';

test('a village is no slur where its county is named', () => {
  expect(seen(offensive, draftOf('Our visitors from Dyke, Sussex, sang superbly.'))).toEqual([]);
  expect(seen(offensive, draftOf('That dyke, again.'))).toHaveLength(1);
});
