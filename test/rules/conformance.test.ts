import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { handlesIn, hashtagsIn, linksIn, weigh } from '../../src/policy/tweet-text.ts';
import { LONGEST_TEXT } from '../../src/post/revision.ts';

type Case = { description: string; text: string; expected: unknown };
type Suite = { tests: Record<string, Case[]> };

const folder = new URL('../../../shared/data/', import.meta.url);
const have = existsSync(folder);
const note = have
  ? ''
  : ' (SKIPPED: the conformance cases of twitter-text are not beside this clone)';
const suite = (name: string): Suite => parse(readFileSync(new URL(name, folder), 'utf8')) as Suite;

describe(`X’s own conformance cases${note}`, () => {
  test.skipIf(!have)(`every weight is X’s${note}`, () => {
    const { WeightedTweetsWithDiscountedEmojiCounterTest: cases = [] } = suite(
      'twitter-text-validate.yml',
    ).tests;
    expect(cases.length).toBeGreaterThan(20);
    const wrong = cases.filter(({ text, expected }) => {
      const { weightedLength } = expected as { weightedLength: number };
      // Past the cap a weight only has to be far over, as theirs is.
      if (text.length > LONGEST_TEXT) return Math.min(weigh(text), weightedLength) < LONGEST_TEXT;
      return weigh(text) !== weightedLength;
    });
    expect(wrong.map(({ description }) => description)).toEqual([]);
  });

  test.skipIf(!have)(`handles, hashtags and links are read as X reads them${note}`, () => {
    const { tests } = suite('twitter-text-extract.yml');
    const bare = (handles: ReturnType<typeof handlesIn>) =>
      handles.map(({ handle }) => handle.slice(1));
    const wrong = [
      ...(tests.mentions ?? []).map((one) => ({ one, got: bare(handlesIn(one.text)) })),
      ...(tests.hashtags ?? []).map((one) => ({
        one,
        got: hashtagsIn(one.text).map(({ tag }) => tag),
      })),
    ].filter(({ one, got }) => JSON.stringify(got) !== JSON.stringify(one.expected));
    expect(wrong.map(({ one }) => one.description)).toEqual([]);
    for (const { text, expected, description } of tests.urls ?? []) {
      const got = linksIn(text).map((span) => text.slice(...span));
      expect(got, description).toEqual(expect.arrayContaining(expected as string[]));
    }
  });
});
