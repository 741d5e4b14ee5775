/** Deciding on followers: each by a person, with a reason where somebody is sent away. */
import type { Deed } from '../ports/audience.ts';
import type { Follower, FollowerState, Review } from '../ports/reviews.ts';
import type { Job } from '../ports/store.ts';
import type { School } from '../school/school.ts';
import { refuseNames } from './judge.ts';
import { audienceOf } from './people-there.ts';
import type { Recorded } from './record.ts';
import { mayReview } from './review-start.ts';
import { type Call, type Turn, turn } from './turn.ts';
import { type Refusal, type Result, refuse, type World } from './world.ts';

export type Sentence = 'keep' | 'block' | 'remove' | 'point';

const LONGEST_REASON = 300;

const BECOMES: Readonly<Record<Sentence, FollowerState>> = {
  keep: 'kept',
  block: 'to-block',
  remove: 'to-remove',
  point: 'pointed',
};

const EVENTS = {
  keep: 'follower.kept',
  block: 'follower.to-block',
  remove: 'follower.to-remove',
  point: 'follower.pointed',
} as const satisfies Record<Sentence, Recorded>;

/** The review a press is about, or why it cannot be. */
export async function openReview(
  turn: Turn,
  call: Call,
  id: string,
): Promise<{ review: Review } | Refusal> {
  const review = await turn.tx.review(turn.school.id, id);
  if (!review) return refuse('This review is not on our desk any more.');
  const barred = mayReview(turn.school, review.account, call.person);
  if (barred) return barred;
  if (review.state === 'reading') return refuse('The followers are still being read.');
  if (review.state === 'done')
    return refuse('This review is done already. The card shows by whom.');
  return { review };
}

/** What is known of somebody in the ledger: their handle where it may be kept, and the outlet's own id. */
const named = ({ profile, id, account }: Follower) => ({
  subject: profile?.handle || account,
  detail: { account, profile: id },
});

/** Records what is to become of one follower; the first decision counts. */
export function decideFollower(
  world: World,
  call: Call,
  at: { review: string; number: number },
  { sentence, reason }: { sentence: Sentence; reason: string },
): Promise<Result> {
  return turn(world, call, async (turn) => {
    const open = await openReview(turn, call, at.review);
    if ('ok' in open) return open;
    const { review } = open;
    const { school, tx } = turn;
    const follower = await tx.follower(school.id, review.account, at.number);
    if (follower?.review !== review.id || follower.state !== 'new') {
      return refuse('This has been decided already. The card now shows what is left.');
    }
    const why = reason.trim();
    const field = `reason-${follower.number}-${sentence}`;
    if (why === '' && (sentence === 'block' || sentence === 'remove')) {
      return refuse('Say why in a few words: it is kept for the record.', field);
    }
    if (why.length > LONGEST_REASON) {
      return refuse(`Keep the reason under ${LONGEST_REASON} characters, please.`, field);
    }
    const barred = await refuseNames(turn, call.person, why);
    if (barred) return barred;
    const state = BECOMES[sentence];
    const over = state === 'kept' || state === 'pointed';
    await tx.setFollower(school.id, {
      ...follower,
      state,
      ...(over ? { profile: null, reasons: [] } : {}),
      decidedBy: call.person.id,
      reason: why === '' ? null : why,
    });
    const { subject, detail } = named(follower);
    await turn.record(EVENTS[sentence], subject, { ...detail, review: review.id, reason: why });
    if (!over) await planDeed(turn, review, follower.number);
    await turn.tell('', { tell: 'redraw', subject: `review:${review.id}` });
    return { ok: true };
  });
}

/**
 * Takes back that somebody is to be blocked or removed, while it waits for a person's hand. A deed that the outlet is
 * being asked for may be done already, so that one is let finish.
 */
