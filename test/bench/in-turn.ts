/** Several kinds of work over the same things, timed in turn. */
import { median } from './figures.ts';

/** What is done with one thing; the result is summed up so that nothing can be left out as unused. */
export type Work<Thing> = (thing: Thing) => number;

export type Rounds = { warm: number; rounds: number };

/**
 * µs for each thing and kind of work: the median of the rounds. Each round does every kind once over all its
 * things, so that a busy machine slows all alike; every kind has the same number of rounds to warm up in.
 */
export function timed<Thing, Name extends string>(
  works: Record<Name, { over: readonly Thing[]; work: Work<Thing> }>,
  { warm, rounds }: Rounds,
): Record<Name, number> {
  const names = Object.keys(works) as Name[];
  const took = new Map<Name, number[]>(names.map((name) => [name, []]));
  let sum = 0;
  for (let round = -warm; round < rounds; round += 1) {
    for (const name of names) {
      const { over, work } = works[name];
      const start = performance.now();
      for (const thing of over) sum += work(thing);
      const each = ((performance.now() - start) * 1000) / over.length;
      if (round >= 0) took.get(name)?.push(each);
    }
  }
  if (!Number.isFinite(sum)) throw new Error('Some work answered with no number.');
  const figures = names.map((name) => [name, median(took.get(name) ?? [])]);
  return Object.fromEntries(figures) as Record<Name, number>;
}
