/** What every audience must keep, whatever is behind it. */
import { describe, expect, test } from 'vitest';
import type { Mention } from '../../src/audience/mention.ts';
import type { Profile } from '../../src/audience/profile.ts';
import type { Audience, Deed, Page } from '../../src/ports/audience.ts';

export type AudienceUnderTest = {
  audience: Audience;
  /** Two accounts with nobody round them. */
  accounts: readonly [string, string];
  /** What other people do out there; each call is later than the one before. */
  world: {
    joins: (profile: Profile) => Promise<void>;
    suspended: (handle: string) => Promise<void>;
    renamed: (handle: string, to: string) => Promise<void>;
    follows: (handle: string, account: string) => Promise<void>;
    asksToFollow: (handle: string, account: string) => Promise<void>;
    mentions: (handle: string, account: string, text: string) => Promise<Mention>;
    /** What somebody with the account taps by hand. */
    taps: (account: string, tap: 'follow' | 'block', handle: string) => Promise<void>;
  };
  /** How many stand on a page. */
  pageSize: number;
  /** False where the outlet shows no program who asks to follow. */
  showsRequests: boolean;
  /** False where reading a mention does not tell whether it was hidden. */
  showsHidden: boolean;
  /** From now on nothing behind the audience answers. */
  goAway: () => void;
};

/** Somebody invented. */
export function profileOf(handle: string, change: Partial<Profile> = {}): Profile {
  return {
    id: String([...handle].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 1e9, 7)),
    handle,
    name: handle.slice(1),
    bio: 'Invented',
    link: null,
    location: '',
    followers: 5,
    following: 7,
    posts: 3,
    createdAt: Date.UTC(2020, 1, 1),
    protected: false,
    pictured: true,
    ...change,
  };
}

/** Every page of a list, one after the other. */
export async function everyone<T>(read: (cursor: string | null) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Page<T> = await read(cursor);
    all.push(...page.items);
    if (page.next === null) return all;
    if (page.next === cursor) throw new Error('a page leads back to itself');
    cursor = page.next;
  }
}

const handles = (profiles: readonly Profile[]) => profiles.map(({ handle }) => handle);

