/** Starting a review of followers: what it costs is known before anything is read. */
import { hasRole, names, type Person } from '../school/people.ts';
import type { School } from '../school/school.ts';
import { dutiesAsked } from './duty.ts';
import { asked, audienceOf } from './people-there.ts';
import { type Call, newId, type Turn, turn } from './turn.ts';
import { type Refusal, type Result, refuse, type World } from './world.ts';

/** A first review of more followers than this, or one that costs, is begun only when somebody has seen how many. */
const READ_AT_ONCE = 1_000;
/** So many of the newest may be read instead of all. */
export const NEWEST = 1_000;

export type FirstReview = {
  account: string;
  followers: number;
  /** What reading all of them costs, and the newest, in millionths of a US dollar. */
  all: number;
  newest: number;
};

export type Started = { review: string } | { first: FirstReview };

/** Those who review an account's followers: by the policy's cadence, or where it has none, those who let posts out. */
export function reviewers(school: School, account: string): Person[] {
  const duty = dutiesAsked(school).find(({ about }) => about === account);
  return duty?.people ?? school.people.filter((each) => hasRole(each, school.policy.may.approve));
}

/** Refuses anybody whose duty the review is not. */
export function mayReview(school: School, account: string, person: Person): Refusal | null {
  const able = reviewers(school, account);
  if (able.some(({ id }) => id === person.id)) return null;
  return refuse(`Reviewing the followers of ${account} is for ${names(able)}.`);
}

/** Has the next page of followers read, as soon as may be. */
export async function planReading(turn: Turn, review: string): Promise<void> {
  const payload = { review };
  const job = { kind: 'review' as const, draft: `review:${review}`, payload, dueAt: turn.now };
  await turn.plan({ ...job, id: `${turn.school.id}:review:${review}` });
}

/**
 * Starts a review, or goes on with the one there is. A first one on a large account, or one that costs, is answered
 * with how many and how much; `most` is then how many of the newest to read, or `all`.
 */
export async function startReview(
  world: World,
  call: Call,
  account: string,
  most: number | 'all' | null,
): Promise<Result<{ started: Started }>> {
  const { school, person } = call;
  const barred = mayReview(school, account, person);
  if (barred) return barred;
  const audience = audienceOf(world, school, account);
  if (!audience) return refuse(`Bellbird cannot see the people round ${account}.`);
  const { read } = world.store;
  let followers: number | null = null;
  const isFirst =
    (await read.readAt(school.id, account, 'followers')) === null &&
    (await read.reviewOf(school.id, account)) === null;
  if (isFirst) {
    const own = await asked(world, () => audience.profile(account, account));
    if (!own.ok) return own;
    followers = own.read.kind === 'found' ? own.read.profile.followers : null;
    const cost = (times: number) => audience.costOf(account, 'follower', times).microdollars;
    const many = followers ?? 0;
    const first = {
      account,
      followers: many,
      all: cost(many),
      newest: cost(Math.min(many, NEWEST)),
    };
    if (most === null && (many > READ_AT_ONCE || first.all > 0)) {
      return { ok: true, started: { first } };
    }
  }
  return turn(world, call, async (turn) => {
    const { tx, now } = turn;
    const open = await tx.reviewOf(school.id, account);
    const id = open?.id ?? newId();
    await turn.tell('', { tell: 'put', subject: `review:${id}`, person: person.id });
    if (open) return { ok: true, started: { review: id } };
    await tx.putReview(school.id, {
      id,
      account,
      startedBy: person.id,
      startedAt: now,
      state: 'reading',
      cursor: null,
      read: 0,
      most: most === 'all' ? null : most,
      followers,
      requests: null,
      done: null,
    });
    await turn.record('review.started', account, { review: id, followers, most });
    await planReading(turn, id);
    return { ok: true, started: { review: id } };
  });
}
