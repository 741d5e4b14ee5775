/** Characters nobody sees: zero-width, direction-turning, soft hyphens, broken halves and their like. */
import type { Span } from '../rule.ts';

const ELEMENT = '\\p{Extended_Pictographic}(?:\\p{Emoji_Modifier}\\uFE0F?|[\\uFE0E\\uFE0F])?';
/** Scripts in which a joiner or non-joiner between letters is spelling. */
const JOINING =
  '\\p{sc=Arab}\\p{sc=Syrc}\\p{sc=Mong}\\p{sc=Nkoo}\\p{sc=Deva}\\p{sc=Beng}\\p{sc=Guru}\\p{sc=Gujr}\\p{sc=Orya}\\p{sc=Taml}\\p{sc=Telu}\\p{sc=Knda}\\p{sc=Mlym}\\p{sc=Sinh}\\p{sc=Khmr}\\p{sc=Mymr}\\p{sc=Tibt}';

/** Sequences in which such a character has its place: UTS #51 emoji, ideographic variants, joined scripts. */
const RIGHTFUL = [
  // Flags of nations within a country: region letters in tags, closed by the cancel tag.
  '\\u{1F3F4}[\\u{E0061}-\\u{E007A}]{2}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,3}\\u{E007F}',
  '[0-9#*]\\uFE0F?\\u20E3',
  `${ELEMENT}(?:\\u200D${ELEMENT})*`,
  '\\p{sc=Han}[\\uFE00-\\uFE02\\u{E0100}-\\u{E01EF}]',
  `(?<=[${JOINING}]\\p{M}*)[\\u200C\\u200D](?=[${JOINING}])`,
].join('|');

/** Unicode's default ignorables, its noncharacters, lone surrogates, controls, and the blank braille cell. */
const UNSEEN =
  '[\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}\\p{Cs}\\u2800\\uFFF9-\\uFFFB\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F]';

const SCAN = new RegExp(`(?:${RIGHTFUL})|((?:${UNSEEN})+)`, 'gu');
const ANY = new RegExp(UNSEEN, 'u');
const EVERY = new RegExp(UNSEEN, 'gu');

/** Stretches of characters nobody sees and that no emoji or spelling calls for, in UTF-16 units. */
export function unseenIn(text: string): Span[] {
  if (!ANY.test(text)) return [];
  const spans: Span[] = [];
  for (const match of text.matchAll(SCAN)) {
    if (match[1] !== undefined) spans.push([match.index, match.index + match[1].length]);
  }
  return spans;
}

/** Spaces of a width that nobody types, between two Latin letters one of which stands alone: J o s h. */
const ODD =
  /(?<=(?<!\p{L})\p{sc=Latin})[\u2000-\u200A\u202F\u205F\u3000]+(?=\p{sc=Latin})|(?<=\p{sc=Latin})[\u2000-\u200A\u202F\u205F\u3000]+(?=\p{sc=Latin}(?!\p{L}))/gu;

/** Stretches of odd spaces inside a word that is spaced out, in UTF-16 units. */
export function oddSpacesIn(text: string): Span[] {
  return [...text.matchAll(ODD)].map((match) => [match.index, match.index + match[0].length]);
}

/** The text without any such character, those inside emoji too: for comparing words, not for posting. */
export function withoutUnseen(text: string): string {
  return ANY.test(text) ? text.replace(EVERY, '') : text;
}

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/u, 'one that turns the direction of the text'],
  [/\u00AD/u, 'a soft hyphen'],
  [/[\u2000-\u200A\u202F\u205F\u3000]/u, 'an odd space inside a word'],
  [/[\u200B\uFEFF\u2060]/u, 'a space of no width'],
  [/[\u200C\u200D]/u, 'a joiner of no width'],
  [/\p{Cs}/u, 'half of a broken character'],
  [/[\u{E0000}-\u{E007F}]/u, 'a tag'],
  [/\p{Variation_Selector}/u, 'a variation mark'],
];

/** What kind of unseen character a stretch holds, for people. */
export function kindOfUnseen(stretch: string): string {
  return NAMES.find(([shape]) => shape.test(stretch))?.[1] ?? 'one that shows as nothing';
}
