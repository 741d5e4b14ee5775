/**
 * Letters that pass for Latin ones. The pairs are those of Unicode's confusables (UTS #39) that read as
 * a Latin letter at the size of a post; each line is the letters, then what they read as, in order.
 */
const PAIRS: readonly (readonly [string, string])[] = [
  // Cyrillic
  ['аеорсухіјѕԁһԛԝѵӏкү', 'aeopcyxijsdhqwvlky'],
  ['АВЕКМНОРСТУХІЈЅԚԜӀҮѴҺԌ', 'ABEKMHOPCTYXIJSQWlYVhG'],
  // Greek
  ['αονρικυχγητωεϲϳ', 'aovpikuxyntwecj'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ', 'ABEZHIKMNOPTYXCJ'],
  // Armenian
  ['ոսօհցզյՍՕՏԼ', 'nuohgqjUOSL'],
  // Cherokee
  ['ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᏢᏒᏚᎢᏙᎳᎩᏃᏏ', 'ABCDEGHiJKLMPRSTVWyZb'],
  // Lisu
  ['ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ', 'BPDTGKJCZFMNLSRVHWXYAEIOU'],
  // Coptic
  ['ⲟⲣⲥⲭⲟⲞⲢⲤⲬⲘⲚ', 'opcxoOPCXMN'],
];

/** Small capitals and phonetic letters: Latin by script, but not by any keyboard. */
const PHONETIC: readonly (readonly [string, string])[] = [
  ['ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnoprstuvwyz'],
  ['ɑɡɩǀȷʋ', 'agilju'],
];

function mapOf(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return new Map(
    pairs.flatMap(([letters, latin]) =>
      [...letters].map((letter, i) => [letter, latin[i] ?? ''] as const),
    ),
  );
}

const FOREIGN = mapOf(PAIRS);
const SMALL = mapOf(PHONETIC);

/** The Latin letter that a letter of another script passes for, or null. */
export function passesFor(letter: string): string | null {
  return FOREIGN.get(letter) ?? null;
}

/** The Latin letter that a small capital or phonetic letter passes for, or null. */
export function phoneticFor(letter: string): string | null {
  return SMALL.get(letter) ?? null;
}

/** Enclosed letters: where each alphabet starts, and from which Latin letter. */
const ENCLOSED: readonly (readonly [number, string])[] = [
  [0x24b6, 'A'],
  [0x24d0, 'a'],
  [0x1f130, 'A'],
  [0x1f150, 'A'],
  [0x1f170, 'A'],
];
/** These read as themselves: ordinal signs and the long s. */
const ITSELF = /^[ªºſ]$/;

/**
 * The Latin letter that a fullwidth, mathematical, Fraktur, superscript or enclosed letter is a costume
 * of, or null for an ordinary letter.
 */
export function costumeOf(letter: string): string | null {
  if (letter <= '\u007f' || ITSELF.test(letter)) return null;
  const code = letter.codePointAt(0) ?? 0;
  for (const [start, first] of ENCLOSED) {
    if (code >= start && code < start + 26) {
      return String.fromCharCode(first.charCodeAt(0) + code - start);
    }
  }
  const plain = letter.normalize('NFKC');
  return /^[A-Za-z]$/.test(plain) ? plain : null;
}

/**
 * The plain digit that a digit of another script or style stands for, or null for 0 to 9 and non-digits.
 * The small digits of H₂O and x² are none of them.
 */
export function digitOf(character: string): string | null {
  if (character <= '\u007f' || !/^\p{Nd}$/u.test(character)) return null;
  const plain = character.normalize('NFKC');
  if (/^[0-9]$/.test(plain)) return plain;
  // Unicode gives every script's ten digits in one run that starts with zero.
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
