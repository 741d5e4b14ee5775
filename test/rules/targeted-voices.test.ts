/** One person singled out in further voices: a line of the file each, "+" for what is found, "-" for what is fine, and "~" for what is meant and not found: it is only learnt from. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { targeted } from '../../src/policy/rules/targeted.ts';
import { schoolFacts } from './names-school.ts';
import { draftOf, seen, wordsOf } from './tables.ts';

const lines = readFileSync(new URL('targeted-voices.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const voices = (sign: string) =>
  lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(2));
const hits = (text: string) => seen(targeted, draftOf(text), {}, schoolFacts);

describe('one person singled out in further voices', () => {
  test.each(voices('+'))('found: %s', (text) => {
    expect(hits(text)).not.toEqual([]);
  });
  test.each(voices('-'))('fine: %s', (text) => {
    expect(wordsOf(text, hits(text))).toEqual([]);
  });
});
