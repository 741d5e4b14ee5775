/** What waits to be decided on or done about the people round the accounts, counted. */
import type { Review } from '../ports/reviews.ts';
import type { School } from '../school/school.ts';
import { leftByHand } from './review-finish.ts';
import type { World } from './world.ts';

export type PeopleWaiting = {
  follows: {
    /** Requests that nobody has decided on. */
    asked: number;
    /** Followed at the outlet, with nobody's decision. */
    found: number;
    /** Decided on, and still to be done. */
    toDo: number;
  };
  /** Reviews that are not done. `left` are to be decided on, `byHand` to be blocked or removed. */
  reviews: readonly { account: string; state: Review['state']; left: number; byHand: number }[];
  /** Accounts with mentions that ask for a decision. */
  mentions: readonly { account: string; waiting: number }[];
};

/** No school has as many; a list that long is told by its length. */
const COUNTED = 1_000;

/** What waits in the whole school. */
export async function peopleWaiting(world: World, school: School): Promise<PeopleWaiting> {
  const { read } = world.store;
  const follows = await read.followsIn(school.id, ['asked', 'found', 'to-do'], COUNTED);
  const inState = (wanted: string) => follows.filter(({ state }) => state === wanted).length;
  const reviews: PeopleWaiting['reviews'][number][] = [];
  const mentions: PeopleWaiting['mentions'][number][] = [];
  for (const { handle: account } of school.accounts) {
    const review = await read.reviewOf(school.id, account);
    if (review) {
      const { state } = review;
      // They are counted once all are read.
      const counts = state === 'open' ? await read.reviewCounts(school.id, review.id) : null;
      const byHand = counts ? leftByHand(counts) : 0;
      reviews.push({ account, state, left: counts?.new ?? 0, byHand });
    }
    const { waiting } = await read.mentionCounts(school.id, account);
    if (waiting > 0) mentions.push({ account, waiting });
  }
  const [asked, found, toDo] = [inState('asked'), inState('found'), inState('to-do')];
  return { follows: { asked, found, toDo }, reviews, mentions };
}
