/** Handles that are made to be taken for another's: @NationaITrust, @BBCBitesize_official. */
import { readingOf } from '../policy/meaning/reading.ts';

/** X allows 15 characters; anything much longer is no handle of anybody. */
const LONGEST = 40;

/** A handle in small Latin letters, digits and underscores, without its @. */
export function plainHandle(handle: string): string {
  const short = handle.slice(0, LONGEST);
  const lower = /^@?\w*$/.test(short) ? short.toLowerCase() : readingOf(short).lower;
  return lower.replace(/[^a-z0-9_]/g, '');
}

/** What stands about a name to make it look genuine, or to get a free one. */
const OFFICIAL = /^(?:the_?)?(?:real|official|verified)_?|_?(?:real|official|verified|0fficial)$/;
const AFFIX =
  /^(?:the|we_?are)_?|_?(?:hq|uk|gb|team|page|account|acct|info|support|help|tweets|org)$/;

/** Letters that look alike, each as one of them; a line between words is not seen at all. */
const LIKE: ReadonlyMap<string, string> = new Map(
  Object.entries({ i: 'l', 1: 'l', 0: 'o', 5: 's', 8: 'b', 3: 'e', 4: 'a', 7: 't', _: '' }),
);

/** What the eye makes of a handle: two with the same shape are hard to tell apart. */
export function shapeOf(plain: string): string {
  let shape = '';
  let last = '';
  for (const letter of plain.replaceAll('rn', 'm').replaceAll('vv', 'w')) {
    const seen = LIKE.get(letter) ?? letter;
    if (seen === last || seen === '') continue;
    shape += seen;
    last = seen;
  }
  return shape;
}

export type Likeness = {
  /** The handle it can be taken for, with its @. */
  of: string;
  /** `letters`: it differs only by letters that look alike, or says that it is official. `near`: by a word or a letter. */
  by: 'letters' | 'near';
};

/** Every form with one letter left out. */
const lessOne = (shape: string): string[] =>
  Array.from(shape, (_, at) => shape.slice(0, at) + shape.slice(at + 1));

const BASE = 131;

/** A number for a word: equal words have equal numbers, and others hardly ever. */
function numberOf(word: string): number {
  let number = 0;
  for (let at = word.length - 1; at >= 0; at -= 1)
    number = (Math.imul(number, BASE) + word.charCodeAt(at)) | 0;
  return number;
}

/** The numbers of every form with one letter left out, in their order, without making the forms. */
function numbersOfLessOne(shape: string): Int32Array {
  const numbers = new Int32Array(shape.length);
  let after = 0;
  for (let at = shape.length - 1; at >= 0; at -= 1) {
    numbers[at] = after;
    after = (Math.imul(after, BASE) + shape.charCodeAt(at)) | 0;
  }
  let before = 0;
  let power = 1;
  for (let at = 0; at < shape.length; at += 1) {
    numbers[at] = (before + Math.imul(numbers[at] ?? 0, power)) | 0;
    before = (before + Math.imul(shape.charCodeAt(at), power)) | 0;
    power = Math.imul(power, BASE);
  }
  return numbers;
}

/** A slip of one letter in a short name makes another name. */
const LONG_ENOUGH = 9;

export type Shapes = {
  exact: ReadonlyMap<string, string>;
  near: ReadonlyMap<string, string>;
  handles: ReadonlySet<string>;
  /** Numbers of all that `exact` and `near` hold: most handles are like none, and are told so by them. */
  numbers: ReadonlySet<number>;
};

/** Handles made ready to be compared with; all with their @. */
export function shapesOf(handles: Iterable<string>): Shapes {
  const exact = new Map<string, string>();
  const near = new Map<string, string>();
  const plain = new Set<string>();
  for (const handle of handles) {
    const written = plainHandle(handle);
    if (written === '') continue;
    plain.add(written);
    const shape = shapeOf(written);
    exact.set(shape, handle);
    if (shape.length < LONG_ENOUGH) continue;
    for (const form of lessOne(shape)) near.set(form, handle);
  }
  const numbers = new Set([...exact.keys(), ...near.keys()].map(numberOf));
  return { exact, near, handles: plain, numbers };
}

/** The handle among `known` that this one can be taken for; null where it is itself one of them, or like none. */
export function likenessOf(handle: string, known: Shapes): Likeness | null {
  const written = plainHandle(handle);
  if (written === '') return null;
  const shape = shapeOf(written);
  const bare = shapeOf(written.replace(OFFICIAL, ''));
  const same = known.exact.get(shape) ?? known.exact.get(bare);
  if (same !== undefined) return { of: same, by: 'letters' };
  const stem = shapeOf(
    written
      .replace(/_?\d+$/, '')
      .replace(OFFICIAL, '')
      .replace(AFFIX, ''),
  );
  const close = known.exact.get(stem) ?? nearest(shape, known) ?? nearest(stem, known);
  return close === undefined ? null : { of: close, by: 'near' };
}

function nearest(shape: string, { exact, near, numbers }: Shapes): string | undefined {
  if (shape.length < LONG_ENOUGH - 1) return undefined;
  const short = near.get(shape);
  if (short !== undefined) return short;
  if (shape.length < LONG_ENOUGH) return undefined;
  const forms = numbersOfLessOne(shape);
  for (let at = 0; at < shape.length; at += 1) {
    if (!numbers.has(forms[at] ?? 0)) continue;
    const form = shape.slice(0, at) + shape.slice(at + 1);
    const found = exact.get(form) ?? near.get(form);
    if (found !== undefined) return found;
  }
  return undefined;
}
