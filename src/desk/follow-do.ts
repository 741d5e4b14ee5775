/** Doing at the outlet what was decided: by its API where the account's tier allows it, else by a person's hand. */
import type { Profile } from '../audience/profile.ts';
import { type Deed, seenOf } from '../ports/audience.ts';
import type { Follow } from '../ports/follows.ts';
import type { Job } from '../ports/store.ts';
import { hasRole, names } from '../school/people.ts';
import type { School } from '../school/school.ts';
import { followDeciders } from './follow-rights.ts';
import { compareFollowing, markDone, readFollowed } from './following.ts';
import { asked, audienceFacts, audienceOf, keepable } from './people-there.ts';
import { type Call, type Turn, turn } from './turn.ts';
import { type Result, refuse, type World } from './world.ts';

/** The outlet said that it cannot be done now: the job is tried again, no sooner than it says. */
class NotNow extends Error {
  readonly retryAfter: number;
  constructor(why: string, retryAfter: number) {
    super(why);
    this.retryAfter = retryAfter;
  }
}

/** Does what was decided, for a due job. Asking an outlet twice does no harm. Throws to be tried again. */
export async function doFollow(world: World, school: School, job: Job): Promise<void> {
  const id = String(job.payload.follow);
  const follow = await world.store.read.follow(school.id, id);
  const audience = follow && audienceOf(world, school, follow.account);
  let deed: Deed = { kind: 'by-hand', why: 'Bellbird cannot see the people round this account.' };
  let now: Profile | null = follow?.profile ?? null;
  if (follow?.state === 'to-do' && audience) {
    const { profile, account } = follow;
    now = seenOf((await audience.profiles(account, [profile.id])).get(profile.id));
    deed = now === null ? { kind: 'not-there' } : await audience[follow.wants](account, profile.id);
  }
  if (deed.kind === 'later') throw new NotNow(deed.why, deed.at - world.clock.now());
  if (deed.kind === 'unknown') throw new Error(deed.why);
  const done = deed;
  await turn(world, { school, person: null, delivery: null }, async (turn) => {
    await turn.tx.dropJob(job.id);
    const stands = await turn.tx.follow(school.id, id);
    if (stands?.state === 'to-do') await settle(turn, stands, done, now);
    return { ok: true };
  });
}

async function settle(turn: Turn, follow: Follow, deed: Deed, now: Profile | null): Promise<void> {
  const { school, tx } = turn;
  const { roll } = await audienceFacts(turn);
  const profile = now ? keepable(now, roll) : follow.profile;
  const subject = `follow:${follow.id}` as const;
  if (deed.kind === 'done') return markDone(turn, follow, profile);
  if (deed.kind === 'not-there') {
    // Whoever is gone is followed no more.
    if (follow.wants === 'unfollow') return markDone(turn, follow, profile);
    await tx.moveFollow(school.id, { ...follow, state: 'gone' });
    await turn.record('follow.gone', profile.handle || follow.account, { request: follow.number });
  } else if (deed.kind === 'by-hand') {
    await tx.moveFollow(school.id, { ...follow, profile, byHand: deed.why });
  }
  await turn.tell('', { tell: 'redraw', subject });
}

/** Looks whether it has been done by hand, and with it at everything else that the account follows. */
export async function confirmFollow(world: World, call: Call, id: string): Promise<Result> {
  const { school, person } = call;
  const follow = await world.store.read.follow(school.id, id);
  if (!follow) return refuse('This request is not on our desk any more.');
  const able = followDeciders(school, null);
  if (!able.some((each) => each.id === person.id) && !hasRole(person, ['head', 'slt'])) {
    return refuse(`Only ${names(able)} can say that this is done.`);
  }
  // Each look costs: a second press finds it settled.
  if (follow.state !== 'to-do')
    return refuse('Nothing is left to do here. The card now shows how it stands.');
  const audience = audienceOf(world, school, follow.account);
  if (!audience) return refuse(`Bellbird cannot see the people round ${follow.account}.`);
  const listed = await asked(world, () =>
    readFollowed(world.store.read, audience, school.id, follow.account),
  );
  if (!listed.ok) return listed;
  return turn(world, call, async (turn) => {
    await compareFollowing(turn, follow.account, listed.read);
    return { ok: true };
  });
}

/** What to say where the outlet does not show yet what was to be done; null where it does. */
export function notYetDone(follow: Follow | null): string | null {
  if (follow?.state !== 'to-do') return null;
  const { profile, account, wants } = follow;
  return wants === 'follow'
    ? `${account} does not follow ${profile.handle} yet, as far as the platform shows. Follow it there, then press once more.`
    : `${account} still follows ${profile.handle}, as far as the platform shows. Unfollow it there, then press once more.`;
}
