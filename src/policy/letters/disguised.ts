/** Words whose letters are not the Latin ones they read as. */
import type { Span } from '../rule.ts';
import { costumeOf, digitOf, passesFor, phoneticFor } from './lookalikes.ts';

/** `plain` is the word as it reads, or null where one of its letters is not sure. */
export type Disguised = { span: Span; plain: string | null };

/** Anything beyond Latin letters and everyday signs; a text without any is done with at once. */
const SUSPECT =
  /[^\t\n\r -~\u00A0-\u024F\u1E00-\u1EFF\u2010-\u2027\u2030-\u205E\u20A0-\u20BF]|[ǀȷ]/u;
const WORD =
  /(?:[\p{L}\p{M}\p{N}\u24B6-\u24E9\u{1F130}-\u{1F149}\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}]|(?<=[\p{L}\p{N}])\p{Default_Ignorable_Code_Point}+(?=[\p{L}\p{N}]))+/gu;
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u;
const LATIN = /\p{sc=Latin}/u;
/** Alphabets with letters that pass for Latin ones, and that nobody mixes with Latin inside a word. */
const DRESSING =
  /[\p{sc=Cyrl}\p{sc=Grek}\p{sc=Armn}\p{sc=Cher}\p{sc=Lisu}\p{sc=Copt}\p{sc=Glag}\p{sc=Geor}\p{sc=Dsrt}\p{sc=Osge}\p{sc=Goth}\p{sc=Tfng}\p{sc=Cans}\p{sc=Hebr}\p{sc=Vaii}\p{sc=Ital}\p{sc=Runr}]/u;
/** Scripts written without spaces, where a Latin letter in the middle is ordinary. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Bopo}\p{sc=Thai}]/u;
/** Greek letters that are used as signs beside Latin ones (2πr, μm, kΩ) and look like none of them. */
const SIGNS = /^[πμΩΔθλΣφψΦΨΘΛΞδ]$/u;

type Reading = {
  span: Span;
  plain: string | null;
  letters: number;
  latin: number;
  dressed: string[];
  /** Dressed letters that pass for a Latin one. */
  passing: number;
  costumes: string[];
  phonetic: number;
  digits: number;
  unspaced: boolean;
  written: string;
};

function read(word: string, from: number): Reading {
  const reading: Reading = {
    span: [from, from + word.length],
    plain: null,
    letters: 0,
    latin: 0,
    dressed: [],
    passing: 0,
    costumes: [],
    phonetic: 0,
    digits: 0,
    unspaced: false,
    written: word,
  };
  let plain = '';
  let sure = true;
  for (const character of word) {
    if (character > '\u007f' && UNSEEN.test(character)) continue;
    const letter = readLetter(reading, character);
    plain += letter ?? character;
    sure &&= letter !== null;
  }
  reading.plain = sure ? plain : null;
  return reading;
}

/** Counts one character into the reading; gives what it reads as, or null where that is not sure. */
function readLetter(reading: Reading, character: string): string | null {
  if (/^[0-9]$/.test(character)) return character;
  const costume = costumeOf(character);
  if (costume !== null) {
    reading.letters += 1;
    reading.costumes.push(character);
    return costume;
  }
  const digit = digitOf(character);
  if (digit !== null) {
    reading.digits += 1;
    return digit;
  }
  if (!/^\p{L}$/u.test(character)) return character;
  reading.letters += 1;
  const phonetic = phoneticFor(character);
  if (phonetic !== null) {
    reading.phonetic += 1;
    return phonetic;
  }
  if (DRESSING.test(character)) {
    reading.dressed.push(character);
    const base = character.normalize('NFD');
    const latin = passesFor(base.charAt(0)) ?? passesFor(character);
    if (latin === null) return null;
    // An accent makes it plainly the other script's own letter in a word of that script.
    if (base.length === 1 || base === character) reading.passing += 1;
    return (latin + (base === character ? '' : base.slice(1))).normalize();
  }
  if (UNSPACED.test(character)) reading.unspaced = true;
  else if (LATIN.test(character)) reading.latin += 1;
  return character;
}

const isGreekSign = ({ dressed, letters }: Reading): boolean =>
  letters <= 3 && dressed.every((letter) => SIGNS.test(letter));

