/**
 * The words a regular expression cannot do without, read off its source, so that a text without them need not
 * be tried. A word is a run of \w in small letters. What is not understood is taken to be anything: then a
 * pattern is tried where it need not be, and never passed over where it could match.
 */

/** Stands where a word begins or ends, and for any sign that is no part of one. */
const EDGE = '\uE010';
/** Stands for anything at all, nothing too. */
const ANY = '\uE011';
/** More ways than this to write a part are taken to be anything. */
const MOST_WAYS = 400;

/** All the ways a part can be written: small letters, digits and _, with `EDGE` and `ANY`. */
type Ways = readonly string[];
/** `last` where nothing but refusals stands behind the source in the whole expression. */
type Reader = { source: string; at: number; last: boolean };

const WORDY = /[A-Za-z0-9_]/;
/** A piece of a word beside anything says nothing, and of edges side by side one is enough. */
function tidy(way: string): string {
  const known = way.includes(ANY) ? way.replace(/\w*\uE011[\w\uE011]*/g, ANY) : way;
  return known.includes(EDGE + EDGE) ? known.replace(/\uE010+/g, EDGE) : known;
}
const few = (ways: Iterable<string>): Ways => {
  const all = [...new Set(Array.from(ways, tidy))];
  return all.length > MOST_WAYS ? [vague(all)] : all;
};
const edged = (ways: Ways, at: 0 | -1): boolean => ways.every((way) => way.at(at) === EDGE);
/** Anything, between the edges that all the ways have. */
const vague = (ways: Ways): string =>
  (edged(ways, 0) ? EDGE : '') + ANY + (edged(ways, -1) ? EDGE : '');
const after = (ways: Ways, next: Ways): Ways =>
  ways.length * next.length > MOST_WAYS
    ? [(edged(ways, 0) ? EDGE : '') + ANY + (edged(next, -1) ? EDGE : '')]
    : few(ways.flatMap((way) => next.map((one) => way + one)));
const letter = (sign: string): string => (WORDY.test(sign) ? sign.toLowerCase() : EDGE);

/** The words that stand whole in a way of writing; those at its ends may go on. */
const wholeIn = (way: string): string[] =>
  way
    .split(EDGE)
    .slice(1, -1)
    .filter((piece) => piece !== '' && !piece.includes(ANY));

/** One word of each way, by `choose`; null where a way has none. */
function clauseOf(
  ways: Ways,
  choose: (words: readonly string[]) => string | undefined,
): Set<string> | null {
  const words = ways.map((way) => choose(wholeIn(way)));
  const known = words.filter((word) => word !== undefined);
  return known.length === words.length ? new Set(known) : null;
}

/** What all the ways of a stretch need: their first words, and the longest of those behind. */
function clausesOf(ways: Ways): Set<string>[] {
  const first = clauseOf(ways, ([word]) => word);
  const longest = clauseOf(
    ways,
    (words) =>
      (words.length > 1 ? words.slice(1) : words).toSorted((a, b) => b.length - a.length)[0],
  );
  if (first === null || longest === null) return [];
  return [...first].join() === [...longest].join() ? [first] : [first, longest];
}

/** Where the class that opens at `from` has its closing bracket. */
function classEnd(source: string, from: number): number {
  let at = from + 1;
  while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
  return at;
}

function classWays(inside: string): Ways {
  // Neither a word's letter nor much else: every sign but those that are no white space.
  if (inside.startsWith('^')) return [/^\^(?:\\S|\\w)/.test(inside) ? EDGE : ANY];
  if (/^(?:\\[sWn]|\\?[^\w\\-])+-?$/u.test(inside)) return [EDGE];
  if (/[\\-]/.test(inside)) return [ANY];
  return few(Array.from(inside, letter));
}

function escapeWays(reader: Reader): Ways {
  const { source, at } = reader;
  const sign = source[at + 1] ?? '';
  reader.at += 2;
  if (/[pPku]/.test(sign)) {
    const close = /^(?:\{[^}]*\}|<[^>]*>|[0-9A-Fa-f]{4})/.exec(source.slice(reader.at));
    reader.at += close?.[0].length ?? 0;
    return [ANY];
  }
  if (/[bsWn]/.test(sign)) return [EDGE];
  return [WORDY.test(sign) ? ANY : EDGE];
}

function repeated(reader: Reader, ways: Ways): Ways {
  const found = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/.exec(reader.source.slice(reader.at));
  if (found === null) return ways;
  reader.at += found[0].length;
  const [, sign, least, comma, most] = found;
  const none = sign === '*' || sign === '?' || least === '0';
  const once = sign === '?' || (comma === undefined ? least === '1' : most === '1');
  const signs = ways.every((way) => way === EDGE);
  const some = once || signs ? ways : [vague(ways)];
  return none ? few(['', ...some]) : some;
}

