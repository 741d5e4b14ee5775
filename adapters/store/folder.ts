/** The data folder: there, writable, and one server's at a time. */
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inWords, sqliteCode } from './fault.ts';

/**
 * Makes the folder where it is missing, closed to other users of the machine. Throws, with what to do, when
 * it cannot be made or something else has its name.
 */
export function makeFolder(folder: string): void {
  try {
    makeWithParents(folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST' || code === 'ENOTDIR') {
      throw new Error(
        `${folder} cannot be the data folder: it is a file, or lies beneath one (${code}). Give BELLBIRD_DATA the name of a folder.`,
        { cause: error },
      );
    }
    if (code === 'ENOENT') {
      throw new Error(
        `${folder} cannot be the data folder: the system makes no folder there (${code}). Give BELLBIRD_DATA another place.`,
        { cause: error },
      );
    }
    throw inWords(error, folder);
  }
}

/** Not mkdir's own `recursive`, which never ends where the system makes no folder (beneath /proc). */
function makeWithParents(folder: string): void {
  const made = statSync(folder, { throwIfNoEntry: false });
  if (made?.isDirectory()) return;
  const parent = dirname(folder);
  if (!made && parent !== folder) makeWithParents(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it just now.
    const now = statSync(folder, { throwIfNoEntry: false });
    if (!now?.isDirectory()) throw error;
  }
}

/**
 * Makes the folder, proves that it can be written, and takes it for this process until the function given
 * back is called, or the process ends however it may: the lock is the operating system's, so none is ever
 * left behind. It is not on the database itself, which other commands may read and write meanwhile.
 *
 * Throws, with what to do, when the folder cannot be written, is full, or another process has it.
 *
 * @param shared several processes may hold the folder together, because what they write is in Postgres; it
 * still keeps out one that would keep its database here
 */
export async function holdFolder(
  folder: string,
  { shared = false }: { shared?: boolean } = {},
): Promise<() => void> {
  makeFolder(folder);
  proveWritable(folder);
  const lock = takeLock(folder, shared);
  let held = true;
  return () => {
    if (held) lock.close();
    held = false;
  };
}

/**
 * Throws, with what to do, where the folder cannot be written or is full. A name can be made on a disk that is
 * full; so some bytes are written, and brought to the disk.
 */
export function proveWritable(folder: string): void {
  const probe = join(folder, `.writable-${process.pid}`);
  try {
    const file = openSync(probe, 'w', 0o600);
    try {
      writeSync(file, Buffer.alloc(16_384, '.'));
      fsyncSync(file);
    } finally {
      closeSync(file);
      rmSync(probe, { force: true });
    }
  } catch (error) {
    throw inWords(error, folder);
  }
}

function takeLock(folder: string, shared: boolean): DatabaseSync {
  let lock: DatabaseSync | null = null;
  const file = join(folder, 'lock.db');
  try {
    const isNew = !existsSync(file);
    lock = new DatabaseSync(file, { timeout: 0 });
    // Who may lock it could keep Bellbird from starting.
    if (isNew) chmodSync(file, 0o600);
    // Reading takes SQLite's shared lock, and the transaction keeps it.
    lock.exec('pragma journal_mode = memory');
    lock.exec(shared ? 'begin; select * from sqlite_schema' : 'begin exclusive');
    return lock;
  } catch (error) {
    lock?.close();
    if (sqliteCode(error) !== 5) throw inWords(error, folder);
    throw new Error(
      `Another Bellbird is already running on ${folder}. Stop that one first, or give this one a folder of its own with BELLBIRD_DATA.`,
      { cause: error },
    );
  }
}
