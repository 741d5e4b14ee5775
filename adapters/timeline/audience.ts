/**
 * The people round an account of the timeline: a circle of invented ones, for trying Bellbird out and for tests.
 * What X lets no program do for most accounts (follow, unfollow, block, remove) is done by hand here too, on a
 * profile's page, so that nobody learns habits here that fail there.
 */
import type { Mention } from '../../src/audience/mention.ts';
import type { Audience, Deed, Page, There } from '../../src/ports/audience.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Shelf } from '../../src/ports/shelf.ts';
import { type Cast, invite } from './cast.ts';
import {
  atHandle,
  circleOf,
  circleTopic,
  mentionsOf,
  mentionsTopic,
  putMention,
  putSomebody,
  type Somebody,
} from './circle.ts';
import { bareHandle } from './topic.ts';

export type TimelineAudienceOptions = {
  shelf: Shelf;
  clock: Clock;
  /** Where readers find the timeline, without a slash at the end. */
  baseUrl: () => string;
  /** Who is round an account that nobody has looked at yet. */
  cast: Cast;
  /** How many stand on a page of a list. */
  pageSize?: number;
};

const PAGE_SIZE = 100;
/** As X's self-serve tiers: https://docs.x.com/changelog (following, April 2026; blocking is for Enterprise). */
const BY_HAND: Deed = {
  kind: 'by-hand',
  why: 'The timeline leaves this to a person, as X does for most accounts.',
};

type Since = Exclude<keyof Somebody, 'profile' | 'suspended'>;

/** Newest first. The cursor is the last one shown, by time and id: somebody new at the top moves nobody. */
function pageOf<T>(
  all: readonly { key: [number, string]; item: T }[],
  cursor: string | null,
  size: number,
): Page<T> {
  const sorted = [...all].sort((a, b) => b.key[0] - a.key[0] || (a.key[1] < b.key[1] ? 1 : -1));
  const [time, id] = cursor === null ? [null, ''] : (JSON.parse(cursor) as [number, string]);
  const rest =
    time === null
      ? sorted
      : sorted.filter(({ key }) => key[0] < time || (key[0] === time && key[1] < id));
  const page = rest.slice(0, size);
  const last = page.at(-1);
  return {
    items: page.map(({ item }) => item),
    next: last && rest.length > page.length ? JSON.stringify(last.key) : null,
  };
}

/** The people round the timeline's accounts. */
export function timelineAudience(options: TimelineAudienceOptions): Audience {
  const { shelf, clock, baseUrl, cast, pageSize = PAGE_SIZE } = options;

  async function circle(account: string): Promise<Somebody[]> {
    await invite(shelf, account, cast, clock.now());
    return circleOf(shelf, account);
  }

  async function since(account: string, which: Since, cursor: string | null) {
    const there = (await circle(account)).flatMap((somebody) => {
      const at = somebody[which];
      if (at === null || somebody.suspended) return [];
      return [{ key: [at, somebody.profile.id] as [number, string], item: somebody.profile }];
    });
    return pageOf(there, cursor, pageSize);
  }

  async function deed(work: () => Promise<Deed>): Promise<Deed> {
    try {
      return await work();
    } catch (fault) {
      const why = fault instanceof Error ? fault.message : String(fault);
      return { kind: 'unknown', why: `The timeline broke off: ${why}` };
    }
  }

  const byHand = (account: string, id: string) =>
    deed(async () =>
      (await shelf.get(circleTopic(account), id)) ? BY_HAND : { kind: 'not-there' },
    );

  return {
    name: 'timeline',
    costOf: (account, _what, times) => ({ account, what: 'read', times, microdollars: 0 }),
    pageOf: ({ id, handle }) =>
      `${baseUrl()}/timeline/people/${encodeURIComponent(bareHandle(handle) || id)}`,
    childrensPolicy: 'https://help.x.com/en/rules-and-policies/x-child-safety',
    profile: async (account, handle) => {
      await circle(account);
      const somebody = await atHandle(shelf, account, handle);
      if (somebody === null) return { kind: 'not-there' };
      return somebody.suspended
        ? { kind: 'suspended' }
        : { kind: 'found', profile: somebody.profile };
    },
    profiles: async (account, ids) => {
      const known = new Map((await circle(account)).map((each) => [each.profile.id, each]));
      return new Map(
        ids.map((id): [string, There] => {
          const somebody = known.get(id);
          return [id, somebody?.suspended ? 'suspended' : (somebody?.profile ?? null)];
        }),
      );
    },
    followers: (account, cursor) => since(account, 'followsSince', cursor),
    following: (account, cursor) => since(account, 'followedSince', cursor),
    blocking: (account, cursor) => since(account, 'blockedSince', cursor),
    requests: (account, cursor) => since(account, 'asksSince', cursor),
    mentions: async (account, after, cursor) => {
      await circle(account);
      const floor = after === null ? -1n : BigInt(after);
      const newer = (await mentionsOf(shelf, account)).filter(({ id }) => BigInt(id) > floor);
      const keyed = newer.map((item) => ({ key: [item.at, item.id] as [number, string], item }));
      const page = pageOf(keyed, cursor, pageSize);
      return { ...page, newest: page.items[0]?.id ?? null, read: page.items.length };
    },
    follow: byHand,
    unfollow: byHand,
    block: byHand,
    remove: byHand,
    mute: (account, id) =>
      deed(async () => {
        const item = await shelf.get(circleTopic(account), id);
        if (!item) return { kind: 'not-there' };
        const somebody = { ...(item.value as Somebody), mutedSince: clock.now() };
        await putSomebody(shelf, account, somebody);
        return { kind: 'done' };
      }),
    hide: (account, id) =>
      deed(async () => {
        const item = await shelf.get(mentionsTopic(account), id);
        if (!item) return { kind: 'not-there' };
        await putMention(shelf, account, { ...(item.value as Mention), hidden: true });
        return { kind: 'done' };
      }),
  };
}
