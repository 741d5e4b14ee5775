/**
 * Words that may not be stored, because a rule blocks them for a pupil's name. They are held in memory only,
 * for a while, so that their author can put them right without typing them again.
 */
import type { Verdict } from '../policy/rule.ts';
import type { Clock } from '../ports/clock.ts';

export type Unkept = { text: string; verdict: Verdict };

/** How long words are held, ms. */
export const HELD_FOR = 30 * 60_000;

export type UnkeptWords = {
  hold: (draft: string, revision: number, words: Unkept) => void;
  /** Null once they have been forgotten: after half an hour, a restart, or many others. */
  find: (draft: string, revision: number) => (Unkept & { until: number }) | null;
};

const MOST_HELD = 500;

export function unkeptWords(clock: Clock): UnkeptWords {
  const held = new Map<string, Unkept & { until: number }>();
  return {
    hold: (draft, revision, words) => {
      const now = clock.now();
      for (const [key, each] of held) {
        if (each.until > now && held.size < MOST_HELD) break;
        held.delete(key);
      }
      held.set(`${draft}/${revision}`, { ...words, until: now + HELD_FOR });
    },
    find: (draft, revision) => {
      const found = held.get(`${draft}/${revision}`);
      return found && found.until > clock.now() ? { ...found } : null;
    },
  };
}
