/**
 * What X does to a text before it keeps it. From the open sources of its write path (twitter/the-algorithm,
 * tweetypie/common, `Preprocessor` and `PartialHtmlEncoding`), told here in our own words, and twitter-text.
 */
import { randomInt } from 'node:crypto';
import tt from 'twitter-text';

export type UrlEntity = {
  start: number;
  end: number;
  url: string;
  expanded_url: string;
  display_url: string;
};

/** The limit of an ordinary account, in weighted units. */
export const LIMIT = 280;

/** Taken out wherever they stand: the order mark, direction marks, control characters (the tab too) but not line ends. */
const STRIPPED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\ufffe\ufeff\uffff\u200e\u200f\u202a-\u202e\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f\u2065]/g;
const BLANK_AT_THE_ENDS = '[\\s\\p{Z}\\u180e\\u0085\\u200b\\ufeff]*';
const ENDS = new RegExp(`^${BLANK_AT_THE_ENDS}|${BLANK_AT_THE_ENDS}$`, 'gu');
const BLANK =
  '[\\s\\p{Z}\\u180e\\u0085\\u00ad\\u061c\\u200b-\\u200d\\u2061-\\u2064\\u2066-\\u206f\\u2800\\u3164\\ufeff\\uffa0]*';
const BLANK_LINES = new RegExp(`\\n(?:${BLANK}\\n){2,}`, 'gu');

/** The text as X reads it: composed, without what cannot be seen, trimmed, at most one blank line in a row. */
export function processed(text: string): string {
  return text
    .normalize('NFC')
    .replace(STRIPPED, '')
    .replace(ENDS, '')
    .replaceAll('\r\n', '\n')
    .replace(BLANK_LINES, '\n\n');
}

/** Its length by X's count; Infinity where it is empty or holds what X takes in no post. */
export function weightOf(text: string): number {
  if (text.length > 4_000) return text.length;
  const { weightedLength, valid } = tt.parseTweet(text);
  return valid || weightedLength > LIMIT ? weightedLength : Number.POSITIVE_INFINITY;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const short = () =>
  `https://t.co/${Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;

export const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Counted in code points, as X counts the places of its entities. */
const points = (text: string) => [...text].length;

/** What the page shows of a link: no scheme, no `www.`, cut after 26 characters of its path. */
function display(url: string): string {
  const plain = url.replace(/^https?:\/\//i, '').replace(/^www\./i, '');
  return plain.length > 40 ? `${plain.slice(0, 37)}…` : plain;
}

/** The text as X keeps and sends it: each link a t.co of this post's own, the three signs escaped. */
export function kept(text: string): { text: string; urls: UrlEntity[] } {
  const urls: UrlEntity[] = [];
  let out = '';
  let from = 0;
  for (const { url, indices } of tt.extractUrlsWithIndices(text)) {
    out += escaped(text.slice(from, indices[0]));
    const start = points(out);
    const link = short();
    out += link;
    const expanded_url = /^https?:\/\//i.test(url) ? url : `http://${url}`;
    urls.push({ start, end: points(out), url: link, expanded_url, display_url: display(url) });
    from = indices[1];
  }
  return { text: out + escaped(text.slice(from)), urls };
}
