/** Reading the school files again when they change. A bad file leaves the last good one in force and SLT is told. */
import { watch } from 'node:fs';
import { turn } from './desk/turn.ts';
import type { World } from './desk/world.ts';
import { loadSchools, type School } from './school/school.ts';

/** Editors write a file in several steps: wait for quiet (ms). */
const QUIET = 300;

/** Reads the files anew: good ones replace the schools in force, bad ones change nothing and SLT is told why. */
export async function reload(
  world: World,
  current: Map<string, School>,
  path: string,
): Promise<void> {
  const loaded = loadSchools(path);
  if (loaded.ok) {
    for (const school of loaded.schools) {
      const before = current.get(school.id);
      current.set(school.id, school);
      if (JSON.stringify(before) === JSON.stringify(school)) continue;
      await turn(world, { school, person: null, delivery: null }, async ({ record }) => {
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
  for (const school of current.values()) {
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

/** Watches the files and SIGHUP. Gives back how to stop watching. */
export function watchSchools(world: World, current: Map<string, School>, path: string): () => void {
  let timer: NodeJS.Timeout | null = null;
  const soon = () => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => {
      reload(world, current, path).catch((error: unknown) => {
        world.log.error({ why: String(error) }, 'reading the school files again failed');
      });
    }, QUIET);
    timer.unref();
  };
  const watcher = watch(path, { persistent: false, recursive: false }, soon);
  watcher.on('error', () => watcher.close());
  process.on('SIGHUP', soon);
  return () => {
    if (timer) clearTimeout(timer);
    watcher.close();
    process.off('SIGHUP', soon);
  };
}
