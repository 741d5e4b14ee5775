/** `bellbird school validate`. */
import { Command } from 'commander';
import { loadSchools } from '../school/school.ts';
import { counted } from './counted.ts';
import { Failed } from './failed.ts';

export function schoolCommand(): Command {
  const school = new Command('school').description('the school file');
  school
    .command('validate')
    .description(
      'check school files and the policies they name; prints every fault and exits with 1',
    )
    .argument(
      '[file]',
      'school.yaml or a folder of them; else BELLBIRD_SCHOOL, else the demo school',
    )
    .action(async (file: string | undefined) => {
      const { configFrom, schoolFileOf } = await import('../main.ts');
      const loaded = loadSchools(file ?? schoolFileOf(configFrom()));
      if (!loaded.ok) throw new Failed(loaded.faults);
      for (const warning of loaded.warnings) process.stderr.write(`Warning: ${warning}\n`);
      for (const each of loaded.schools) {
        const { policy, version } = each.policy;
        process.stdout.write(
          `${each.name}: fine. Policy ${policy}, version ${version}; ${counted(each.people.length, 'person', 'people')}, ${counted(each.accounts.length, 'account')}.\n`,
        );
      }
    });
  return school;
}
