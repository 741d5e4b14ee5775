/** Contract of the store: whom an account follows, the handle register, reviews of followers. */
import { expect, test } from 'vitest';
import type { Follow } from '../../../src/ports/follows.ts';
import type { Follower, Review } from '../../../src/ports/reviews.ts';
import { profileOf } from '../audience.ts';
import { SCHOOL, T0 } from './samples.ts';
import type { Stage } from './suite.ts';

const asked = (
  id: string,
  handle: string,
  change: Partial<Follow> = {},
): Omit<Follow, 'number'> => ({
  id,
  account: '@Larkfield',
  wants: 'follow',
  profile: profileOf(handle),
  askedBy: 'amy-reid',
  askedAt: T0,
  because: 'They visit',
  judgement: null,
  state: 'asked',
  version: 1,
  decidedBy: null,
  decidedAt: null,
  reason: null,
  byHand: null,
  seenAt: null,
  ...change,
});

const review = (id: string, change: Partial<Review> = {}): Review => ({
  id,
  account: '@Larkfield',
  startedBy: 'sam-obi',
  startedAt: T0,
  state: 'open',
  cursor: null,
  read: 0,
  most: null,
  followers: null,
  requests: null,
  done: null,
  ...change,
});

const met = (id: string, doubt: number, plain = false): Omit<Follower, 'number'> => ({
  account: '@Larkfield',
  review: 'r1',
  id,
  profile: profileOf(`@p${id}`),
  state: 'new',
  doubt,
  plain,
  young: false,
  proposal: 'keep',
  reasons: [{ says: 'Nothing links it to the school.', clauses: [] }],
  decidedBy: null,
  reason: null,
  byHand: null,
});

