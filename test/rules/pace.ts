/** How long a reading takes beside the same reading of ordinary words, so that a busy machine fails no test. */

/** Plain news of a school day, of the longest length that is read: 4,000 UTF-16 units. */
export const ORDINARY = 'The owls in our wood were out early and we heard two of them call. '
  .repeat(60)
  .slice(0, 4000);

function once(read: () => void): number {
  const start = performance.now();
  read();
  return performance.now() - start;
}

/**
 * How many times as long `read` takes for `text` as for ordinary words, the best of three of each, by
 * turns. `read` is given a text it has not seen: a reading kept from before would be no reading.
 */
export function timesOrdinary(read: (text: string) => void, text: string): number {
  let [best, ordinary] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const words of [ORDINARY, text]) read(`${words}  `);
  for (let round = 0; round < 3; round += 1) {
    const fresh = '\n'.repeat(round + 1);
    ordinary = Math.min(
      ordinary,
      once(() => read(ORDINARY.slice(0, ORDINARY.length - fresh.length) + fresh)),
    );
    best = Math.min(
      best,
      once(() => read(text.slice(0, text.length - fresh.length) + fresh)),
    );
  }
  return best / ordinary;
}

/** What work that grows with the square of a text's length takes many times over, and other work never. */
export const MOST_TIMES = 60;
