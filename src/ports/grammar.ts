/** Spelling and grammar, by whatever checks them. */
import type { Lint } from '../policy/language/lint.ts';

export type { Lint };

export type Grammar = {
  /**
   * What is wrong in the text, by place. Nothing is started before the first call; calls are answered in
   * the order they came. Rejects with a sentence when the checker dies, takes too long, or was closed.
   */
  lint: (text: string) => Promise<Lint[]>;
  /**
   * True while the checker takes no texts, because it stopped answering twice running; `lint` rejects at once
   * then. Absent for a checker that never pauses.
   */
  paused?: () => boolean;
  /** Ends the checker; calls still waiting are rejected. May be called twice. */
  close: () => Promise<void>;
};
