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
  /** The outlet's id of the newest edit of this post; absent where nobody has edited it. */
  editedTo?: string;
};

/**
 * Surely not posted, and why. `concerns` says what is in the way: the words; the account, on which nothing goes
 * out until somebody puts it right; or that the account has these very words already. After an attempt of
 * unknown fate those may be its own post, so the desk then takes `duplicate` for unknown.
 */
export type Refused = {
  kind: 'refused';
  why: string;
  fix: string;
  concerns: 'wording' | 'account' | 'duplicate';
};

/** Where a link leads. `account` is null where the link does not say whose post it is. */
export type Pointed = { account: string | null; id: string };

/**
 * What is known after one try. `later`: surely not posted, and `at` (epoch ms) is when it may be tried again.
 * `unknown` is never tried again by itself.
 */
export type PublishOutcome =
  | { kind: 'posted'; post: OutletPost }
  | Refused
  | { kind: 'later'; why: string; at: number }
  | { kind: 'unknown'; why: string };

/** What is known after a post was asked to be taken down. Asking twice does no harm. */
export type RemovalOutcome =
  | { kind: 'removed' }
  | { kind: 'not-there' }
  | Refused
  | { kind: 'unknown'; why: string };

/** What calls to an outlet cost, as they are made. */
export type Spend = {
  account: string;
  what: 'post' | 'post with a link' | 'read' | 'removal' | 'deed';
  /** How many of them. */
  times: number;
  /** Millionths of a US dollar, all of them together. */
  microdollars: number;
};

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
  /**
   * The posts of this account with these ids as they stand now, null for each that is gone or is not its own.
   * A post that was edited is given as it reads in the version asked for, with `editedTo`. Throws when it cannot read.
   * Each may be a call of its own: ask for some tens at most.
   */
  look: (account: string, ids: readonly string[]) => Promise<Map<string, OutletPost | null>>;
  /** Takes a post of this account down. Does not throw: a fault is an outcome. */
  remove: (account: string, id: string) => Promise<RemovalOutcome>;
  /** True when this post of the outlet is the given text, as far as the outlet's own rewriting allows to say. */
  matches: (post: OutletPost, text: string) => boolean;
  /** The page on which readers see an account's posts. */
  page: (account: string) => string;
  /** The post a link leads to, in every form in which people copy one; null for any other link. */
  pointed: (link: string) => Pointed | null;
  /** Pounds or dollars are not ours to say: a sentence on what this text costs, or null where it is not dear. */
  price: (text: string) => string | null;
};
