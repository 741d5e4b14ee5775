/** node:sqlite in the shape that Kysely's SqliteDialect expects of better-sqlite3. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { inWords } from './fault.ts';
import { refuseUnkeepable } from './keepable.ts';

/** Far more than Bellbird has statements; a bound only because lists of values make new ones. */
const MOST_STATEMENTS = 500;

/**
 * Kysely's view of a connection. Prepared statements are kept, faults come in words.
 *
 * @param begin how a transaction starts: `immediate` takes the right to write first, so that it cannot lose
 * it half-way; `deferred` for a connection that only reads
 */
export function forKysely(db: DatabaseSync, begin: 'immediate' | 'deferred'): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  let begun = false;

  const run = <T>(sql: string, parameters: readonly unknown[], work: () => T): T => {
    if (sql === 'rollback') {
      begun = false;
      // SQLite undoes a transaction by itself when, say, the disk is full; then there is nothing to undo.
      if (!db.isTransaction) return { changes: 0, lastInsertRowid: 0 } as T;
    }
    if (begun && !db.isTransaction) {
      throw new Error(
        'The database undid this transaction after a fault, so nothing more can be written in it. Try the whole of it again.',
      );
    }
    refuseUnkeepable(parameters);
    try {
      const result = work();
      if (sql === 'begin') begun = true;
      if (sql === 'commit') begun = false;
      return result;
    } catch (error) {
      throw inWords(error);
    }
  };

  const wrap = (sql: string, statement: StatementSync): SqliteStatement => ({
    reader: statement.columns().length > 0,
    all: (parameters) =>
      run(sql, parameters, () => statement.all(...(parameters as SQLInputValue[]))),
    run: (parameters) =>
      run(sql, parameters, () => statement.run(...(parameters as SQLInputValue[]))),
    iterate: (parameters) =>
      run(sql, parameters, () => statement.iterate(...(parameters as SQLInputValue[]))),
  });

  const prepare = (sql: string): SqliteStatement => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    try {
      const statement = wrap(sql, db.prepare(sql === 'begin' ? `begin ${begin}` : sql));
      const [oldest] = prepared.keys();
      if (prepared.size >= MOST_STATEMENTS && oldest !== undefined) prepared.delete(oldest);
      prepared.set(sql, statement);
      return statement;
    } catch (error) {
      throw inWords(error);
    }
  };

  return { prepare, close: () => db.close() };
}
