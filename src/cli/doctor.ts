/** `bellbird doctor`: what a start would need, looked at one by one. */
import { Command } from 'commander';
import type { Config } from '../config.ts';
import { attention, type Checked, fault, ok } from '../ports/checked.ts';
import type { School } from '../school/school.ts';
import type { SlackConfig } from '../slack-config.ts';
import type { TeamsConfig } from '../teams-config.ts';
import { examineSchools, examineStore } from './examine.ts';
import { examinePackage, examineTeams } from './examine-teams.ts';

const WIDTH = 'attention'.length;

function lineOf({ what, state, seen, todo }: Checked): string {
  const indent = ' '.repeat(WIDTH + 2);
  const more = todo === null ? '' : `${indent}→ ${todo}\n`;
  return `${state.padEnd(WIDTH)}  ${what}: ${seen}\n${more}`;
}

function summary(found: readonly Checked[]): string {
  const many = (state: Checked['state']) => found.filter((each) => each.state === state).length;
  const faults = many('fault');
  const heeds = many('attention');
  if (faults > 0) {
    return `${faults === 1 ? 'One fault' : `${faults} faults`} to put right, ${heeds} to look at, ${many('ok')} fine.`;
  }
  if (heeds > 0) return `It can run. ${heeds} to look at, ${many('ok')} fine.`;
  return `All ${many('ok')} fine.`;
}

async function examineSlack(
  slack: SlackConfig | null,
  schools: readonly School[],
): Promise<Checked[]> {
  if (slack === null) {
    const seen = schools.some((school) => school.slack !== null)
      ? 'No tokens are set, so nobody is served there.'
      : 'None is configured, and no school asks for it.';
    return [ok('Slack', seen)];
  }
  const { lookAtSlack } = await import('../chats.ts');
  return lookAtSlack(slack, schools);
}

async function examineX(schools: readonly School[], config: Config): Promise<Checked[]> {
  const onX = schools.some(({ accounts }) => accounts.some(({ outlet }) => outlet === 'x'));
  if (!onX) return [];
  const { lookAtX } = await import('../outlets.ts');
  return lookAtX(schools, config);
}

async function lookOverTeams(
  teams: TeamsConfig | null,
  schools: readonly School[],
): Promise<Checked[]> {
  if (teams === null || 'insecure' in teams) return [];
  const { lookAtTeams } = await import('../chats.ts');
  return [...examinePackage(teams.appId), ...(await lookAtTeams(teams, schools))];
}

async function examine(): Promise<Checked[]> {
  const { readEnvironment } = await import('../main.ts');
  const read = readEnvironment();
  if (!read.ok) {
    const todo = 'Put it right, and run this again: the rest is looked at then.';
    return read.faults.map((each) => fault('Settings', each, todo));
  }
  const { checked, schools } = await examineSchools(read.config);
  return [
    ok('Settings', 'Every variable of the environment can be used.'),
    ...read.warnings.map((each) => attention('Settings', each, 'Put it right or take it out.')),
    ...checked,
    ...(await examineStore(read.config)),
    ...(await examineSlack(read.config.slack, schools)),
    ...examineTeams(read.config.teams, schools),
    ...(await examineX(schools, read.config)),
    ...(await lookOverTeams(read.config.teams, schools)),
  ];
}

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('look over settings, school files, store, Slack, Teams and X, and say what to do')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      '\nNobody is sent anything, and nothing is posted; X bills about a cent for each account on it. The exit status is 1 where there is a fault.',
    )
    .action(async (options: { json?: boolean }) => {
      const found = await examine();
      const faulty = found.some((each) => each.state === 'fault');
      if (options.json) process.stdout.write(`${JSON.stringify(found)}\n`);
      else process.stdout.write(`${found.map(lineOf).join('')}\n${summary(found)}\n`);
      if (faulty) process.exitCode = 1;
    });
}
