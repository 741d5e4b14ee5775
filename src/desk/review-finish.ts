/** Finishing a review: what was done by hand is looked up, and the duty is done by the one who finishes. */
import type { Profile } from '../audience/profile.ts';
import type { Audience } from '../ports/audience.ts';
import type { Follower, Review, ReviewCounts } from '../ports/reviews.ts';
import { doDuty } from './duty.ts';
import { asked, audienceOf, wholeList } from './people-there.ts';
import { openReview, sentAway } from './review-decide.ts';
import { type Call, turn } from './turn.ts';
import { type Result, refuse, type World } from './world.ts';

/** So many sent away are looked up at once; a school does not block more in a week. */
const MOST_SENT_AWAY = 500;
const MOST_BLOCKED = 10_000;

type Seen = { blocked: ReadonlySet<string>; followers: ReadonlySet<string> };

const idsOf = (profiles: readonly Profile[]) => new Set(profiles.map(({ id }) => id));

/** What the outlet shows of those to be sent away. Followers are read as far as the review read them. */
async function look(
  audience: Audience,
  { account, read }: Review,
  left: readonly Follower[],
): Promise<Seen> {
  const wants = (state: Follower['state']) => left.some((each) => each.state === state);
  return {
    blocked: wants('to-block')
      ? idsOf(await wholeList((cursor) => audience.blocking(account, cursor), MOST_BLOCKED))
      : new Set(),
    followers: wants('to-remove')
      ? idsOf(await wholeList((cursor) => audience.followers(account, cursor), read))
      : new Set(),
  };
}

/** Looks whether those whom a person was to block or remove are blocked and removed. */
export async function checkSentAway(world: World, call: Call, id: string): Promise<Result> {
  const { school } = call;
  const review = await world.store.read.review(school.id, id);
  const audience = review && audienceOf(world, school, review.account);
  if (!review || !audience) return refuse('This review is not on our desk any more.');
  const states = ['to-block', 'to-remove'] as const;
  const left = await world.store.read.followersIn(school.id, id, states, MOST_SENT_AWAY);
  const seen = await asked(world, () => look(audience, review, left));
  if (!seen.ok) return seen;
  const { blocked, followers } = seen.read;
  return turn(world, call, async (turn) => {
    const open = await openReview(turn, call, id);
    if ('ok' in open) return open;
    const away = (await turn.tx.followersIn(school.id, id, states, MOST_SENT_AWAY)).filter(
      (each) => (each.state === 'to-block' ? blocked.has(each.id) : !followers.has(each.id)),
    );
    for (const follower of away) await sentAway(turn, follower, true);
    await turn.tell('', { tell: 'redraw', subject: `review:${id}` });
    return { ok: true };
  });
}

/** How many are still to be sent away by hand. */
export const leftByHand = (counts: ReviewCounts): number =>
  counts['to-block'] + counts['to-remove'];

function evidenceOf(counts: ReviewCounts): string {
  const { kept, pointed, blocked, removed } = counts;
  const all = kept + pointed + blocked + removed;
  if (all === 0) return 'Nobody new had followed.';
  const parts = [`kept ${kept.toLocaleString('en-GB')}`];
  if (blocked > 0) parts.push(`blocked ${blocked}`);
  if (removed > 0) parts.push(`removed ${removed}`);
  if (pointed > 0) parts.push(`pointed ${pointed} to the children’s policy`);
  const followers = all === 1 ? 'new follower' : 'new followers';
  return `Looked at ${all.toLocaleString('en-GB')} ${followers}: ${parts.join(', ')}.`;
}

/** Finishes a review in which everything is decided and done. */
export function finishReview(world: World, call: Call, id: string): Promise<Result> {
  return turn(world, call, async (turn) => {
    const open = await openReview(turn, call, id);
    if ('ok' in open) return open;
    const { review } = open;
    const { school, tx, now } = turn;
    const counts = await tx.reviewCounts(school.id, id);
    if (counts.new > 0) return refuse(`${counts.new} are still to be decided on.`);
    const left = leftByHand(counts);
    if (left > 0) return refuse(`${left} are still to be blocked or removed by hand.`);
    const evidence = evidenceOf(counts);
    await tx.putReview(school.id, {
      ...review,
      state: 'done',
      done: { by: call.person.id, at: now },
    });
    await turn.record('review.done', review.account, { review: id, ...counts });
    await doDuty(turn, 'follower-review', review.account, call.person, evidence);
    await turn.tell('', { tell: 'redraw', subject: `review:${id}` });
    return { ok: true };
  });
}
