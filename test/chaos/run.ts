/**
 * `npm run chaos [-- --posts 1000 --seed 7]`: the long form of the suite. Bellbird alone on SQLite, then two of it on
 * PostgreSQL, then naive publishing through the same weather; then every seed of the crash suite. It fails where
 * anything is doubled, lost, forgotten or forbidden.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Places, postgresPlaces, sqlitePlaces } from '../contract/support/place.ts';
import { COMPILE_CACHE } from '../crash/process.ts';
import { chaos } from './chaos.ts';
import { naive } from './naive.ts';
import type { Plan } from './plan.ts';
import { faultsByKind, outcomes, type Run } from './told.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { values } = parseArgs({
  options: {
    /** Each time. */
    posts: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Math.trunc(Math.random() * 1e6)) },
    deaths: { type: 'string', default: '40' },
    'without-crash': { type: 'boolean', default: false },
  },
});
const HOUR = 3_600_000;
const says = (line: string) => process.stderr.write(`${line}\n`);

const plan = (seed: number, processes: 1 | 2): Plan => ({
  seed,
  posts: Number(values.posts),
  schools: 8,
  accounts: 12,
  atOnce: 96,
  deaths: Number(values.deaths),
  processes,
  within: HOUR,
});

async function through(name: string, places: Places, told: Plan): Promise<Run> {
  says(`${name}: ${told.posts} posts, ${told.deaths} kills, seed ${told.seed}`);
  const place = await places.fresh();
  const bellbird = await chaos(told, place, (out) => {
    if (out % 100 === 0) says(`${out} are out`);
  });
  await place.remove();
  return { name, seed: told.seed, bellbird };
}

const seed = Number(values.seed);
const postgres = await postgresPlaces();
const runs: Run[] = [];
try {
  runs.push(await through('one process on SQLite', sqlitePlaces(), plan(seed, 1)));
  runs.push(await through('two processes on PostgreSQL', postgres, plan(seed + 1, 2)));
} finally {
  await postgres.stop();
}
says('naive publishing, for comparison');
const plain = await naive(plan(seed, 1));
process.stdout.write(`${outcomes(runs, [plain])}\n\n${faultsByKind(runs)}\n`);
const faults = runs.flatMap(({ name, bellbird }) =>
  bellbird.faults.map((why) => `${name}: ${why}`),
);
for (const fault of faults) process.stdout.write(`${fault}\n`);
process.stdout.write(
  faults.length === 0 ? '\nNothing is wrong.\n' : `\n${faults.length} faults.\n`,
);
rmSync(COMPILE_CACHE, { recursive: true, force: true });
if (faults.length > 0) process.exitCode = 1;
if (!values['without-crash']) {
  const args = ['node_modules/vitest/vitest.mjs', 'run', 'test/crash/crash'];
  const env = { ...process.env, CRASH_SEEDS: 'all' };
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
