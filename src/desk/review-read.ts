/**
 * Reading followers for a review, a page at a time: what was read stands before the next page is asked for, so a limit
 * of the outlet's or a restart only makes it later. The newest come first, and a page of known ones is the end.
 */
import { readFollower } from '../audience/follower.ts';
import type { Profile } from '../audience/profile.ts';
import type { Audience, Page } from '../ports/audience.ts';
import type { Follower, Review } from '../ports/reviews.ts';
import type { Job } from '../ports/store.ts';
import type { School } from '../school/school.ts';
import { compareFollowing, type Followed, readFollowed } from './following.ts';
import { audienceFacts, audienceOf, keepable } from './people-there.ts';
import { planReading } from './review-start.ts';
import { type Turn, turn } from './turn.ts';
import type { World } from './world.ts';

/** Requests shown on a card; whoever lets them in sees the rest at the outlet. */
const MOST_REQUESTS = 10;

/** What comes after the last page. */
type Ending = { followed: Followed; requests: readonly Profile[] | null };

/** Reads the next page of a due job. Throws to be tried again, no sooner than the outlet says. */
export async function readOn(world: World, school: School, job: Job): Promise<void> {
  const id = String(job.payload.review);
  const review = await world.store.read.review(school.id, id);
  const audience = review && audienceOf(world, school, review.account);
  if (review?.state !== 'reading' || !audience) {
    await world.store.transaction((tx) => tx.dropJob(job.id));
    return;
  }
  const page = await audience.followers(review.account, review.cursor);
  const ids = page.items.map((profile) => profile.id);
  const met = await world.store.read.followersMet(school.id, review.account, ids);
  const read = review.read + page.items.length;
  const last =
    page.next === null ||
    (review.most !== null && read >= review.most) ||
    (met.size === ids.length && review.followers === null);
  const ending = last ? await endingOf(world, audience, school, review) : null;
  await turn(world, { school, person: null, delivery: null }, async (turn) => {
    const stands = await turn.tx.review(school.id, id);
    if (stands?.state !== 'reading' || stands.cursor !== review.cursor) return { ok: true };
    await takeIn(turn, stands, page);
    const next: Review = { ...stands, read, cursor: page.next };
    if (ending) await close(turn, next, ending);
    else {
      await turn.tx.putReview(school.id, next);
      await planReading(turn, id);
    }
    await turn.tell('', { tell: 'redraw', subject: `review:${id}` });
    return { ok: true };
  });
}

async function endingOf(
  world: World,
  audience: Audience,
  school: School,
  { account }: Review,
): Promise<Ending> {
  const guarded = school.accounts.find(({ handle }) => handle === account)?.visibility;
  const asked = guarded === 'protected' ? await audience.requests(account, null) : null;
  return {
    followed: await readFollowed(world.store.read, audience, school.id, account),
    requests: asked?.items.slice(0, MOST_REQUESTS) ?? null,
  };
}

async function takeIn(turn: Turn, review: Review, page: Page<Profile>): Promise<void> {
  const facts = await audienceFacts(turn);
  const room = review.most === null ? page.items.length : Math.max(0, review.most - review.read);
  const met = page.items.slice(0, room).map((profile): Omit<Follower, 'number'> => {
    const reading = readFollower(turn.school.policy, profile, facts);
    return {
      account: review.account,
      review: review.id,
      id: profile.id,
      profile: keepable(profile, facts.roll),
      state: 'new',
      doubt: Math.round(reading.doubt),
      plain: reading.plainFine,
      young: reading.age !== null || reading.pupil,
      proposal: reading.proposal,
      reasons: reading.reasons,
      decidedBy: null,
      reason: null,
      byHand: null,
    };
  });
  await turn.tx.addFollowers(turn.school.id, review.account, met);
}

async function close(turn: Turn, review: Review, { followed, requests }: Ending): Promise<void> {
  const { school, tx, now } = turn;
  const { roll } = await audienceFacts(turn);
  const shown = requests?.map((profile) => keepable(profile, roll)) ?? null;
  await tx.putReview(school.id, { ...review, state: 'open', requests: shown });
  await tx.setReadAt(school.id, review.account, 'followers', now);
  const counts = await tx.reviewCounts(school.id, review.id);
  await turn.record('review.read', review.account, {
    review: review.id,
    read: review.read,
    new: counts.new,
  });
  await compareFollowing(turn, review.account, followed);
}
