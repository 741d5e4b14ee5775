/**
 * One life of Bellbird: the real start, on the folder it is given, until it dies as it is fated to. Run as a
 * process of its own; what it needs to know comes as JSON in its first argument.
 */
import { writeSync } from 'node:fs';
import { readConfig } from '../../src/config.ts';
import { start } from '../../src/main.ts';
import { credentialsOf } from '../fakes/teams/credentials.ts';
import type { World } from '../fakes/teams/world.ts';
import type { Boundary, Fate } from './boundaries.ts';
import { type Hurry, hurriedOutlet, mortalOutlet, mortalStore } from './mortal.ts';

export type Life = {
  env: Record<string, string>;
  fate: Fate;
  /** Added to the machine's time, ms: the school's day goes on through all the lives. */
  ahead: number;
  /** For two processes on one database; absent, the usual one. */
  patience?: { call: number; lease: number; claim: number };
  /** For many posts on an outlet that is slow by nature. */
  hurry?: Hurry;
  /** Where Microsoft's keys and its service are, and the app's token there. */
  teams?: { openIdMetadataUrl: string; tokenIssuer: string; service: string; app: TeamsApp };
};
type TeamsApp = Pick<World, 'appId' | 'appToken'>;

const { env, fate, ahead, patience, hurry, teams } = JSON.parse(process.argv[2] ?? '{}') as Life;
const now = () => Date.now() + ahead;

// Written at once and by hand: a line still in a buffer would die with the process.
const say = (line: string) => writeSync(1, `${line}\n`);

let crossings = 0;
const cross = (boundary: Boundary) => {
  if (boundary !== fate.at) return;
  crossings += 1;
  if (crossings !== fate.crossing) return;
  say(`dies ${boundary}`);
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way: not one instruction of Bellbird's more.
  for (;;);
};

const read = readConfig(env);
if (!read.ok) throw new Error(read.faults.join('\n'));
const running = await start(read.config, {
  clock: { now },
  ...(patience === undefined ? {} : { patience }),
  ...(teams === undefined ? {} : { teams: { ...teams, credentials: credentialsOf(teams.app) } }),
  store: (store) => mortalStore(store, cross),
  outlet: (outlet) => {
    const mortal = mortalOutlet(outlet, cross, fate.mood);
    return hurry === undefined ? mortal : hurriedOutlet(mortal, hurry, now);
  },
});
process.once('SIGTERM', () => {
  running.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`it could not stop: ${String(error)}\n`);
      process.exit(1);
    },
  );
});
// Last: whoever reads it may ask at once for the end.
say(`ready ${running.url}`);
