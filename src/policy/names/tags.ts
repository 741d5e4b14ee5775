/** Names inside #hashtags and @handles: split at capitals, digits and lines, or into words where small. */
import type { Roll } from '../../school/roll.ts';
import type { Span } from '../rule.ts';
import { isWord } from './english.ts';
import { isFigureTag } from './figures.ts';
import { PRAISE, PRAISE_PAIRS } from './lexicon.ts';
import { keysOf, type Plain } from './plain.ts';
import type { Tag } from './tokens.ts';

export type TagName = { span: Span; full: boolean; year: string | null };
type Look = (key: string) => ReturnType<Roll['known']>;

/** Longest stretch cut into words, in letters: the work grows with its square. */
const LONGEST = 40;
const LONGEST_NAME = 24;
/** How many words after a name are read for a figure's. */
const LONGEST_FIGURE = 8;
const PARTS =
  /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\uE001]+(?:[0-9](?=\p{Ll})[\p{Ll}\uE001]+)*|[\p{Lo}]+|[0-9]+/gu;

/** Words with which a tag cheers somebody on. */
const CHEERS =
  /^(?:team|go|well|done|welldone|star|superstar|rocks|rules|wins|won|champion|champ|hero|birthday|congrats|congratulations|bravo|thanks|thankyou|proud|love|for|by|king|queen|legend|fan|run|runs|forever)$/;

type Part = { text: string; at: number };

/** "Joshand" before a capital is Josh and somebody. */
const AND = /^(\p{L}{3,})and$/u;

/** The words a tag is glued of. */
export function partsOf(tag: string): Part[] {
  return [...tag.matchAll(PARTS)].flatMap((match): Part[] => {
    const at = match.index;
    const head = /^\p{Lu}/u.test(tag.charAt(at + match[0].length)) ? AND.exec(match[0])?.[1] : null;
    if (!head || isWord(match[0].toLowerCase())) return [{ text: match[0], at }];
    return [
      { text: head, at },
      { text: 'and', at: at + head.length },
    ];
  });
}

/** True where the letters can be read as everyday words of two letters or more, end to end. */
function isWords(letters: string): boolean {
  if (letters === '') return true;
  const reach = new Array<boolean>(letters.length + 1).fill(false);
  reach[0] = true;
  for (let to = 2; to <= letters.length; to += 1) {
    for (let from = Math.max(0, to - 14); from < to && !reach[to]; from += 1) {
      if (!reach[from]) continue;
      const word = letters.slice(from, to);
      reach[to] = word.length > 1 ? isWord(word) : /^[as\d]$/.test(word);
    }
  }
  return reach[letters.length] === true;
}

const isCheer = (before: string, after: string): boolean =>
  CHEERS.test(before) || CHEERS.test(after) || PRAISE.has(before) || PRAISE_PAIRS.has(before);

/** The first pupil among the parts of a tag, its full name before its first. */
export function firstAmong(
  parts: readonly Part[],
  look: Look,
): { from: number; to: number; full: boolean; year: string | null } | null {
  const keys = parts.map(({ text }) => {
    const [key = '', ...more] = keysOf(text, text);
    // #AmysSong, the apostrophe dropped.
    return key.length > 3 && key.endsWith('s') && !isWord(key)
      ? [key, ...more, key.slice(0, -1)]
      : [key, ...more];
  });
  for (let from = 0; from < parts.length; from += 1) {
    // A full name in two to four parts first: Sean O Brien.
    for (let to = Math.min(parts.length, from + 4); to > from; to -= 1) {
      const joined = keys
        .slice(from, to)
        .map(([key = '']) => key)
        .join('');
      if (joined.length < 2 || joined.length > LONGEST_NAME || /^\d+$/.test(joined)) continue;
      const options = to - from === 1 ? (keys[from] ?? []) : [joined];
      for (const key of options) {
        const known = look(key);
        if (known === null) continue;
        if (known.kinds.has('full')) return { from, to, full: true, year: known.yearGroup };
        if (
          known.kinds.has('initial') &&
          to - from > 1 &&
          parts[from]?.text.length === 1 &&
          !isWord(key)
        )
          return { from, to, full: false, year: null };
        if (!known.kinds.has('first') && !(known.kinds.has('first-part') && !isWord(key))) continue;
        const before = keys.slice(Math.max(0, from - 2), from).map(([one = '']) => one);
        const after = keys
          .slice(to, to + LONGEST_FIGURE)
          .map(([one = '']) => one)
          .filter((one) => !/^\d*$/.test(one));
        const rest = after[0];
        if (isFigureTag([key, ...after])) continue;
        const cheered =
          isCheer(before.join(' '), rest ?? '') || isCheer(before.at(-1) ?? '', rest ?? '');
        if (isWord(key) && !cheered) continue;
        // Another surname makes another person; an everyday word does not.
        if (
          rest !== undefined &&
          rest.length > 1 &&
          !isWord(rest) &&
          look(rest)?.kinds.has('first') !== true
        )
          continue;
        return { from, to, full: false, year: known.yearGroup };
      }
    }
  }
  return null;
}