export function keepAfterAll(
  world: World,
  call: Call,
  at: { review: string; number: number },
): Promise<Result> {
  return turn(world, call, async (turn) => {
    const open = await openReview(turn, call, at.review);
    if ('ok' in open) return open;
    const { review } = open;
    const { school, tx } = turn;
    const follower = await tx.follower(school.id, review.account, at.number);
    const away = follower?.state === 'to-block' || follower?.state === 'to-remove';
    if (follower?.review !== review.id || !away) {
      return refuse('Nothing is left to take back here. The card now shows how it stands.');
    }
    if (follower.byHand === null) {
      return refuse('The platform is being asked for it just now. Please look again in a minute.');
    }
    await tx.setFollower(school.id, {
      ...follower,
      state: 'kept',
      profile: null,
      reasons: [],
      decidedBy: call.person.id,
      reason: null,
      byHand: null,
    });
    const { subject, detail } = named(follower);
    const instead = follower.state;
    await turn.record('follower.kept-after-all', subject, {
      ...detail,
      review: review.id,
      instead,
    });
    await turn.tell('', { tell: 'redraw', subject: `review:${review.id}` });
    return { ok: true };
  });
}

/** Keeps everybody who is plainly fine and waits for a decision. */
export function keepPlain(world: World, call: Call, id: string): Promise<Result> {
  return turn(world, call, async (turn) => {
    const open = await openReview(turn, call, id);
    if ('ok' in open) return open;
    const { account } = open.review;
    const many = await turn.tx.keepPlain(turn.school.id, id, call.person.id);
    if (many === 0) return refuse('Nobody is left who is plainly fine.');
    await turn.record('follower.kept-plain', account, { review: id, many });
    await turn.tell('', { tell: 'redraw', subject: `review:${id}` });
    return { ok: true };
  });
}

async function planDeed(turn: Turn, { id, account }: Review, number: number): Promise<void> {
  const payload = { account, number };
  const job = { kind: 'review' as const, draft: `review:${id}`, payload, dueAt: turn.now };
  await turn.plan({ ...job, id: `${turn.school.id}:follower:${account}:${number}` });
}

/** Has a follower blocked or removed at the outlet, or learns that a person has to. Throws to be tried again. */
export async function doSentence(world: World, school: School, job: Job): Promise<void> {
  const account = String(job.payload.account);
  const number = Number(job.payload.number);
  const follower = await world.store.read.follower(school.id, account, number);
  const audience = audienceOf(world, school, account);
  let deed: Deed = { kind: 'by-hand', why: 'Bellbird cannot see the people round this account.' };
  if (follower && audience) {
    if (follower.state === 'to-block') deed = await audience.block(account, follower.id);
    if (follower.state === 'to-remove') deed = await audience.remove(account, follower.id);
  }
  if (deed.kind === 'later') {
    const retryAfter = deed.at - world.clock.now();
    throw Object.assign(new Error(deed.why), { retryAfter });
  }
  if (deed.kind === 'unknown') throw new Error(deed.why);
  const done = deed;
  await turn(world, { school, person: null, delivery: null }, async (turn) => {
    await turn.tx.dropJob(job.id);
    const stands = await turn.tx.follower(school.id, account, number);
    if (!stands || (stands.state !== 'to-block' && stands.state !== 'to-remove')) {
      return { ok: true };
    }
    if (done.kind === 'by-hand') {
      await turn.tx.setFollower(school.id, { ...stands, byHand: done.why });
    } else {
      await sentAway(turn, stands, done.kind === 'not-there', false);
    }
    await turn.tell('', { tell: 'redraw', subject: `review:${stands.review}` });
    return { ok: true };
  });
}

/** Records that a follower is blocked or removed, as the outlet shows it. Who is `gone` from the outlet follows no more. */
export async function sentAway(
  turn: Turn,
  follower: Follower,
  gone: boolean,
  byHand: boolean,
): Promise<void> {
  const blocked = follower.state === 'to-block' && !gone;
  const { subject, detail } = named(follower);
  await turn.tx.setFollower(turn.school.id, {
    ...follower,
    state: blocked ? 'blocked' : 'removed',
    profile: null,
    reasons: [],
    byHand: null,
  });
  await turn.record(blocked ? 'follower.blocked' : 'follower.removed', subject, {
    ...detail,
    review: follower.review,
    ...(gone ? { gone } : { byHand }),
  });
}
