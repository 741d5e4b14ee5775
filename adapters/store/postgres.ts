/** The store over PostgreSQL, for a school or trust that runs one. */
import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Store } from '../../src/ports/store.ts';
import { systemCode } from './fault.ts';
import { migrate, refuseMissing, versionOf } from './migrate.ts';
import { NEWEST_VERSION } from './migrations/all.ts';
import { type Ground, storeOver } from './over.ts';
import { openPool } from './pool.ts';
import { withRetries } from './retry.ts';
import type { Tables } from './tables.ts';
import { together } from './together.ts';

/** Postgres' words for "nothing of this took place, through no fault of yours": lost a race, or a deadlock. */
const UNDONE = new Set(['40001', '40P01']);
const UNDONE_PAUSES = [10, 30, 100, 300];

/**
 * Opens the database that `url` names (postgres://user:password@host:port/database) and brings it to the
 * newest version. Several processes may share it.
 *
 * Throws, with what to do, when it cannot be reached, refuses the user, or is from a newer version.
 *
 * @param make false: throws where there is no Bellbird database yet, and makes none
 * @param poolSize the most connections at one time; 10 where nothing is said
 * @param log told in one sentence when the database was changed or a connection lost
 */
export async function openPostgres(options: {
  url: string;
  make?: boolean;
  poolSize?: number;
  log?: (sentence: string) => void;
}): Promise<Store> {
  const pool = openPool(options.url, options.poolSize ?? 10, options.log);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    if (options.make === false) {
      refuseMissing(await versionOf(db, 'postgres'), 'the Postgres database of DATABASE_URL');
    }
    const before = await migrate(db, 'postgres', 'The Postgres database');
    if (before < NEWEST_VERSION) {
      options.log?.(`Brought the Postgres database from version ${before} to ${NEWEST_VERSION}.`);
    }
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const transact: Ground['transact'] = (work) =>
    withRetries(
      UNDONE_PAUSES,
      (error) => UNDONE.has(systemCode(error) ?? ''),
      // What the transaction waited for it must then see, so: read committed, and the desk's row locked.
      () => db.transaction().setIsolationLevel('read committed').execute(work),
    );
  return storeOver({
    dialect: 'postgres',
    read: db,
    transact,
    write: together(transact),
    snapshot: (work) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async (tx) => {
          await sql`set transaction read only`.execute(tx);
          return work(tx);
        }),
    backup: async () => {
      throw new Error(
        'Bellbird backs up its own file only, and this school uses Postgres. Use pg_dump, or the backups of whoever runs the server.',
      );
    },
    close: () => db.destroy(),
  });
}
