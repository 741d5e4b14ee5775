/** A text's words with what is known of each, and the small questions asked of them. */
import { isWord } from './english.ts';
import type { Figured } from './figures.ts';
import { ARTICLES, GROUPS, YEARS } from './lexicon.ts';
import type { Token } from './tokens.ts';

export type Around = {
  tokens: readonly Token[];
  figured: Figured;
  /** True where a word is surely somebody's name by itself: no everyday word, and no figure's. */
  sure: (at: number) => boolean;
  /** True where capitals say nothing in this text: Most Words Have One, or none has. */
  flat: boolean;
  /** True where no word of the text has a capital. */
  lowered: boolean;
};

/** The word at a place, for asking; a word of nothing past the ends. */
export function low(around: Around, at: number): string {
  return around.tokens[at]?.low ?? '';
}

/** True where the next word belongs to the same clause: only spaces between. */
export function follows(around: Around, at: number): boolean {
  const token = around.tokens[at];
  return token !== undefined && at > 0 && /^[ \t]+$/.test(token.gap);
}

/** True where nothing of the same clause comes after this word. */
export function ends(around: Around, at: number): boolean {
  const next = around.tokens[at + 1];
  return next === undefined || next.opens || /^[,;]/.test(next.gap);
}

/** True where a capital here tells a name from a word. */
export function isTelling(around: Around, at: number): boolean {
  const token = around.tokens[at];
  return (
    token !== undefined &&
    (token.shape === 'capital' || token.shape === 'mixed') &&
    !token.quiet &&
    !token.opens &&
    !around.flat
  );
}

const YEAR_LIKE = /^(?:y|yr|year)\d{1,2}$|^\d[a-z]{1,2}$|^[a-z]\d$/;

function isYear(token: Token | undefined): boolean {
  return token !== undefined && (YEAR_LIKE.test(token.raw) || YEARS.has(token.low));
}

/** How many words after this one place its bearer in a year or class; 0 where none do. */
export function yearAfter(around: Around, at: number): number {
  const next = around.tokens[at + 1];
  if (next === undefined) return 0;
  const close = /^[\s,(–-]*$/u.test(next.gap);
  if (!close) return 0;
  const step = /^(?:in|from|of)$/.test(next.low) ? 1 : 0;
  const first = around.tokens[at + 1 + step];
  if (
    first?.low === 'aged' ||
    (first?.low === 'age' && /^\d/.test(around.tokens[at + 2]?.raw ?? ''))
  )
    return 2;
  if (step === 0 && /^ $/.test(next.gap) && first?.low === 'class') return 0;
  if (isYear(first)) {
    const number = around.tokens[at + 2 + step];
    const more =
      number !== undefined &&
      /^\d{1,2}$|^r$|^one$|^two$|^three$|^four$|^five$|^six$/.test(number.raw);
    return step + (more ? 2 : 1);
  }
  // "in Oak class", "from Hedgehogs class"
  const second = around.tokens[at + 2 + step];
  if (step === 1 && second?.low === 'class' && first?.shape === 'capital') return 3;
  return 0;
}

/** True where the next word makes a place, a group or a thing of this one: Ruby Class, May Fair. */
export function isThing(around: Around, at: number): boolean {
  const token = around.tokens[at];
  const next = around.tokens[at + 1];
  if (token === undefined || next === undefined || token.possessive) return false;
  if (!/^[ -]$/.test(next.gap)) return false;
  return GROUPS.has(next.low) && yearAfter(around, at) === 0;
}

/** True where an article or a number before makes a thing of it: a rose, pure joy. */
export function hasArticle(around: Around, at: number): boolean {
  if (!follows(around, at) || !ARTICLES.has(low(around, at - 1))) return false;
  // "Little Rose waved": nobody starts a sentence about a plant so.
  const before = around.tokens[at - 1];
  // "Did you know that Poppy can": a capital of its own, and no pointing.
  if (before?.low === 'that' && isTelling(around, at)) return false;
  return !(
    before?.low === 'little' &&
    isRaised(around.tokens[at]) &&
    (before.opens || (isTelling(around, at) && low(around, at - 2) === 'and'))
  );
}

/** A capital that the writer gave it. */
export function hasCapital(token: Token | undefined): boolean {
  return isRaised(token) && token?.quiet !== true;
}

/** A capital somewhere, or taken for one. */
export function isRaised(token: Token | undefined): boolean {
  return token !== undefined && token.shape !== 'small';
}

/** Words that a headline with Capitals gives one to, as a sentence does not. */
const SENTENCE = new Set(
  'is are was were has have had we our you your they their she he her his it'.split(' '),
);

/** True in a text that tells nothing by capitals. */
export function isFlat(tokens: readonly Token[]): boolean {
  if (tokens.some(({ shape, low: word }) => shape === 'small' && SENTENCE.has(word))) return false;
  const long = tokens.filter(({ low: word }) => word.length > 1);
  if (long.length > 2 && long.every(({ shape }) => shape === 'capitals')) return true;
  const said = tokens.filter((token) => !token.opens && token.low.length > 3);
  if (said.length < 3) return false;
  const raised = said.filter((token) => isRaised(token) && isWord(token.low)).length;
  const words = said.filter((token) => isWord(token.low)).length;
  return words > 2 && raised / words > 0.6;
}
