/** Asking to follow somebody, or to follow them no more: looked up, judged, and put to those who decide. */
import { judgeFollow } from '../audience/follow.ts';
import type { Profile } from '../audience/profile.ts';
import { toldApart } from '../audience/told-apart.ts';
import { type Audience, type Found, seenOf } from '../ports/audience.ts';
import type { Follow, FollowState } from '../ports/follows.ts';
import { hasRole, names } from '../school/people.ts';
import { followDeciders } from './follow-rights.ts';
import { handleFrom, notAHandle } from './handle-typed.ts';
import { refuseNames } from './judge.ts';
import { asked, audienceFacts, audienceOf, keepable } from './people-there.ts';
import { type Call, newId, type Turn, turn } from './turn.ts';
import { accountOf } from './wording.ts';
import { type Refusal, type Result, refuse, type World } from './world.ts';

export type FollowAsked = {
  wants: Follow['wants'];
  /** As typed, or the address of a profile. */
  handle: string;
  because: string;
  /** Our account's handle; null is the school's first. */
  account: string | null;
};

const LONGEST_WHY = 300;

const ACTIVE: readonly FollowState[] = ['asked', 'to-do', 'done', 'found', 'before'];

/** How an account and a profile stand to each other by our own book; null where they have nothing to do. */
export function standingOf(rows: readonly Follow[]): Follow | null {
  return rows.find((row) => ACTIVE.includes(row.state)) ?? null;
}

function already(wants: Follow['wants'], row: Follow | null, account: string): Refusal | null {
  const followed =
    row !== null && row.wants === 'follow' && row.state !== 'asked' && row.state !== 'to-do';
  const underWay = row !== null && (row.state === 'asked' || row.state === 'to-do');
  if (underWay) {
    const verb = row.wants === 'follow' ? 'To follow' : 'To unfollow';
    const stands = row.state === 'asked' ? 'waits for a decision' : 'is decided, and is being done';
    return refuse(
      `${verb} ${row.profile.handle} has been asked for already and ${stands}: /follow list shows it, to be settled there.`,
    );
  }
  if (wants === 'follow' && followed) {
    return refuse(`${account} follows ${row.profile.handle} already.`);
  }
  return null;
}

/** Where a handle finds nobody: somebody we know who has another one now, else what to do. */
async function nobody(
  world: World,
  call: Call,
  at: { audience: Audience; account: string; handle: string },
  kind: Exclude<Found['kind'], 'found'>,
): Promise<Refusal> {
  const { audience, account, handle } = at;
  if (kind === 'suspended') {
    return refuse(
      `${handle} has been suspended by the platform, so there is nobody to follow. Nothing was asked for.`,
    );
  }
  const known = await world.store.read.followsBy(call.school.id, account, ACTIVE);
  const old = known.find(({ profile }) => profile.handle.toLowerCase() === handle.toLowerCase());
  const now = old && (await asked(world, () => audience.profiles(account, [old.profile.id])));
  const renamed = now?.ok ? seenOf(now.read.get(old?.profile.id ?? '')) : null;
  return refuse(
    renamed
      ? `${handle} is called ${renamed.handle} now. Type it with the new handle.`
      : `There is nobody called ${handle}. Check how it is spelt; nothing was asked for.`,
  );
}

/** Looks an account up, judges it by the policy, and asks those who decide. */
export async function askToFollow(
  world: World,
  call: Call,
  wish: FollowAsked,
): Promise<Result<{ follow: string }>> {
  const { school, person } = call;
  if (!hasRole(person, ['staff'])) return refuse('Only staff can ask for this.');
  const account = accountOf(school, wish.account);
  if (!account.ok) return account;
  const handle = handleFrom(wish.handle);
  const strange = notAHandle(handle);
  if (strange) return strange;
  if (school.accounts.some((own) => own.handle.toLowerCase() === handle.toLowerCase())) {
    return refuse(`${handle} is our own account.`);
  }
  const audience = audienceOf(world, school, account.handle);
  if (!audience) return refuse(`Bellbird cannot see the people round ${account.handle}.`);
  const found = await asked(world, () => audience.profile(account.handle, handle));
  if (!found.ok) return found;
  if (found.read.kind !== 'found') {
    return nobody(world, call, { audience, account: account.handle, handle }, found.read.kind);
  }
  const { profile } = found.read;
  return turn(world, call, (turn) => enter(turn, call, wish, { account: account.handle, profile }));
}

