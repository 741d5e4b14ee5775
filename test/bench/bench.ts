/**
 * `npm run bench [-- part …] [--json]`: what Bellbird costs, each figure beside a floor measured in the same
 * run. It fails only when it cannot measure; whether a figure is good is for the reader.
 */
import { parseArgs } from 'node:util';
import { asJson, type Progress, type Told, table } from './figures.ts';

// Each is loaded when its turn comes, so that one part does not weigh on the figures of another.
const PARTS: Readonly<Record<string, () => Promise<(says: Progress) => Promise<Told>>>> = {
  tweet: async () => (await import('./tweet.ts')).measureTweet,
  slack: async () => (await import('./slack.ts')).measureSlack,
  teams: async () => (await import('./teams.ts')).measureTeams,
  x: async () => (await import('./x.ts')).measureX,
  check: async () => (await import('./check.ts')).measureCheck,
  grammar: async () => (await import('./grammar.ts')).measureGrammar,
  worst: async () => (await import('./worst.ts')).measureWorst,
  start: async () => (await import('./start.ts')).measureStart,
  audience: async () => (await import('./audience.ts')).measureAudience,
  history: async () => (await import('./history.ts')).measureHistory,
  schools: async () => (await import('./schools.ts')).measureSchools,
};

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no part called ${unknown.join(', ')}. Choose among ${Object.keys(PARTS).join(', ')}, or name none for all.\n`,
  );
  process.exit(2);
}

const says: Progress = (line) => void process.stderr.write(`${line}\n`);
const told: Told[] = [];
for (const [name, load] of Object.entries(PARTS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const measure = await load();
  told.push(await measure(says));
}
process.stdout.write(`${values.json ? asJson(told) : table(told)}\n`);
