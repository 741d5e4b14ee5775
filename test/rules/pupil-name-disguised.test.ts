import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPeople } from '../../src/policy/names/people.ts';
import { findPupils } from '../../src/policy/names/pupils.ts';
import { pupilsIn, rows, schoolFacts } from './names-school.ts';
import { MOST_TIMES, timesOrdinary } from './pace.ts';

const UNSEEN = ['\u200b', '\u00ad', '\u2060', '\ufeff', '\u200d', '\u034f', '\u202e', '\u{e0041}'];
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: 'аɑ⍺ａ4',
  e: 'еｅℯ3',
  i: 'іｉⅰ1',
  o: 'оοօ0',
  s: 'ѕｓ5',
  r: 'ｒ𝐫',
  n: 'ｎո',
  k: 'ｋ𝐤',
  t: 'ｔ𝐭7',
  b: 'ｂЬ8',
  d: 'ԁｄ',
  u: 'սｕ',
};
/** Names that are nothing but names, in sentences of which each is a hit as it stands. */
const names = rows
  .map(({ firstName }) => firstName)
  .filter((name) =>
    ['Saoirse', 'Zainab', 'Kofi', 'Tobias', 'Xanthe', 'Priti', 'Łucja'].includes(name),
  );
const sentence = fc
  .tuple(
    fc.constantFrom('Well done ', 'A song by ', 'We saw ', '', 'Today: '),
    fc.constantFrom(...names),
    fc.constantFrom('!', ' in Year 4', ' and the owls', "'s kite", ''),
  )
  .map(([before, name, after]) => ({ before, name, after }));

describe('a name that is found stays found', () => {
  test('with a character nobody sees put into it', () => {
    fc.assert(
      fc.property(
        sentence,
        fc.nat(20),
        fc.constantFrom(...UNSEEN),
        ({ before, name, after }, where, unseen) => {
          const cut = 1 + (where % (name.length - 1));
          const typed = name.slice(0, cut) + unseen + name.slice(cut);
          expect(pupilsIn(before + typed + after)).toEqual([typed]);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('with a letter swapped for one that looks like it', () => {
    fc.assert(
      fc.property(sentence, fc.nat(20), fc.nat(20), ({ before, name, after }, where, which) => {
        const letters = [...name];
        const places = letters.flatMap((letter, place) => (LOOKALIKES[letter] ? [place] : []));
        const place = places[where % places.length] ?? 0;
        const others = [...(LOOKALIKES[letters[place] ?? ''] ?? '')];
        letters[place] = others[which % others.length] ?? '';
        const typed = letters.join('');
        expect(pupilsIn(before + typed + after)).toEqual([typed]);
      }),
      { numRuns: 400 },
    );
  });

  test('in any case and any Unicode form', () => {
    fc.assert(
      fc.property(
        sentence,
        fc.constantFrom('NFC' as const, 'NFD' as const, 'NFKC' as const, 'NFKD' as const),
        fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
        ({ before, name, after }, form, raised) => {
          const typed = [...name]
            .map((letter, place) => (raised[place] ? letter.toUpperCase() : letter.toLowerCase()))
            .join('')
            .normalize(form);
          expect(pupilsIn(before + typed + after)).toEqual([typed]);
        },
      ),
      { numRuns: 400 },
    );
  });
});

const scrap = fc.oneof(
  fc.constantFrom(
    ' ',
    '\n',
    '#',
    '@',
    "'",
    '’s',
    '.',
    ', ',
    ' and ',
    'Grace',
    'Zainab',
    'Saoirse Duff',
    'by ',
    'well done ',
    '\u200b',
    '🦉',
    'Year 4',
    '(',
    '"',
    'J o y',
    '\ud83e',
    '\uE001',
    '|',
    '1',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

test('whatever is typed, nothing throws and every span is inside the text, in order and apart', () => {
  fc.assert(
    fc.property(
      fc.array(scrap, { maxLength: 40 }).map((parts) => parts.join('')),
      (text) => {
        const found = findPupils(text, schoolFacts);
        for (const spans of [found.pupils, findPeople(found)]) {
          let last = 0;
          for (const { span } of spans) {
            expect(span[0]).toBeGreaterThanOrEqual(last);
            expect(span[1]).toBeGreaterThan(span[0]);
            expect(span[1]).toBeLessThanOrEqual(text.length);
            [, last] = span;
          }
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test.each([
  ['praise', 'Well done to Grace and Joy in Year 4. '.repeat(105)],
  ['one long tag', `#${'ab'.repeat(2000)}`],
  ['many tags', '#welldonemyfriends '.repeat(210)],
  ['single letters', 'J o s h '.repeat(500)],
  ['names', 'Olivia Thompson, '.repeat(235)],
  ['lookalikes', 'Мах '.repeat(1000)],
  ['ones', 'l1'.repeat(2000)],
])('4,000 characters of %s take no square of their length', (_what, text) => {
  const read = (words: string) => {
    findPeople(findPupils(words, schoolFacts));
  };
  // Names alone are nearly nothing to ordinary words, about 1 ms: what is squared takes 600 times it.
  expect(timesOrdinary(read, text)).toBeLessThan(6 * MOST_TIMES);
});

describe('a name spelt out letter by letter is found', () => {
  test.each([
    [' '],
    ['\u2009'],
    ['\u2002'],
    ['\u3000'],
    ['\n'],
    ['✨'],
    ['👏🏽'],
    [')('],
    [' | '],
    [' ~ '],
    ['\t'],
  ])('with %j between', (between) => {
    const typed = [...'Zainab'].join(between);
    expect(pupilsIn(`Well spoken (${typed}) from Year 4`)).toEqual([typed]);
  });

  test.each(['Zaina b', 'Zaina\u2009b', 'Koji', 'Zain ab'])('or in two pieces: %s', (typed) => {
    expect(pupilsIn(`Well spoken ${typed} from Year 4`)).toEqual(typed === 'Koji' ? [] : [typed]);
  });
});
