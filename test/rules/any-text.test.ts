import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/policy/check.ts';
import { PRESETS, preset } from '../../src/policy/load.ts';
import { hiddenText } from '../../src/policy/rules/hidden-text.ts';
import { schoolWords as named } from './name-words.ts';
import { MOST_TIMES, timesOrdinary } from './pace.ts';
import { draftOf, facts, seen } from './tables.ts';

const policies = PRESETS.map(preset);
/** Text as people and attackers write it: words, handles, links, emoji, lookalikes, halves of characters. */
const scrap = fc.oneof(
  fc.constantFrom(
    ' ',
    '\n',
    '#Owls',
    '@OwlTrust',
    'https://x.com/a/status/1',
    'www.example.org',
    '👨‍👩‍👧',
    '\u200b',
    '\u202e',
    '\ud83e',
    '\udd89',
    '\u{e0067}',
    '🏴',
    '\ufe0f',
    'Мах',
    'ο',
    'Ｊ',
    'π',
    'RT @',
    "our's post",
    '✊🏾',
    'e\u0301',
    'می‌خواهم',
    // Words that rules begin to read at: names, people, praise, blame, numbers, places.
    'Tamsin',
    "Niamh O'Dowd's",
    '𝓣amsin',
    'T.a.m.s.i.n',
    '🇬🇧',
    '𝟘7700 900123',
    'well done',
    'the mum who',
    'sh1t',
    'gr8',
    'was born on',
    'NG1 5DT',
    'me at gmail dot com',
    '. ',
    "'",
    '"',
    '(',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const text = fc.array(scrap, { maxLength: 40 }).map((parts) => parts.join(''));
/** True where an offset lies between the two halves of one character. */
const splits = (words: string, offset: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]/.test(words.slice(Math.max(0, offset - 1), offset + 1)) &&
  offset > 0;
const draft = fc
  .record({
    text,
    at: fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2040-01-01') }),
    occasion: fc.constantFrom(
      'everyday' as const,
      'event' as const,
      'trip' as const,
      'urgent' as const,
    ),
    photos: fc.array(
      fc.record({
        shows: fc.constantFrom(
          'work' as const,
          'pupils' as const,
          'pupils-no-face' as const,
          'staff' as const,
          'place' as const,
        ),
        pupils: fc.array(fc.oneof(text, fc.constant('Idris Okoye')), { maxLength: 3 }),
        alt: text,
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ text: words, ...more }) => draftOf(words, more));

describe('whatever is typed', () => {
  test('no policy throws, no rule breaks, every span lies inside the text and cuts no character, and the outcome follows the findings', () => {
    fc.assert(
      fc.property(draft, fc.constantFrom(...policies), fc.boolean(), (typed, policy, withRoll) => {
        const verdict = check(policy, typed, withRoll ? facts : { ...facts, roll: null });
        const gravities = verdict.findings.map(({ severity }) => severity);
        for (const { rule, span, message, fix } of verdict.findings) {
          expect(message).not.toMatch(/^This could not be checked/);
          if (!span) continue;
          expect(span[0]).toBeGreaterThanOrEqual(0);
          expect(span[0]).toBeLessThan(span[1]);
          expect(span[1]).toBeLessThanOrEqual(typed.text.length);
          expect(
            span.filter((offset) => splits(typed.text, offset)),
            `${rule} cuts a character of ${JSON.stringify(typed.text)}`,
          ).toEqual([]);
          if (typed.text.isWellFormed()) expect(fix?.text.isWellFormed() ?? true, rule).toBe(true);
        }
        const want = gravities.includes('block')
          ? 'blocked'
          : gravities.includes('review')
            ? 'review'
            : 'clear';
        expect(verdict.outcome).toBe(want);
        expect(verdict.weight > verdict.limit).toBe(
          verdict.findings.some(
            ({ rule, message }) => rule === 'length' && / over the /.test(message),
          ),
        );
      }),
      { numRuns: 1500 },
    );
  });

  test('a fix that makes the text plain leaves no hidden character behind', () => {
    fc.assert(
      fc.property(text, (words) => {
        const [found] = seen(hiddenText, draftOf(words));
        if (!found?.fix) return;
        const left = seen(hiddenText, draftOf(found.fix.text));
        expect(left.filter(({ message }) => /hidden character/.test(message))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  test('a character nobody sees between any two letters is always found', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          '\u200b',
          '\u00ad',
          '\u202e',
          '\u2066',
          '\ufeff',
          '\u2060',
          '\u034f',
          '\u180e',
          '\u{e0041}',
          '\u200d',
          '\ufe0f',
        ),
        fc.stringMatching(/^[A-Za-zé]{1,9}$/),
        fc.stringMatching(/^[A-Za-zé]{1,9}$/),
        (unseen, before, after) => {
          const found = seen(hiddenText, draftOf(before + unseen + after));
          expect(found.map(({ span }) => span)).toContainEqual([
            before.length,
            before.length + unseen.length,
          ]);
        },
      ),
    );
  });
});

describe('long texts', () => {
  test.each([
    ['a.'.repeat(25_000)],
    ['#a '],
    ['‼'],
    ['asked in our '],
    ['\u200b'],
    ['"@a'],
    ['!s '],
    ['😀'],
    ['Leo, '],
    ['Leo and '],
    ['Tamsin & '],
    ['Grace, '],
    ['Grace and '],
    ['GraceWill'],
    ['MaryJane'],
    ['LeoTamsin'],
    ['@MaryJane '],
    ['Will Grace Poppy Summer '],
    ['the mum who '],
  ])('%j over and over takes about as long as ordinary words', (unit) => {
    const words = unit.length > 4000 ? unit : unit.repeat(4000 / unit.length);
    const read = (text: string) => {
      check(policies[1] ?? preset('lickey-hills'), draftOf(text), { ...facts, roll: named });
    };
    expect(timesOrdinary(read, words)).toBeLessThan(MOST_TIMES);
  });
});
