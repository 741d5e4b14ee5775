/**
 * What X bills, in millionths of a US dollar. From "X API pay-per-usage pricing" (docs.x.com, getting started,
 * pricing; its tables of reads, of writes and of owned reads) and X's announcement of 17 April 2026 on posts with
 * links, looked up in November 2026. What X sends twice in a day of UTC it bills once, as a rule: no sum here counts
 * on that. Prices change: the bill in X's own console is what counts.
 */
import tt from 'twitter-text';
import type { Spend } from '../../src/ports/outlet.ts';

/** One of each. */
export const MICRODOLLARS = {
  post: 15_000,
  'post with a link': 200_000,
  removal: 10_000,
  /** X names no price for muting: it is counted as what it does to other users costs at most. */
  follow: 15_000,
  unfollow: 10_000,
  mute: 15_000,
  hide: 5_000,
} as const;

/**
 * One thing read, where the account's owner owns the app and where not. X calls the first "owned reads"; it lists
 * looking up a user or a post among the ordinary ones, whoever asks.
 */
const READING = {
  'own post': { owned: 1_000, other: 5_000 },
  'post looked up': { owned: 5_000, other: 5_000 },
  user: { owned: 10_000, other: 10_000 },
  follower: { owned: 1_000, other: 10_000 },
  followed: { owned: 1_000, other: 10_000 },
  blocked: { owned: 1_000, other: 1_000 },
  mention: { owned: 1_000, other: 5_000 },
} as const;
export type Read = keyof typeof READING;

/** Longer texts, in UTF-16 units, are refused anyway: finding links takes time in proportion to the square. */
const LONGEST = 4000;

/** Whether X will bill this text as one with a link. `www` or `https` are not needed for that. */
export function hasLink(text: string): boolean {
  return tt.extractUrls(text.slice(0, LONGEST)).length > 0;
}

const dollars = (microdollars: number): string =>
  `$${(microdollars / 1_000_000).toFixed(3).replace(/0$/, '')}`;

/** What this text costs, where that is dear; null where it is not. */
export function priceWords(text: string): string | null {
  if (!hasLink(text)) return null;
  const { post, 'post with a link': dear } = MICRODOLLARS;
  return `a post with a link costs about ${dollars(dear)} on X, one without ${dollars(post)}`;
}

/** What one post of this text is billed at. */
export function spendOfPost(account: string, text: string): Spend {
  const what = hasLink(text) ? 'post with a link' : 'post';
  return { account, what, times: 1, microdollars: MICRODOLLARS[what] };
}

/** What so many readings of one kind are billed at. `owns` is whether the account's owner owns the app. */
export function spendOfReads(account: string, kind: Read, times: number, owns: boolean): Spend {
  const one = READING[kind][owns ? 'owned' : 'other'];
  return { account, what: 'read', times, microdollars: times * one };
}

/** What one deed of this kind to somebody, or to what they said, is billed at. */
export function spendOfDeed(account: string, deed: 'follow' | 'unfollow' | 'mute' | 'hide'): Spend {
  return { account, what: 'deed', times: 1, microdollars: MICRODOLLARS[deed] };
}
