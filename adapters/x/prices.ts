/**
 * What X bills, in millionths of a US dollar. From "X API pay-per-usage pricing" (docs.x.com, getting started,
 * pricing) and X's announcement of 17 April 2026 on posts with links and on reading one's own timeline, looked up
 * in November 2026. Prices change: the bill in X's own console is what counts.
 */
import tt from 'twitter-text';
import type { Spend } from '../../src/ports/outlet.ts';

/** One of each. */
export const MICRODOLLARS = {
  post: 15_000,
  'post with a link': 200_000,
  /** A post on the account's own timeline, where the account's owner owns the app. */
  'own post read': 1_000,
  /** A post looked up by its id: X lists that among the ordinary reads. */
  'post looked up': 5_000,
  'user read': 10_000,
  removal: 10_000,
} as const;

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

/** What so many readings of one kind are billed at. */
export function spendOfReads(
  account: string,
  kind: 'own post read' | 'post looked up' | 'user read',
  times: number,
): Spend {
  return { account, what: 'read', times, microdollars: times * MICRODOLLARS[kind] };
}
