/** The words that tell a handle from the one it is made to be taken for. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toldApart } from '../../src/audience/told-apart.ts';

const START = 'It looks like @NationalTrust and is another account';

describe('two handles that look alike are told apart', () => {
  test.each([
    ['@NationaITrust', ': it has a capital I where @NationalTrust has an l.'],
    ['@Nationa1Trust', ': it has the figure 1 where @NationalTrust has an l.'],
    ['@National_Trust', ': it has an underscore that @NationalTrust does not have.'],
    ['@NationalTrustt', ': it has a t that @NationalTrust does not have.'],
    ['@NatonalTrust', ': it lacks an i that @NationalTrust has.'],
    ['@NationalTrust_Official', ': it has “_Official” that @NationalTrust does not have.'],
    ['@NаtionalTrust', ': it has the sign “а” (U+0430) where @NationalTrust has an a.'],
    [
      '@Nationa1Tru5t',
      ': it has the figure 1 where @NationalTrust has an l, and it has the figure 5 where @NationalTrust has an s.',
    ],
    ['@nationaltrust', '.'],
  ])('%s', (handle, words) => {
    expect(toldApart(handle, '@NationalTrust')).toBe(`${START}${words}`);
  });

  test('by two letters that pass for one', () => {
    expect(toldApart('@rnetoffice', '@metoffice', '@rnetoffice')).toBe(
      '@rnetoffice looks like @metoffice and is another account: it has “rn” where @metoffice has an m.',
    );
  });

  test('whatever is typed, and always in words where they differ', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const words = toldApart(`@${typed}`, '@metoffice');
        expect(words.startsWith('It looks like @metoffice')).toBe(true);
        expect(words.includes(': it ')).toBe(
          typed.normalize('NFC').slice(0, 40).toLowerCase() !== 'metoffice',
        );
      }),
      { numRuns: 200 },
    );
  });
});
