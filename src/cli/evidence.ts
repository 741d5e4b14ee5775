/** `bellbird evidence`: what was escalated with a mention, as a file to print or hand on. */
import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { evidenceOf } from '../desk/evidence.ts';
import { Failed } from './failed.ts';
import { only, schools, withStore } from './open.ts';

type Options = { id?: string; account?: string; out?: string };

function write(file: string, page: string): void {
  try {
    // Nothing that is there is written over, and nobody else on this machine reads it.
    writeFileSync(file, page, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === 'EEXIST' ? 'it exists already; choose another name' : message;
    throw new Failed([`${file} cannot be written: ${why}.`], 2);
  }
}

export function evidenceCommand(): Command {
  return new Command('evidence')
    .description('write the evidence that a mention was escalated with, as one page of HTML')
    .argument('<number>', 'the number of the mention, as on its card')
    .option('--id <school>', 'which school, where there are several')
    .option('--account <handle>', 'which account, where the school has several')
    .option('--out <file>', 'a new file instead of standard output')
    .action(async (number: string, options: Options) => {
      const school = only(await schools(undefined), options.id);
      const account = options.account ?? school.accounts[0]?.handle ?? '';
      const { evidencePage } = await import('../main.ts');
      await withStore(async (store) => {
        const wanted = /^\d{1,9}$/.test(number) ? Number(number) : 0;
        const mention = await store.read.mention(school.id, account, wanted);
        if (!mention)
          throw new Failed([`${account} has no mention ${number}. /desk mentions lists them.`]);
        const evidence =
          mention.pack === null
            ? null
            : await evidenceOf(store.read, school, mention.pack, Date.now());
        if (!evidence) {
          throw new Failed([
            `Mention ${number} of ${account} was not escalated: SLT do that on its card.`,
          ]);
        }
        const page = evidencePage(evidence);
        if (options.out === undefined) process.stdout.write(page);
        else write(options.out, page);
      });
    });
}
