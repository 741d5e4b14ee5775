/** `npm run manifest:slack`: prints the manifest to paste at api.slack.com, or writes it to a file. */
import { writeFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { doorAt, httpForm } from './http-form.ts';
import socketForm from './manifest.json' with { type: 'json' };

type Options = { url?: string; out?: string };

/** Gives the exit status: 0 done, 1 the file could not be written, 2 what was asked for is off. */
function write({ url, out }: Options): 0 | 1 | 2 {
  const door = url === undefined ? null : doorAt(url);
  if (door?.ok === false) {
    process.stderr.write(`${door.fault}\n`);
    return 2;
  }
  const manifest = door === null ? socketForm : httpForm(socketForm, door.url);
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  if (out === undefined) {
    process.stdout.write(text);
    return 0;
  }
  try {
    writeFileSync(out, text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${out} cannot be written (${why}). Check the path.\n`);
    return 1;
  }
  const form = door === null ? 'Socket Mode' : `HTTP at ${door.url}`;
  process.stdout.write(`Wrote ${out}, for ${form}.\n`);
  return 0;
}

const command = new Command('manifest:slack')
  .description('the manifest of the Slack app: for Socket Mode, or with --url for HTTP')
  .option('--url <address>', 'where Slack can reach Bellbird, such as https://bot.school.example')
  .option('--out <file>', 'write it there instead of printing it')
  .exitOverride();

try {
  process.exitCode = write(command.parse().opts<Options>());
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
