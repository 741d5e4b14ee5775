/** The time, so that tests can set it. */
export type Clock = {
  /** Epoch ms, UTC. */
  now: () => number;
};
export const systemClock: Clock = { now: () => Date.now() };
