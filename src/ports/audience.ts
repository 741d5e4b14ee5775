/**
 * The people round an account at an outlet: who follows it, whom it follows, who mentions it. There is no reply,
 * message, like or quote here at all: what the schools' policies forbid cannot be asked of an outlet (ST-12, SM-20,
 * LH-15, IR-04).
 *
 * Reading throws where the outlet does not answer; an error's `retryAfter` (ms) says when to ask again.
 */
import type { Mention } from '../audience/mention.ts';
import type { Profile } from '../audience/profile.ts';
import type { Spend } from './outlet.ts';

/** Some of a long list. `next` is where the rest begins; null at the end. */
export type Page<T> = { items: readonly T[]; next: string | null };

/**
 * A page of mentions. What only passes on another's words is read and paid for, and is none of them: `newest` is the
 * id of the newest that was read, `read` how many were.
 */
export type MentionPage = Page<Mention> & { newest: string | null; read: number };

/** Who is at a handle. The outlet keeps the handle of somebody it has suspended, and shows nothing of them. */
export type Found = { kind: 'found'; profile: Profile } | { kind: 'not-there' | 'suspended' };

/** Who is at an id. Somebody suspended may come back, and is followed still; whoever is gone is null. */
export type There = Profile | 'suspended' | null;

/** The profile, where somebody is to be seen; else null. */
export const seenOf = (there: There | undefined): Profile | null =>
  there === undefined || there === 'suspended' ? null : there;

/**
 * What came of asking for something to be done. Asking twice does no harm. `by-hand`: the outlet lets a person do
 * it and no program, or not this account's tier; `why` is a sentence. `later`: not done, and `at` (epoch ms) is
 * when to ask again.
 */
export type Deed =
  | { kind: 'done' }
  | { kind: 'not-there' }
  | { kind: 'by-hand'; why: string }
  | { kind: 'later'; why: string; at: number }
  | { kind: 'unknown'; why: string };

/** What is read, as it is paid for: each profile, each follower and so on by itself. */
export type Reading = 'profile' | 'follower' | 'following' | 'blocking' | 'mention';

export type Audience = {
  /** The name school.yaml uses for the outlet. */
  name: 'timeline' | 'x';
  /** What so many of these cost to read, before they are read. What is spent is told as it is spent. */
  costOf: (account: string, what: Reading, times: number) => Spend;
  /** Where a person sees this profile, to do by hand what is not done here; by its id where the handle is empty. */
  pageOf: (profile: Pick<Profile, 'id' | 'handle'>) => string;
  /** What the outlet says of children, for families of followers who are too young. */
  childrensPolicy: string;

  /** `handle` with or without its @, in either case. */
  profile: (account: string, handle: string) => Promise<Found>;
  /** By the outlet's own ids, which outlast a change of handle. Gives an answer for each. */
  profiles: (account: string, ids: readonly string[]) => Promise<Map<string, There>>;
  /** Newest first, as long as the list stands still; `cursor` is a page's `next`, null for the newest. */
  followers: (account: string, cursor: string | null) => Promise<Page<Profile>>;
  /** Whom the account follows. */
  following: (account: string, cursor: string | null) => Promise<Page<Profile>>;
  /** Whom it has blocked. */
  blocking: (account: string, cursor: string | null) => Promise<Page<Profile>>;
  /** Who asks to follow a protected account; null where the outlet does not show it to a program. */
  requests: (account: string, cursor: string | null) => Promise<Page<Profile> | null>;
  /** Mentions after `since` (a page's `newest`, or null for all there are), newest first. */
  mentions: (account: string, since: string | null, cursor: string | null) => Promise<MentionPage>;

  /** The rest do not throw: a fault is an outcome. `id` is a profile's, for `hide` a mention's. */
  follow: (account: string, id: string) => Promise<Deed>;
  unfollow: (account: string, id: string) => Promise<Deed>;
  block: (account: string, id: string) => Promise<Deed>;
  /** Makes somebody follow no more, without blocking them. */
  remove: (account: string, id: string) => Promise<Deed>;
  mute: (account: string, id: string) => Promise<Deed>;
  /** Hides a reply below a post of ours; it is not answered. */
  hide: (account: string, id: string) => Promise<Deed>;
};
