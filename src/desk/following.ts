/**
 * Our book of whom an account follows against the outlet's own list: what was to be done and is, what was done behind
 * the desk's back, and what is over.
 */
import { judgeFollow } from '../audience/follow.ts';
import type { Profile } from '../audience/profile.ts';
import type { Audience } from '../ports/audience.ts';
import type { Follow, FollowReader } from '../ports/follows.ts';
import { audienceFacts, keepable, wholeList } from './people-there.ts';
import { newId, type Turn } from './turn.ts';

/** More than this at once are told in one word, and stand in the list. */
const TOLD_SINGLY = 5;

/** How many whom an account follows are read at most: X lets nobody follow more than some thousands. */
const MOST_FOLLOWED = 10_000;

const isFollowed = ({ wants, state }: Follow) =>
  wants === 'follow' && (state === 'done' || state === 'found' || state === 'before');

/** Whom an account follows by the outlet's own list, and who of our book is only suspended: X lists them no more. */
export type Followed = { listed: readonly Profile[]; suspended: ReadonlySet<string> };

/** Reads whom an account follows. Throws where the outlet does not answer. */
export async function readFollowed(
  read: FollowReader,
  audience: Audience,
  school: string,
  account: string,
): Promise<Followed> {
  const listed = await wholeList((cursor) => audience.following(account, cursor), MOST_FOLLOWED);
  const there = new Set(listed.map(({ id }) => id));
  const book = await read.followsBy(school, account, ['done', 'found', 'before']);
  const missing = book.filter((row) => isFollowed(row) && !there.has(row.profile.id));
  if (missing.length === 0) return { listed, suspended: new Set() };
  const ids = [...new Set(missing.map(({ profile }) => profile.id))];
  const found = await audience.profiles(account, ids);
  return { listed, suspended: new Set(ids.filter((id) => found.get(id) === 'suspended')) };
}

/** Sets a request right by what the outlet shows. */
export async function markDone(turn: Turn, follow: Follow, profile: Profile): Promise<void> {
  const { school, tx, now } = turn;
  const done: Follow = { ...follow, profile, state: 'done', byHand: null, seenAt: now };
  if (!(await tx.moveFollow(school.id, done))) return;
  await turn.record(`${follow.wants}.done`, profile.handle || follow.account, {
    account: follow.account,
    request: follow.number,
    byHand: follow.byHand !== null,
  });
  await turn.tell('', { tell: 'redraw', subject: `follow:${follow.id}` });
  if (follow.wants === 'follow') return;
  const rows = await tx.followsOf(school.id, follow.account, [follow.profile.id]);
  for (const row of rows.filter((each) => each.id !== follow.id && isFollowed(each))) {
    await tx.moveFollow(school.id, { ...row, state: 'over' });
    await turn.tell('', { tell: 'redraw', subject: `follow:${row.id}` });
  }
}

async function end(turn: Turn, follow: Follow): Promise<void> {
  if (!(await turn.tx.moveFollow(turn.school.id, { ...follow, state: 'over' }))) return;
  await turn.record('follow.ended', follow.profile.handle || follow.account, {
    account: follow.account,
    request: follow.number,
  });
  await turn.tell('', { tell: 'redraw', subject: `follow:${follow.id}` });
}

/** Compares the book with the whole list, read a moment ago. Who is only suspended is followed still, and may come back. */
export async function compareFollowing(
  turn: Turn,
  account: string,
  { listed, suspended }: Followed,
): Promise<void> {
  const { school, tx, now } = turn;
  const facts = await audienceFacts(turn);
  const there = new Map(listed.map((profile) => [profile.id, keepable(profile, facts.roll)]));
  const known = new Set<string>();
  const open = ['asked', 'to-do', 'done', 'found', 'before'] as const;
  for (const row of await tx.followsBy(school.id, account, open)) {
    const profile = there.get(row.profile.id);
    if (row.wants === 'unfollow' && (row.state === 'done' || row.state === 'asked')) continue;
    known.add(row.profile.id);
    // It is before those who decide already; declined, it is found the next time.
    if (row.state === 'asked') continue;
    if (row.state === 'to-do') {
      if (row.wants === 'follow' && profile) await markDone(turn, row, profile);
      if (row.wants === 'unfollow' && !profile) await markDone(turn, row, row.profile);
    } else if (!profile) {
      if (!suspended.has(row.profile.id)) await end(turn, row);
    } else if (profile.handle !== row.profile.handle) {
      await tx.moveFollow(school.id, { ...row, profile });
    }
  }
  const first = (await tx.readAt(school.id, account, 'following')) === null;
  const strange = listed.filter(({ id }) => !known.has(id));
  for (const profile of strange) {
    const kept = there.get(profile.id) ?? profile;
    const follow = await tx.addFollow(school.id, {
      id: newId(),
      account,
      wants: 'follow',
      profile: kept,
      askedBy: null,
      askedAt: now,
      because: '',
      judgement: judgeFollow(school.policy, profile, '', facts),
      state: first ? 'before' : 'found',
      version: 1,
      decidedBy: null,
      decidedAt: null,
      reason: null,
      byHand: null,
      seenAt: now,
    });
    if (first) continue;
    await turn.record('follow.found', kept.handle || account, { account, request: follow.number });
    if (strange.length <= TOLD_SINGLY) {
      await turn.tell('', { tell: 'put', subject: `follow:${follow.id}` });
    }
  }
  await tellOfMany(turn, account, strange.length, first);
  await tx.setReadAt(school.id, account, 'following', now);
}

async function tellOfMany(
  turn: Turn,
  account: string,
  many: number,
  first: boolean,
): Promise<void> {
  if (first && many > 0) {
    await turn.record('follow.first-read', account, { followed: many });
    await turn.tell('', {
      tell: 'slt',
      title: `${account} follows ${many} already`,
      text: 'Bellbird has looked for the first time. /follow list shows them; from now on a follow that nobody decided on is put to you.',
    });
  } else if (many > TOLD_SINGLY) {
    await turn.tell('', {
      tell: 'slt',
      title: `${account} follows ${many} that nobody has decided on`,
      text: 'They were followed at the platform itself. Decide on each with /follow list.',
    });
  }
}
