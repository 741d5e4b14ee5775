/** Chance that can be had again: the same seed gives the same numbers (mulberry32). */

export type Seeded = {
  /** From 0 up to, but without, `below`. */
  whole: (below: number) => number;
  /** The list in another order. */
  shuffled: <T>(list: readonly T[]) => T[];
};

export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number) => Math.floor(next() * below);
  return {
    whole,
    shuffled: (list) => {
      const left = [...list];
      return list.map(() => left.splice(whole(left.length), 1)[0] as (typeof list)[number]);
    },
  };
}

/** The seeds of every test run; with them those of the long form (CRASH_SEEDS=all); or one alone (CRASH_SEED=3). */
export function seedsOf(always: readonly number[], besides: readonly number[]): number[] {
  const { CRASH_SEED: alone, CRASH_SEEDS: which } = process.env;
  if (alone !== undefined) return [Number(alone)];
  return which === 'all' ? [...always, ...besides] : [...always];
}
