/** Whether Bellbird can do its work now. */
import type { Store } from './ports/store.ts';

/** How long an answer stands (ms): anyone may ask, and each look syncs the disk. */
const STANDS = 1_000;

/**
 * Gives a function that reads and writes the store and resolves with true, or rejects with the store's fault.
 * `prove` throws where what the store stands on cannot be written.
 */
export function readiness(store: Store, prove: () => void): () => Promise<true> {
  const look = async (): Promise<true> => {
    prove();
    await store.shelf.put('ready', 'ready', null);
    await store.read.nextDue(0);
    return true;
  };
  let asked = Number.NEGATIVE_INFINITY;
  let answer: Promise<true> | null = null;
  return () => {
    const now = performance.now();
    if (answer === null || now - asked > STANDS) {
      asked = now;
      answer = look();
    }
    return answer;
  };
}
