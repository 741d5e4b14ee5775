/**
 * An X of our own on this machine, as strict as the real one: signed calls, posts it keeps as X does, reading
 * back, limits, logins by PIN, and faults by script. A test ends with `expect(x.forbidden).toEqual([])` and
 * `expect(x.malformed).toEqual([])`.
 */
import type { AddressInfo } from 'node:net';
import { answering } from './answering.ts';
import { handsOf } from './crowd.ts';
import { doorOf } from './door.ts';
import type { Fault } from './faults.ts';
import { letIn } from './login.ts';
import type { Operation } from './operations.ts';
import { edit, postedByHand, standing, takeDown } from './posts.ts';
import {
  type Account,
  bare,
  type Lag,
  type Post,
  type Weather,
  worldOf,
  type XOptions,
} from './world.ts';

export type { Fault, FaultName } from './faults.ts';
export type { Account, Call, Post, XOptions } from './world.ts';

export type FakeX = Awaited<ReturnType<typeof startX>>;

/** Starts an X on a free port of the loopback address. */
export async function startX(options: XOptions = {}) {
  const world = worldOf(options);
  const door = doorOf(answering(world));
  const at = (await door.open(0)) as AddressInfo;
  world.origin = `http://127.0.0.1:${at.port}`;

  const accountOf = (handle: string): Account => {
    const name = bare(handle).toLowerCase();
    const found = world.accounts.find((account) => account.handle.toLowerCase() === name);
    if (!found) throw new Error(`There is no account ${handle}.`);
    return found;
  };
  const postOf = (id: string): Post => {
    const post = world.posts.get(id);
    if (!post) throw new Error(`There is no post ${id}.`);
    return post;
  };

  return {
    world,
    /** What everybody else does at X. */
    people: handsOf(world),
    /** For X_API_URL. */
    url: world.origin,
    calls: world.calls,
    forbidden: world.forbidden,
    malformed: world.malformed,
    account: accountOf,
    /** The four keys of an account, as twitter-api-v2 takes them. */
    keys: (handle: string) => {
      const { accessToken, accessSecret } = accountOf(handle);
      return { appKey: world.appKey, appSecret: world.appSecret, accessToken, accessSecret };
    },
    /** What stands on an account, oldest first, whatever the timeline shows by now. */
    stands: (handle: string): Post[] => standing(world, accountOf(handle).id),
    /** All that was ever stored on it, deleted posts and old versions too. */
    books: (handle: string): Post[] => [...(world.books.get(accountOf(handle).id) ?? [])],
    linkOf: (post: Post) =>
      `https://x.com/${world.byId.get(post.account)?.handle}/status/${post.id}`,

    /** The next calls of this kind fare so, one each; those after them go well. */
    next(operation: Operation, ...faults: Fault[]) {
      world.script.set(operation, [...(world.script.get(operation) ?? []), ...faults]);
    },
    /** Asked of every call that no script is for. */
    weather(weather: Weather | null) {
      world.weather = weather;
    },
    /** From now on new posts stay off the timeline for so many readings, and so long (ms). */
    lags(lag: Partial<Lag> | (() => Lag)) {
      world.lag = typeof lag === 'function' ? lag : () => ({ reads: 0, ms: 0, ...lag });
    },
    /** X thinks so long before each answer, ms. */
    thinks(ms: number) {
      world.latency = ms;
    },
    /** Lets X's time go by, ms: windows of limits, ids, dates. */
    later(ms: number) {
      world.clock.ahead += ms;
    },
    /** X's clock is so far from this machine's, ms. */
    isOff(ms: number) {
      world.skew = ms;
    },
    /** No connection is taken; those that are open may finish what they do. */
    refuses: () => door.shut(),
    /** Connections are taken again, at the same place. */
    answers: async () => void (await door.open(at.port)),

    /** Somebody deletes a post in X's own app. */
    deletes: (id: string) => takeDown(world, postOf(id)),
    /** Somebody edits a post in X's own app; gives the new version. */
    edits: (id: string, text: string) => {
      const post = postOf(id);
      return edit(world, world.byId.get(post.account) as Account, id, text);
    },
    /** Somebody posts in X's own app. */
    posts: (handle: string, text: string) => postedByHand(world, accountOf(handle), text),
    /** Whoever holds this account opens a login's link and lets the app in; gives the PIN they read. */
    letsIn: (handle: string, link: string) => letIn(world, accountOf(handle), link),
    suspends: (handle: string) => {
      accountOf(handle).suspended = true;
    },
    revokes: (handle: string) => {
      accountOf(handle).revoked = true;
    },
    /** The app's tier now has this call, or has it no more. */
    offers: (operation: Operation, has: boolean) => {
      if (has) world.off.delete(operation);
      else world.off.add(operation);
    },
    /** From now on there is no credit, or there is again. */
    credit(left: boolean) {
      world.credit = left;
    },

    /** Waits until no call is under way, those nobody waits for any more among them. */
    quiet: () => door.quiet(),
    stop: () => door.close(),
  };
}
