/** What `bellbird doctor` looks at on this machine: the school files and the store. */
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Config } from '../config.ts';
import { attention, type Checked, fault, ok } from '../ports/checked.ts';
import { readiness } from '../ready.ts';
import { loadSchools, type School } from '../school/school.ts';
import { unservedFaults, unservedWarnings } from '../served.ts';
import { counted } from './counted.ts';

const SCHOOLS = 'School files';
const STORE = 'Store';
const CORRECT = 'Put it right where the sentence says, by what it allows.';

/** The school files as a start would read them, and the schools where all of them are good. */
export async function examineSchools(
  config: Config,
): Promise<{ checked: Checked[]; schools: School[] }> {
  const { schoolFileOf } = await import('../main.ts');
  const loaded = loadSchools(schoolFileOf(config));
  if (!loaded.ok) {
    return { checked: loaded.faults.map((each) => fault(SCHOOLS, each, CORRECT)), schools: [] };
  }
  const { schools, warnings } = loaded;
  const fine = schools.map((school) => {
    const { policy, version } = school.policy;
    const people = counted(school.people.length, 'person', 'people');
    return ok(SCHOOLS, `${school.name}: policy ${policy}, version ${version}; ${people}.`);
  });
  const faults = unservedFaults(schools, config, config.school === null);
  const heeds = [...warnings, ...unservedWarnings(schools, config)];
  return {
    checked: [
      ...fine,
      ...faults.map((each) => fault(SCHOOLS, each, CORRECT)),
      ...heeds.map((each) => attention(SCHOOLS, each, 'Nothing, where that is as you want it.')),
    ],
    schools,
  };
}

/** The nearest folder that is there already. */
function standing(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : standing(dirname(folder));
}

/** The data folder, without making it. */
async function examineFolder(folder: string): Promise<Checked[]> {
  const { proveWritable } = await import('../main.ts');
  try {
    if (existsSync(folder)) {
      proveWritable(folder);
      return [];
    }
    accessSync(standing(folder), constants.W_OK);
    return [ok(STORE, `${folder} is not there yet, and can be made. The first start makes it.`)];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const todo = 'Let the user Bellbird runs as write there, or give BELLBIRD_DATA another folder.';
    return [fault(STORE, `${folder} cannot be written: ${why}`, todo)];
  }
}

/** Whether the store can be read and written. A database that is there is opened as a start would; none is made. */
export async function examineStore(config: Config): Promise<Checked[]> {
  const folder = await examineFolder(config.dataFolder);
  if (folder.some((each) => each.state === 'fault')) return folder;
  if (folder.length > 0 && config.databaseUrl === null) return folder;
  const { faultInWords, isMissing, openStore } = await import('../main.ts');
  const where = config.databaseUrl === null ? config.dataFolder : 'The database of DATABASE_URL';
  try {
    const store = await openStore(config, { make: false });
    try {
      await readiness(store, () => {})();
    } finally {
      await store.close();
    }
    return [...folder, ok(STORE, `${where} can be read and written.`)];
  } catch (error) {
    if (isMissing(error)) {
      return [...folder, ok(STORE, `${where} holds no records yet. The first start makes them.`)];
    }
    return [...folder, fault(STORE, faultInWords(error), 'The sentence says what to do.')];
  }
}
