/** Finishing a review: what was done by hand is looked up, and the duty is done by the one who finishes. */
import type { Profile } from '../audience/profile.ts';
import { type Audience, type Page, seenOf } from '../ports/audience.ts';
import type { Follower, Review, ReviewCounts } from '../ports/reviews.ts';
import { doDuty } from './duty.ts';
import { asked, audienceOf, wholeList } from './people-there.ts';
import { openReview, sentAway } from './review-decide.ts';
import { type Call, turn } from './turn.ts';
import { type Result, refuse, type World } from './world.ts';

/** So many sent away are looked up at once; a school does not block more in a week. */
const MOST_SENT_AWAY = 500;
const MOST_BLOCKED = 10_000;
/** Whoever follows since the review was read stands before those it met: so many more are read. */
const NEW_SINCE = 1_000;

type Seen = {
  blocked: ReadonlySet<string>;
  followers: ReadonlySet<string>;
  /** Who is at the outlet no more: nobody can block them, and they follow nobody. */
  gone: ReadonlySet<string>;
};

const idsOf = (all: readonly { id: string }[]) => new Set(all.map(({ id }) => id));

/** What the outlet shows of those to be sent away. Followers are read a page further than the review read them. */
async function look(
  audience: Audience,
  { account, read }: Review,
  left: readonly Follower[],
): Promise<Seen> {
  const wants = (state: Follower['state']) => left.filter((each) => each.state === state);
  const blocked: ReadonlySet<string> =
    wants('to-block').length > 0
      ? idsOf(await wholeList((cursor) => audience.blocking(account, cursor), MOST_BLOCKED))
      : new Set();
  const notBlocked = wants('to-block').filter(({ id }) => !blocked.has(id));
  const there = await audience.profiles(
    account,
    notBlocked.map(({ id }) => id),
  );
  return {
    blocked,
    followers: await stillThere(audience, account, idsOf(wants('to-remove')), read + NEW_SINCE),
    gone: new Set(notBlocked.flatMap(({ id }) => (seenOf(there.get(id)) ? [] : [id]))),
  };
}

/** Which of these follow still, among the newest `most`. Each page costs: none is read once all are found. */
async function stillThere(
  audience: Audience,
  account: string,
  wanted: ReadonlySet<string>,
  most: number,
): Promise<Set<string>> {
  const found = new Set<string>();
  let read = 0;
  for (let cursor: string | null = null; found.size < wanted.size && read < most; ) {
    const page: Page<Profile> = await audience.followers(account, cursor);
    for (const { id } of page.items) if (wanted.has(id)) found.add(id);
    read += page.items.length;
    cursor = page.next;
    if (cursor === null) break;
  }
  return found;
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
  const { blocked, followers, gone } = seen.read;
  return turn(world, call, async (turn) => {
    const open = await openReview(turn, call, id);
    if ('ok' in open) return open;
    const away = (await turn.tx.followersIn(school.id, id, states, MOST_SENT_AWAY)).filter(
      ({ state, id }) =>
        state === 'to-block' ? blocked.has(id) || gone.has(id) : !followers.has(id),
    );
    for (const follower of away) await sentAway(turn, follower, gone.has(follower.id), true);
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
