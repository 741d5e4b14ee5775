/** Things held in memory only, for a while: never stored, and gone at a restart. */
import type { Clock } from '../ports/clock.ts';

export type Held<T> = {
  hold: (key: string, what: T) => void;
  /** What is held, and until when (epoch ms); null once it is forgotten: in time, or after many others. */
  find: (key: string) => { what: T; until: number } | null;
  forget: (key: string) => void;
};

/** Holds things for so long (ms), and at most so many of them: the oldest go first. */
export function forAWhile<T>(clock: Clock, lasts: number, most: number): Held<T> {
  const held = new Map<string, { what: T; until: number }>();
  return {
    hold: (key, what) => {
      const now = clock.now();
      held.delete(key);
      for (const [old, { until }] of held) {
        if (until > now && held.size < most) break;
        held.delete(old);
      }
      held.set(key, { what, until: now + lasts });
    },
    find: (key) => {
      const found = held.get(key);
      return found && found.until > clock.now() ? found : null;
    },
    forget: (key) => void held.delete(key),
  };
}