/** Runs the contract over an audience that `make` makes anew for each test. */
export function audienceContract(name: string, make: () => Promise<AudienceUnderTest>): void {
  describe(`the audience at ${name}`, () => {
    test('an account with nobody round it has empty lists', async () => {
      const { audience, accounts } = await make();
      const nobody = { items: [], next: null };
      expect(await audience.followers(accounts[0], null)).toEqual(nobody);
      expect(await audience.following(accounts[0], null)).toEqual(nobody);
      expect(await audience.blocking(accounts[0], null)).toEqual(nobody);
      const nothing = { ...nobody, newest: null, read: 0 };
      expect(await audience.mentions(accounts[0], null, null)).toEqual(nothing);
    });

    test('a profile is found by its handle, in either case and without its @', async () => {
      const { audience, accounts, world } = await make();
      const profile = profileOf('@BellMuseum', { bio: 'Bells & clocks', followers: 12 });
      await world.joins(profile);
      for (const typed of ['@BellMuseum', '@bellmuseum', 'BELLMUSEUM']) {
        expect(await audience.profile(accounts[0], typed)).toEqual({ kind: 'found', profile });
      }
      expect((await audience.profiles(accounts[0], [profile.id])).get(profile.id)).toEqual(profile);
      expect(audience.pageOf(profile)).toMatch(/^https?:\/\/\S+BellMuseum$/);
    });

    test('a handle of nobody, and one of somebody suspended, are told apart', async () => {
      const { audience, accounts, world } = await make();
      await world.joins(profileOf('@GoneQuiet'));
      await world.suspended('@GoneQuiet');
      expect(await audience.profile(accounts[0], '@Nobody_here')).toEqual({ kind: 'not-there' });
      expect(await audience.profile(accounts[0], '@GoneQuiet')).toEqual({ kind: 'suspended' });
      const { id } = profileOf('@GoneQuiet');
      const there = await audience.profiles(accounts[0], [id, '7']);
      expect(there.get(id)).toBe('suspended');
      expect(there.get('7')).toBeNull();
    });

    test('somebody who takes another handle is found by their id', async () => {
      const { audience, accounts, world } = await make();
      const profile = profileOf('@OldName');
      await world.joins(profile);
      await world.renamed('@OldName', '@NewName');
      expect(await audience.profile(accounts[0], '@OldName')).toEqual({ kind: 'not-there' });
      const found = await audience.profiles(accounts[0], [profile.id]);
      expect(found.get(profile.id)).toMatchObject({ handle: '@NewName' });
    });

    test('followers are read newest first, page by page, each once', async () => {
      const { audience, accounts, world, pageSize } = await make();
      const many = Array.from({ length: pageSize * 2 + 1 }, (_, n) => `@Follower${n}`);
      for (const handle of many) {
        await world.joins(profileOf(handle));
        await world.follows(handle, accounts[0]);
      }
      const first = await audience.followers(accounts[0], null);
      expect(first.items).toHaveLength(pageSize);
      const all = await everyone((cursor) => audience.followers(accounts[0], cursor));
      expect(handles(all)).toEqual(many.toReversed());
      expect(await everyone((cursor) => audience.followers(accounts[1], cursor))).toEqual([]);
    });

    test('somebody new while a list is read moves nobody off its pages', async () => {
      const { audience, accounts, world, pageSize } = await make();
      const many = Array.from({ length: pageSize + 2 }, (_, n) => `@Early${n}`);
      for (const handle of [...many, '@Late']) await world.joins(profileOf(handle));
      for (const handle of many) await world.follows(handle, accounts[0]);
      const first = await audience.followers(accounts[0], null);
      await world.follows('@Late', accounts[0]);
      const second = await audience.followers(accounts[0], first.next);
      expect(new Set([...handles(first.items), ...handles(second.items)])).toEqual(new Set(many));
    });

    test('what a person taps by hand is read back', async () => {
      const { audience, accounts, world } = await make();
      for (const handle of ['@Kind', '@Unkind']) await world.joins(profileOf(handle));
      await world.follows('@Unkind', accounts[0]);
      await world.taps(accounts[0], 'follow', '@Kind');
      await world.taps(accounts[0], 'block', '@Unkind');
      expect(handles((await audience.following(accounts[0], null)).items)).toEqual(['@Kind']);
      expect(handles((await audience.blocking(accounts[0], null)).items)).toEqual(['@Unkind']);
      expect((await audience.followers(accounts[0], null)).items).toEqual([]);
    });

    test('a deed that is done is read back, and one that is not says who does it', async () => {
      const { audience, accounts, world } = await make();
      const profile = profileOf('@Somebody');
      await world.joins(profile);
      await world.follows('@Somebody', accounts[0]);
      const lists = {
        follow: audience.following,
        block: audience.blocking,
      } as const;
      for (const name of ['follow', 'block'] as const) {
        const deed: Deed = await audience[name](accounts[0], profile.id);
        const there = (await everyone((cursor) => lists[name](accounts[0], cursor))).length;
        if (deed.kind === 'by-hand') expect(deed.why).toMatch(/^[A-Z].{20,}\.$/);
        else expect(deed).toEqual({ kind: 'done' });
        expect(there).toBe(deed.kind === 'done' ? 1 : 0);
        expect(await audience[name](accounts[0], profile.id)).toEqual(deed);
      }
    });

    test('a deed to somebody who is gone harms nobody', async () => {
      const { audience, accounts } = await make();
      for (const name of ['follow', 'unfollow', 'block', 'remove', 'mute'] as const) {
        const deed = await audience[name](accounts[0], '7');
        expect(['not-there', 'by-hand'], name).toContain(deed.kind);
      }
      expect((await audience.hide(accounts[0], '7')).kind).toBe('not-there');
    });

    test('who asks to follow is shown, or said not to be', async () => {
      const { audience, accounts, world, showsRequests } = await make();
      await world.joins(profileOf('@Councillor'));
      await world.asksToFollow('@Councillor', accounts[0]);
      const page = await audience.requests(accounts[0], null);
      expect(page === null ? null : handles(page.items)).toEqual(
        showsRequests ? ['@Councillor'] : null,
      );
    });

    test('mentions after one that is known are read newest first', async () => {
      const { audience, accounts, world } = await make();
      await world.joins(profileOf('@Parent'));
      const said: Mention[] = [];
      for (const text of ['One', 'Two', 'Three']) {
        said.push(await world.mentions('@Parent', accounts[0], `${text}, ${accounts[0]}`));
      }
      const ids = (page: Page<Mention>) => page.items.map(({ id }) => id);
      const newest = said.map(({ id }) => id).toReversed();
      const all = await audience.mentions(accounts[0], null, null);
      expect(ids(all)).toEqual(newest);
      expect(all).toMatchObject({ newest: newest[0], read: 3 });
      const since = said[0]?.id ?? '';
      expect(ids(await audience.mentions(accounts[0], since, null))).toEqual(newest.slice(0, 2));
      expect(ids(await audience.mentions(accounts[0], newest[0] ?? '', null))).toEqual([]);
      expect(ids(await audience.mentions(accounts[1], null, null))).toEqual([]);
    });

    test('a mention carries its author, its words as typed and when it was said', async () => {
      const { audience, accounts, world } = await make();
      const author = profileOf('@Parent');
      await world.joins(author);
      const text = `Well done ${accounts[0]} <3 & thanks`;
      const said = await world.mentions('@Parent', accounts[0], text);
      const [read] = (await audience.mentions(accounts[0], null, null)).items;
      expect(read).toMatchObject({ id: said.id, author, text, at: said.at, hidden: false });
    });

    test('a hidden reply stays hidden', async () => {
      const { audience, accounts, world, showsHidden } = await make();
      await world.joins(profileOf('@Rude'));
      const { id } = await world.mentions('@Rude', accounts[0], `Boo ${accounts[0]}`);
      expect(await audience.hide(accounts[0], id)).toEqual({ kind: 'done' });
      expect(await audience.hide(accounts[0], id)).toEqual({ kind: 'done' });
      const [read] = (await audience.mentions(accounts[0], null, null)).items;
      expect(read?.hidden).toBe(showsHidden);
    });

    test('what reading costs is known before it is read, and rises with the number', async () => {
      const { audience, accounts } = await make();
      const cost = (times: number) => audience.costOf(accounts[0], 'follower', times).microdollars;
      expect(cost(0)).toBe(0);
      expect(cost(20_000)).toBe(20_000 * cost(1));
      expect(audience.costOf(accounts[0], 'profile', 3)).toMatchObject({
        account: accounts[0],
        what: 'read',
        times: 3,
      });
    });

    test('while it is away, reading throws and a deed answers', async () => {
      const { audience, accounts, world, goAway } = await make();
      const profile = profileOf('@Somebody');
      await world.joins(profile);
      const { id } = await world.mentions('@Somebody', accounts[0], `Hello ${accounts[0]}`);
      goAway();
      await expect(audience.profile(accounts[0], '@Somebody')).rejects.toThrow();
      await expect(audience.profiles(accounts[0], [profile.id])).rejects.toThrow();
      await expect(audience.followers(accounts[0], null)).rejects.toThrow();
      await expect(audience.mentions(accounts[0], null, null)).rejects.toThrow();
      expect(['unknown', 'later']).toContain((await audience.hide(accounts[0], id)).kind);
      for (const name of ['follow', 'unfollow', 'block', 'remove', 'mute'] as const) {
        const { kind } = await audience[name](accounts[0], profile.id);
        expect(['unknown', 'later', 'by-hand'], name).toContain(kind);
      }
    });

    test('nothing of it can reply, message, like or quote', async () => {
      const { audience } = await make();
      const able = Object.keys(audience).filter((key) => /repl|messag|like|quote|post/i.test(key));
      expect(able).toEqual([]);
    });
  });
}
