/** What the desk keeps of reviews of followers. Who was kept is known by their id alone. */
import type { Reason } from '../audience/facts.ts';
import type { Profile } from '../audience/profile.ts';
import type { Proposal } from '../policy/audience-schema.ts';

/** A review of an account's new followers. Moments are epoch ms. */
export type Review = {
  id: string;
  account: string;
  startedBy: string;
  startedAt: number;
  /** `reading`: followers are being read. `open`: they are read, and wait for decisions. */
  state: 'reading' | 'open' | 'done';
  /** Where the outlet's list goes on; null at its beginning. */
  cursor: string | null;
  /** Followers read so far, and at most; null for as many as there are new. */
  read: number;
  most: number | null;
  /** How many follow the account, where that was asked at a first review. */
  followers: number | null;
  /** Who asks to follow a protected account; null where the outlet does not show it, or nobody has to be asked. */
  requests: readonly Profile[] | null;
  done: { by: string; at: number } | null;
};

export type FollowerState =
  | 'new'
  | 'kept'
  | 'pointed'
  | 'to-block'
  | 'blocked'
  | 'to-remove'
  | 'removed';

export type Follower = {
  /** From 1 in each account. */
  number: number;
  account: string;
  review: string;
  /** The outlet's own id. */
  id: string;
  /** No field of it bears a pupil's name; null once nothing is to be decided or done any more. */
  profile: Profile | null;
  state: FollowerState;
  /** 0 to 100: the most doubtful come first. */
  doubt: number;
  plain: boolean;
  /** Reads as a child or a pupil. */
  young: boolean;
  proposal: Proposal;
  reasons: readonly Reason[];
  decidedBy: string | null;
  reason: string | null;
  byHand: string | null;
};

export type ReviewCounts = Readonly<Record<FollowerState, number>> & {
  /** Of those who are new: plainly fine. */
  plain: number;
};

export type ReviewReader = {
  review: (school: string, id: string) => Promise<Review | null>;
  /** The one that is not done, or null. */
  reviewOf: (school: string, account: string) => Promise<Review | null>;
  follower: (school: string, account: string, number: number) => Promise<Follower | null>;
  /** Those of these ids that a review has met, and that were not blocked or removed since: these are new again. */
  followersMet: (school: string, account: string, ids: readonly string[]) => Promise<Set<string>>;
  /** Of a review in these states, the most doubtful first, at most `limit`. */
  followersIn: (
    school: string,
    review: string,
    states: readonly FollowerState[],
    limit: number,
  ) => Promise<Follower[]>;
  reviewCounts: (school: string, review: string) => Promise<ReviewCounts>;
};

export type ReviewTx = ReviewReader & {
  /** Adds, or replaces the one with the same id. */
  putReview: (school: string, review: Review) => Promise<void>;
  /** Adds them under the next numbers; those whom a review has met are left out. Gives how many were new. */
  addFollowers: (
    school: string,
    account: string,
    met: readonly Omit<Follower, 'number'>[],
  ) => Promise<number>;
  setFollower: (school: string, follower: Follower) => Promise<void>;
  /** Keeps everybody of a review who is new and plainly fine. Gives how many. */
  keepPlain: (school: string, review: string, by: string) => Promise<number>;
};
