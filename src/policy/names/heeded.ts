/** Which words of a text may be names of the roll though they have no capital, or nothing but capitals. */
import { MOODS } from './capital.ts';
import { isWord } from './english.ts';
import type { Hit } from './seek.ts';
import type { Token } from './tokens.ts';

/**
 * The words with those that may be names of the roll read as if they had a capital: written small, and then
 * marked so; or loud amid small letters, but for an emphasised verb ("you WILL need"). In small letters a
 * capital's own witness is gone: a name that is a word is then found only where the sentence shows it (by
 * praise, a deed, a list, a year), and "we saw grace on the stage" is left to the reader, for a roll with a
 * Will, a May and a Hope would otherwise hold half of what a school writes. A text all in capitals tells as
 * much as one all in small letters, and is read alike.
 */
export function heeded(tokens: readonly Token[], hits: readonly Hit[]): readonly Token[] {
  const mixed = tokens.some(({ shape }) => shape === 'small');
  return tokens.map((token, at) => {
    const loud = mixed && token.shape === 'capitals' && !MOODS.test(token.low);
    if (!(loud || token.shape === 'small')) return token;
    if (!hits[at]?.known?.kinds.has('first') || !isWord(token.low)) return token;
    return loud
      ? { ...token, shape: 'capital' as const }
      : { ...token, shape: 'capital' as const, quiet: true as const };
  });
}
