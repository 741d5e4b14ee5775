/** What every outlet must keep, whatever is behind it. */
import { describe, expect, test } from 'vitest';
import type { Outlet, OutletPost } from '../../src/ports/outlet.ts';

export type OutletUnderTest = {
  outlet: Outlet;
  /** Two accounts with nothing posted on them. */
  accounts: readonly [string, string];
  /** From now on nothing behind the outlet answers. */
  goAway: () => void;
};

async function posted(outlet: Outlet, account: string, text: string): Promise<OutletPost> {
  const outcome = await outlet.publish(account, text);
  if (outcome.kind !== 'posted') throw new Error(`not posted: ${JSON.stringify(outcome)}`);
  return outcome.post;
}

/** Runs the contract over an outlet that `make` makes anew for each test. */
export function outletContract(name: string, make: () => Promise<OutletUnderTest>): void {
  describe(`the ${name} outlet`, () => {
    test('an account nobody has posted on has no newest post', async () => {
      const { outlet, accounts } = await make();
      expect(await outlet.newest(accounts[0])).toBeNull();
      expect(await outlet.postsSince(accounts[0], null)).toEqual([]);
    });

    test('what was published is the newest post and can be read back', async () => {
      const { outlet, accounts } = await make();
      const post = await posted(outlet, accounts[0], 'The choir sang well.');
      expect(await outlet.newest(accounts[0])).toBe(post.id);
      const [read] = await outlet.postsSince(accounts[0], null);
      expect(read).toEqual(post);
      expect(post.url).toMatch(/^https?:\/\//);
      expect(outlet.matches(post, 'The choir sang well.')).toBe(true);
      expect(outlet.matches(post, 'The choir sang well')).toBe(false);
    });

    test('the link of a post leads to it, and a link elsewhere to none', async () => {
      const { outlet, accounts } = await make();
      const post = await posted(outlet, accounts[0], 'The choir sang well.');
      const { id } = post;
      for (const link of [post.url, ` ${post.url} `, `${post.url}?s=20`, `${post.url}#top`]) {
        expect(outlet.pointed(link), link).toEqual({ account: accounts[0], id });
      }
      for (const link of ['', 'x', outlet.page(accounts[0]), 'https://school.example/news/1']) {
        expect(outlet.pointed(link), link).toBeNull();
      }
      expect(outlet.page(accounts[0])).toMatch(/^https?:\/\//);
    });

    test('an account does not show the post of another, even by its id', async () => {
      const { outlet, accounts } = await make();
      const { id } = await posted(outlet, accounts[0], 'Ours');
      expect(await outlet.look(accounts[1], [id])).toEqual(new Map([[id, null]]));
    });

    test('posts are read back oldest first, only those after the one remembered', async () => {
      const { outlet, accounts } = await make();
      const posts: OutletPost[] = [];
      for (const text of ['One', 'Two', 'Three']) {
        posts.push(await posted(outlet, accounts[0], text));
      }
      const ids = (found: OutletPost[]) => found.map(({ id }) => id);
      expect(ids(await outlet.postsSince(accounts[0], null))).toEqual(ids(posts));
      expect(ids(await outlet.postsSince(accounts[0], posts[0]?.id ?? ''))).toEqual(
        ids(posts.slice(1)),
      );
      expect(await outlet.postsSince(accounts[0], posts[2]?.id ?? '')).toEqual([]);
    });

    test('two posts at the same moment both stand, with rising ids', async () => {
      const { outlet, accounts } = await make();
      await Promise.all([outlet.publish(accounts[0], 'One'), outlet.publish(accounts[0], 'Two')]);
      const ids = (await outlet.postsSince(accounts[0], null)).map(({ id }) => BigInt(id));
      expect(ids).toHaveLength(2);
      expect((ids[0] ?? 0n) < (ids[1] ?? 0n)).toBe(true);
    });

    test('an account shows nothing of another', async () => {
      const { outlet, accounts } = await make();
      await posted(outlet, accounts[0], 'Ours');
      expect(await outlet.newest(accounts[1])).toBeNull();
      expect(await outlet.postsSince(accounts[1], null)).toEqual([]);
    });

    test('a text over the limit is refused, with what to do, and stands nowhere', async () => {
      const { outlet, accounts } = await make();
      const outcome = await outlet.publish(accounts[0], 'a'.repeat(281));
      expect(outcome).toMatchObject({ kind: 'refused' });
      if (outcome.kind === 'refused') {
        expect(outcome.why.length).toBeGreaterThan(10);
        expect(outcome.fix.length).toBeGreaterThan(5);
      }
      expect(await outlet.postsSince(accounts[0], null)).toEqual([]);
    });

    test('a text of exactly the limit is taken', async () => {
      const { outlet, accounts } = await make();
      expect((await posted(outlet, accounts[0], 'a'.repeat(280))).text).toHaveLength(280);
    });

    test('the same words twice running do not stand twice', async () => {
      const { outlet, accounts } = await make();
      await posted(outlet, accounts[0], 'Sports day is on Friday.');
      const again = await outlet.publish(accounts[0], 'Sports day is on Friday.');
      expect(again).toMatchObject({ kind: 'refused', concerns: 'duplicate' });
      expect(await outlet.postsSince(accounts[0], null)).toHaveLength(1);
    });

    test('an accent typed in two ways is the same text', async () => {
      const { outlet, accounts } = await make();
      const post = await posted(outlet, accounts[0], 'Café at the summer fair');
      expect(outlet.matches(post, 'Cafe\u0301 at the summer fair')).toBe(true);
    });

    test('whatever an outlet makes of links, signs and blank lines, the words are known again', async () => {
      const { outlet, accounts } = await make();
      const typed =
        'Year 3 & 4 <3 maths:\n\nhttps://www.bbc.co.uk/bitesize?a=1&b=2 Café &amp; cake';
      const post = await posted(outlet, accounts[0], typed);
      const [read] = await outlet.postsSince(accounts[0], null);
      const [looked] = (await outlet.look(accounts[0], [post.id])).values();
      for (const each of [post, read, looked]) {
        expect(each && outlet.matches(each, typed)).toBe(true);
        expect(each && outlet.matches(each, typed.replace('a=1', 'a=2'))).toBe(false);
      }
    });

    test('a post is looked at by its id, and one that never was is gone', async () => {
      const { outlet, accounts } = await make();
      const post = await posted(outlet, accounts[0], 'The hall is painted.');
      const found = await outlet.look(accounts[0], [post.id, '7']);
      expect([...found]).toEqual([
        [post.id, post],
        ['7', null],
      ]);
    });

    test('a post that is taken down stands nowhere, and those round it still do', async () => {
      const { outlet, accounts } = await make();
      const posts: OutletPost[] = [];
      for (const text of ['One', 'Two', 'Three']) {
        posts.push(await posted(outlet, accounts[0], text));
      }
      const [one, two, three] = posts as [OutletPost, OutletPost, OutletPost];
      expect(await outlet.remove(accounts[0], two.id)).toEqual({ kind: 'removed' });
      expect(await outlet.postsSince(accounts[0], null)).toEqual([one, three]);
      expect(await outlet.postsSince(accounts[0], two.id)).toEqual([three]);
      expect(await outlet.newest(accounts[0])).toBe(three.id);
      expect((await outlet.look(accounts[0], [two.id])).get(two.id)).toBeNull();
    });

    test('taking down what is not there, or is no more, does no harm and says so', async () => {
      const { outlet, accounts } = await make();
      const post = await posted(outlet, accounts[0], 'One');
      expect(await outlet.remove(accounts[0], '7')).toEqual({ kind: 'not-there' });
      await outlet.remove(accounts[0], post.id);
      expect(await outlet.remove(accounts[0], post.id)).toEqual({ kind: 'not-there' });
    });

    test('while it is away, taking down answers and looking throws', async () => {
      const { outlet, accounts, goAway } = await make();
      const post = await posted(outlet, accounts[0], 'One');
      goAway();
      const outcome = await outlet.remove(accounts[0], post.id);
      expect(['refused', 'unknown']).toContain(outcome.kind);
      await expect(outlet.look(accounts[0], [post.id])).rejects.toThrow();
    });

    test('while it is away, publishing answers and reading back throws', async () => {
      const { outlet, accounts, goAway } = await make();
      goAway();
      const outcome = await outlet.publish(accounts[0], 'Into the dark');
      expect(['refused', 'later', 'unknown']).toContain(outcome.kind);
      await expect(outlet.postsSince(accounts[0], null)).rejects.toThrow();
    });

    test('a post of unknown fate is looked for a few times, not for ever', async () => {
      const { outlet } = await make();
      expect(outlet.readBackAfter.length).toBeGreaterThan(0);
      expect(outlet.readBackAfter.length).toBeLessThan(20);
      for (const wait of outlet.readBackAfter) expect(wait).toBeGreaterThanOrEqual(0);
    });
  });
}
