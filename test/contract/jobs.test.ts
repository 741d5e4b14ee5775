import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { localJobs } from '../../adapters/jobs/local.ts';
import type { Jobs } from '../../src/ports/jobs.ts';

const HOUR = 3_600_000;
let jobs: Jobs;
let faults: unknown[];

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 2, 10, 10) });
  faults = [];
});
afterEach(async () => {
  await jobs.stop();
  vi.useRealTimers();
});

/** Jobs whose work answers what `next` says; gives the moments at which it was done. */
function started(
  next: () => number | null | Promise<number | null>,
  options: Parameters<typeof localJobs>[0] = {},
): number[] {
  const looks: number[] = [];
  jobs = localJobs({ onFault: (error) => faults.push(error), ...options });
  jobs.start(async () => {
    looks.push(Date.now());
    await null;
    return next();
  });
  return looks;
}

describe('waking for what is due', () => {
  test('it looks at once, then at the moment it was told, and not in between', async () => {
    const start = Date.now();
    const dues = [start + 5 * HOUR, null];
    const looks = started(() => dues.shift() ?? null);
    expect(looks).toEqual([start]);
    await vi.advanceTimersByTimeAsync(5 * HOUR - 1);
    expect(looks).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(looks).toEqual([start, start + 5 * HOUR]);
    await vi.advanceTimersByTimeAsync(100 * HOUR);
    expect(looks).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a moment further off than a timer can count is met all the same', async () => {
    const due = Date.now() + 2 ** 31 + HOUR;
    const dues = [due, null];
    const looks = started(() => dues.shift() ?? null);
    await vi.advanceTimersByTimeAsync(0);
    vi.setSystemTime(due - 90_000);
    await vi.advanceTimersByTimeAsync(89_999);
    expect(looks).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(looks.at(1)).toBe(due);
  });

  test('after the computer slept past the moment, it looks within a minute of waking', async () => {
    const dues = [Date.now() + 5 * HOUR, null];
    const looks = started(() => dues.shift() ?? null);
    await vi.advanceTimersByTimeAsync(1_000);
    // The clock moves on, the timers do not.
    vi.setSystemTime(Date.now() + 9 * HOUR);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toHaveLength(2);
  });

  test('a nudge brings the next look forward, never back', async () => {
    const start = Date.now();
    const looks = started(() => (looks.length === 1 ? start + HOUR : null));
    await vi.advanceTimersByTimeAsync(0);
    jobs.nudge(start + 2 * HOUR);
    jobs.nudge(start + 1_000);
    jobs.nudge(start + 2_000);
    await vi.advanceTimersByTimeAsync(3 * HOUR);
    expect(looks).toEqual([start, start + 1_000]);
  });

  test('a nudge while nothing waits is heard, also for what is long due', async () => {
    const looks = started(() => null);
    await vi.advanceTimersByTimeAsync(HOUR);
    jobs.nudge(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(looks).toHaveLength(2);
  });

  test('work never runs twice at once, and a nudge while it runs makes it look again', async () => {
    const finish: (() => void)[] = [];
    const looks = started(() => new Promise((resolve) => finish.push(() => resolve(null))));
    jobs.nudge(Date.now());
    jobs.nudge(Date.now() + HOUR);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(looks).toHaveLength(1);
    finish.shift()?.();
    await vi.advanceTimersByTimeAsync(1);
    expect(looks).toHaveLength(2);
    finish.shift()?.();
    await vi.advanceTimersByTimeAsync(3 * HOUR);
    expect(looks).toHaveLength(2);
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 7])(
    'a nudge is heard that comes just as work ends, %i steps after its answer',
    async (steps) => {
      let first = true;
      const looks = started(() => {
        if (!first) return null;
        first = false;
        void (async () => {
          for (let step = 0; step < steps; step += 1) await null;
          jobs.nudge(Date.now());
        })();
        return null;
      });
      await vi.advanceTimersByTimeAsync(1);
      expect(looks).toHaveLength(2);
    },
  );

  test('work that fails is tried again after 1 s, then 2 s, up to a minute, and each fault is told', async () => {
    const start = Date.now();
    const looks = started(() => {
      if (looks.length <= 9) throw new Error(`fault ${looks.length}`);
      return null;
    });
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    const pauses = looks.slice(1).map((at, index) => (at - (looks[index] ?? start)) / 1_000);
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect(faults).toHaveLength(9);
    expect(faults[0]).toEqual(new Error('fault 1'));
  });

  test('after a success the pause begins at 1 s again', async () => {
    const bad = [1, 2, 4];
    const looks = started(() => {
      if (bad.includes(looks.length)) throw new Error('fault');
      return looks.length === 3 ? Date.now() + HOUR : null;
    });
    await vi.advanceTimersByTimeAsync(3 * HOUR);
    expect((looks[4] ?? 0) - (looks[3] ?? 0)).toBe(1_000);
    expect(looks).toHaveLength(5);
  });

  test('work that nudges and then fails does not run hot', async () => {
    const looks = started(() => {
      jobs.nudge(Date.now());
      throw new Error('fault');
    });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(looks.length).toBe(4);
  });

  test('with other processes on the same store it looks at least as often as it was told', async () => {
    const looks = started(() => null, { longestSleepMs: 5_000 });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(looks).toHaveLength(5);
  });

  test('stopping waits for work under way, and nothing wakes it afterwards', async () => {
    let finish = () => {};
    const looks = started(() => new Promise((resolve) => (finish = () => resolve(0))));
    let stopped = false;
    const stopping = jobs.stop().then(() => {
      stopped = true;
    });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(stopped).toBe(false);
    finish();
    await stopping;
    jobs.nudge(0);
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(looks).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('jobs are started once', () => {
    started(() => null);
    expect(() => jobs.start(async () => null)).toThrow('started already');
  });
});