/** The scripts for which a word of the same text may vouch. */
const SCRIPTS = [/\p{sc=Cyrl}/u, /\p{sc=Grek}/u, DRESSING];
const scriptOf = (letter: string): number => SCRIPTS.findIndex((script) => script.test(letter));

/**
 * The scripts plainly used in a text: a word holds a letter that reads as no Latin one. A single letter
 * (Ω, or the π of a sum) vouches for other single letters only.
 */
function plainScripts(words: readonly Reading[], single: boolean): ReadonlySet<number> {
  return new Set(
    words
      .filter(({ latin, dressed, passing, costumes, phonetic }) => {
        if (latin + costumes.length + phonetic > 0) return false;
        return passing < dressed.length && (single || dressed.length > 1);
      })
      .map(({ dressed }) => scriptOf(dressed[0] ?? '')),
  );
}

const EMOJI_LETTER = /^\p{Extended_Pictographic}$/u;
const FULLWIDTH = /^[\uFF21-\uFF5A]$/;

/** What a text as a whole says of its costumed letters. */
type Around = { costumes: number; unspacedOnly: boolean };

function isCostumed(reading: Reading, around: Around): boolean {
  const { costumes, letters, written, unspaced } = reading;
  if (costumes.length === 0 || unspaced) return false;
  // 1ˢᵗ, xⁿ, 5ℓ and mℓ are ordinary ways to write.
  if (/^\d+\p{Lm}{1,2}$/u.test(written) || /^.\p{Lm}$/u.test(written)) return false;
  if (/^\d*m?ℓ$/u.test(written)) return false;
  // Chinese and Japanese are set in squares, and so are Latin letters among them.
  if (around.unspacedOnly && costumes.every((letter) => FULLWIDTH.test(letter))) return false;
  if (letters > 1) return true;
  return around.costumes > 3 && !EMOJI_LETTER.test(costumes[0] ?? '');
}

function isMixed(reading: Reading): boolean {
  const { dressed, latin, costumes, phonetic } = reading;
  return dressed.length > 0 && latin + costumes.length + phonetic > 0 && !isGreekSign(reading);
}

function isWhollyDressed(reading: Reading): boolean {
  const { dressed, passing, letters } = reading;
  if (dressed.length === 0 || passing < letters) return false;
  // α, ν and ρ alone are signs; a lone omicron or Cyrillic letter is not.
  return letters > 1 || !/^[ανρικυχγητωε]$/u.test(dressed[0] ?? '');
}

/** Between slashes or brackets it is a phonetic transcription, not a costume. */
function isPhoneticCostume(reading: Reading, text: string): boolean {
  if (reading.phonetic === 0 || reading.letters < 3) return false;
  const [from, to] = reading.span;
  const edges = `${text.slice(Math.max(0, from - 2), from)}|${text.slice(to, to + 2)}`;
  return !/[/[].?\||\|.?[\]/]/u.test(edges);
}

/**
 * Words of a text that read as Latin but are not: letters of another script among or instead of Latin
 * ones, fullwidth, mathematical and enclosed letters, small capitals, digits of another script inside a
 * word. A word wholly in its own script is none, nor is π or μm. Spans are in UTF-16 units.
 */
export function disguisedIn(text: string): Disguised[] {
  if (!SUSPECT.test(text)) return [];
  const words = [...text.matchAll(WORD)].map((match) => read(match[0], match.index));
  const latinHere = words.some(({ latin }) => latin > 0);
  const plain = plainScripts(words, false);
  const plainSingles = plainScripts(words, true);
  const costumes = words
    .flatMap((word) => word.costumes)
    .filter((letter) => !EMOJI_LETTER.test(letter)).length;
  const around = { costumes, unspacedOnly: !latinHere && words.some(({ unspaced }) => unspaced) };
  return words.filter((word) => {
    if (isMixed(word) || isCostumed(word, around) || isPhoneticCostume(word, text)) return true;
    if (word.digits > 0 && word.latin > 0) return true;
    if (!latinHere || !isWhollyDressed(word)) return false;
    const vouched = word.letters === 1 ? plainSingles : plain;
    return !vouched.has(scriptOf(word.dressed[0] ?? ''));
  });
}
