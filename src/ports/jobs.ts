/** Waking at the next due moment. What is due is in the store; this only decides when to look. */
export type Jobs = {
  /**
   * Looks at once and then whenever something is due. `work` does all that is due and answers when to
   * look again: epoch ms, or null when nothing waits.
   */
  start: (work: () => Promise<number | null>) => void;
  /** Something is due at `at` (epoch ms): look no later than that. */
  nudge: (at: number) => void;
  /** Stops looking and waits for work under way. */
  stop: () => Promise<void>;
};
