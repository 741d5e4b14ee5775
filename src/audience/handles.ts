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

const LIKE: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/[il1]/g, 'l'],
  [/[o0]/g, 'o'],
  [/[s5]/g, 's'],
  [/[b8]/g, 'b'],
  [/3/g, 'e'],
  [/4/g, 'a'],
  [/7/g, 't'],
  [/_/g, ''],
  [/(.)\1+/g, '$1'],
];

/** What the eye makes of a handle: two with the same shape are hard to tell apart. */
export function shapeOf(plain: string): string {
  return LIKE.reduce((shape, [letters, as]) => shape.replace(letters, as), plain);
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

/** A slip of one letter in a short name makes another name. */
const LONG_ENOUGH = 9;

export type Shapes = {
  exact: ReadonlyMap<string, string>;
  near: ReadonlyMap<string, string>;
  handles: ReadonlySet<string>;
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
  return { exact, near, handles: plain };
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

function nearest(shape: string, { exact, near }: Shapes): string | undefined {
  if (shape.length < LONG_ENOUGH - 1) return undefined;
  const short = near.get(shape);
  if (short !== undefined) return short;
  for (const form of lessOne(shape)) {
    const found = exact.get(form) ?? near.get(form);
    if (found !== undefined && form.length >= LONG_ENOUGH - 1) return found;
  }
  return undefined;
}
