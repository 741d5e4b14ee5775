/** Reading the school files again when they change. A bad file leaves the last good one in force and SLT is told. */
import { statSync, watch } from 'node:fs';
import { dirname } from 'node:path';
import { beginDuties } from './desk/duty.ts';
import { beginMentions } from './desk/mention-read.ts';
import { placeWaiting } from './desk/schedule.ts';
import { turn } from './desk/turn.ts';
import type { World } from './desk/world.ts';
import { loadSchools, type School } from './school/school.ts';
import type { Seating } from './seating.ts';

/** Editors write a file in several steps: wait for quiet (ms). */
const QUIET = 300;
/** Files whose change may be news; the second is how a cluster swaps a whole mounted folder. */
const PAPER = /\.ya?ml$|^\.\.data$/i;

export type SchoolFiles = {
  /** The school file, or the folder of them. */
  path: string;
  /** Why schools that are right in themselves cannot be served here. */
  unserved: (schools: readonly School[]) => string[];
  /** Reads in the rolls of schools that have none yet, and gives the faults of their files. */
  takeIn: (schools: readonly School[]) => Promise<string[]>;
};

/** The files as they stand now, rolls of new schools read in: nobody writes a post before its names can be found. */
async function readAnew({
  path,
  unserved,
  takeIn,
}: SchoolFiles): Promise<{ ok: true; schools: School[] } | { ok: false; faults: string[] }> {
  const read = loadSchools(path);
  if (!read.ok) return read;
  const strange = unserved(read.schools);
  const faults = strange.length > 0 ? strange : await takeIn(read.schools);
  return faults.length > 0 ? { ok: false, faults } : read;
}

/** Reads the files anew: good ones replace the schools in force, bad ones change nothing and SLT is told why. */
export async function reload(
  world: World,
  { schools, put }: Seating,
  files: SchoolFiles,
): Promise<void> {
  const loaded = await readAnew(files);
  const { path } = files;
  if (loaded.ok) {
    for (const school of loaded.schools) {
      const before = JSON.stringify(schools.get(school.id));
      put(school);
      const now = schools.get(school.id) ?? school;
      if (before === JSON.stringify(now)) continue;
      await placeWaiting(world, now);
      await beginDuties(world, now);
      await beginMentions(world, now);
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
  files: SchoolFiles,
  onRead: () => void = () => {},
): () => void {
  let timer: NodeJS.Timeout | null = null;
  const soon = () => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => {
      reload(world, seating, files)
        .catch((error: unknown) => {
          world.log.error({ why: String(error) }, 'reading the school files again failed');
        })
        .finally(onRead);
    }, QUIET);
    timer.unref();
  };
  const watchers = [...foldersOf(files.path, seating.schools.values())].map((folder) => {
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
