/** Teams and its clients ask again where they think that a call or its answer was lost. */

/** Does `work` for a key it has not seen; gives what came of it then for one that it has. */
export type Once = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** So many of the last are known again. */
const SEEN = 2_000;

/** Knows the last keys of this process; what was done before a restart is known by the store. Failed work is forgotten. */
export function repeats(): Once {
  const seen = new Map<string, Promise<unknown>>();
  return <T>(key: string, work: () => Promise<T>) => {
    const known = seen.get(key);
    if (known) return known as Promise<T>;
    const done = work();
    seen.set(key, done);
    done.catch(() => seen.delete(key));
    for (const oldest of seen.keys()) {
      if (seen.size <= SEEN) break;
      seen.delete(oldest);
    }
    return done;
  };
}