/** "mei" of #joshmei: a first name of its own. */
const isPupil = (rest: string, look: Look): boolean =>
  rest.length > 2 && !isWord(rest) && look(rest)?.kinds.has('first') === true;

/** A name in a tag without capitals, where the letters around it read as words. */
function hiddenIn(
  letters: string,
  look: Look,
): { from: number; to: number; full: boolean; year: string | null } | null {
  if (letters.length > LONGEST || letters.length < 3 || isWord(letters)) return null;
  for (let from = 0; from < letters.length - 1; from += 1) {
    if (!isWords(letters.slice(0, from))) continue;
    for (let to = Math.min(letters.length, from + LONGEST_NAME); to > from + 1; to -= 1) {
      const key = letters.slice(from, to);
      const rest = letters.slice(to);
      const known = isWords(rest) || isPupil(rest, look) ? look(key) : null;
      if (known === null) continue;
      if (known.kinds.has('full')) return { from, to, full: true, year: known.yearGroup };
      if (!known.kinds.has('first') || (key.length < 4 && from > 0 && rest !== '')) continue;
      const before = letters.slice(0, from);
      const cheered =
        /(?:welldone|team|go|congratulations|congrats|happybirthday|thankyou|bravo)$/.test(
          before,
        ) || /^(?:rocks|rules|wins|won|champion)/.test(rest);
      if ((isWord(key) || isWords(letters)) && !cheered) continue;
      return { from, to, full: false, year: known.yearGroup };
    }
  }
  return null;
}

/** Pupils named inside the tags of a text; `skip` are handles that are organisations'. */
export function namesInTags(
  plain: Plain,
  tags: readonly Tag[],
  look: Look,
  skip: (handle: string) => boolean,
): TagName[] {
  return tags.flatMap(({ kind, start, stop }) => {
    const written = plain.text.slice(start + 1, stop);
    if (kind === '@' && skip(written.toLowerCase())) return [];
    const spanOf = (from: number, to: number): Span => [
      plain.from[start + 1 + from] ?? 0,
      plain.to[start + to] ?? 0,
    ];
    const parts = partsOf(written);
    const found = firstAmong(parts, look);
    // MacKenzie is nobody's Kenzie: a glued word begins with the name.
    if (kind === '' && (found === null || found.from > 0)) return [];
    if (found !== null) {
      const [first, last] = [parts[found.from], parts[found.to - 1]];
      if (first && last)
        return [
          {
            span: spanOf(first.at, last.at + last.text.length),
            full: found.full,
            year: found.year,
          },
        ];
    }
    const small = written.replace(/[\d_]+$/, '').toLowerCase();
    const letters = keysOf(small, small)[0] ?? '';
    if (letters.length !== small.length) return [];
    if (parts.length > 1 && !/^\p{Lu}?[\p{Ll}\d_\uE001]+$|^[\p{Lu}\d_]+$/u.test(written)) return [];
    const hidden = hiddenIn(letters, look);
    return hidden === null
      ? []
      : [{ span: spanOf(hidden.from, hidden.to), full: hidden.full, year: hidden.year }];
  });
}
