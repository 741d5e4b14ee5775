/** The words of a text, as names are looked for in them. */
import { keepingLatest } from '../latest.ts';
import type { Span } from '../rule.ts';
import { keysOf, type Plain, plainOf, withTall } from './plain.ts';

/** How a word is written: small, Capital, ALL CAPITALS, or oThErWise. */
export type Shape = 'small' | 'capital' | 'capitals' | 'mixed';

export type Token = {
  /** As it reads, case kept, without a possessive ending. */
  word: string;
  /** The keys under which it may stand on the roll, the likeliest first. */
  keys: readonly string[];
  /** The likeliest key: small letters only, digits read as the letters they pass for. */
  low: string;
  /** Small letters and digits as they stand. */
  raw: string;
  shape: Shape;
  /** A name of the roll that is an everyday word too, written small: read as if it had its capital. */
  quiet?: true;
  /** Written with 's or s' at its end. */
  possessive: boolean;
  /** In UTF-16 units of the original, the possessive ending left out. */
  span: Span;
  /** True where an apostrophe ends it, which may close a quotation. */
  closes: boolean;
  /** Where the whole word ends, its possessive ending and all. */
  end: number;
  /** What stands between the word before and this one. */
  gap: string;
  /** True where a capital says nothing: the start of a sentence, a line, a quotation, after a colon. */
  opens: boolean;
};

const WORD = /[\p{L}\p{N}\uE001|]+(?:['@$!](?=\p{L})[\p{L}\p{N}\uE001|]+)*'?/gu;
/** Signs that only a link, an address or a disguise has inside a word. */
const POSSESSIVE = /'(?:s|S)?$/u;
const OPENS = /[.!?:;•–—"“”«(\n\uFFFC*>|[]|(?:^|\s)['-]|…/u;
const TITLE_DOT = /^(?:mr|mrs|ms|dr|st|rev|prof|fr|sr|jr|mt|no)$/;
const LEET_SIGN: Readonly<Record<string, string>> = { '@': 'a', $: 's', '!': '\uE001' };

function shapeOf(word: string): Shape {
  const letters = word.replace(/[^\p{L}]/gu, '');
  if (letters === '') return 'small';
  const small = letters.toLowerCase();
  if (letters === small) return 'small';
  const head = letters.charAt(0);
  if (letters.length > 1 && letters === letters.toUpperCase()) return 'capitals';
  return head !== head.toLowerCase() ? 'capital' : 'mixed';
}

/** One word as a token; `start` and `stop` are offsets into the plain text. */
export function tokenAt(
  original: string,
  plain: Plain,
  start: number,
  stop: number,
  gap: string,
  opens: boolean,
): Token {
  const written = plain.text.slice(start, stop);
  const ending = POSSESSIVE.exec(written);
  const possessive = ending !== null && (ending[0].length > 1 || /s'$/iu.test(written));
  const cut = ending === null ? written : written.slice(0, ending.index);
  const word = withTall(cut.replace(/[@$!]/g, (sign) => LEET_SIGN[sign] ?? sign));
  const from = plain.from[start] ?? 0;
  const end = plain.to[start + cut.length - 1] ?? original.length;
  const keys = keysOf(original.slice(from, end), word);
  return {
    word,
    keys,
    low: keys[0] ?? '',
    raw: cut.toLowerCase(),
    shape: shapeOf(word),
    closes: ending?.[0] === "'",
    possessive,
    span: [from, end],
    end: plain.to[stop - 1] ?? end,
    gap,
    opens,
  };
}

/** Links and addresses: their words are no words of the text. From the start of a run, or its length squared is the time. */
const LINK = /(?:https?:\/\/|www\.)\S+|(?<![\w.+'-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/giu;
const TAG = /(?<![\p{L}\p{N}_&])[#@＃＠][\p{L}\p{N}_\uE001]+/gu;

/** A word with a capital inside it. */
const GLUED = /(?<![\p{L}\p{N}_#@＃＠&./-])\p{L}+\p{Ll}\p{Lu}\p{L}*(?![\p{L}\p{N}_@.]\p{L})/gu;

/** A hashtag, a handle, or a word glued of several; `start` is where its sign is, before its first letter. */
export type Tag = { kind: '#' | '@' | ''; start: number; stop: number };
/** Where a link or an address is, in units of the plain text. */
export type Stretch = { start: number; stop: number };
export type Read = { plain: Plain; tokens: Token[]; tags: Tag[]; links: Stretch[] };

function stretchesOf(text: string, shape: RegExp): Stretch[] {
  return [...text.matchAll(shape)].map((match) => ({
    start: match.index,
    stop: match.index + match[0].length,
  }));
}

/** The words of a text outside links, hashtags and handles, and where those tags are. */
export const readText = keepingLatest((original): Read => {
  const plain = plainOf(original);
  const { text } = plain;
  const links = /[@:]|www/iu.test(text) ? stretchesOf(text, LINK) : [];
  const outside = ({ start }: Stretch) =>
    !links.some((link) => link.start <= start && start < link.stop);
  const marked = /[#@＃＠]/u.test(text) ? stretchesOf(text, TAG).filter(outside) : [];
  const tags = marked.map(
    ({ start, stop }): Tag => ({
      kind: /[#＃]/u.test(text.charAt(start)) ? '#' : '@',
      start,
      stop,
    }),
  );
  // JoshandMei, ZuzannaK: read as a tag is, from the unit before it on.
  const inner = /\p{Ll}\p{Lu}/u.test(text) ? [...text.matchAll(GLUED)] : [];
  const glued = inner.map(
    (match): Tag => ({ kind: '', start: match.index - 1, stop: match.index + match[0].length }),
  );
  const skipped = [...links, ...marked];
  const tokens: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    if (skipped.some((stretch) => stretch.start <= start && start < stretch.stop)) continue;
    const stop = start + match[0].length;
    const gap = text.slice(last, start);
    const before = tokens.at(-1);
    const afterTitle = gap.startsWith('.') && before !== undefined && TITLE_DOT.test(before.low);
    const opens = before === undefined || (!afterTitle && OPENS.test(gap)) || /[#@＃＠]/u.test(gap);
    const token = tokenAt(original, plain, start, stop, gap, opens);
    if (token.low === '') continue;
    tokens.push(token);
    last = stop;
  }
  return {
    plain,
    tokens,
    tags: tags.concat(glued.filter(({ start }) => outside({ start: start + 1, stop: 0 }))),
    links,
  };
});
