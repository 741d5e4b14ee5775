/** The people round an account of the timeline, as they stand on the shelf. */
import type { Mention } from '../../src/audience/mention.ts';
import type { Profile } from '../../src/audience/profile.ts';
import type { Shelf } from '../../src/ports/shelf.ts';
import { bareHandle } from './topic.ts';

/** Somebody at the timeline, and how they and one account stand to each other. Moments are epoch ms. */
export type Somebody = {
  profile: Profile;
  suspended: boolean;
  /** Since when they follow the account; null where they do not. The same for the others. */
  followsSince: number | null;
  followedSince: number | null;
  blockedSince: number | null;
  mutedSince: number | null;
  asksSince: number | null;
};

const PAGE = 500;

/** The topics of an account; handles are the same in either case. */
export const circleTopic = (account: string) => `circle:${bareHandle(account).toLowerCase()}`;
export const mentionsTopic = (account: string) => `mentions:${bareHandle(account).toLowerCase()}`;

/** Somebody who has nothing to do with the account yet. */
export function stranger(profile: Profile): Somebody {
  return {
    profile,
    suspended: false,
    followsSince: null,
    followedSince: null,
    blockedSince: null,
    mutedSince: null,
    asksSince: null,
  };
}

async function all(shelf: Shelf, topic: string): Promise<unknown[]> {
  const values: unknown[] = [];
  for (let after = 0; ; ) {
    const items = await shelf.after(topic, after, PAGE);
    for (const item of items) {
      values.push(item.value);
      after = item.seq;
    }
    if (items.length < PAGE) return values;
  }
}

/** Everybody round an account. */
export async function circleOf(shelf: Shelf, account: string): Promise<Somebody[]> {
  return (await all(shelf, circleTopic(account))) as Somebody[];
}

/** Who has this handle, with or without its @ and in either case; null for nobody. */
export async function atHandle(
  shelf: Shelf,
  account: string,
  handle: string,
): Promise<Somebody | null> {
  const wanted = bareHandle(handle).toLowerCase();
  const circle = await circleOf(shelf, account);
  return circle.find(({ profile }) => bareHandle(profile.handle).toLowerCase() === wanted) ?? null;
}

/** Who has this handle, or else this id of the timeline's own. */
export async function findSomebody(
  shelf: Shelf,
  account: string,
  who: string,
): Promise<Somebody | null> {
  const named = await atHandle(shelf, account, who);
  if (named) return named;
  return ((await shelf.get(circleTopic(account), who))?.value as Somebody | undefined) ?? null;
}

export async function putSomebody(
  shelf: Shelf,
  account: string,
  somebody: Somebody,
): Promise<void> {
  await shelf.put(circleTopic(account), somebody.profile.id, somebody);
}

/** Every mention of an account, newest first. */
export async function mentionsOf(shelf: Shelf, account: string): Promise<Mention[]> {
  const mentions = (await all(shelf, mentionsTopic(account))) as Mention[];
  return mentions.sort((a, b) => b.at - a.at || (BigInt(a.id) > BigInt(b.id) ? -1 : 1));
}

export async function putMention(shelf: Shelf, account: string, mention: Mention): Promise<void> {
  await shelf.put(mentionsTopic(account), mention.id, mention);
}
