/** Precision and recall over news as schools write it, with the real grammar checker. */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { harperGrammar } from '../../adapters/grammar/harper.ts';
import { standardEnglish } from '../../src/policy/rules/standard-english.ts';
import { textLanguage } from '../../src/policy/rules/text-language.ts';
import { draftOf, seen, wordsOf } from './tables.ts';

/** Of sentences in good English, the most that may be flagged; of mistakes, the fewest that must be found. */
const FALSE_AT_MOST = 0.01;
const FOUND_AT_LEAST = 0.9;

const lines = (name: string) =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n');
const grammar = harperGrammar();
afterAll(() => grammar.close());

const found = async (text: string) =>
  seen(standardEnglish, draftOf(text), {}, { grammar: await grammar.lint(text) });

describe('news in good English', () => {
  const news = lines('standard-english-news.txt');

  test('is hardly ever flagged', async () => {
    expect(news.length).toBeGreaterThan(250);
    const flagged: string[] = [];
    for (const text of news) {
      const words = wordsOf(text, await found(text));
      if (words.length > 0) flagged.push(`${words.join(', ')} in: ${text}`);
    }
    expect(flagged.length / news.length, flagged.join('\n')).toBeLessThanOrEqual(FALSE_AT_MOST);
  });

  test('is never taken for text language', () => {
    const flagged = news.filter((text) => seen(textLanguage, draftOf(text)).length > 0);
    expect(flagged).toEqual([]);
  });
});

describe('news with a mistake in it, marked {{so}}', () => {
  const faults = lines('standard-english-faults.txt');

  test('has the mistake found in its place, and nothing else', async () => {
    expect(faults.length).toBeGreaterThan(150);
    const missed: string[] = [];
    const beside: string[] = [];
    for (const line of faults) {
      const text = line.replace(/\{\{|\}\}/g, '');
      const marks = [...line.matchAll(/\{\{(.*?)\}\}/g)].map((match, index) => {
        const from = match.index - index * 4;
        return [from, from + (match[1]?.length ?? 0)] as const;
      });
      const hits = (await found(text)).filter(({ span }) => {
        const inside = marks.some(([from, to]) => span && span[0] < to && from < span[1]);
        if (!inside) beside.push(line);
        return inside;
      });
      if (hits.length === 0) missed.push(line);
    }
    const recall = 1 - missed.length / faults.length;
    expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(FOUND_AT_LEAST);
    expect(beside).toEqual([]);
  });
});
