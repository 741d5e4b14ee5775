/** A copy of the whole database in one file, taken while others write. */
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inWords } from './fault.ts';

/**
 * Copies one moment of the database at `from` into `to`, which comes into being complete or not at all, and
 * is on the disk when this resolves. Throws when `to` exists already, or cannot be written.
 */
export async function backupSqlite(from: string, to: string): Promise<void> {
  const file = resolve(to);
  if (existsSync(file)) {
    throw new Error(
      `${file} exists already and was left as it is. Give the backup a name that is not taken.`,
    );
  }
  if (!existsSync(dirname(file))) {
    throw new Error(`There is no folder ${dirname(file)} for the backup. Make it first.`);
  }
  const part = `${file}.part-${process.pid}`;
  try {
    rmSync(part, { force: true });
    const db = new DatabaseSync(from, { readOnly: true, timeout: 5000 });
    try {
      db.prepare('vacuum into ?').run(part);
    } finally {
      db.close();
    }
    chmodSync(part, 0o600);
    sync(part);
    renameSync(part, file);
    sync(dirname(file));
  } catch (error) {
    rmSync(part, { force: true });
    throw inWords(error, file);
  }
}

/** Brings a file, or the names in a folder, to the disk. */
export function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } catch (error) {
    // Some systems cannot sync a folder; a file they always can.
    if (!['EINVAL', 'EPERM', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
  } finally {
    closeSync(file);
  }
}
