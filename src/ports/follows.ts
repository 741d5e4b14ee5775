/** What the desk keeps of whom an account follows, and of the organisations that may be mentioned. */
import type { FollowJudgement } from '../audience/follow.ts';
import type { Profile } from '../audience/profile.ts';

/**
 * `asked`: waits for a decision. `to-do`: decided, and not done at the outlet yet. `found`: followed at the outlet
 * without a decision. `before`: followed already when Bellbird first looked. `over`: it was so, and is so no more.
 */
export type FollowState =
  | 'asked'
  | 'declined'
  | 'to-do'
  | 'done'
  | 'found'
  | 'before'
  | 'over'
  | 'gone';

/** A request to follow somebody, or to follow them no more, and what became of it. Moments are epoch ms. */
export type Follow = {
  id: string;
  number: number;
  /** Our account's handle. */
  account: string;
  wants: 'follow' | 'unfollow';
  /** As it was when it was looked at last; no field of it bears a pupil's name. */
  profile: Profile;
  /** Person id; null where it was found at the outlet. */
  askedBy: string | null;
  askedAt: number;
  because: string;
  judgement: FollowJudgement | null;
  state: FollowState;
  /** Rises with every change. */
  version: number;
  decidedBy: string | null;
  decidedAt: number | null;
  reason: string | null;
  /** Why a person has to do it by hand; null where that is not known, or it is done. */
  byHand: string | null;
  /** When the outlet's own list was last seen to agree. */
  seenAt: number | null;
};

/** An organisation that agreed to be mentioned, by word of mouth (ST-22). */
export type HandleAgreed = {
  /** With its @. */
  handle: string;
  by: string;
  /** Whom they spoke to, and when (ISO date). */
  spokeTo: string;
  spokeOn: string;
  at: number;
  expiresAt: number;
};

export type FollowReader = {
  follow: (school: string, id: string) => Promise<Follow | null>;
  /** In these states, newest first, at most `limit`. */
  followsIn: (school: string, states: readonly FollowState[], limit: number) => Promise<Follow[]>;
  /** All that an account has to do with these profiles, newest first. */
  followsOf: (school: string, account: string, profiles: readonly string[]) => Promise<Follow[]>;
  /** Everything about an account in these states, for comparing with its list at the outlet. */
  followsBy: (school: string, account: string, states: readonly FollowState[]) => Promise<Follow[]>;
  /** When a list of the outlet's was last read to its end, epoch ms; null for never. */
  readAt: (
    school: string,
    account: string,
    list: 'following' | 'followers',
  ) => Promise<number | null>;
  /** Agreements by their handle; those that have run out too. */
  handlesAgreed: (school: string) => Promise<HandleAgreed[]>;
};

export type FollowTx = FollowReader & {
  /** Adds it under the next number. */
  addFollow: (school: string, follow: Omit<Follow, 'number'>) => Promise<Follow>;
  /** Writes it with its version raised, where it still is at that version. False: somebody was there first. */
  moveFollow: (school: string, follow: Follow) => Promise<boolean>;
  setReadAt: (
    school: string,
    account: string,
    list: 'following' | 'followers',
    at: number,
  ) => Promise<void>;
  /** Adds, or replaces the one of the same handle in either case. */
  putHandle: (school: string, agreed: HandleAgreed) => Promise<void>;
  dropHandle: (school: string, handle: string) => Promise<boolean>;
};
