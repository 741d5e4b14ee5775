/**
 * What Bellbird does at X once a person has decided it: follow, unfollow, mute, hide a reply. Each is asked for once;
 * asking again does no harm. What X leaves to people comes back as a task, with why.
 */
import { type Deed, seenOf } from '../../src/ports/audience.ts';
import type { XAccount } from './account.ts';
import type { XAccounts } from './accounts.ts';
import { type Fault, faultOf, faultWords } from './fault.ts';
import type { Answer } from './line.ts';
import { peopleOf } from './people.ts';
import { isId } from './posts.ts';
import { spendOfDeed } from './prices.ts';
import { laterBy, saidOf } from './refusals.ts';
import { timelineOf } from './timeline.ts';

type Name = 'follow' | 'unfollow' | 'mute' | 'hide';
type Answered = Extract<Fault, { kind: 'answered' }>;

const map = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};

/** Following is for no self-serve tier since April 2026 (docs.x.com, changelog). */
const OFF: Readonly<Record<Name, string>> = {
  follow: 'X lets no program follow for an account like ours, so somebody signed in does it there.',
  unfollow:
    'X lets no program unfollow for an account like ours, so somebody signed in does it there.',
  mute: 'X does not let our app mute anybody, so somebody signed in does it there.',
  hide: 'X does not let our app hide replies, so somebody signed in does it there.',
};
const WOULD_NOT: Readonly<Record<Name, string>> = {
  follow: 'X would not let Bellbird follow this account, so somebody signed in does it there.',
  unfollow: 'X would not let Bellbird unfollow this account, so somebody signed in does it there.',
  mute: 'X would not let Bellbird mute this account, so somebody signed in does it there.',
  hide: 'X would not let Bellbird hide this. Below a post of ours somebody signed in can; what is no reply below one of ours nobody can.',
};
const ASKED =
  'This account is protected: X has passed on that we would like to follow it, and it is for its owner to let us in.';

/** What each answer holds where it has been done. */
const DONE: Readonly<Record<Name, (data: Record<string, unknown>) => boolean>> = {
  follow: ({ following }) => following === true,
  unfollow: ({ following }) => following === false,
  mute: ({ muting }) => muting === true,
  hide: ({ hidden }) => hidden === true,
};

const NOT_PERMITTED = /not permitted to perform this action/i;

/**
 * True where X says that the app's tier does not have this call, or that there is no such call any more. Of muting and
 * hiding only the first is plain: else it may be what they are done to.
 */
function isOff(name: Name, { status, type, detail }: Answered): boolean {
  if (status === 403 && /^client-(?:forbidden|not-enrolled)$/.test(type)) return true;
  if (name === 'mute' || name === 'hide') return false;
  if (status === 403) return NOT_PERMITTED.test(detail);
  return (status === 404 || status === 410) && type !== 'resource-not-found';
}

/** What an account on X is asked to do. Nothing here throws. */
export function deedsOf(account: XAccount, { clock, spent, jitter }: XAccounts) {
  const { handle, line } = account;
  const people = peopleOf(account);
  const timeline = timelineOf(account);

  /** What X refuses and no waiting cures is left to a person; null where that is not certain. */
  function settled(name: Name, fault: Fault): Deed | null {
    const later = laterBy(fault, { now: clock.now(), jitter: jitter() });
    if (later) return later;
    if (fault.kind === 'answered' && isOff(name, fault)) {
      return { kind: 'by-hand', why: OFF[name] };
    }
    if (fault.kind === 'answered' && NOT_PERMITTED.test(fault.detail)) return null;
    const said = saidOf(fault, handle);
    return said?.concerns === 'account' ? { kind: 'by-hand', why: said.why } : null;
  }

  /** X does not say plainly that what a deed is done to is gone, so it is looked at. */
  async function unclear(name: Name, target: string): Promise<Deed> {
    try {
      const there =
        name === 'hide'
          ? await timeline.stands(target)
          : seenOf((await people.byIds([target])).get(target)) !== null;
      return there ? { kind: 'by-hand', why: WOULD_NOT[name] } : { kind: 'not-there' };
    } catch (error) {
      return {
        kind: 'unknown',
        why: `X did not say what came of it: ${faultWords(faultOf(error))}.`,
      };
    }
  }

  async function deed(
    name: Name,
    target: string,
    ask: (user: string) => Promise<Answer>,
  ): Promise<Deed> {
    if (!isId(target)) return { kind: 'not-there' };
    try {
      const user = await account.user();
      const answer = await account.once(name, () => ask(user));
      spent(spendOfDeed(handle, name));
      const body = map(answer.body);
      const data = map(body.data);
      if (DONE[name](data)) return { kind: 'done' };
      if (data.pending_follow === true) return { kind: 'by-hand', why: ASKED };
      if (Array.isArray(body.errors)) return await unclear(name, target);
      return { kind: 'unknown', why: 'X answered, but did not say that it is done.' };
    } catch (error) {
      const fault = faultOf(error);
      const known = settled(name, fault);
      if (known) return known;
      const refused = fault.kind === 'answered' && fault.readable && fault.status < 500;
      if (refused) return unclear(name, target);
      return { kind: 'unknown', why: `X did not say whether it is done: ${faultWords(fault)}.` };
    }
  }

  return {
    follow: (id: string) => deed('follow', id, (user) => line.follow(user, id)),
    unfollow: (id: string) => deed('unfollow', id, (user) => line.unfollow(user, id)),
    mute: (id: string) => deed('mute', id, (user) => line.mute(user, id)),
    hide: (id: string) => deed('hide', id, () => line.hide(id)),
  };
}
