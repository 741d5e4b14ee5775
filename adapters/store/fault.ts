/** A database's or a disk's own complaints, as sentences for the person who runs Bellbird. */
import { typedCommand } from '../../src/front/typed-command.ts';

const DISK_FULL =
  "The disk that holds Bellbird's data is full. What was saved before is safe, this change was not saved. Free some space and try again.";
const NOT_WRITABLE =
  'Bellbird may not write to its data folder. Give the user it runs as the right to write there, or set BELLBIRD_DATA to another folder.';
const DAMAGED = `Bellbird's database file is damaged, or is not a database at all. Stop Bellbird and put a backup in place with: ${typedCommand('restore <file>')}`;
const BUSY =
  'Another Bellbird command kept the database busy for too long. This change was not saved. Wait for the other command to end and try again.';
const NO_OPEN =
  'Bellbird cannot open its database file. Check that the data folder exists, and that the user it runs as may read and write it.';
const DISK_FAULT =
  'The disk did not read or write as it should. This change was not saved. Check the disk, then start Bellbird again.';
const NO_POSTGRES =
  'Bellbird cannot reach its Postgres database. Check that it is running, and the host and port in DATABASE_URL.';

/** SQLite's primary result codes (sqlite.org/rescode.html). */
const SQLITE: Record<number, string> = {
  5: BUSY,
  6: BUSY,
  8: NOT_WRITABLE,
  10: DISK_FAULT,
  11: DAMAGED,
  13: DISK_FULL,
  14: NO_OPEN,
  26: DAMAGED,
};

/** Codes of the operating system, and Postgres' SQLSTATEs (appendix A of its manual). */
const CODES: Record<string, string> = {
  ENOSPC: DISK_FULL,
  EDQUOT: DISK_FULL,
  EROFS: NOT_WRITABLE,
  EACCES: NOT_WRITABLE,
  EPERM: NOT_WRITABLE,
  EIO: DISK_FAULT,
  ECONNREFUSED: NO_POSTGRES,
  ECONNRESET: NO_POSTGRES,
  ENOTFOUND: NO_POSTGRES,
  ETIMEDOUT: NO_POSTGRES,
  EHOSTUNREACH: NO_POSTGRES,
  '57P01': NO_POSTGRES,
  '57P03': 'Postgres is still starting. Try again in a few seconds.',
  '28000': 'Postgres refused the user in DATABASE_URL. Check the user name and what it may do.',
  '28P01': 'Postgres refused the user name or the password in DATABASE_URL. Check both.',
  '3D000': 'The database named in DATABASE_URL does not exist. Make it (createdb) and start again.',
  '42501':
    'The user in DATABASE_URL may not do this in the database. Make it the owner of the database.',
  '53100':
    'The disk under Postgres is full. This change was not saved. Free some space and try again.',
  '53300': 'Postgres takes no more connections. Close some, or raise its max_connections.',
  '25006':
    'Postgres is read-only, perhaps a standby. Point DATABASE_URL at the server that takes writes.',
};

type Coded = { code?: unknown; errcode?: unknown; cause?: unknown; errors?: unknown };

/** The error and what caused it, outermost first. */
function* causes(error: unknown): Generator<Coded> {
  let current = error;
  for (let depth = 0; depth < 6 && typeof current === 'object' && current !== null; depth += 1) {
    const coded = current as Coded;
    yield coded;
    current = coded.cause ?? (Array.isArray(coded.errors) ? coded.errors[0] : null);
  }
}

/** SQLite's primary result code of an error or of what caused it, or null where SQLite is not to blame. */
export function sqliteCode(error: unknown): number | null {
  for (const { code, errcode } of causes(error)) {
    // The upper bits say which kind of, say, I/O fault it was.
    if (code === 'ERR_SQLITE_ERROR' && typeof errcode === 'number') return errcode & 0xff;
  }
  return null;
}

/** The system's code or SQLSTATE of an error or of what caused it, or null. */
export function systemCode(error: unknown): string | null {
  for (const { code } of causes(error)) {
    if (typeof code === 'string' && code !== 'ERR_SQLITE_ERROR') return code;
  }
  return null;
}

/**
 * What went wrong in the store and what to do about it, with the code seen at the end, or null where the
 * error is not one of a disk or a database.
 */
export function storeFaultInWords(error: unknown): string | null {
  const sqlite = sqliteCode(error);
  if (sqlite !== null) {
    const words = SQLITE[sqlite];
    return words === undefined ? null : `${words} (SQLite ${sqlite})`;
  }
  const system = systemCode(error);
  const words = system === null ? undefined : CODES[system];
  return words === undefined ? null : `${words} (${system})`;
}

/** The error with its message in such words and the error itself as cause; unchanged where there are none. */
export function inWords(error: unknown, place?: string): unknown {
  const words = storeFaultInWords(error);
  if (words === null) return error;
  return new Error(place === undefined ? words : `${place}: ${words}`, { cause: error });
}
