/** Waking at the next due moment with one timer. What is due is in the store; nothing is kept here. */
import { type Clock, systemClock } from '../../src/ports/clock.ts';
import type { Jobs } from '../../src/ports/jobs.ts';

/**
 * A timer runs at most so long before the clock is compared again. Timers stand still while a computer
 * sleeps, the clock does not; and Node runs one of over 2^31 ms at once. No work is done for it.
 */
const LONGEST_TIMER_MS = 60_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Jobs of this process. Work never runs twice at once; work that throws is run again after 1 s, then 2 s, up
 * to 60 s, until it succeeds. A nudge from outside goes before such a pause: it may well find the fault gone.
 *
 * @param longestSleepMs look at least this often, where another process may add jobs to the same store
 * @param onFault told of every error that work throws
 */
export function localJobs(
  options: { clock?: Clock; longestSleepMs?: number; onFault?: (error: unknown) => void } = {},
): Jobs {
  const { clock = systemClock, longestSleepMs = null, onFault } = options;
  let work: (() => Promise<number | null>) | null = null;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let wakeAt: number | null = null;
  /** The earliest nudge that came while work was running. */
  let nudged: number | null = null;
  let pauseMs = 0;
  let stopped = false;

  const sleep = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (wakeAt === null || stopped) return;
    const ms = Math.min(Math.max(wakeAt - clock.now(), 0), LONGEST_TIMER_MS);
    timer = setTimeout(wake, ms);
  };

  const wake = (): void => {
    timer = null;
    // Timers may also be a little early.
    if (wakeAt !== null && clock.now() < wakeAt) sleep();
    else look();
  };

  const look = (): void => {
    if (work === null || running !== null || stopped) return;
    wakeAt = null;
    nudged = null;
    running = once(work).finally(() => {
      running = null;
      // A nudge may have come up to this very moment.
      wakeAt = earliest(wakeAt, nudged);
      sleep();
    });
  };

  const once = async (run: () => Promise<number | null>): Promise<void> => {
    try {
      const next = await run();
      pauseMs = 0;
      const latest = longestSleepMs === null ? null : clock.now() + longestSleepMs;
      wakeAt = earliest(next, latest);
    } catch (error) {
      pauseMs = Math.min(Math.max(pauseMs * 2, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
      wakeAt = clock.now() + pauseMs;
      nudged = null;
      onFault?.(error);
    }
  };

  return {
    start: (given) => {
      if (work !== null) throw new Error('These jobs have been started already. Start them once.');
      work = given;
      look();
    },
    nudge: (at) => {
      if (stopped || work === null) return;
      if (running !== null) {
        nudged = earliest(nudged, at);
        return;
      }
      // Sleeping anew compares the clock again: it may have been set since the timer was.
      wakeAt = earliest(wakeAt, at);
      sleep();
    },
    stop: async () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await running;
    },
  };
}

function earliest(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}
