/** In which order due work is taken up, and what holds up what. */
import { setImmediate as breathe } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { makeRunner } from '../../src/desk/runner.ts';
import type { World } from '../../src/desk/world.ts';
import type { Job } from '../../src/ports/store.ts';

const post = (id: string, account: string): Job => ({
  id,
  school: 'larkfield',
  kind: 'publish',
  draft: id,
  payload: { revision: 1, account },
  dueAt: 1,
  tries: 0,
});
const notice = (id: string): Job => ({ ...post(id, ''), kind: 'notice', payload: {} });

/** A runner over these jobs, which are gone once they are claimed. `waits` says whose claim is not answered. */
async function claimed(due: Job[], waits: (job: Job) => boolean): Promise<string[]> {
  const order: string[] = [];
  const left = new Map(due.map((job) => [job.id, job]));
  const store = {
    read: {
      dueJobs: async (_: number, limit: number, except: readonly string[]) =>
        [...left.values()].filter(({ id }) => !except.includes(id)).slice(0, limit),
      nextDue: async () => null,
    },
    claimJob: async (id: string) => {
      const job = left.get(id);
      left.delete(id);
      order.push(id);
      if (job && waits(job)) await new Promise(() => {});
      return null;
    },
  };
  let asked = true;
  const wake = () => {
    asked = true;
  };
  const world = { store, clock: { now: () => 1 }, wake } as unknown as World;
  const runner = makeRunner(world, async () => {});
  for (let quiet = 0; quiet < 20; quiet += 1) {
    if (asked) quiet = 0;
    asked = false;
    if (quiet === 0) await runner.work();
    await breathe();
  }
  return order;
}

test('posts find room at once, however many notices were due before them and are not taken', async () => {
  const notices = Array.from({ length: 300 }, (_, index) => notice(`n${index}`));
  const posts = Array.from({ length: 20 }, (_, index) => post(`p${index}`, `@a${index}`));
  const order = await claimed([...notices, ...posts], ({ kind }) => kind === 'notice');
  expect(order.filter((id) => id.startsWith('p'))).toHaveLength(20);
});

test('what is no post goes on while more posts than there is room for wait for their outlet', async () => {
  const posts = Array.from({ length: 100 }, (_, index) => post(`p${index}`, `@a${index}`));
  const order = await claimed([notice('n1'), ...posts], ({ kind }) => kind === 'publish');
  expect(order).toContain('n1');
});

test('accounts take turns: one with many posts that were due first keeps no other waiting behind them', async () => {
  const many = Array.from({ length: 10 }, (_, index) => post(`many${index}`, '@many'));
  const others = Array.from({ length: 54 }, (_, index) => post(`p${index}`, `@a${index}`));
  const order = await claimed([...many, ...others], () => false);
  expect(order).toHaveLength(64);
  expect(order.filter((id) => id.startsWith('many'))).toEqual(many.map(({ id }) => id));
  expect(order.indexOf('many1')).toBeGreaterThan(order.findLastIndex((id) => id.startsWith('p')));
});
