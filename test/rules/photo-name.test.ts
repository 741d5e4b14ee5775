import { describe, expect, test } from 'vitest';
import { photoName } from '../../src/policy/rules/photo-name.ts';
import { schoolFacts } from './names-school.ts';
import { draftOf, photo, seen } from './tables.ts';

const look = (text: string, options: unknown, ...photos: Parameters<typeof photo>[]) =>
  seen(
    photoName,
    draftOf(text, { photos: photos.map((one) => photo(...one)) }),
    options,
    schoolFacts,
  );

describe('beside a photo of pupils', () => {
  test.each([
    ['Zainab and a worm', 'any', [[0, 6]]],
    ['Zainab Shah and a worm', 'any', [[0, 11]]],
    ['Zainab and a worm', 'full', []],
    ['Zainab Shah and a worm', 'full', [[0, 11]]],
    ['ZAINAB SHAH won', 'full', [[0, 11]]],
    ['Luc\u200bja Wojcik won', 'full', [[0, 13]]],
    ['Well done #ZainabShah', 'full', [[11, 21]]],
    ['Harry and a worm', 'any', []],
    ['Pure joy and a rose bush', 'any', []],
    ['Oliver Twist opens tonight', 'any', []],
  ] as const)('%s, where %s names count', (text, names, spans) => {
    for (const shows of ['pupils', 'pupils-no-face'] as const) {
      expect(look(text, { names }, [shows, ['Zainab Shah']]).map(({ span }) => span)).toEqual(
        spans,
      );
    }
  });

  test('a name in the description counts, and says which photo', () => {
    const found = look('A worm', { names: 'any' }, [
      'pupils',
      ['Zainab Shah'],
      'Zainab holding a worm',
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]?.span).toBeUndefined();
    expect(found[0]?.message).toMatch(/^Photo 1: a pupil's name is in the description/);
    expect(look('A worm', { names: 'full' }, ['pupils', [], 'Zainab holding a worm'])).toEqual([]);
  });

  test('without a roll the author reads for names', () => {
    const draft = draftOf('A worm', { photos: [photo('pupils')] });
    expect(seen(photoName, draft, {}, { roll: null })).toMatchObject([{ severity: 'review' }]);
  });
});

test('names beside photos of work, staff or places are no matter', () => {
  for (const shows of ['work', 'staff', 'place'] as const) {
    expect(look('Zainab Shah made this', { names: 'any' }, [shows, []])).toEqual([]);
  }
  expect(look('Zainab Shah made this', { names: 'any' })).toEqual([]);
});
