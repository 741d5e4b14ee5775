/** Everybody else at X: who they are, how they and the accounts stand to each other, what they say of them. */
import { kept, processed, type UrlEntity } from './text.ts';
import { bare, type World } from './world.ts';

export type User = {
  id: string;
  /** Without the @. */
  handle: string;
  name: string;
  bio: string;
  /** As its owner typed it; null for none. */
  link: string | null;
  location: string;
  followers: number;
  following: number;
  posts: number;
  createdAt: number;
  protected: boolean;
  pictured: boolean;
  suspended: boolean;
};

/** A list of an account's; `requests` can be read by nobody, and no program adds to `blocking`. */
export type ListName = 'followers' | 'following' | 'blocking' | 'muting' | 'requests' | 'requested';

/** Who stands on a list, oldest first, each by a number higher than those before. */
export type Ties = Map<string, number>;

/** A post of somebody else's. */
export type Said = {
  id: string;
  by: string;
  /** As X keeps it. */
  text: string;
  urls: UrlEntity[];
  /** Ids of the accounts it names. */
  names: string[];
  /** The post it answers; null for none. */
  answers: string | null;
  /** It only passes on another's. */
  repost: boolean;
  media: number;
  hidden: boolean;
  deleted: boolean;
  at: number;
};

export type Crowd = {
  users: Map<string, User>;
  /** Ids by handle, in small letters. A suspended user keeps theirs. */
  handles: Map<string, string>;
  ties: Map<string, Ties>;
  said: Map<string, Said>;
  seq: number;
};

export const emptyCrowd = (): Crowd => ({
  users: new Map(),
  handles: new Map(),
  ties: new Map(),
  said: new Map(),
  seq: 0,
});

/** A list of an account's. */
export function tiesOf(world: World, account: string, list: ListName): Ties {
  const key = `${account} ${list}`;
  const found = world.crowd.ties.get(key) ?? new Map<string, number>();
  world.crowd.ties.set(key, found);
  return found;
}

export function tie(world: World, account: string, list: ListName, user: string): void {
  const ties = tiesOf(world, account, list);
  if (ties.has(user)) return;
  world.crowd.seq += 1;
  ties.set(user, world.crowd.seq);
}

export const untie = (world: World, account: string, list: ListName, user: string) =>
  tiesOf(world, account, list).delete(user);

/** Whoever has this id, an account among them; null for nobody. */
export function userOf(world: World, id: string): User | null {
  const user = world.crowd.users.get(id);
  if (user) return user;
  const account = world.byId.get(id);
  if (!account) return null;
  const { handle, name, createdAt, suspended } = account;
  return {
    id,
    handle,
    name,
    bio: '',
    link: null,
    location: '',
    followers: tiesOf(world, id, 'followers').size,
    following: tiesOf(world, id, 'following').size,
    posts: (world.books.get(id) ?? []).length,
    createdAt,
    protected: account.protected,
    pictured: false,
    suspended,
  };
}

/** Whoever has this handle, with or without its @ and in either case. */
export function userNamed(world: World, handle: string): User | null {
  const name = bare(handle).toLowerCase();
  const account = world.accounts.find((each) => each.handle.toLowerCase() === name);
  return userOf(world, account?.id ?? world.crowd.handles.get(name) ?? '');
}

/** What people do at X by hand, for tests. */
export function handsOf(world: World) {
  const { crowd } = world;
  const there = (handle: string): User => {
    const user = userNamed(world, handle);
    if (!user) throw new Error(`There is no user ${handle}.`);
    return user;
  };
  const accountAt = (handle: string): string => there(handle).id;

  return {
    /** Somebody opens an account; `handle` and `link` as they type them. */
    joins(given: Partial<User> & { handle: string; id: string }): void {
      const handle = bare(given.handle);
      const user: User = {
        name: handle,
        bio: '',
        link: null,
        location: '',
        followers: 0,
        following: 0,
        posts: 0,
        createdAt: world.now(),
        protected: false,
        pictured: true,
        suspended: false,
        ...given,
        handle,
      };
      if (crowd.handles.has(handle.toLowerCase())) throw new Error(`@${handle} is taken.`);
      crowd.users.set(user.id, user);
      crowd.handles.set(handle.toLowerCase(), user.id);
    },
    /** X suspends somebody: nothing of them is shown, and nobody gets their handle. */
    suspends: (handle: string) => {
      there(handle).suspended = true;
    },
    /** Somebody takes another handle; the old one is free for anybody. */
    renames(handle: string, to: string) {
      const user = there(handle);
      crowd.handles.delete(user.handle.toLowerCase());
      user.handle = bare(to);
      crowd.handles.set(user.handle.toLowerCase(), user.id);
    },
    /** Somebody presses Follow on an account's page: a protected one only gets a request. */
    follows(handle: string, account: string) {
      const id = accountAt(account);
      const isProtected = world.byId.get(id)?.protected === true;
      tie(world, id, isProtected ? 'requests' : 'followers', there(handle).id);
    },
    asksToFollow: (handle: string, account: string) =>
      tie(world, accountAt(account), 'requests', there(handle).id),
    /** Somebody signed in as the account taps this on a profile. Blocking ends what each follows of the other. */
    taps(account: string, tap: 'follow' | 'unfollow' | 'block', handle: string) {
      const [id, user] = [accountAt(account), there(handle).id];
      if (tap === 'follow') tie(world, id, 'following', user);
      else untie(world, id, 'following', user);
      if (tap !== 'block') return;
      tie(world, id, 'blocking', user);
      untie(world, id, 'followers', user);
    },
    /** Somebody posts. `answers` is a post's id. */
    says(
      handle: string,
      typed: string,
      more: { answers?: string; repost?: boolean; media?: number } = {},
    ): Said {
      const id = world.nextId();
      const names = world.accounts.filter((account) =>
        new RegExp(`@${account.handle}\\b`, 'i').test(typed),
      );
      const said: Said = {
        id,
        by: there(handle).id,
        ...kept(processed(typed)),
        names: names.map((account) => account.id),
        answers: more.answers ?? null,
        repost: more.repost ?? false,
        media: more.media ?? 0,
        hidden: false,
        deleted: false,
        at: world.now(),
      };
      crowd.said.set(id, said);
      return said;
    },
  };
}
