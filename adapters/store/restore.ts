/** Putting a backup in the place of the database. */
import { chmodSync, constants, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { sync } from './backup.ts';
import { inWords, sqliteCode } from './fault.ts';
import { holdFolder } from './folder.ts';
import { APPLICATION_ID, refuseNewer, versionOf } from './migrate.ts';
import { readLedgerSchools } from './queries/ledger.ts';
import { DATABASE_FILE, withSnapshot } from './sqlite.ts';
import type { Database } from './tables.ts';
import { verifyLedger } from './verify.ts';

/**
 * Checks a backup and puts it in place as the folder's database. The database that was there is kept beside
 * it as `bellbird.db.before-restore` (with a number behind it when that name is taken), and its path given
 * back; null when there was none. The backup itself is left as it is.
 *
 * Throws, and changes nothing, when a server holds the folder, another command uses the database, or the
 * backup is no Bellbird database, comes from a newer version, is damaged, or holds a ledger that does not.
 */
export async function restoreSqlite(options: {
  folder: string;
  file: string;
}): Promise<{ kept: string | null }> {
  const { folder } = options;
  const file = resolve(options.file);
  if (!existsSync(file)) throw new Error(`There is no file ${file}. Give the name of a backup.`);
  const release = await holdFolder(folder);
  const incoming = join(folder, `${DATABASE_FILE}.restoring`);
  try {
    takeIn(file, incoming);
    await withSnapshot(incoming, (db) => refuseUnsound(db, file));
    return { kept: putInPlace(folder, incoming) };
  } catch (error) {
    throw inWords(error, file);
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(incoming + end, { force: true });
    release();
  }
}

/** Checked is what will stand there: a copy on the same disk, not a file that may change meanwhile. */
function takeIn(file: string, incoming: string): void {
  copyFileSync(file, incoming);
  // A database copied by hand has its latest entries beside it.
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${incoming}-wal`);
  chmodSync(incoming, 0o600);
  if (!isDatabase(incoming)) {
    throw new Error(
      `${file} is not a Bellbird database. Give the name of a backup made by Bellbird.`,
    );
  }
}

/** Opens it once for writing, so that what lies beside it is in it. */
function isDatabase(incoming: string): boolean {
  const db = new DatabaseSync(incoming);
  try {
    const row = db.prepare('pragma application_id').get();
    if (row?.application_id !== APPLICATION_ID) return false;
    db.exec('pragma journal_mode = delete');
    return true;
  } catch (error) {
    if (sqliteCode(error) === 26) return false;
    throw error;
  } finally {
    db.close();
  }
}

async function refuseUnsound(db: Database, file: string): Promise<void> {
  refuseNewer(await versionOf(db, 'sqlite'), file);
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  const verdict = rows[0]?.integrity_check ?? 'no answer';
  if (verdict !== 'ok') {
    throw new Error(`${file} is damaged (${verdict}). Restore an older backup.`);
  }
  for (const school of await readLedgerSchools(db)) {
    const fault = await verifyLedger(db, school);
    if (fault === null) continue;
    throw new Error(
      `The ledger of "${school}" in ${file} does not hold. ${fault.why} Restore an older backup, and tell your governors.`,
    );
  }
}

/** From the rename on, the new database stands there; until then the old one does, whole. */
function putInPlace(folder: string, incoming: string): string | null {
  const current = join(folder, DATABASE_FILE);
  const kept = existsSync(current) ? keep(current) : null;
  // An old log beside a new database would be played into it.
  for (const end of ['-wal', '-shm']) rmSync(current + end, { force: true });
  sync(incoming);
  renameSync(incoming, current);
  sync(folder);
  return kept;
}

/** Copies the old database aside. A damaged one is kept with its log, before SQLite can tidy that away. */
function keep(current: string): string {
  const kept = freeName(`${current}.before-restore`);
  try {
    copyFileSync(current, kept, constants.COPYFILE_EXCL);
    if (existsSync(`${current}-wal`)) copyFileSync(`${current}-wal`, `${kept}-wal`);
    if (settle(current)) {
      rmSync(`${kept}-wal`, { force: true });
      copyFileSync(current, kept);
    }
    sync(kept);
    return kept;
  } catch (error) {
    for (const end of ['', '-wal']) rmSync(kept + end, { force: true });
    throw error;
  }
}

function freeName(wished: string): string {
  let name = wished;
  for (let number = 2; existsSync(name); number += 1) name = `${wished}-${number}`;
  return name;
}

/** Brings the old database's log into it. False when it is too damaged for that. */
function settle(current: string): boolean {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(current, { timeout: 1000 });
    db.exec('pragma journal_mode = delete');
    return true;
  } catch (error) {
    if (sqliteCode(error) !== 5) return false;
    throw new Error(
      `Another Bellbird command is using ${current}. Wait for it to end, then restore again.`,
      { cause: error },
    );
  } finally {
    db?.close();
  }
}