async function enter(
  turn: Turn,
  call: Call,
  { wants, because }: FollowAsked,
  { account, profile }: { account: string; profile: Profile },
): Promise<Result<{ follow: string }>> {
  const { school, tx, now } = turn;
  const row = standingOf(await tx.followsOf(school.id, account, [profile.id]));
  const no = already(wants, row, account);
  if (no) return no;
  const read = await tx.readAt(school.id, account, 'following');
  if (wants === 'unfollow' && row === null && read !== null) {
    return refuse(`${account} does not follow ${profile.handle}.`);
  }
  const why = because.trim();
  if (why === '') {
    const example = wants === 'follow' ? 'because Year 4 will visit in May' : 'because it is quiet';
    const verb = wants === 'follow' ? '/follow' : '/follow stop';
    return refuse(`Say why, such as: ${verb} ${profile.handle} ${example}`);
  }
  if (why.length > LONGEST_WHY) {
    return refuse(`Keep the reason under ${LONGEST_WHY} characters, please.`);
  }
  const named = await refuseNames(turn, call.person, why);
  if (named) return named;
  const facts = await audienceFacts(turn);
  const judgement = wants === 'follow' ? judgeFollow(school.policy, profile, why, facts) : null;
  const never = judgement && floorOf(judgement, profile);
  if (never) return never;
  const able = followDeciders(school, call.person.id);
  if (able.length === 0) {
    return refuse(
      'Nobody but you could decide on this. Ask the head to add somebody to the school file.',
    );
  }
  const kept = keepable(profile, facts.roll);
  if (kept.handle === '') {
    return refuse(
      'This handle is the name of a pupil, so nothing of it can be kept here. Have a word with the head.',
    );
  }
  const follow = await tx.addFollow(school.id, {
    id: newId(),
    account,
    wants,
    profile: kept,
    askedBy: call.person.id,
    askedAt: now,
    because: why,
    judgement,
    state: 'asked',
    version: 1,
    decidedBy: null,
    decidedAt: null,
    reason: null,
    byHand: null,
    seenAt: null,
  });
  await turn.record(`${wants}.asked`, kept.handle, {
    account,
    request: follow.number,
    profile: profile.id,
    because: why,
    ...(judgement ? { verdict: judgement.verdict } : {}),
  });
  await turn.tell('', { tell: 'put', subject: `follow:${follow.id}` });
  return { ok: true, follow: follow.id };
}

/** What no reason opens: a pupil, a child, and an account made to be taken for another. */
function floorOf(
  { child, lookalike, verdict, reasons }: NonNullable<Follow['judgement']>,
  { handle }: Profile,
): Refusal | null {
  const [first] = reasons;
  if (child === 'pupil')
    return refuse(
      'That is a pupil of ours by the name on our roll, and the school follows no pupils.',
    );
  if (child === 'under-13' || child === 'under-18') {
    return refuse(`${first?.says ?? ''} The school follows no children.`.trim());
  }
  if (lookalike !== null && verdict === 'against' && first?.says.includes(lookalike)) {
    return refuse(
      `${toldApart(handle, lookalike, handle)} If you meant ${lookalike}, type that one.`,
    );
  }
  return null;
}

/** Names of those who can decide on a request, for a sentence. */
export function whoDecidesOn(turn: Pick<Turn, 'school'>, follow: Pick<Follow, 'askedBy'>): string {
  return names(followDeciders(turn.school, follow.askedBy));
}
