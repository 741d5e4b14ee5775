/** Contract of the store: posts as an outlet took them, what calls cost, and accounts that take nothing. */
import { expect, test } from 'vitest';
import type { Post } from '../../../src/post/post.ts';
import { aDraft, anAttempt, keepDraft, SCHOOL, T0 } from './samples.ts';
import type { Stage } from './suite.ts';

function aPost(change: Partial<Post> = {}): Post {
  return {
    school: SCHOOL,
    account: '@Hilltop',
    id: '71',
    version: '71',
    draft: 'd1',
    shown: '',
    looks: 0,
    nextLook: T0 + 60_000,
    missedAt: null,
    ...change,
  };
}

export function postsSuite(stage: () => Stage): void {
  test('a post is on record once, under its account, its id and its draft', async () => {
    const { store } = stage();
    await keepDraft(store, aDraft());
    await keepDraft(store, aDraft({ id: 'd2', number: 2 }));
    await store.transaction((tx) => tx.addPost(aPost()));
    expect(await store.read.post(SCHOOL, '@Hilltop', '71')).toEqual(aPost());
    expect(await store.read.postOf(SCHOOL, 'd1')).toEqual(aPost());
    expect(await store.read.post(SCHOOL, '@Other', '71')).toBeNull();
    expect(await store.read.postOf(SCHOOL, 'd2')).toBeNull();
    for (const other of [aPost({ draft: 'd2' }), aPost({ id: '72' }), aPost({ draft: 'd9' })]) {
      await expect(store.transaction((tx) => tx.addPost(other))).rejects.toThrow();
    }
  });

  test('posts are looked at when they are due, soonest first, and no more once that is over', async () => {
    const { store } = stage();
    for (const number of [1, 2, 3]) {
      await keepDraft(store, aDraft({ id: `d${number}`, number }));
      const post = aPost({ id: `${number}`, draft: `d${number}`, nextLook: T0 + 9 - number });
      await store.transaction((tx) => tx.addPost(post));
    }
    const due = async (now: number, limit = 9) =>
      (await store.read.postsToLookAt(SCHOOL, '@Hilltop', now, limit)).map(({ id }) => id);
    expect(await store.read.nextLook(SCHOOL, '@Hilltop')).toBe(T0 + 6);
    expect(await due(T0 + 7)).toEqual(['3', '2']);
    expect(await due(T0 + 9, 1)).toEqual(['3']);
    const seen = aPost({
      id: '3',
      draft: 'd3',
      version: '39',
      shown: 'f',
      looks: 1,
      nextLook: null,
    });
    await store.transaction((tx) => tx.setPost({ ...seen, missedAt: T0 }));
    expect(await store.read.postOf(SCHOOL, 'd3')).toEqual({ ...seen, missedAt: T0 });
    expect(await due(T0 + 9)).toEqual(['2', '1']);
    expect(await store.read.nextLook(SCHOOL, '@Other')).toBeNull();
  });

  test('what calls cost adds up by school, month, account and kind, from two processes at once', async () => {
    const { store, another } = stage();
    const second = await another();
    const read = { account: '@Hilltop', what: 'read', times: 2, microdollars: 2_000 } as const;
    await Promise.all(
      [store, second, store, second].map((each) => each.addSpend(SCHOOL, '2026-03', read)),
    );
    await store.addSpend(SCHOOL, '2026-03', { ...read, what: 'post' });
    await store.addSpend(SCHOOL, '2026-04', read);
    await store.addSpend('valley', '2026-03', read);
    expect(await store.read.spent(SCHOOL, '2026-03')).toEqual([
      { ...read, what: 'post' },
      { ...read, times: 8, microdollars: 8_000 },
    ]);
    expect(await store.read.spent(SCHOOL, '2026-05')).toEqual([]);
  });

  test('why an account takes nothing is kept until it does', async () => {
    const { store } = stage();
    const set = (why: string | null, at = T0) =>
      store.transaction((tx) =>
        tx.setTrouble(SCHOOL, '@Hilltop', why === null ? null : { why, at }),
      );
    expect(await store.read.trouble(SCHOOL, '@Hilltop')).toBeNull();
    await set('No credit.');
    await set('Suspended.', T0 + 1);
    expect(await store.read.trouble(SCHOOL, '@Hilltop')).toEqual({ why: 'Suspended.', at: T0 + 1 });
    expect(await store.read.trouble(SCHOOL, '@Other')).toBeNull();
    await set(null);
    expect(await store.read.trouble(SCHOOL, '@Hilltop')).toBeNull();
  });

  test('posts from before they had a record of their own are on record after the change, looked at no more', async () => {
    const { store, place } = stage();
    await keepDraft(store, aDraft());
    const url = 'http://127.0.0.1:3978/timeline/Hilltop/1866712345';
    await store.transaction(async (tx) => {
      await tx.addAttempt(anAttempt());
      await tx.closeAttempt(anAttempt({ outcome: 'posted', url, finishedAt: T0 }));
    });
    const later =
      'duties follows lists_read reviews followers handles standing mentions mentions_read'.split(
        ' ',
      );
    for (const table of ['posts', 'spends', 'troubles', ...later]) {
      await place.raw(`drop table ${table}`);
    }
    await place.raw('delete from bellbird_versions where version >= 2');
    const again = await place.open();
    const id = '1866712345';
    expect(await again.read.postOf(SCHOOL, 'd1')).toEqual(
      aPost({ id, version: id, nextLook: null }),
    );
    await again.close();
  });
}
