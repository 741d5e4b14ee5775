/** What the tables of accounts share. */
import type { FollowJudgement } from '../../src/audience/follow.ts';
import { judgeFollow } from '../../src/audience/follow.ts';
import { type FollowerReading, readFollower } from '../../src/audience/follower.ts';
import type { Profile } from '../../src/audience/profile.ts';
import type { PresetName } from '../../src/policy/load.ts';
import { FACTS, policyOf, profileOf } from '../judge/audience.ts';

export { FACTS };

/** An account that has been there for years, seen and followed as most are. */
export const account = (
  handle: string,
  name = '',
  bio = '',
  more: Partial<Profile> = {},
): Profile => ({ ...profileOf({ handle, name, bio, link: null }), ...more });

export const follow = (policy: PresetName, profile: Profile, asked = ''): FollowJudgement =>
  judgeFollow(policyOf(policy), profile, asked, FACTS);

export const review = (policy: PresetName, profile: Profile): FollowerReading =>
  readFollower(policyOf(policy), profile, FACTS);

/** Ids of the clauses behind a judgement, each once. */
export const clausesOf = ({ reasons }: Pick<FollowJudgement, 'reasons'>): string[] => [
  ...new Set(reasons.flatMap(({ clauses }) => clauses)),
];
