/** Taking in a roll: only keyed hashes are kept, and the ledger says who did it and how many pupils it holds. */
import { entriesOf, parseRoll } from '../school/roll.ts';
import type { School } from '../school/school.ts';
import { turn } from './turn.ts';
import type { World } from './world.ts';

export type Imported =
  | { ok: true; pupils: number; version: number }
  | { ok: false; faults: string[] };

/** Replaces the school's roll by the rows of a CSV text. Any bad row leaves the old roll as it is. */
export async function importRoll(
  world: World,
  school: School,
  csv: string,
  secret: string,
): Promise<Imported> {
  const parsed = parseRoll(csv);
  if (!parsed.ok) return parsed;
  const entries = entriesOf(parsed.rows, secret);
  const done = await turn(
    world,
    { school, person: null, delivery: null },
    async ({ tx, record }) => {
      const version = await tx.replaceRoll(school.id, entries);
      await record('roll.imported', school.id, { pupils: entries.length, version });
      return { ok: true, version };
    },
  );
  if (!done.ok) return { ok: false, faults: [done.says] };
  return { ok: true, pupils: entries.length, version: done.version };
}
