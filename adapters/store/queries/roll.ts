/** The roll: keyed hashes and consents, replaced as a whole. */
import type { RollEntry } from '../../../src/school/roll.ts';
import type { Database } from '../tables.ts';

/** Rows a statement; Postgres takes at most 65,535 parameters, SQLite 32,766. */
const AT_ONCE = 500;

/** In the order of the file it was read from. */
export async function readRoll(db: Database, school: string): Promise<RollEntry[]> {
  const rows = await db
    .selectFrom('roll')
    .selectAll()
    .where('school', '=', school)
    .orderBy('place')
    .execute();
  return rows.map((row) => ({
    full: row.full_hash,
    first: row.first_hash,
    last: row.last_hash,
    also: JSON.parse(row.also) as RollEntry['also'],
    yearGroup: row.year_group,
    photo: row.photo === 1,
    name: row.name === 1,
    work: row.work === 1,
  }));
}

/** Gives the roll's new version. The desk's row must be there. */
export async function replaceRoll(
  db: Database,
  school: string,
  entries: readonly RollEntry[],
): Promise<number> {
  await db.deleteFrom('roll').where('school', '=', school).execute();
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const rows = entries.slice(from, from + AT_ONCE).map((entry, index) => ({
      school,
      place: from + index,
      full_hash: entry.full,
      first_hash: entry.first,
      last_hash: entry.last,
      also: JSON.stringify(entry.also),
      year_group: entry.yearGroup,
      photo: entry.photo ? 1 : 0,
      name: entry.name ? 1 : 0,
      work: entry.work ? 1 : 0,
    }));
    await db.insertInto('roll').values(rows).execute();
  }
  const { roll_version } = await db
    .updateTable('desks')
    .set((of) => ({ roll_version: of('roll_version', '+', 1) }))
    .where('school', '=', school)
    .returning('roll_version')
    .executeTakeFirstOrThrow();
  return roll_version;
}
