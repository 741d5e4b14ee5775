/** `bellbird policy show | coverage | validate`. */
import { Command } from 'commander';
import {
  changeIn,
  coverage,
  coverageTable,
  holdingsOf,
  testsTable,
  versionInForce,
} from '../policy/coverage.ts';
import { loadPolicy, PRESETS } from '../policy/load.ts';
import type { Policy } from '../policy/schema.ts';
import { counted } from './counted.ts';
import { Failed } from './failed.ts';

const WHICH = `a preset (${PRESETS.join(', ')}) or the path of a policy file`;

function load(names: readonly string[]): Policy[] {
  const faults: string[] = [];
  const policies = names.flatMap((name) => {
    const loaded = loadPolicy(name);
    if (loaded.ok) return [loaded.policy];
    faults.push(...loaded.faults);
    return [];
  });
  if (faults.length > 0) throw new Failed(faults);
  return policies;
}

function shown(policy: Policy): string {
  const lines = [`${policy.title} (${policy.policy}, version ${versionInForce(policy)})`];
  for (const clause of policy.clauses) {
    lines.push('', `${clause.id}  ${clause.says}`);
    const change = changeIn(policy, clause.id);
    if (change !== null) lines.push(`       ${change}.`);
    for (const { how, by, held, off } of holdingsOf(policy, clause)) {
      lines.push(`       ${held ? how : off ? `not ${how}` : 'not yet'}: ${by}`);
    }
  }
  const changes = policy.extended?.changes ?? [];
  if (changes.length > 0) lines.push('', 'What our school has changed:');
  for (const { says, clauses } of changes) {
    lines.push(`  ${says}${clauses.length === 0 ? '' : ` (instead of ${clauses.join(', ')})`}`);
  }
  if (policy.related.length > 0) lines.push('', `Related: ${policy.related.join('; ')}`);
  for (const link of policy.links) lines.push(`${link.label}: ${link.url}`);
  return `${lines.join('\n')}\n`;
}

export function policyCommand(): Command {
  const policy = new Command('policy').description("a school's rules as data");
  policy
    .command('show')
    .description('every clause in plain words, and how Bellbird holds it')
    .argument('<policy>', WHICH)
    .option('--json', 'the whole policy as JSON')
    .action((name: string, options: { json?: boolean }) => {
      for (const each of load([name])) {
        process.stdout.write(options.json ? `${JSON.stringify(each, null, 2)}\n` : shown(each));
      }
    });
  policy
    .command('coverage')
    .description(
      'which clauses this version holds, each rule with the test that shows it, and which not yet',
    )
    .argument('[policies...]', `${WHICH}; without one, all presets`)
    .option(
      '--json',
      '[{"policy":…,"clauses":[{"id","kind","held","by","test":{"file","name"}|null}]}]',
    )
    .action((names: string[], options: { json?: boolean }) => {
      const covered = coverage(load(names.length > 0 ? names : PRESETS));
      if (options.json) {
        process.stdout.write(`${JSON.stringify(covered)}\n`);
        return;
      }
      const open = covered.flatMap(({ policy: of, clauses }) =>
        clauses
          .filter((clause) => !clause.held)
          .map((clause) => `  ${of}: ${clause.id} (${clause.kind}): ${clause.by}`),
      );
      process.stdout.write(
        `${coverageTable(covered)}\n\n${testsTable(covered)}\n${open.length > 0 ? `\nNot yet:\n${open.join('\n')}\n` : ''}`,
      );
    });
  policy
    .command('validate')
    .description('check policy files; prints every fault and exits with 1')
    .argument('<policies...>', WHICH)
    .action((names: string[]) => {
      for (const each of load(names)) {
        process.stdout.write(
          `${each.policy}, version ${each.version}: fine. ${counted(each.clauses.length, 'clause')}.\n`,
        );
      }
    });
  return policy;
}
