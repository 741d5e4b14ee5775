/** Complaint in further voices: a line of the file each, "+" for what is found and "-" for what is fine. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { negativeTone } from '../../src/policy/rules/negative-tone.ts';
import { schoolFacts } from './names-school.ts';
import { draftOf, seen, wordsOf } from './tables.ts';

const lines = readFileSync(new URL('negative-tone-voices.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const voices = (sign: string) =>
  lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(2));
const hits = (text: string) => seen(negativeTone, draftOf(text), {}, schoolFacts);

describe('complaint in further voices', () => {
  test.each(voices('+'))('found: %s', (text) => {
    expect(hits(text)).not.toEqual([]);
  });
  test.each(voices('-'))('fine: %s', (text) => {
    expect(wordsOf(text, hits(text))).toEqual([]);
  });
});

test.each([
  'Class 4 let the entire school down at the museum today.',
  'It takes a special kind of parent to shout at a lollipop lady.',
])('the sentence that complains is marked, not the first: %s', (complaint) => {
  const text = `Year 2 planted beans today. ${complaint}`;
  expect(wordsOf(text, hits(text))).toEqual([complaint]);
});
