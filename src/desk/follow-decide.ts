/** Deciding on whom to follow: approve, decline or give up what was asked for, keep or end what was found at the outlet. */
import type { Follow } from '../ports/follows.ts';
import { whoDecidesOn } from './follow-ask.ts';
import { followDeciders } from './follow-rights.ts';
import { refuseNames } from './judge.ts';
import type { Recorded } from './record.ts';
import { type Call, type Turn, turn } from './turn.ts';
import { type Result, refuse, type World } from './world.ts';

export type FollowDecision = { yes: boolean; reason: string };

const LONGEST_REASON = 300;

/** True where whoever says yes must say why: something in the policy, or nobody's asking, is in the way. */
export function wantsReason(follow: Follow): boolean {
  return follow.state === 'found' || (follow.judgement?.verdict ?? 'fine') !== 'fine';
}

/** Has it done at the outlet, as soon as may be. */
export async function planDeed(turn: Turn, id: string): Promise<void> {
  const payload = { follow: id };
  const job = { kind: 'follow' as const, draft: `follow:${id}`, payload, dueAt: turn.now };
  await turn.plan({ ...job, id: `${turn.school.id}:follow:${id}` });
}

/** True where a person was to do it and has not: it may be given up, for somebody may never let us in. */
function isTask(follow: Follow): boolean {
  return follow.state === 'to-do' && follow.byHand !== null;
}

function sentence({ wants, profile }: Follow): string {
  return `${wants === 'follow' ? 'Following' : 'Unfollowing'} ${profile.handle}`;
}

/** Records a decision of somebody entitled to it who did not ask for it themselves. The first one counts. */
export function decideFollow(
  world: World,
  call: Call,
  at: { id: string; version: number },
  { yes, reason }: FollowDecision,
): Promise<Result> {
  return turn(world, call, async (turn) => {
    const { school, tx, now } = turn;
    const follow = await tx.follow(school.id, at.id);
    if (!follow) return refuse('This request is not on our desk any more.');
    if (!followDeciders(school, follow.askedBy).some(({ id }) => id === call.person.id)) {
      const who = whoDecidesOn(turn, follow);
      return refuse(
        follow.askedBy === call.person.id
          ? `You asked for this yourself, so ${who} decides.`
          : `Only ${who} can decide on this.`,
      );
    }
    const open = follow.state === 'asked' || follow.state === 'found' || (!yes && isTask(follow));
    if (!open || follow.version !== at.version) {
      return refuse('This has been decided already. The card now shows by whom.');
    }
    const why = reason.trim();
    if (why === '' && (!yes || wantsReason(follow))) {
      return refuse('Say why in a few words: it is kept for the record.', yes ? 'why' : 'reason');
    }
    if (why.length > LONGEST_REASON) {
      return refuse(
        `Keep the reason under ${LONGEST_REASON} characters, please.`,
        yes ? 'why' : 'reason',
      );
    }
    const named = await refuseNames(turn, call.person, why);
    if (named) return named;
    const decided = { decidedBy: call.person.id, decidedAt: now, reason: why === '' ? null : why };
    const next: Follow = { ...follow, ...decided, ...outcomeOf(follow, yes) };
    if (!(await tx.moveFollow(school.id, next))) return refuse('This has been decided just now.');
    await turn.record(eventOf(follow, yes), follow.profile.handle || follow.account, {
      account: follow.account,
      request: follow.number,
      reason: decided.reason,
    });
    if (next.state === 'to-do') await planDeed(turn, follow.id);
    await turn.tell('', { tell: 'redraw', subject: `follow:${follow.id}` });
    if (follow.askedBy !== null) {
      await turn.tell('', {
        tell: 'person',
        person: follow.askedBy,
        title: `${sentence(follow)} was ${yes ? 'approved' : 'declined'}`,
        text: `${call.person.name} decided.${why === '' ? '' : ` “${why}”`}`,
      });
    }
    return { ok: true };
  });
}

function eventOf({ state, wants }: Follow, yes: boolean): Recorded {
  if (state === 'found') return yes ? 'follow.kept' : 'follow.refused';
  return `${wants}.${yes ? 'approved' : 'declined'}`;
}

function outcomeOf(follow: Follow, yes: boolean): Partial<Follow> {
  const { wants } = follow;
  if (follow.state === 'found') {
    return yes ? { state: 'done', wants } : { state: 'to-do', wants: 'unfollow' };
  }
  return { state: yes ? 'to-do' : 'declined', wants, byHand: null };
}
