/** Small writes that share a transaction, for on a busy disk it is the sync at its end that costs. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from './tables.ts';

type Transact = <T>(work: (db: Database) => Promise<T>) => Promise<T>;

type Waiting = {
  /** Rows are locked in the order of these, in every process alike, so that no two wait for each other. */
  place: string;
  run: (db: Database) => Promise<unknown>;
  resolve: (value: never) => void;
  reject: (fault: unknown) => void;
};

/** Like `transact` for writes that are whole in themselves; `place` names the row each one locks first. */
export type Together = <T>(place: string, run: (db: Database) => Promise<T>) => Promise<T>;

/**
 * Gathers what is asked for in one turn of the event loop, or while such a transaction is under way, into one
 * transaction. Each write is answered once it is durable, as by a transaction of its own; those of one place
 * are made in the order asked for. A write that cannot be made fails nobody else's: nothing of the shared
 * transaction is kept then, and each is tried alone. A fault of the commit fails all of them, for what became
 * of it is not known and a second try could act twice.
 */
export function together(transact: Transact): Together {
  let queue: Waiting[] = [];
  let running = false;

  const settle = async (group: readonly Waiting[]): Promise<void> => {
    const [only, ...more] = group;
    if (only === undefined) return;
    let made = false;
    try {
      const values = await transact(async (db) => {
        made = false;
        const done: unknown[] = [];
        for (const { run } of group) done.push(await run(db));
        made = true;
        return done;
      });
      for (const [index, { resolve }] of group.entries()) resolve(values[index] as never);
    } catch (fault) {
      if (made || more.length === 0) for (const { reject } of group) reject(fault);
      else for (const each of group) await settle([each]);
    }
  };

  const drain = async (): Promise<void> => {
    running = true;
    while (queue.length > 0) {
      await nextTurn();
      const group = queue.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));
      queue = [];
      await settle(group);
    }
    running = false;
  };

  return (place, run) =>
    new Promise((resolve, reject) => {
      queue.push({ place, run, resolve, reject });
      if (!running) void drain();
    });
}
