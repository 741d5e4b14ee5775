/** Which index SQLite uses: every statement that a piece of work runs, explained with the values it ran with. */
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type CompiledQuery, Kysely, SqliteDialect } from 'kysely';
import { storeOver } from '../../adapters/store/over.ts';
import { DATABASE_FILE } from '../../adapters/store/sqlite.ts';
import { forKysely } from '../../adapters/store/sqlite-shim.ts';
import type { Tables } from '../../adapters/store/tables.ts';
import type { Store } from '../../src/ports/store.ts';

export type Plan = { sql: string; uses: string[] };

const readOnly = (): never => {
  throw new Error('Plans are for reading only. Leave out what writes.');
};

/**
 * Runs work over the database of a folder, opened for reading, and gives the plan of each statement it ran,
 * each once, in the order in which they were first run.
 */
export async function plansOf(
  folder: string,
  work: (store: Store) => Promise<unknown>,
): Promise<Plan[]> {
  const db = new DatabaseSync(join(folder, DATABASE_FILE), { readOnly: true });
  const ran = new Map<string, CompiledQuery>();
  const read = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: forKysely(db, 'deferred') }),
    log: ({ query }) => {
      if (!ran.has(query.sql)) ran.set(query.sql, query);
    },
  });
  try {
    await work(
      storeOver({
        dialect: 'sqlite',
        read,
        transact: readOnly,
        write: readOnly,
        snapshot: readOnly,
        backup: readOnly,
        close: readOnly,
      }),
    );
    return [...ran.values()].map(({ sql, parameters }) => ({
      sql,
      uses: steps(db, sql, parameters as SQLInputValue[]),
    }));
  } finally {
    await read.destroy();
  }
}

function steps(db: DatabaseSync, sql: string, parameters: SQLInputValue[]): string[] {
  const rows = db.prepare(`explain query plan ${sql}`).all(...parameters);
  const details = rows
    .map((row) => String(row.detail))
    .filter((detail) => /\b(SEARCH|SCAN)\b/.test(detail));
  // A query over several states repeats its one step for each of them.
  return [...new Set(details)].map((detail) => {
    const times = details.filter((each) => each === detail).length;
    return times > 1 ? `${detail} (× ${times})` : detail;
  });
}
