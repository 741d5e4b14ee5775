/** Brings a database to the newest version, or refuses one that is newer still. */
import { sql } from 'kysely';
import { MIGRATIONS, NEWEST_VERSION } from './migrations/all.ts';
import type { Database, Dialect } from './tables.ts';

/** Any number will do, as long as every Bellbird asks Postgres for the same one. */
const MIGRATION_LOCK = 20_110_421;

/** "BELL" in ASCII: by it a file is known as a Bellbird database (SQLite's application_id). */
export const APPLICATION_ID = 0x42454c4c;

/** The version a database is at; 0 for one that is still empty. */
export async function versionOf(db: Database, dialect: Dialect): Promise<number> {
  const catalogue =
    dialect === 'postgres'
      ? sql`select 1 from pg_tables where schemaname = current_schema() and tablename = 'bellbird_versions'`
      : sql`select 1 from sqlite_schema where type = 'table' and name = 'bellbird_versions'`;
  const { rows } = await catalogue.execute(db);
  if (rows.length === 0) return 0;
  const row = await db
    .selectFrom('bellbird_versions')
    .select((of) => of.fn.max('version').as('version'))
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** Throws, with what to do, when the database was written by a newer Bellbird than this one. */
export function refuseNewer(version: number, place: string): void {
  if (version <= NEWEST_VERSION) return;
  throw new Error(
    `${place} is at version ${version}, written by a newer Bellbird; this one knows versions up to ${NEWEST_VERSION}. ` +
      'Start the newer Bellbird, or restore a backup made by this one.',
  );
}

/** Throws where there is no database of ours yet and none is to be made. `place` is a folder, or what names the server. */
export function refuseMissing(version: number, place: string): void {
  if (version > 0) return;
  throw new Error(
    `There is no Bellbird database in ${place}. Nothing was made there. Check BELLBIRD_DATA and DATABASE_URL, or start Bellbird there first.`,
    { cause: MISSING },
  );
}

const MISSING = Symbol('no database yet');

/** True for the error above, and for no other: all is well with the place, and nothing is in it yet. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && error.cause === MISSING;
}

/**
 * Runs what is missing, in one transaction: a process that dies half-way leaves the old version, and of two
 * that start at once the second waits, looks again and finds nothing left to do. Gives the version before.
 *
 * @param place how to name the database in a sentence
 */
export async function migrate(db: Database, dialect: Dialect, place: string): Promise<number> {
  const before = await versionOf(db, dialect);
  refuseNewer(before, place);
  if (before === NEWEST_VERSION) return before;
  return db.transaction().execute(async (tx) => {
    if (dialect === 'postgres')
      await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx);
    const version = await versionOf(tx, dialect);
    refuseNewer(version, place);
    if (version === 0) await makeVersions(tx, dialect);
    for (const migration of MIGRATIONS.slice(version)) {
      await tx
        .insertInto('bellbird_versions')
        .values({ version: migration.version, name: migration.name, at: Date.now() })
        .execute();
      for (const statement of migration.statements(dialect)) await sql.raw(statement).execute(tx);
    }
    return version;
  });
}

async function makeVersions(tx: Database, dialect: Dialect): Promise<void> {
  const int = dialect === 'postgres' ? 'bigint' : 'integer';
  await sql
    .raw(
      `create table if not exists bellbird_versions (version ${int} primary key, name text not null, at ${int} not null)`,
    )
    .execute(tx);
  if (dialect === 'sqlite') await sql.raw(`pragma application_id = ${APPLICATION_ID}`).execute(tx);
}
