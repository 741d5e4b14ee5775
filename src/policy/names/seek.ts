/** Asking the roll about the words of a text: which are names on it, by themselves or joined. */
import type { Known, Roll } from '../../school/roll.ts';
import { type Around, isRaised } from './around.ts';
import { isWord } from './english.ts';
import { isGiven } from './given-names.ts';
import { otherForms } from './short-forms.ts';

/** Everyday words that nobody on a roll bears, by roll: they are hashed once. No name is ever among them. */
const unborne = new WeakMap<Roll, Set<string>>();
const LONGEST_KEY = 40;

/**
 * Looks keys up in a roll, remembering the everyday words that are nobody's name; any other only as long as
 * the text that is read for names, which may say one a hundred times.
 */
export function lookUp(roll: Roll): (key: string) => Known | null {
  const nobody = unborne.get(roll) ?? new Set();
  unborne.set(roll, nobody);
  const asked = new Map<string, Known | null>();
  return (key) => {
    if (nobody.has(key) || key.length > LONGEST_KEY || key === '') return null;
    const before = asked.get(key);
    if (before !== undefined) return before;
    const known = roll.known(key);
    if (known === null && isWord(key)) nobody.add(key);
    else asked.set(key, known);
    return known;
  };
}

export type Hit = { key: string; known: Known | null };

const DIGIT = /\d/;

/** "Josh10", "joshandmei": what is left of a word once what was glued to it is taken off. */
function unglued(key: string, raw: string): string[] {
  const cut = DIGIT.test(raw) ? raw.replace(/^\d+|\d+$/g, '') : '';
  if (cut.length > 2 && !DIGIT.test(cut)) return [cut];
  if (key.length < 9 || !key.includes('and')) return [];
  return /^(\p{L}{3,})and(\p{L}{3,})$/u.exec(key)?.slice(1) ?? [];
}

/** The first of these that is somebody's first name, or a surname, and no everyday word. */
function firstOf(
  keys: readonly string[],
  look: (key: string) => Known | null,
): { key: string; known: Known } | null {
  for (const key of keys) {
    const known = isWord(key) ? null : look(key);
    if (known?.kinds.has('first') || known?.kinds.has('last')) return { key, known };
  }
  return null;
}

/** What the roll knows of a word: as it stands, with what is glued to it taken off, or by its other forms. */
export function hitOf(
  keys: readonly string[],
  raw: string,
  look: (key: string) => Known | null,
): Hit {
  for (const key of keys) {
    const known = look(key);
    if (known !== null) return { key, known };
  }
  const [key = ''] = keys;
  const word = isWord(key);
  const bare = word ? null : firstOf(unglued(key, raw), look);
  if (bare !== null) return bare;
  // "Joshhhh", and "Joshs painting" without its apostrophe.
  if (!word && key.length > 3) {
    for (const other of [
      key.replace(/(.)\1{2,}/gu, '$1'),
      key.replace(/(.)\1{2,}/gu, '$1$1'),
      key.replace(/s$/u, ''),
    ]) {
      if (other === key || other.length < 3) continue;
      const known = look(other);
      if (known?.kinds.has('first') && !isWord(other)) return { key: other, known };
    }
  }
  for (const other of otherForms(key)) {
    const known = look(other);
    if (known?.kinds.has('first')) return { key: other, known };
  }
  return { key, known: null };
}

export type Seeker = {
  around: Around;
  hits: readonly Hit[];
  look: (key: string) => Known | null;
};

export const isFirst = ({ hits }: Seeker, at: number): boolean =>
  hits[at]?.known?.kinds.has('first') === true;
export const isLast = ({ hits }: Seeker, at: number): boolean => {
  const kinds = hits[at]?.known?.kinds;
  return kinds?.has('last') === true || kinds?.has('last-part') === true;
};
export const keyAt = ({ hits }: Seeker, at: number): string => hits[at]?.key ?? '';
const isNear = ({ around }: Seeker, at: number): boolean =>
  /^(?:[\s\p{Pd}._/]{1,3}|,\s)$/u.test(around.tokens[at]?.gap ?? '');

/** How many words from `at` on are one pupil's full name: 0 where none are. */
export function fullFrom(seeker: Seeker, at: number): { count: number; known: Known } | null {
  const kinds = seeker.hits[at]?.known?.kinds;
  const short = seeker.around.tokens[at]?.low.length === 1;
  if (!(kinds?.has('first') || kinds?.has('first-part') || kinds?.has('full') || short))
    return null;
  let joined = keyAt(seeker, at);
  if (kinds?.has('full')) {
    const known = seeker.hits[at]?.known;
    if (known) return { count: 1, known };
  }
  let best: { count: number; known: Known } | null = null;
  for (
    let next = at + 1;
    next < at + 6 && next < seeker.around.tokens.length && isNear(seeker, next);
    next += 1
  ) {
    joined += keyAt(seeker, next);
    if (!isLast(seeker, next)) continue;
    const known = seeker.look(joined);
    if (known?.kinds.has('full')) best = { count: next - at + 1, known };
    // One name between first and last.
    const spare = next - at === 2 ? seeker.look(keyAt(seeker, at) + keyAt(seeker, next)) : null;
    if (
      best === null &&
      spare?.kinds.has('full') &&
      isRaised(seeker.around.tokens[at + 1]) &&
      !isFirst(seeker, at + 1)
    )
      best = { count: 3, known: spare };
  }
  return best;
}

/** Little words that a sentence goes on with. */
const LITTLE =
  /^(?:a|i|u|r|y|n|an|am|in|is|at|it|on|as|to|or|of|us|he|we|me|my|so|do|go|be|by|if|no|up|vs|x)$/;

/** How many words are a first name: 2 for Ella Rose, Anna-Maria and D Andre. */
export function firstFrom(seeker: Seeker, at: number): { count: number; known: Known } | null {
  const known = seeker.hits[at]?.known;
  const token = seeker.around.tokens[at];
  if (token === undefined) return null;
  const next = seeker.around.tokens[at + 1];
  if (next !== undefined && /^[\p{Zs}\p{Pd}.'*_/]$/u.test(next.gap)) {
    // "Jo sh", "Jos h": what is left over is no word of its own, and nobody's name.
    const left =
      next.shape === 'small' &&
      next.low.length < (isWord(next.low) ? 3 : 4) &&
      !LITTLE.test(next.low) &&
      !seeker.hits[at + 1]?.known;
    const half =
      known?.kinds.has('first-part') || token.low.length === 1 || !/^ $/.test(next.gap) || left;
    const joined = half ? seeker.look(keyAt(seeker, at) + keyAt(seeker, at + 1)) : null;
    const both = joined?.kinds.has('first') && !isWord(keyAt(seeker, at) + keyAt(seeker, at + 1));
    if (joined && both) return { count: 2, known: joined };
  }
  if (known?.kinds.has('first')) return { count: 1, known };
  if (known?.kinds.has('first-part') && !isWord(token.low) && isGiven(token.low))
    return { count: 1, known };
  return null;
}
