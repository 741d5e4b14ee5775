/** `bellbird roll import | status`. */
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { importRoll } from '../desk/roll.ts';
import { typedCommand } from '../front/typed-command.ts';
import { markRoll } from '../rolls.ts';
import { counted } from './counted.ts';
import { Failed } from './failed.ts';
import { only, schools, shellWorld, withNewStore, withStore } from './open.ts';

type Options = { school?: string; id?: string };

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Failed([`${file} cannot be read (${why}). Check the path.`], 2);
  }
}

export function rollCommand(): Command {
  const roll = new Command('roll').description(
    'the pupils and their consents, kept as keyed hashes only',
  );
  roll
    .command('import')
    .description('replace the roll by a CSV file; any bad row refuses the whole file')
    .argument('<file>', 'first_name,last_name,year_group,photo_consent,name_consent,work_consent')
    .option('--school <file>', 'school.yaml or a folder of them, instead of BELLBIRD_SCHOOL')
    .option('--id <school>', 'which school, where there are several')
    .action(async (file: string, options: Options) => {
      const all = await schools(options.school);
      const school = only(all, options.id);
      const csv = read(file);
      await withNewStore(async (store, secret) => {
        const done = await importRoll(shellWorld(store, all), school, csv, secret);
        if (!done.ok) {
          throw new Failed(
            [...done.faults.map((fault) => `${file}: ${fault}`), 'Nothing was imported.'],
            2,
          );
        }
        await markRoll(store, school, done.version, secret);
        process.stdout.write(
          `${school.name}: ${counted(done.pupils, 'pupil')}, roll version ${done.version}. Only keyed hashes are kept; the file may go now.\n`,
        );
      });
    });
  roll
    .command('status')
    .description('how many pupils, by year group, and how many consents; never a name')
    .option('--school <file>', 'school.yaml or a folder of them, instead of BELLBIRD_SCHOOL')
    .option('--id <school>', 'which school, where there are several')
    .option('--json', 'as JSON')
    .action(async (options: Options & { json?: boolean }) => {
      const school = only(await schools(options.school), options.id);
      await withStore(async (store) => {
        const { rollVersion } = await store.read.desk(school.id);
        const entries = await store.read.roll(school.id);
        const count = (key: 'photo' | 'name' | 'work') =>
          entries.filter((entry) => entry[key]).length;
        const years = new Map<string, number>();
        for (const entry of entries)
          years.set(entry.yearGroup, (years.get(entry.yearGroup) ?? 0) + 1);
        const status = {
          school: school.id,
          version: rollVersion,
          pupils: entries.length,
          photo_consent: count('photo'),
          name_consent: count('name'),
          work_consent: count('work'),
          year_groups: Object.fromEntries(
            [...years].sort(([a], [b]) => a.localeCompare(b, 'en-GB', { numeric: true })),
          ),
        };
        if (options.json) {
          process.stdout.write(`${JSON.stringify(status)}\n`);
          return;
        }
        if (rollVersion === 0) {
          process.stdout.write(
            `${school.name} has no roll yet. Import one: ${typedCommand('roll import roll.csv')}\n`,
          );
          return;
        }
        const groups = Object.entries(status.year_groups).map(
          ([year, many]) => `  ${year}: ${many}\n`,
        );
        process.stdout.write(
          `${school.name}: ${counted(status.pupils, 'pupil')}, roll version ${rollVersion}\n  photo consent: ${status.photo_consent}\n  name consent: ${status.name_consent}\n  work consent: ${status.work_consent}\n${groups.join('')}`,
        );
      });
    });
  return roll;
}
