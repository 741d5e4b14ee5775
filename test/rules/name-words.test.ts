import { describe, expect, test } from 'vitest';
import { fires, frames } from './name-words.ts';

const named = frames.filter(({ kind }) => kind === 'a name');
const plain = frames.filter(({ kind }) => kind !== 'a name');

describe('names that are everyday words, in every sentence of a school', () => {
  test('there are enough names and sentences to tell', () => {
    expect(new Set(named.map(({ name }) => name)).size).toBeGreaterThanOrEqual(40);
    expect(named.length).toBeGreaterThan(2000);
    expect(plain.length).toBeGreaterThan(1000);
  });

  test('at least 98 in 100 children are found where they are meant', () => {
    const missed = named.filter((frame) => !fires(frame)).map(({ text }) => text);
    expect(missed.slice(0, missed.length > named.length * 0.02 ? 20 : 0)).toEqual([]);
  });

  test('at most 2 in 100 posts about seasons, plants and values are flagged', () => {
    const wrong = plain.filter(fires).map(({ text }) => text);
    expect(wrong.slice(0, wrong.length > plain.length * 0.02 ? 20 : 0)).toEqual([]);
  });
});
