/** Reading the school files again when they change. A bad file leaves the last good one in force and SLT is told. */
import { statSync, watch } from 'node:fs';
import { dirname } from 'node:path';
import { placeWaiting } from './desk/schedule.ts';
import { turn } from './desk/turn.ts';
import type { World } from './desk/world.ts';
import { loadSchools, type School } from './school/school.ts';
import type { Seating } from './seating.ts';

/** Editors write a file in several steps: wait for quiet (ms). */
const QUIET = 300;
/** Files whose change may be news; the second is how a cluster swaps a whole mounted folder. */
const PAPER = /\.ya?ml$|^\.\.data$/i;

/** Accounts on outlets that are not running here: nothing could ever be published on them. */
export function unservedFaults(schools: readonly School[], running: ReadonlySet<string>): string[] {
  return schools.flatMap((school) =>
    school.accounts
      .filter((account) => !running.has(account.outlet))
      .map(
        ({ handle, outlet }) =>
          `${school.file}, account ${handle}: saw outlet "${outlet}", which this version cannot publish on yet. Allowed: ${[...running].join(', ')}.`,
      ),
  );
}

/** Reads in the rolls of schools that have none yet, and gives the faults of their files. */
export type TakeIn = (schools: readonly School[]) => Promise<string[]>;

/** The files as they stand now, rolls of new schools read in: nobody writes a post before its names can be found. */
async function readAnew(
  world: World,
  path: string,
  takeIn: TakeIn,
): Promise<{ ok: true; schools: School[] } | { ok: false; faults: string[] }> {
  const read = loadSchools(path);
  if (!read.ok) return read;
  const unserved = unservedFaults(read.schools, new Set(world.outlets.keys()));
  const faults = unserved.length > 0 ? unserved : await takeIn(read.schools);
  return faults.length > 0 ? { ok: false, faults } : read;
}

/** Reads the files anew: good ones replace the schools in force, bad ones change nothing and SLT is told why. */
export async function reload(
  world: World,
  { schools, put }: Seating,
  path: string,
  takeIn: TakeIn,
): Promise<void> {
  const loaded = await readAnew(world, path, takeIn);
  if (loaded.ok) {
    for (const school of loaded.schools) {
      const before = JSON.stringify(schools.get(school.id));
      put(school);
      const now = schools.get(school.id) ?? school;
      if (before === JSON.stringify(now)) continue;
      await placeWaiting(world, now);
      await turn(world, { school: now, person: null, delivery: null }, async ({ record }) => {
        await record('school.reloaded', school.id, {
          policy: `${school.policy.policy}@${school.policy.version}`,
        });
        return { ok: true };
      });
    }
    world.log.info({ path }, 'the school files were read again');
    return;
  }
  world.log.error(
    { path, faults: loaded.faults },
    'the school files have faults; the last good ones stay in force',
  );
  const more = loaded.faults.length > 1 ? ` (and ${loaded.faults.length - 1} more)` : '';
  for (const school of schools.values()) {
    await turn(world, { school, person: null, delivery: null }, async ({ record, tell }) => {
      await record('school.reload-refused', school.id, { faults: loaded.faults.length });
      await tell('', {
        tell: 'slt',
        title: 'The school file has a fault',
        text: `The rules in force stay as they were. ${loaded.faults[0]}${more}`,
      });
      return { ok: true };
    });
  }
}

/** Folders, not files: an editor that saves by putting a new file in the old one's place would be lost sight of. */
function foldersOf(path: string, schools: Iterable<School>): Set<string> {
  const whole = statSync(path).isDirectory() ? [path] : [];
  return new Set([...whole, ...[...schools].map((school) => dirname(school.file))]);
}

/**
 * Watches the files and SIGHUP; `onRead` is called after each time they were read, well or not. Gives back
 * how to stop watching.
 */
export function watchSchools(
  world: World,
  seating: Seating,
  path: string,
  { takeIn, onRead }: { takeIn: TakeIn; onRead: () => void },
): () => void {
  let timer: NodeJS.Timeout | null = null;
  const soon = () => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => {
      reload(world, seating, path, takeIn)
        .catch((error: unknown) => {
          world.log.error({ why: String(error) }, 'reading the school files again failed');
        })
        .finally(onRead);
    }, QUIET);
    timer.unref();
  };
  const watchers = [...foldersOf(path, seating.schools.values())].map((folder) => {
    const watcher = watch(folder, { persistent: false, recursive: false }, (_event, name) => {
      if (name === null || PAPER.test(name)) soon();
    });
    watcher.on('error', () => watcher.close());
    return watcher;
  });
  process.on('SIGHUP', soon);
  return () => {
    if (timer) clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
    process.off('SIGHUP', soon);
  };
}
