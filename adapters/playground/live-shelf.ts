/** A shelf that tells of its writes, so that an open page sees them at once. */
import type { Shelf } from '../../src/ports/shelf.ts';

export type LiveShelf = Shelf & {
  /** Calls back with the topic after each write through this shelf; gives back how to stop. */
  onWrite: (listener: (topic: string) => void) => () => void;
};

/**
 * Wraps a shelf. Writes by another process are not told of: a page that must see those looks by itself
 * (`pollMs` of the routes).
 */
export function liveShelf(shelf: Shelf): LiveShelf {
  const listeners = new Set<(topic: string) => void>();
  const tell = (topic: string) => {
    for (const listener of listeners) listener(topic);
  };
  return {
    get: (topic, key) => shelf.get(topic, key),
    after: (topic, after, limit) => shelf.after(topic, after, limit),
    newest: (topic, limit) => shelf.newest(topic, limit),
    put: async (topic, key, value) => {
      const item = await shelf.put(topic, key, value);
      tell(topic);
      return item;
    },
    add: async (topic, key, value) => {
      const added = await shelf.add(topic, key, value);
      if (added) tell(topic);
      return added;
    },
    onWrite: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
