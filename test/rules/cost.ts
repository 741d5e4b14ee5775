/** How dear a piece of work is, told by another done beside it: a busy machine slows both alike. */

const TRIES = 3;

function shortest(work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** How many times as long the work takes as the ordinary one, each by the best of three in turn. */
export function timesAsLong(work: () => void, ordinary: () => void): number {
  ordinary();
  work();
  return shortest(work) / Math.max(shortest(ordinary), 0.05);
}

/** 4,000 characters as people might write them, had they so much to say. */
export function ordinaryText(salt: string): string {
  const line = `${salt} The children made a lovely display for the hall, and Year 4 read their poems. `;
  return line.repeat(Math.ceil(4000 / line.length)).slice(0, 4000);
}

/** Names and complaints are dearer to read than ordinary words; work that grows as the square is so by far more. */
export const CATASTROPHE = 200;
