/** `bellbird backup` and `bellbird restore`. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { Failed } from './failed.ts';
import { withStore } from './open.ts';

async function defaultStoreOnly(verb: string): Promise<string> {
  const { configFrom } = await import('../main.ts');
  const config = configFrom();
  if (config.databaseUrl === null) return config.dataFolder;
  throw new Failed(
    [`DATABASE_URL names a PostgreSQL database. ${verb} that one with pg_dump and pg_restore.`],
    2,
  );
}

export function backupCommand(): Command {
  return new Command('backup')
    .description('write a consistent copy of the database, safe while Bellbird runs')
    .argument('<file>', 'a file that does not exist yet')
    .addHelpText(
      'after',
      '\nKeep the file `secret` of the data folder with it, somewhere else: the roll is hashed under it.',
    )
    .action(async (file: string) => {
      await defaultStoreOnly('Back up');
      await withStore((store) => store.backup(resolve(file)));
      process.stdout.write(
        `Backed up to ${file}. Keep the data folder's file "secret" too: the roll is hashed under it.\n`,
      );
    });
}

export function restoreCommand(): Command {
  return new Command('restore')
    .description('put a backup in place; refuses while Bellbird runs on the data folder')
    .argument('<file>', 'a file made by bellbird backup')
    .action(async (file: string) => {
      const folder = await defaultStoreOnly('Restore');
      const { restoreSqlite } = await import('../main.ts');
      const { kept } = await restoreSqlite({ folder, file: resolve(file) });
      const before =
        kept === null ? 'There was no database before.' : `The database before is kept as ${kept}.`;
      process.stdout.write(`Restored from ${file} into ${folder}. ${before}\n`);
    });
}
