/** When Harper's real worker lives: by a clock that the test moves, and by the process's own count of workers. */
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { harperGrammar } from '../../adapters/grammar/harper.ts';

const MINUTE = 60_000;
const alive = new Set<Worker>();
const gone: Promise<void>[] = [];
const count = (worker: Worker) => {
  alive.add(worker);
  gone.push(
    new Promise((done) => {
      worker.once('exit', () => {
        alive.delete(worker);
        done();
      });
    }),
  );
};

beforeEach(() => {
  process.on('worker', count);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  process.off('worker', count);
});

test('the checker has no worker before its first need, and none after ten idle minutes', async () => {
  const grammar = harperGrammar();
  vi.advanceTimersByTime(60 * MINUTE);
  expect(alive.size).toBe(0);

  expect(await grammar.lint('Our owls of clay are dry.')).toEqual([]);
  expect(alive.size).toBe(1);
  vi.advanceTimersByTime(9 * MINUTE);
  // A text begins the ten minutes again.
  expect(await grammar.lint('Year 1 saw a owl.')).toHaveLength(1);
  vi.advanceTimersByTime(10 * MINUTE - 1);
  await new Promise(setImmediate);
  expect(alive.size).toBe(1);

  vi.advanceTimersByTime(1);
  await Promise.all(gone);
  expect(alive.size).toBe(0);

  expect(await grammar.lint('And saw a owl again.')).toHaveLength(1);
  expect(alive.size).toBe(1);
  await grammar.close();
  await Promise.all(gone);
  expect(alive.size).toBe(0);
});
