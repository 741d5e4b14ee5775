/** The default store: one file in the data folder. */
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import type { Store } from '../../src/ports/store.ts';
import { backupSqlite } from './backup.ts';
import { inWords, sqliteCode } from './fault.ts';
import { makeFolder } from './folder.ts';
import { grouped } from './group.ts';
import { migrate, refuseMissing, versionOf } from './migrate.ts';
import { NEWEST_VERSION } from './migrations/all.ts';
import { storeOver } from './over.ts';
import { withRetries } from './retry.ts';
import { forKysely } from './sqlite-shim.ts';
import type { Database, Tables } from './tables.ts';

export const DATABASE_FILE = 'bellbird.db';

/** How long SQLite itself waits for another process, in ms. Short, for the whole of Bellbird waits with it. */
const BUSY_MS = 25;
/** So, with the waits above, another command may hold the database for about ten seconds. */
const BUSY_PAUSES = [5, 10, 20, 50, 100, 200, 400, 800, 1200, 1600, 2000, 2000, 2000];

/**
 * How long the write-ahead log grows before it is emptied into the database, in pages of 4 kB. A /tweet writes
 * about thirty, most of them the same again: SQLite's own 1000 stalls every thirty-third for several syncs.
 */
const LOG_PAGES = 4000;

const isBusy = (error: unknown): boolean => sqliteCode(error) === 5;
const isConstraint = (error: unknown): boolean => sqliteCode(error) === 19;

/**
 * Opens the database in a folder, makes both where they are missing, and brings the database to the newest
 * version. Any number of processes may do so; that only one of them serves is holdFolder's to see to.
 *
 * Throws, with what to do, when the folder cannot be written, the file is damaged or from a newer version.
 *
 * @param make false: throws where there is no database yet, and makes nothing
 * @param log told in one sentence when the database was made or brought to a new version
 */
export async function openSqlite(options: {
  folder: string;
  make?: boolean;
  log?: (sentence: string) => void;
}): Promise<Store> {
  const { folder, log, make = true } = options;
  const file = join(folder, DATABASE_FILE);
  if (make) makeFolder(folder);
  else await refuseNone(folder, file);
  const write = await withRetries(BUSY_PAUSES, isBusy, async () => openWriter(file));
  const writer = over(write, 'immediate');
  let read: DatabaseSync | null = null;
  try {
    const before = await withRetries(BUSY_PAUSES, isBusy, () => migrate(writer, 'sqlite', file));
    if (before < NEWEST_VERSION) log?.(told(file, before));
    read = openReader(file);
  } catch (error) {
    write.close();
    throw error;
  }
  const reader = over(read, 'deferred');
  const transact = grouped(
    () => withRetries(BUSY_PAUSES, isBusy, () => writer.startTransaction().execute()),
    isConstraint,
  );
  return storeOver({
    dialect: 'sqlite',
    read: reader,
    transact,
    write: (_, run) => transact(run),
    snapshot: (work) => withSnapshot(file, work),
    backup: (to) => backupSqlite(file, to),
    close: async () => {
      await reader.destroy();
      // Last, for the last connection to go empties the write-ahead log into the database.
      await writer.destroy();
    },
  });
}

async function refuseNone(folder: string, file: string): Promise<void> {
  if (!existsSync(file)) refuseMissing(0, folder);
  await withSnapshot(file, async (db) => refuseMissing(await versionOf(db, 'sqlite'), folder));
}

/** One moment of the database in a file, on a connection of its own. Nothing is written. */
export async function withSnapshot<T>(
  file: string,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const db = over(openReader(file), 'deferred');
  try {
    return await db.transaction().execute(work);
  } finally {
    await db.destroy();
  }
}

function openWriter(file: string): DatabaseSync {
  const isNew = !existsSync(file);
  const db = open(file, false);
  try {
    // FULL: what was answered for is on the disk, even if the power goes the next moment.
    db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma recursive_triggers = on');
    // What a savepoint would put back is kept in memory: no words of a post go into other files.
    db.exec('pragma temp_store = memory');
    // Words that are forgotten are overwritten.
    db.exec('pragma secure_delete = on');
    db.exec(`pragma wal_autocheckpoint = ${LOG_PAGES}`);
    // Posts not yet published are nobody else's on this machine to read.
    if (isNew) chmodSync(file, 0o600);
    // What a killed process left in the log is taken out of it. After the rights: the log has those of the file.
    db.exec('pragma wal_checkpoint(truncate)');
    return db;
  } catch (error) {
    db.close();
    throw inWords(error, file);
  }
}

function openReader(file: string): DatabaseSync {
  return open(file, true);
}

function open(file: string, readOnly: boolean): DatabaseSync {
  try {
    return new DatabaseSync(file, {
      readOnly,
      timeout: BUSY_MS,
      enableForeignKeyConstraints: true,
      enableDoubleQuotedStringLiterals: false,
    });
  } catch (error) {
    throw inWords(error, file);
  }
}

function over(db: DatabaseSync, begin: 'immediate' | 'deferred'): Database {
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: forKysely(db, begin) }) });
}

function told(file: string, before: number): string {
  return before === 0
    ? `Made a new database: ${file}`
    : `Brought ${file} from version ${before} to version ${NEWEST_VERSION}.`;
}
