/** Rolls in memory, one for each school, replaced when a newer version is imported. */
import { createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { importRoll } from './desk/roll.ts';
import type { World } from './desk/world.ts';
import { typedCommand } from './front/typed-command.ts';
import type { Reader, Store } from './ports/store.ts';
import { parseRoll, type Roll, rollOf } from './school/roll.ts';
import type { School } from './school/school.ts';

/**
 * Gives `rollAt` for a World. A roll is read from the store once for each version, and kept once it is committed:
 * one that a transaction under way has just written may yet be undone, and its version be given to another.
 */
export function rollKeeper(
  secret: string,
  committed: Pick<Reader, 'desk' | 'roll'>,
): World['rollAt'] {
  const kept = new Map<string, { version: number; roll: Roll }>();
  const fetching = new Set<string>();

  async function keep(school: string): Promise<void> {
    const before = await committed.desk(school);
    const roll = rollOf(await committed.roll(school), secret);
    const after = await committed.desk(school);
    if (before.rollVersion === after.rollVersion) {
      kept.set(school, { version: after.rollVersion, roll });
    }
  }

  /**
   * What a transaction sees may never come to be, so a roll is kept only as others see it. Nobody waits for that:
   * whoever asks may be in a transaction, and one that waits for a second connection while the others hold all
   * there are waits for ever.
   */
  function keepLater(school: string): void {
    if (fetching.has(school)) return;
    fetching.add(school);
    keep(school)
      // Not kept this time: whoever asks next reads for themselves, and hears of the fault.
      .catch(() => {})
      .finally(() => fetching.delete(school));
  }

  return async (school, version, reader) => {
    // Version 0 is a school that has never imported a roll.
    if (version === 0) return null;
    const known = kept.get(school);
    if (known?.version === version) return known.roll;
    keepLater(school);
    return rollOf(await reader.roll(school), secret);
  };
}

/** Where the mark of the secret under which a school's roll was hashed is kept. */
const MARKS = 'roll-secret';
type Mark = { version: number; mark: string };

/** Says which secret it is without telling it: an HMAC of fixed words. */
function markOf(secret: string): string {
  return createHmac('sha256', secret).update('the secret of the roll').digest('hex').slice(0, 32);
}

/** Remembers that this version of a school's roll was hashed under this secret. */
export async function markRoll(
  store: Store,
  school: School,
  version: number,
  secret: string,
): Promise<void> {
  const mark: Mark = { version, mark: markOf(secret) };
  await store.shelf.put(MARKS, school.id, mark);
}

/**
 * Why this secret cannot be used with the roll in the store, in a sentence, or null. Under another secret
 * no pupil would be recognised, and every post would look as if it named none.
 */
export async function rollFault(
  store: Store,
  school: School,
  secret: string,
): Promise<string | null> {
  const { rollVersion } = await store.read.desk(school.id);
  if (rollVersion === 0) return null;
  const known = (await store.shelf.get(MARKS, school.id))?.value as Mark | undefined;
  if (known?.version !== rollVersion) {
    // Nobody got to remember it: the process died just after the import.
    await markRoll(store, school, rollVersion, secret);
    return null;
  }
  if (known.mark === markOf(secret)) return null;
  return `The roll of ${school.name} was imported under another secret, so Bellbird would recognise no pupil's name. Give BELLBIRD_SECRET the value it had then, or put the file "secret" back into the data folder. If it is lost, import the roll anew: ${typedCommand('roll import roll.csv')}`;
}

/**
 * Reads in the roll that a school file names where the school has none yet: once, and the file may go
 * afterwards. Gives every fault of every file, and then has read none of them; else those of rolls that were
 * read in under another secret.
 */
export async function takeInRolls(
  world: World,
  schools: readonly School[],
  secret: string,
): Promise<string[]> {
  const due: { school: School; file: string; csv: string }[] = [];
  for (const school of schools) {
    const { roll: file } = school;
    if (file === null || !existsSync(file)) continue;
    if ((await world.store.read.desk(school.id)).rollVersion > 0) continue;
    due.push({ school, file, csv: readFileSync(file, 'utf8') });
  }
  const faults = due.flatMap(({ file, csv }) => {
    const read = parseRoll(csv);
    return read.ok ? [] : read.faults.map((fault) => `${file}: ${fault}`);
  });
  if (faults.length > 0) return faults;
  for (const { school, file, csv } of due) {
    const done = await importRoll(world, school, csv, secret);
    if (!done.ok) return done.faults.map((fault) => `${file}: ${fault}`);
    await markRoll(world.store, school, done.version, secret);
    world.log.info({ school: school.id, pupils: done.pupils }, 'the roll was read in');
  }
  const strangers = await Promise.all(
    schools.map((school) => rollFault(world.store, school, secret)),
  );
  return strangers.filter((fault) => fault !== null);
}
