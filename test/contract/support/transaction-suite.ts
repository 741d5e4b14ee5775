/** Contract of the store: transactions and the shelf. */
import { setImmediate as breathe } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { aDraft, aJob, anEvent, aRevision, keepDraft, SCHOOL, T0 } from './samples.ts';
import type { Stage } from './suite.ts';

export function transactionSuite(stage: () => Stage): void {
  test('a transaction that throws leaves nothing behind and gives its own error', async () => {
    const { store } = stage();
    const attempt = store.transaction(async (tx) => {
      await tx.nextDraftNumber(SCHOOL);
      await tx.addDraft(aDraft());
      await tx.addRevision(SCHOOL, aRevision());
      await tx.putJob(aJob());
      await tx.append(anEvent());
      throw new Error('the kettle boiled over');
    });
    await expect(attempt).rejects.toThrow('the kettle boiled over');
    expect(await store.read.draft(SCHOOL, 'd1')).toBeNull();
    expect(await store.read.dueJobs(T0, 10)).toEqual([]);
    expect(await store.read.ledger(SCHOOL, 0, 10)).toEqual([]);
    expect(await store.transaction((tx) => tx.nextDraftNumber(SCHOOL))).toBe(1);
  });

  test('what a transaction has written is seen inside it, and by others only once it is done', async () => {
    const { store } = stage();
    await store.transaction(async (tx) => {
      await tx.addDraft(aDraft());
      expect(await tx.draft(SCHOOL, 'd1')).toEqual(aDraft());
      expect(await store.read.draft(SCHOOL, 'd1')).toBeNull();
    });
    expect(await store.read.draft(SCHOOL, 'd1')).toEqual(aDraft());
  });

  test('turns at one desk follow each other, also from two processes', async () => {
    const { store, another } = stage();
    const second = await another();
    let inside = 0;
    let most = 0;
    const turn = (index: number) =>
      (index % 2 ? store : second).transaction(async (tx) => {
        await tx.lockDesk(SCHOOL);
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setTimeout(resolve, 2));
        inside -= 1;
      });
    await Promise.all(Array.from({ length: 10 }, (_, index) => turn(index)));
    expect(most).toBe(1);
  });

  test('a revision of a draft that is not there is refused', async () => {
    const { store } = stage();
    await expect(
      store.transaction((tx) => tx.addRevision(SCHOOL, aRevision({ draft: 'nowhere' }))),
    ).rejects.toThrow(/foreign key/i);
  });

  test('a transaction that fails does not spoil the next one', async () => {
    const { store } = stage();
    await keepDraft(store, aDraft());
    await expect(store.transaction((tx) => tx.addDraft(aDraft()))).rejects.toThrow(/unique/i);
    expect(await store.transaction((tx) => tx.nextDraftNumber(SCHOOL))).toBe(1);
  });

  test('the shelf keeps any value under its key and numbers every write of a topic', async () => {
    const { store } = stage();
    const value = { text: 'Bread \ud83d 🍞', list: [1, null], at: T0 };
    expect(await store.shelf.get('chat', 'a')).toBeNull();
    expect(await store.shelf.put('chat', 'a', value)).toEqual({ seq: 1, key: 'a', value });
    await store.shelf.put('chat', 'b', 2);
    expect((await store.shelf.put('other', 'a', 3)).seq).toBe(1);
    expect(await store.shelf.put('chat', 'a', null)).toEqual({ seq: 3, key: 'a', value: null });
    expect(await store.shelf.get('chat', 'a')).toEqual({ seq: 3, key: 'a', value: null });
    expect((await store.shelf.after('chat', 0, 10)).map((item) => item.key)).toEqual(['b', 'a']);
    expect(await store.shelf.after('chat', 2, 10)).toEqual([{ seq: 3, key: 'a', value: null }]);
    expect((await store.shelf.newest('chat', 1)).map((item) => item.key)).toEqual(['a']);
  });

  test('of two that put the first thing under a key of the shelf, one does', async () => {
    const { store, another } = stage();
    const second = await another();
    const added = await Promise.all([
      store.shelf.add('timeline', 'p1', 'first'),
      second.shelf.add('timeline', 'p1', 'second'),
    ]);
    expect([...added].sort()).toEqual([false, true]);
    expect((await store.shelf.get('timeline', 'p1'))?.value).toBe(added[0] ? 'first' : 'second');
    expect(await store.shelf.add('timeline', 'p1', 'third')).toBe(false);
  });

  test('a page that asks the shelf for what is new never misses an item, however many write', async () => {
    const { store, another } = stage();
    const writers = [store, await another(), await another()];
    const reader = await another();
    const seen: number[] = [];
    let writing = true;
    const watch = async () => {
      for (let done = false; !done; ) {
        done = !writing;
        // SQLite answers at once; without a breath nobody would get to write.
        await breathe();
        for (const item of await reader.shelf.after('chat', seen.at(-1) ?? 0, 5))
          seen.push(item.seq);
      }
      for (let more = true; more; ) {
        const items = await reader.shelf.after('chat', seen.at(-1) ?? 0, 50);
        for (const item of items) seen.push(item.seq);
        more = items.length > 0;
      }
    };
    const watching = watch();
    await Promise.all(
      Array.from({ length: 120 }, (_, index) =>
        writers[index % 3]?.shelf.put('chat', `message ${index}`, index),
      ),
    );
    writing = false;
    await watching;
    expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
  });
}
