/**
 * A text as the eye reads it: Unicode's compatibility form, without accents and unseen characters,
 * lookalikes as the Latin letters they pass for; case is kept, and where each letter came from.
 */
import { costumeOf, digitOf, passesFor, phoneticFor } from '../letters/lookalikes.ts';
import { confusedWith, TALL } from './confusables.ts';

export type Plain = {
  /** Separators and signs stand as they are; what is no letter of the basic plane is U+FFFC. */
  text: string;
  /** For each UTF-16 unit of `text`, where its character begins in the original. */
  from: number[];
  /** And where that character ends, accents with it, unseen characters left out. */
  to: number[];
};

/** Letters that Unicode does not take apart into a letter and an accent. */
const WHOLE: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  þ: 'th',
  Þ: 'Th',
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ə: 'e',
  Ə: 'E',
};

const UNSEEN =
  /[\p{M}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cs}\u2800\p{Cc}\uFFF9-\uFFFB]/gu;
const QUOTES = /[’‘ʼʻ`´′＇‛ʹꞌ]/u;
/** Letters on squares and discs: where each alphabet starts. The letters that flags are made of are none. */
const SQUARES = [0x1f130, 0x1f150, 0x1f170];

const known = new Map<string, string>();
const MOST_KNOWN = 4096;

function lettered(character: string): string | null {
  const whole = WHOLE[character];
  if (whole !== undefined) return whole;
  const costume = costumeOf(character);
  if (costume !== null) return costume;
  const code = character.codePointAt(0) ?? 0;
  const square = SQUARES.find((start) => code >= start && code < start + 26);
  if (square !== undefined) return String.fromCharCode(65 + code - square);
  return phoneticFor(character) ?? passesFor(character) ?? confusedWith(character);
}

function read(character: string): string {
  if (QUOTES.test(character)) return "'";
  const sure = lettered(character);
  if (sure !== null) return sure;
  const apart = character.normalize('NFKD').replace(UNSEEN, '');
  let plain = '';
  for (const one of apart) plain += one === character ? one : (lettered(one) ?? one);
  if (plain === '') return '';
  const digit = digitOf(character);
  if (digit !== null) return digit;
  if (/^[\p{L}\p{N}]+$/u.test(plain) || plain.length === 1) return plain;
  return plain.length > 1 && !/\p{Extended_Pictographic}/u.test(plain) ? plain : '\uFFFC';
}

/** What one character reads as: letters, a sign as it is, or nothing where it is not seen. */
export function reads(character: string): string {
  if (character <= '\u007e' && character >= ' ') return character;
  const before = known.get(character);
  if (before !== undefined) return before;
  const plain = /\s/u.test(character) && character !== '\uFEFF' ? character : read(character);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(character, plain);
  return plain;
}

/** The whole text as it reads, with the way back. */
export function plainOf(original: string): Plain {
  const from: number[] = [];
  const to: number[] = [];
  let text = '';
  let at = 0;
  for (const character of original) {
    const end = at + character.length;
    const plain = reads(character);
    for (let unit = 0; unit < plain.length; unit += 1) {
      from.push(at);
      to.push(end);
    }
    // An accent typed by itself belongs to the letter before it.
    if (plain === '' && to.length > 0 && /\p{M}/u.test(character)) to[to.length - 1] = end;
    text += plain;
    at = end;
  }
  return { text, from, to };
}

/** Everything but letters, digits and `TALL`. */
const SIGNS = /[^\p{L}\p{N}\uE001]+/gu;
const LATIN = /\p{sc=Latin}/u;
const OTHER = /\p{L}/u;

/** A word wholly in a script of its own is compared in that script: nothing in it passes for Latin. */
function own(word: string): string | null {
  const shown = word.normalize('NFKC');
  if (LATIN.test(shown) || !OTHER.test(shown)) return null;
  return shown
    .toLowerCase()
    .replace(UNSEEN, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The keys under which a word as typed may stand on the roll, the likeliest first; at most eight. */
export function keysOf(typed: string, plain: string): string[] {
  const low = plain.toLowerCase().replace(SIGNS, '');
  const keys = readings(low);
  const script = own(typed);
  if (script !== null && script !== '' && !keys.includes(script)) keys.push(script);
  return keys;
}

const DIGIT: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': TALL,
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
};
/** A capital I or a bar among small letters may be an l. */
const TALL_I = /(?<=[a-z])I(?=[a-z]|$)/g;

function readings(low: string): string[] {
  const lettersOnly = /\p{L}/u.test(low) ? low.replace(/[0-9]/g, (d) => DIGIT[d] ?? d) : low;
  if (!lettersOnly.includes(TALL)) return [lettersOnly];
  let found = [''];
  for (const letter of lettersOnly) {
    const next = letter === TALL ? (found.length < 8 ? ['l', 'i'] : ['l']) : [letter];
    found = found.flatMap((start) => next.map((one) => start + one));
  }
  return found;
}

/** Marks what may be l or i: a capital I or a bar inside a word of small letters. */
export function withTall(word: string): string {
  return word.replace(TALL_I, TALL).replaceAll('|', TALL);
}

/** The one form under which a name is kept and compared: small letters, no spaces, no signs. */
export function keyOf(name: string): string {
  const script = own(name);
  if (script !== null) return script;
  return readings(plainOf(name).text.toLowerCase().replace(SIGNS, ''))[0] ?? '';
}
