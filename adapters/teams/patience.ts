/** What is asked of Teams while somebody waits in front of it. */

/** Teams waits 10 to 15 s for an answer, and its client 5 s where a message extension is asked, ms. */
const PATIENCE = 3_000;

/** What comes of the work in that time, else `meanwhile`; the work goes on. It must not reject. */
export async function soon<T>(work: Promise<T>, meanwhile: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<T>((done) => {
    timer = setTimeout(() => done(meanwhile), PATIENCE);
  });
  const first = await Promise.race([work, enough]);
  clearTimeout(timer);
  return first;
}
