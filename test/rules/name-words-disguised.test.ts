import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frames, spansIn } from './name-words.ts';

/** Sentences that name somebody whose name is a word, once in the sentence. */
const named = frames.filter(({ kind, name, text }) => {
  if (kind !== 'a name' || !text.includes(name)) return false;
  const alone = text.toLowerCase().split(name.toLowerCase()).length === 2;
  return alone && spansIn(text, name).length > 0;
});

const CYRILLIC: Readonly<Record<string, string>> = {
  a: 'а',
  e: 'е',
  o: 'о',
  i: 'і',
  s: 'ѕ',
  y: 'у',
  c: 'с',
  p: 'р',
};
const UNSEEN = ['\u200b', '\u200d', '\u00ad', '\u2060', '\ufeff', '\u034f', '\u{e0041}'];
const ACCENTS = ['\u0301', '\u0308', '\u0323', '\u0327'];
const from = (start: number, first: string) => (letter: string) =>
  String.fromCodePoint(start + letter.charCodeAt(0) - first.charCodeAt(0));
const small = from(0x1d41a, 'a');
const large = from(0x1d400, 'A');
const wide = from(0xff21, 'A');

/** The name as typed in disguise; `at` chooses the letter. */
const disguises: readonly ((name: string, at: number, which: number) => string)[] = [
  (name, at, which) =>
    `${name.slice(0, 1 + at)}${UNSEEN[which % UNSEEN.length]}${name.slice(1 + at)}`,
  (name, at, which) =>
    `${name.slice(0, 1 + at)}${ACCENTS[which % ACCENTS.length]}${name.slice(1 + at)}`,
  (name, at, which) =>
    `${name.slice(0, 1 + at)}${ACCENTS[which % ACCENTS.length]}${name.slice(1 + at)}`.normalize(),
  (name, at) =>
    [...name].map((one, place) => (place === at ? (CYRILLIC[one] ?? one) : one)).join(''),
  (name) => [...name].map(wide).join(''),
  (name) => [...name].map((one) => (one < 'a' ? large(one) : small(one))).join(''),
  (name) => name.toUpperCase(),
  (name, at) => [...name].map((one, place) => (place === at ? one.toUpperCase() : one)).join(''),
];

describe('a name that is a word stays found', () => {
  test('there is something to disguise', () => expect(named.length).toBeGreaterThan(5000));

  test('with anything unseen, alike, accented, or written otherwise', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...named),
        fc.constantFrom(...disguises),
        fc.nat(20),
        fc.nat(20),
        ({ name, text }, disguise, where, which) => {
          const typed = disguise(name, where % (name.length - 1), which);
          const at = text.indexOf(name);
          const found = spansIn(text.replace(name, typed), name);
          expect(found.some(([start, end]) => start <= at && at < end)).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('in any Unicode form of the whole text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...named),
        fc.constantFrom('NFC' as const, 'NFD' as const, 'NFKC' as const, 'NFKD' as const),
        ({ name, text }, form) => {
          expect(spansIn(text.normalize(form), name)).not.toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each([
    [
      'the name alone in capitals',
      (text: string, name: string) => text.replace(name, name.toUpperCase()),
    ],
    // "WE SAW MAY UP ON THE STAGE" may say what may be; a king may build a den.
    ['the whole text in capitals', (text: string) => text.toUpperCase()],
  ])('with %s', (_how, written) => {
    const silent = named.filter(({ name, text }) => {
      if (/^(?:May|King)$/.test(name)) return false;
      return spansIn(written(text, name), name).length === 0;
    });
    expect(silent.length / named.length).toBeLessThan(0.005);
  });

  test.each([
    'GRACE and POPPY were the narrators.',
    'GRACE AND POPPY WERE THE NARRATORS.',
    'grace and poppy were the narrators.',
    'School council: POPPY, GRACE and SUMMER',
    'SCHOOL COUNCIL: POPPY, GRACE AND SUMMER',
    'Our Y4 seed counters, GRACE among them, gave up somewhere past 1,204',
  ])('in a list and in any case: %s', (text) => {
    expect(spansIn(text, 'Grace').map((span) => text.slice(...span).toLowerCase())).toEqual([
      'grace',
    ]);
  });

  test.each([
    'We WILL be open. You MAY need a coat.',
    'ART and MUSIC were fun today.',
    'JOY and PEACE to all this Christmas.',
    'Words of the week: hope, joy and grace',
    'ALL CHILDREN WILL NEED A COAT. PLEASE MARK IT.',
  ])('and emphasis makes no name of a word: %s', (text) => {
    for (const name of ['Will', 'May', 'Art', 'Joy', 'Grace', 'Hope', 'Mark'])
      expect(spansIn(text, name)).toEqual([]);
  });
});