/** True where only refusals, (?!…) and (?<!…), stand between here and the end. */
function isLast(source: string, from: number): boolean {
  let at = from;
  while (/^\(\?<?!/.test(source.slice(at, at + 4))) at = groupEnd(source, at);
  return at >= source.length;
}

/** Just behind the bracket that closes the group which opens at `from`. */
function groupEnd(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === '[') at = classEnd(source, at);
    else if (source[at] === '(') depth += 1;
    else if (source[at] === ')' && --depth === 0) return at + 1;
  }
  return source.length;
}

function groupWays(reader: Reader): Ways {
  const { source, at } = reader;
  const end = groupEnd(source, at);
  const kind = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(source.slice(at))?.[0] ?? '(';
  reader.at = end;
  const last = reader.last && isLast(source, end);
  // What must follow is told apart only where nothing else follows.
  if (kind.endsWith('!') || (kind === '(?=' && !last)) return [''];
  const ways = waysOf(source.slice(at + kind.length, end - 1), last);
  if (kind === '(?<=') return edged(ways, -1) ? [EDGE] : [''];
  return ways;
}

/** The ways of the next part, with its number of times. */
function partWays(reader: Reader): Ways {
  const { source, at } = reader;
  const sign = source[at] ?? '';
  if (sign === '(') return repeated(reader, groupWays(reader));
  if (sign === '\\') return repeated(reader, escapeWays(reader));
  if (sign === '[') {
    const end = classEnd(source, at);
    reader.at = end + 1;
    return repeated(reader, classWays(source.slice(at + 1, end)));
  }
  reader.at += 1;
  return repeated(reader, [sign === '.' ? ANY : letter(sign)]);
}

/** The branches of a source, cut at its own bars. */
function branches(source: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (let at = 0; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === '[') at = classEnd(source, at);
    else if (source[at] === '(') at = groupEnd(source, at) - 1;
    else if (source[at] === '|') {
      found.push(source.slice(from, at));
      from = at + 1;
    }
  }
  return [...found, source.slice(from)];
}

/** What most branches are. */
const PLAIN = /^[a-z ]+$/;
/** Lists stand in many patterns: what was read of one is kept while they are. */
const read = new Map<string, Ways>();

function waysOf(source: string, last: boolean): Ways {
  const key = `${last} ${source}`;
  const ways = read.get(key) ?? readWays(source, last);
  read.set(key, ways);
  return ways;
}

function readWays(source: string, last: boolean): Ways {
  return few(
    branches(source).flatMap((branch): Ways => {
      if (PLAIN.test(branch)) return [branch.replaceAll(' ', EDGE)];
      const reader: Reader = { source: branch, at: 0, last };
      let ways: Ways = [''];
      while (reader.at < branch.length) ways = after(ways, partWays(reader));
      return ways;
    }),
  );
}

/**
 * Sets of words of each of which a text must have one for `source` to match anywhere in it, ASCII small
 * letters; empty where nothing can be told. `source` is that of a RegExp with the flag u, or u and i.
 */
export function neededWords(source: string): Set<string>[] {
  if (branches(source).length > 1) return clausesOf(waysOf(source, true));
  const reader: Reader = { source, at: 0, last: true };
  const clauses: Set<string>[] = [];
  let ways: Ways = [ANY];
  while (reader.at < source.length) {
    ways = after(ways, partWays(reader));
    if (!edged(ways, -1)) continue;
    // Each stretch between two edges is told by itself, or the ways would multiply.
    clauses.push(...clausesOf(ways));
    ways = [EDGE];
  }
  return [...clauses, ...clausesOf(ways)];
}

const WORD = /[A-Za-z0-9_]+/g;
/** With the flags i and u these two pass for s and k. */
const PASSING = /[\u017F\u212A]/;
/** As many as the bits of a number. */
const MOST_CLAUSES = 30;

const wordsIn = (text: string): string[] =>
  (text.match(WORD) ?? []).map((word) => word.toLowerCase());

/**
 * Makes a first look at a text: gives the numbers of those of `shapes` that may match in it, ascending. Every
 * one that matches is among them.
 */
export function worthTrying(shapes: readonly RegExp[]): (text: string) => number[] {
  const wanted: number[] = [];
  const wants = new Map<string, Map<number, number>>();
  for (const [index, { source }] of shapes.entries()) {
    const clauses = neededWords(source).slice(0, MOST_CLAUSES);
    wanted.push(2 ** clauses.length - 1);
    for (const [bit, clause] of clauses.entries()) {
      for (const word of clause) {
        const of = wants.get(word) ?? new Map<number, number>();
        wants.set(word, of.set(index, (of.get(index) ?? 0) | (1 << bit)));
      }
    }
  }
  read.clear();
  const filed = new Map([...wants].map(([word, of]) => [word, [...of]]));
  return (text) => {
    if (PASSING.test(text)) return shapes.map((_, index) => index);
    const seen = new Int32Array(shapes.length);
    for (const word of new Set(wordsIn(text))) {
      for (const [index, bits] of filed.get(word) ?? []) seen[index] = (seen[index] ?? 0) | bits;
    }
    return wanted.flatMap((bits, index) => (seen[index] === bits ? index : []));
  };
}
