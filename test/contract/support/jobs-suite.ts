/** Contract of the store: jobs and their claims. */
import { expect, test } from 'vitest';
import type { Job, Store } from '../../../src/ports/store.ts';
import { aJob, SCHOOL, T0 } from './samples.ts';
import type { Stage } from './suite.ts';

async function put(store: Store, ...jobs: Job[]): Promise<void> {
  await store.transaction(async (tx) => {
    for (const job of jobs) await tx.putJob(job);
  });
}

async function dueIds(store: Store, now: number, limit = 10): Promise<string[]> {
  return (await store.read.dueJobs(now, limit)).map((job) => job.id);
}

export function jobsSuite(stage: () => Stage): void {
  test('due work comes oldest first, and what is not due yet or parked waits', async () => {
    const { store } = stage();
    await put(
      store,
      aJob({ id: 'later', dueAt: T0 + 1 }),
      aJob({ id: 'now' }),
      aJob({ id: 'overdue', dueAt: T0 - 5 }),
      aJob({ id: 'parked', dueAt: null }),
    );
    expect(await dueIds(store, T0)).toEqual(['overdue', 'now']);
    expect(await dueIds(store, T0, 1)).toEqual(['overdue']);
    expect(await store.read.dueJobs(T0 - 5, 1)).toEqual([aJob({ id: 'overdue', dueAt: T0 - 5 })]);
  });

  test('notices of one moment are delivered in the order in which they were written', async () => {
    const { store } = stage();
    const ids = ['m', 'z', 'a', 'q', 'b'];
    await put(store, ...ids.map((id) => aJob({ id, kind: 'notice' })));
    expect(await dueIds(store, T0)).toEqual(ids);
  });

  test('the next moment to look is the earliest still to come', async () => {
    const { store } = stage();
    expect(await store.read.nextDue(T0)).toBeNull();
    await put(store, aJob({ id: 'parked', dueAt: null }));
    expect(await store.read.nextDue(T0)).toBeNull();
    await put(store, aJob({ id: 'b', dueAt: T0 + 50 }), aJob({ id: 'a', dueAt: T0 + 20 }));
    expect(await store.read.nextDue(T0)).toBe(T0 + 20);
    expect(await store.read.nextDue(T0 + 20)).toBe(T0 + 50);
  });

  test('of two processes that reach for a job, one has it until its claim runs out', async () => {
    const { store, another } = stage();
    const second = await another();
    await put(store, aJob());
    const claims = await Promise.all([
      store.claimJob('j1', T0, 1_000),
      second.claimJob('j1', T0, 1_000),
    ]);
    expect(claims.filter((job) => job !== null)).toEqual([aJob()]);
    expect(await dueIds(store, T0 + 999)).toEqual([]);
    expect(await store.read.nextDue(T0)).toBe(T0 + 1_000);
    expect(await second.claimJob('j1', T0 + 999, 1_000)).toBeNull();
    expect(await dueIds(store, T0 + 1_000)).toEqual(['j1']);
    expect(await second.claimJob('j1', T0 + 1_000, 1_000)).toEqual(aJob());
  });

  test('a job that is parked, gone or not yet due cannot be claimed', async () => {
    const { store } = stage();
    await put(store, aJob({ id: 'parked', dueAt: null }), aJob({ id: 'later', dueAt: T0 + 1 }));
    for (const id of ['parked', 'later', 'gone']) {
      expect(await store.claimJob(id, T0, 1_000)).toBeNull();
    }
  });

  test('what is due is read past the jobs that somebody holds already', async () => {
    const { store } = stage();
    await put(store, aJob({ id: 'a' }), aJob({ id: 'b' }), aJob({ id: 'c' }));
    const due = await store.read.dueJobs(T0, 1, ['a']);
    expect(due.map(({ id }) => id)).toEqual(['b']);
    expect(await store.read.dueJobs(T0, 5, ['a', 'b', 'c'])).toEqual([]);
  });

  test('a claim gives the job as it is now, not as it was when it was read', async () => {
    const { store } = stage();
    await put(store, aJob());
    const newer = aJob({ payload: { revision: 2 } });
    await put(store, newer);
    expect(await store.claimJob('j1', T0, 1_000)).toEqual(newer);
  });

  test('a job put again under its id replaces the old one and is free of its claim', async () => {
    const { store } = stage();
    await put(store, aJob());
    await store.claimJob('j1', T0, 60_000);
    const again = aJob({ dueAt: T0 + 10, tries: 1, payload: { revision: 2 } });
    await put(store, again);
    expect(await store.read.dueJobs(T0 + 10, 10)).toEqual([again]);
  });

  test('the next work of a kind about one draft is found, and parked work is not it', async () => {
    const { store } = stage();
    const remind = aJob({ id: 'r1', kind: 'remind', draft: 'd7', dueAt: T0 + 50 });
    await put(
      store,
      remind,
      { ...remind, id: 'r0', dueAt: null },
      { ...remind, id: 'r2', dueAt: T0 + 90 },
    );
    expect(await store.read.dueOf(SCHOOL, 'd7', 'remind')).toBe(T0 + 50);
    expect(await store.read.dueOf(SCHOOL, 'd7', 'expire')).toBeNull();
    expect(await store.read.dueOf(SCHOOL, 'd8', 'remind')).toBeNull();
  });

  test('a job that failed is given back, due later, with one more try counted', async () => {
    const { store } = stage();
    await put(store, aJob());
    await store.claimJob('j1', T0, 60_000);
    await store.retryJob(aJob(), T0 + 2_000);
    expect(await dueIds(store, T0 + 1_999)).toEqual([]);
    expect(await store.read.dueJobs(T0 + 2_000, 10)).toEqual([
      aJob({ dueAt: T0 + 2_000, tries: 1 }),
    ]);
  });

  test('a job that was replaced or dropped while it failed is left as it is', async () => {
    const { store } = stage();
    await put(store, aJob(), aJob({ id: 'dropped' }));
    await store.claimJob('j1', T0, 60_000);
    await store.claimJob('dropped', T0, 60_000);
    const replaced = aJob({ dueAt: T0 + 50 });
    await put(store, replaced);
    await store.transaction((tx) => tx.dropJob('dropped'));
    await store.retryJob(aJob(), T0 + 2_000);
    await store.retryJob(aJob({ id: 'dropped' }), T0 + 2_000);
    expect(await store.read.dueJobs(T0 + 9_000, 10)).toEqual([replaced]);
  });

  test('a job put again exactly as it was is not delayed by the failure of the old one', async () => {
    const { store } = stage();
    await put(store, aJob());
    await store.claimJob('j1', T0, 60_000);
    await put(store, aJob());
    await store.retryJob(aJob(), T0 + 2_000);
    expect(await store.read.dueJobs(T0, 10)).toEqual([aJob()]);
  });

  test('after a restart no claim of the process that died stands in the way', async () => {
    const { store } = stage();
    await put(
      store,
      aJob(),
      aJob({ id: 'parked', dueAt: null }),
      aJob({ id: 'later', dueAt: T0 + 5 }),
    );
    await store.claimJob('j1', T0, 60_000);
    await store.freeClaims();
    expect(await dueIds(store, T0)).toEqual(['j1']);
    expect(await store.read.nextDue(T0)).toBe(T0 + 5);
  });

  test('dropping the reminders of a draft leaves its other work, and that of other drafts and schools', async () => {
    const { store } = stage();
    await put(
      store,
      aJob({ id: 'remind', kind: 'remind' }),
      aJob({ id: 'expire', kind: 'expire' }),
      aJob({ id: 'publish', kind: 'publish' }),
      aJob({ id: 'other-draft', kind: 'remind', draft: 'd2' }),
      aJob({ id: 'other-school', kind: 'remind', school: 'valley' }),
    );
    await store.transaction((tx) => tx.dropJobsOf(SCHOOL, 'd1', ['remind', 'expire']));
    await store.transaction((tx) => tx.dropJobsOf(SCHOOL, 'd1', []));
    expect((await dueIds(store, T0)).sort()).toEqual(['other-draft', 'other-school', 'publish']);
  });
}
