#!/usr/bin/env node
/**
 * The command line. Exit status: 0 done; 1 it could not be done, or what was verified does not hold;
 * 2 the input or the command's own words are off.
 */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { checkCommand } from './cli/check.ts';
import { doctorCommand } from './cli/doctor.ts';
import { evidenceCommand } from './cli/evidence.ts';
import { Failed } from './cli/failed.ts';
import { backupCommand, restoreCommand } from './cli/keep.ts';
import { ledgerCommand } from './cli/ledger.ts';
import { policyCommand } from './cli/policy.ts';
import { rollCommand } from './cli/roll.ts';
import { schoolCommand } from './cli/school.ts';
import { xCommand } from './cli/x.ts';

/** The version of this Bellbird, as its package.json has it. */
function version(): string {
  const paper = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return String((JSON.parse(paper) as { version: unknown }).version);
}

function program(): Command {
  const bellbird = new Command('bellbird')
    .description("Checks drafts against a school's policy, and looks after the school's records.")
    .version(version(), '--version', 'which Bellbird this is')
    .showHelpAfterError('Try --help for what can be said here.')
    .helpCommand('help [command]', 'what a command does and takes')
    .addHelpText(
      'after',
      '\nSettings come from the environment: BELLBIRD_DATA (./data), BELLBIRD_SCHOOL, DATABASE_URL, BELLBIRD_SECRET, SLACK_ and TEAMS_ for doctor, and the keys of X that the school files name.\nExit status: 0 done, 1 it could not be done or does not hold, 2 the input is off.',
    );
  for (const command of [
    checkCommand(),
    policyCommand(),
    rollCommand(),
    ledgerCommand(),
    evidenceCommand(),
    backupCommand(),
    restoreCommand(),
    schoolCommand(),
    doctorCommand(),
    xCommand(),
  ]) {
    bellbird.addCommand(command);
  }
  const strict = (command: Command): void => {
    command.exitOverride();
    command.commands.forEach(strict);
  };
  strict(bellbird);
  return bellbird;
}

async function run(): Promise<number> {
  try {
    await program().parseAsync(process.argv);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    // Commander has printed its own words already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Failed) {
      process.stderr.write(`${error.sentences.join('\n')}\n`);
      return error.status;
    }
    const { faultInWords } = await import('./main.ts');
    process.stderr.write(`${faultInWords(error)}\n`);
    return 1;
  }
}

// A reader that closes early (`| head`) ends us quietly.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code === 'EPIPE') process.exit(0);
  throw fault;
});

process.exitCode = await run();