export function followSuite(stage: () => Stage): void {
  test('requests to follow are numbered, and found by state and by whom they are about', async () => {
    const { store } = stage();
    const add = (follow: Omit<Follow, 'number'>) =>
      store.transaction((tx) => tx.addFollow(SCHOOL, follow));
    const one = await add(asked('one', '@One'));
    const two = await add(asked('two', '@Two', { state: 'done' }));
    expect([one.number, two.number]).toEqual([1, 2]);
    expect(await store.read.follow(SCHOOL, 'one')).toEqual(one);
    expect(await store.read.followsIn(SCHOOL, ['asked', 'done'], 5)).toEqual([two, one]);
    expect(await store.read.followsIn(SCHOOL, ['asked', 'done'], 1)).toEqual([two]);
    const about = [one.profile.id, '7'];
    expect(await store.read.followsOf(SCHOOL, '@Larkfield', about)).toEqual([one]);
    expect(await store.read.followsOf(SCHOOL, '@Another', about)).toEqual([]);
    expect(await store.read.followsBy(SCHOOL, '@Larkfield', ['done'])).toEqual([two]);
  });

  test('of two who change a request at the same version, one comes too late', async () => {
    const { store } = stage();
    const one = await store.transaction((tx) => tx.addFollow(SCHOOL, asked('one', '@One')));
    const move = (state: Follow['state']) =>
      store.transaction((tx) => tx.moveFollow(SCHOOL, { ...one, state }));
    expect(await move('to-do')).toBe(true);
    expect(await move('declined')).toBe(false);
    const now = await store.read.follow(SCHOOL, 'one');
    expect(now).toMatchObject({ state: 'to-do', version: 2 });
  });

  test('it is remembered when a list was last read', async () => {
    const { store } = stage();
    const at = () => store.read.readAt(SCHOOL, '@Larkfield', 'following');
    expect(await at()).toBeNull();
    for (const when of [T0, T0 + 5]) {
      await store.transaction((tx) => tx.setReadAt(SCHOOL, '@Larkfield', 'following', when));
    }
    expect(await at()).toBe(T0 + 5);
    expect(await store.read.readAt(SCHOOL, '@Larkfield', 'followers')).toBeNull();
  });

  test('a handle stands once in the register, whatever its case', async () => {
    const { store } = stage();
    const agreed = {
      handle: '@BellMuseum',
      by: 'sam-obi',
      spokeTo: 'Ann Hill',
      spokeOn: '2026-03-09',
      at: T0,
      expiresAt: T0 + 9,
    };
    const later = { ...agreed, handle: '@bellmuseum', expiresAt: T0 + 99 };
    await store.transaction((tx) => tx.putHandle(SCHOOL, agreed));
    await store.transaction((tx) => tx.putHandle(SCHOOL, later));
    expect(await store.read.handlesAgreed(SCHOOL)).toEqual([later]);
    const drop = () => store.transaction((tx) => tx.dropHandle(SCHOOL, '@BELLMUSEUM'));
    expect(await drop()).toBe(true);
    expect(await drop()).toBe(false);
  });

  test('of each account one review is open at a time', async () => {
    const { store } = stage();
    await store.transaction((tx) => tx.putReview(SCHOOL, review('r1')));
    await expect(store.transaction((tx) => tx.putReview(SCHOOL, review('r2')))).rejects.toThrow();
    expect(await store.read.reviewOf(SCHOOL, '@Larkfield')).toEqual(review('r1'));
    const done = review('r1', { state: 'done', done: { by: 'sam-obi', at: T0 } });
    await store.transaction((tx) => tx.putReview(SCHOOL, done));
    expect(await store.read.reviewOf(SCHOOL, '@Larkfield')).toBeNull();
    expect(await store.read.review(SCHOOL, 'r1')).toEqual(done);
  });

  test('a follower is met once, and the most doubtful come first', async () => {
    const { store } = stage();
    const add = (all: Omit<Follower, 'number'>[]) =>
      store.transaction((tx) => tx.addFollowers(SCHOOL, '@Larkfield', all));
    expect(await add([met('a', 5, true), met('b', 90), met('b', 1)])).toBe(2);
    expect(await add([met('a', 70), met('c', 40)])).toBe(1);
    const ids = await store.read.followersMet(SCHOOL, '@Larkfield', ['a', 'c', 'z']);
    expect([...ids].toSorted()).toEqual(['a', 'c']);
    const first = await store.read.followersIn(SCHOOL, 'r1', ['new'], 2);
    expect(first.map(({ doubt }) => doubt)).toEqual([40, 5]);
  });

  test('those plainly fine are kept together, and what was read of them goes', async () => {
    const { store } = stage();
    const all = [met('a', 5, true), met('b', 90), met('c', 3, true)];
    await store.transaction((tx) => tx.addFollowers(SCHOOL, '@Larkfield', all));
    expect(await store.read.reviewCounts(SCHOOL, 'r1')).toMatchObject({ new: 3, plain: 2 });
    expect(await store.transaction((tx) => tx.keepPlain(SCHOOL, 'r1', 'sam-obi'))).toBe(2);
    expect(await store.read.reviewCounts(SCHOOL, 'r1')).toMatchObject({
      new: 1,
      kept: 2,
      plain: 0,
    });
    const [kept] = await store.read.followersIn(SCHOOL, 'r1', ['kept'], 1);
    expect(kept).toMatchObject({ profile: null, decidedBy: 'sam-obi' });
    const [left] = await store.read.followersIn(SCHOOL, 'r1', ['new'], 1);
    if (!left) throw new Error('nobody is left');
    const gone = { ...left, state: 'blocked' as const, profile: null };
    await store.transaction((tx) => tx.setFollower(SCHOOL, gone));
    expect(await store.read.follower(SCHOOL, '@Larkfield', left.number)).toEqual(gone);

    // Who was sent away and follows again is new again; who was kept is not.
    expect(await store.read.followersMet(SCHOOL, '@Larkfield', ['a', 'b'])).toEqual(new Set(['a']));
    const back = [met('a', 9), { ...met('b', 12), review: 'r2' }];
    const added = await store.transaction((tx) => tx.addFollowers(SCHOOL, '@Larkfield', back));
    expect(added).toBe(1);
    const fresh = await store.read.followersIn(SCHOOL, 'r2', ['new'], 5);
    expect(fresh).toEqual([{ ...back[1], number: 4 }]);
  });
}
