/** A review of followers as people read it. */
import type { Follower, Review, ReviewCounts } from '../ports/reviews.ts';
import type { School } from '../school/school.ts';
import { audienceOf } from './people-there.ts';
import type { World } from './world.ts';

const NONE: ReviewCounts = {
  new: 0,
  kept: 0,
  pointed: 0,
  'to-block': 0,
  blocked: 0,
  'to-remove': 0,
  removed: 0,
  plain: 0,
};

/** So many stand on a card: what fits a phone. */
const SHOWN = 3;

export type ShownFollower = Follower & { page: string | null };

export type ReviewView = {
  /** Epoch ms. */
  now: number;
  timezone: string;
  review: Review;
  counts: ReviewCounts;
  names: Readonly<Record<string, string>>;
  /** The most doubtful of those who wait for a decision. */
  next: readonly ShownFollower[];
  /** Those whom a person has to block or remove. */
  byHand: readonly ShownFollower[];
  /** True where the account lets nobody in unasked. */
  guarded: boolean;
  childrensPolicy: string | null;
  /** Where those who ask to follow are let in. */
  own: string | null;
};

/** One review; null where the school has no such. */
export async function reviewView(
  world: World,
  school: School,
  id: string,
): Promise<ReviewView | null> {
  const { read } = world.store;
  const review = await read.review(school.id, id);
  if (!review) return null;
  const audience = audienceOf(world, school, review.account);
  const shown = (follower: Follower): ShownFollower => {
    const handle = follower.profile?.handle ?? '';
    return { ...follower, page: audience?.pageOf({ id: follower.id, handle }) ?? null };
  };
  const open = review.state === 'open';
  const inState = async (states: Parameters<typeof read.followersIn>[2], most: number) =>
    open ? (await read.followersIn(school.id, id, states, most)).map(shown) : [];
  return {
    now: world.clock.now(),
    timezone: school.timezone,
    review,
    // They are counted once all are read: what is shown until then is how many were read.
    counts: review.state === 'reading' ? NONE : await read.reviewCounts(school.id, id),
    names: Object.fromEntries(school.people.map((person) => [person.id, person.name])),
    next: await inState(['new'], SHOWN),
    byHand: await inState(['to-block', 'to-remove'], SHOWN),
    guarded:
      school.accounts.find(({ handle }) => handle === review.account)?.visibility === 'protected',
    childrensPolicy: audience?.childrensPolicy ?? null,
    own: audience?.pageOf({ id: '', handle: review.account }) ?? null,
  };
}
