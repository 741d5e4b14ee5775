/**
 * Where posts are published. There is no reply, quote, like or message call here at all: what the
 * schools' policies forbid cannot be asked of an outlet (ST-12, SM-20, LH-15, IR-04).
 */

export type OutletPost = {
  /** The outlet's own id. */
  id: string;
  url: string;
  text: string;
  /** Epoch ms as the outlet says. */
  at: number;
};

/** What is known after one try. `unknown` is never tried again by itself. */
export type PublishOutcome =
  | { kind: 'posted'; post: OutletPost }
  | { kind: 'refused'; why: string; fix: string }
  | { kind: 'unknown'; why: string };

export type Outlet = {
  /** The name school.yaml uses. */
  name: 'timeline' | 'x';
  /** The newest own post, to remember before an attempt; null on an empty account. */
  newest: (account: string) => Promise<string | null>;
  /** One call to the outlet, never repeated inside. Does not throw: a fault is an outcome. */
  publish: (account: string, text: string) => Promise<PublishOutcome>;
  /** How long to wait (ms) before each look for a post of unknown fate; after the last a person decides. */
  readBackAfter: readonly number[];
  /** Own posts after `since` (an id from `newest`, or null for all), oldest first. Throws when it cannot read. */
  postsSince: (account: string, since: string | null) => Promise<OutletPost[]>;
  /** True when this post of the outlet is the given text, as far as the outlet's own rewriting allows to say. */
  matches: (post: OutletPost, text: string) => boolean;
  /** Pounds or dollars are not ours to say: a sentence on what this text costs, or null where it is not dear. */
  price: (text: string) => string | null;
};
