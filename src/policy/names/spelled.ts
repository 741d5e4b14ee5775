/** Names spelt out letter by letter: J o s h, J.o.s.h, (J)(o)(s)(h), one on each line. */
import type { Roll } from '../../school/roll.ts';
import type { Span } from '../rule.ts';
import { keysOf, type Plain } from './plain.ts';

/**
 * Single letters with anything between that is no letter or digit (spaces of any width, lines, signs,
 * brackets, emoji), at most four of it, three letters or more in a row.
 */
const RUN =
  /(?<![\p{L}\p{N}\uE001])[\p{L}\p{N}\uE001](?:[^\p{L}\p{N}\uE001]{1,4}[\p{L}\p{N}\uE001](?![\p{L}\p{N}\uE001])){2,}/gu;
/** The longest run looked into, in letters: the work grows with its square. */
const LONGEST = 30;

export type Spelled = { span: Span; full: boolean; year: string | null };

/** Pupils whose name a text spells out; spans are in UTF-16 units of the original. */
export function spelledIn(
  plain: Plain,
  look: (key: string) => ReturnType<Roll['known']>,
): Spelled[] {
  const found: Spelled[] = [];
  for (const match of plain.text.matchAll(RUN)) {
    const places = [...match[0].matchAll(/[\p{L}\p{N}\uE001]/gu)].map(
      (one) => match.index + one.index,
    );
    const letters = places.slice(0, LONGEST);
    const one = longest(letters, plain, look);
    if (one !== null) found.push(one);
  }
  return found;
}

function longest(
  letters: readonly number[],
  plain: Plain,
  look: (key: string) => ReturnType<Roll['known']>,
): Spelled | null {
  for (let size = Math.min(letters.length, 24); size >= 3; size -= 1) {
    for (let from = 0; from + size <= letters.length; from += 1) {
      const places = letters.slice(from, from + size);
      const written = places.map((place) => plain.text.charAt(place)).join('');
      for (const key of keysOf(written, written)) {
        const known = look(key);
        const full = known?.kinds.has('full') === true;
        if (known === null || !(full || known.kinds.has('first'))) continue;
        const span: Span = [plain.from[places[0] ?? 0] ?? 0, plain.to[places.at(-1) ?? 0] ?? 0];
        return { span, full, year: known.yearGroup };
      }
    }
  }
  return null;
}
