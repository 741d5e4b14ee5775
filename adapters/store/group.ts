/** Transactions of one connection that share a sync, for on a busy disk it is the sync at its end that costs. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ControlledTransaction } from 'kysely';
import type { Database, Tables } from './tables.ts';

/** So many at most: the first of them is not told before the last has run. */
const MOST = 48;
const MEMBER = 'member';

type Waiting = {
  work: (db: Database) => Promise<unknown>;
  resolve: (value: never) => void;
  reject: (fault: unknown) => void;
};
type Outcome = { value: unknown } | { fault: unknown };
type Transact = <T>(work: (db: Database) => Promise<T>) => Promise<T>;

/** Runs one member; of one that throws nothing is kept. Throws where the database undid the whole transaction. */
async function inSavepoint(
  all: ControlledTransaction<Tables>,
  work: Waiting['work'],
): Promise<Outcome> {
  const own = await all.savepoint(MEMBER).execute();
  try {
    const value = await work(own);
    await own.releaseSavepoint(MEMBER).execute();
    return { value };
  } catch (fault) {
    try {
      await own.rollbackToSavepoint(MEMBER).execute();
      await own.releaseSavepoint(MEMBER).execute();
    } catch {
      // There is no savepoint to go back to any more. Why not is what the member met, not this.
      throw fault;
    }
    return { fault };
  }
}

/**
 * Gathers the transactions that are asked for while another is under way, or in one turn of the event loop, and
 * runs them in the order asked for, each in a savepoint of its own, inside one transaction of the database. Each
 * sees what those before it did, and whoever reads by another connection sees nothing of any until all are
 * committed. Only then is each told, also that it failed: what it failed by may be what one before it had written.
 *
 * One that fails leaves the others. Where the database undid all of them before the commit, or will not commit
 * what one of them did, nothing was kept, and each is tried alone. Any other fault of the commit fails all.
 *
 * @param begin starts a transaction that has the right to write
 * @param refuses whether a fault of the commit says that what was written breaks a rule of the database
 */
export function grouped(
  begin: () => Promise<ControlledTransaction<Tables>>,
  refuses: (fault: unknown) => boolean,
): Transact {
  const queue: Waiting[] = [];
  let running = false;

  const settle = async (group: readonly Waiting[]): Promise<void> => {
    const fail = (fault: unknown) => {
      for (const { reject } of group) reject(fault);
    };
    let all: ControlledTransaction<Tables>;
    try {
      all = await begin();
    } catch (fault) {
      return fail(fault);
    }
    const outcomes: Outcome[] = [];
    let ran = false;
    try {
      for (const { work } of group) outcomes.push(await inSavepoint(all, work));
      ran = true;
      await all.commit().execute();
    } catch (fault) {
      const undone = await all
        .rollback()
        .execute()
        .then(
          () => true,
          () => false,
        );
      if (!undone || group.length === 1 || (ran && !refuses(fault))) return fail(fault);
      for (const each of group) await settle([each]);
      return;
    }
    for (const [index, { resolve, reject }] of group.entries()) {
      const outcome = outcomes[index] as Outcome;
      if ('value' in outcome) resolve(outcome.value as never);
      else reject(outcome.fault);
    }
  };

  const drain = async (): Promise<void> => {
    running = true;
    while (queue.length > 0) {
      await nextTurn();
      await settle(queue.splice(0, MOST));
    }
    running = false;
  };

  return (work) =>
    new Promise((resolve, reject) => {
      queue.push({ work, resolve, reject });
      if (!running) void drain();
    });
}
