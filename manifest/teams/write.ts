/** `npm run manifest:teams`: packs the app that a school uploads to Teams. */
import { writeFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { appIdIn, manifestOf, packageOf, pageIn } from './app-package.ts';

type Options = { appId: string; url?: string; out: string };

/** Gives the exit status: 0 done, 1 the file could not be written, 2 what was asked for is off. */
function write({ appId, url, out }: Options): 0 | 1 | 2 {
  const id = appIdIn(appId);
  const page = url === undefined ? null : pageIn(url);
  const faults = [id, page].flatMap((each) => (each?.ok === false ? [each.fault] : []));
  if (!id.ok || page?.ok === false) {
    process.stderr.write(`${faults.join('\n')}\n`);
    return 2;
  }
  try {
    writeFileSync(out, packageOf(manifestOf(id.value, page?.value ?? null)));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${out} cannot be written (${why}). Check the path.\n`);
    return 1;
  }
  const missing =
    page === null ? ' Its links for more about the app lead nowhere; --url gives them a page.' : '';
  process.stdout.write(`Wrote ${out}, for the app ${id.value}.${missing}\n`);
  return 0;
}

const command = new Command('manifest:teams')
  .description('packs the app for Teams: its manifest and icons in a zip')
  .requiredOption('--app-id <id>', 'the Application (client) ID of the app registration')
  .option('--url <page>', 'a page of the school’s that says more, such as its privacy notice')
  .option('--out <file>', 'write it there', 'bellbird-teams.zip')
  .exitOverride();

try {
  process.exitCode = write(command.parse().opts<Options>());
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
