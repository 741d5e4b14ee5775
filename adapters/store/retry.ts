/** Trying a transaction again, only where the database itself undid the whole of it. */
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Runs `work`, and again after each of `pauses` (ms) while `mayRetry` says of its error that nothing of it
 * took place. Throws the last error.
 */
export async function withRetries<T>(
  pauses: readonly number[],
  mayRetry: (error: unknown) => boolean,
  work: () => Promise<T>,
): Promise<T> {
  for (const ms of pauses) {
    try {
      return await work();
    } catch (error) {
      if (!mayRetry(error)) throw error;
      // Some chance in it, or two that collided would collide again.
      await pause(ms * (0.5 + Math.random()));
    }
  }
  return work();
}
