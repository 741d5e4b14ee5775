/**
 * Words that may not be stored, because a rule blocks them for a pupil's name. They are held in memory only,
 * for a while, so that their author can put them right without typing them again.
 */
import type { Verdict } from '../policy/rule.ts';
import type { Clock } from '../ports/clock.ts';
import { forAWhile } from './for-a-while.ts';

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
  const held = forAWhile<Unkept>(clock, HELD_FOR, MOST_HELD);
  return {
    hold: (draft, revision, words) => held.hold(`${draft}/${revision}`, words),
    find: (draft, revision) => {
      const found = held.find(`${draft}/${revision}`);
      return found && { ...found.what, until: found.until };
    },
  };
}
