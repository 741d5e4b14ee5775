/** How X counts and reads a text, by its own twitter-text 3 (configuration version 3). */
import twitterText from 'twitter-text';
import { LONGEST_TEXT } from '../post/revision.ts';
import { keepingLatest } from './latest.ts';
import type { Span } from './rule.ts';

export type Handle = { handle: string; span: Span };
export type Hashtag = { tag: string; span: Span };

/** Its published types leave the configuration out. */
type Config = { maxWeightedTweetLength: number };
const { configs, parseTweet: parseWith } = twitterText as unknown as {
  configs: { defaults: Config };
  parseTweet: (text: string, config: Config) => ReturnType<typeof twitterText.parseTweet>;
};

/** At most LONGEST_TEXT UTF-16 units, never half of a character: twitter-text is quadratic on some input. */
export function capped(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const cut = text.slice(0, LONGEST_TEXT);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** A run this long without a space, in UTF-16 units, is no link that anybody types. */
const LONG_RUN = /\S{300,}/gu;

/**
 * The text as twitter-text may read it. Its time grows with the square of a run of "a.a.a.", each dot of which
 * could end a link, so past the start of a very long run dots are read as commas: they weigh the same.
 */
function readable(text: string): string {
  return capped(text).replace(LONG_RUN, (run) => {
    const start = /^\W{0,3}https?:/iu.test(run) ? 300 : 0;
    return run.slice(0, start) + run.slice(start).replaceAll('.', ',');
  });
}

/**
 * The X-weighted length: a link is 23, an emoji 2, most other characters 1. Every unit past
 * LONGEST_TEXT counts 1, for it is far too long by then.
 */
export const weigh = keepingLatest((text): number => {
  const read = readable(text);
  return twitterText.parseTweet(read).weightedLength + (text.length - read.length);
});

/** Where a text's composed form differs, twitter-text's offsets are of that form: walk to the same place. */
function inOriginal(text: string, composedOffset: number): number {
  let offset = 0;
  let composed = 0;
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    composed += segment.normalize().length;
    if (composed > composedOffset) return offset;
    offset += segment.length;
  }
  return offset;
}

/** The UTF-16 offset of the first character past `limit` weighted units; the text's length where it fits. */
export function overrunFrom(text: string, limit: number): number {
  const read = readable(text);
  const composed = read.normalize();
  const config = { ...configs.defaults, maxWeightedTweetLength: limit };
  const parsed = parseWith(composed, config);
  if (parsed.weightedLength <= limit) return read.length;
  const firstWeighs = parseWith(composed.slice(0, parsed.validRangeEnd + 1), config).weightedLength;
  const past = firstWeighs > limit ? 0 : parsed.validRangeEnd + 1;
  const links = twitterText.extractUrlsWithIndices(composed);
  // A link is taken whole or not at all.
  const from = links.find(({ indices: [at, to] }) => at < past && past < to)?.indices[0] ?? past;
  return composed === read ? from : inOriginal(read, from);
}

/** Every @handle X would link, the way it was typed but always with a plain @. Email addresses are none. */
export const handlesIn = keepingLatest((text): readonly Handle[] =>
  twitterText
    .extractMentionsWithIndices(capped(text))
    .map(({ screenName, indices }) => ({ handle: `@${screenName}`, span: indices })),
);

/**
 * Where each link stands: those X would link, without https:// too, and anything else that begins with
 * https://, whose ending X may not know.
 */
export const linksIn = keepingLatest((text): readonly Span[] => {
  const read = capped(text);
  const known = twitterText
    .extractUrlsWithIndices(readable(read))
    .map(({ indices }): Span => indices);
  const written = [...read.matchAll(/https?:\/\/\S+/giu)].map(
    (match): Span => [match.index, match.index + match[0].length],
  );
  const more = written.filter(
    ([from]) => !known.some(([start, end]) => start <= from && from < end),
  );
  return [...known, ...more];
});

/** Every hashtag X would link, without its #. The #part of a link is none. */
export const hashtagsIn = keepingLatest((text): readonly Hashtag[] => {
  const hashtags = twitterText.extractHashtagsWithIndices(capped(text));
  if (hashtags.length === 0) return [];
  const links = linksIn(text);
  return hashtags
    .map(({ hashtag, indices }): Hashtag => ({ tag: hashtag, span: indices }))
    .filter(({ span }) => !links.some(([from, to]) => from < span[0] && span[1] <= to));
});
