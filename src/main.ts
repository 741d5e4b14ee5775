/** Starts the bot: reads the environment, builds the adapters, wires the desk. */
import { fileURLToPath } from 'node:url';
import { type Logger, pino } from 'pino';
import { harperGrammar } from '../adapters/grammar/harper.ts';
import { evidenceDoor } from '../adapters/http/evidence-door.ts';
import { makeMetrics } from '../adapters/http/metrics.ts';
import { startServer } from '../adapters/http/server.ts';
import { localJobs } from '../adapters/jobs/local.ts';
import { liveShelf } from '../adapters/playground/live-shelf.ts';
import { storeFaultInWords } from '../adapters/store/fault.ts';
import { holdFolder, proveWritable } from '../adapters/store/folder.ts';

export { evidencePage } from '../adapters/http/evidence-page.ts';
export { isMissing } from '../adapters/store/migrate.ts';
export { restoreSqlite } from '../adapters/store/restore.ts';
export { proveWritable };

import { openSqlite } from '../adapters/store/sqlite.ts';
import type { TeamsInstead } from '../adapters/teams/auth.ts';
import { chatsOf, chatsServing } from './chats.ts';
import { type Config, type ReadConfig, readConfig } from './config.ts';
import { begunWords } from './desk/begun.ts';
import { beginDuties } from './desk/duty.ts';
import { grammarDesk } from './desk/grammar.ts';
import { beginMentions } from './desk/mention-read.ts';
import { recover } from './desk/recover.ts';
import { makeRunner } from './desk/runner.ts';
import { keepSpend } from './desk/spend.ts';
import { unkeptWords } from './desk/unkept.ts';
import { PATIENCE, type Patience, type World } from './desk/world.ts';
import { readEvidence } from './front/evidence.ts';
import { createFront } from './front/front.ts';
import { deliverOver } from './front/notices.ts';
import { outsideOf } from './outlets.ts';
import type { Audience } from './ports/audience.ts';
import { type Clock, systemClock } from './ports/clock.ts';
import type { Grammar } from './ports/grammar.ts';
import type { Outlet } from './ports/outlet.ts';
import type { Store } from './ports/store.ts';
import { readiness } from './ready.ts';
import { watchSchools } from './reload.ts';
import { rollKeeper, takeInRolls } from './rolls.ts';
import { loadSchools, type School } from './school/school.ts';
import { seating } from './seating.ts';
import { secretOf } from './secret.ts';
import { unservedFaults, unservedWarnings } from './served.ts';

/** On Postgres another process may write what is due: look at least this often (ms). */
const LONGEST_SLEEP_SHARED = 5_000;
/** Asked to stop, it is gone within this (ms): before whoever asked would kill it. */
const LEAVE_WITHIN = 8_000;
const DELIVERIES_KEPT = 7 * 86_400_000;

/** Faults that stop the start, all of them at once, a sentence each. */
function startFault(faults: readonly string[]): Error {
  return new Error(faults.map((fault) => `- ${fault}`).join('\n'));
}

/** What a fault means to whoever started the command: the store and the folder put theirs in words already. */
export function faultInWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What tests put in place of the world's own: the time, the patience, and wrappers round the ports. */
export type Instead = {
  clock?: Clock;
  patience?: Partial<Patience>;
  store?: (store: Store) => Store;
  outlet?: (outlet: Outlet) => Outlet;
  /** Null: its people cannot be read. */
  audience?: (audience: Audience) => Audience | null;
  grammar?: Grammar;
  /** Microsoft's keys and login. */
  teams?: TeamsInstead;
};

export type Running = { url: string; world: World; stop: () => Promise<void> };

/** Reads the environment: the config, or every fault there is. */
export function readEnvironment(): ReadConfig {
  return readConfig(process.env);
}

/** Reads the environment; throws an Error with every fault. */
export function configFrom(): Config {
  const read = readEnvironment();
  if (!read.ok) throw startFault(read.faults);
  for (const warning of read.warnings) process.stderr.write(`Warning: ${warning}\n`);
  return read.config;
}

const DEMO = fileURLToPath(new URL('./school/demo/school.yaml', import.meta.url));

/** The school file or folder of the environment; without one, the demo school. */
export function schoolFileOf(config: Config): string {
  return config.school ?? DEMO;
}

/** Reads the school files; throws an Error with every fault in any of them. */
export function schoolsFrom(config: Config): { schools: School[]; warnings: string[] } {
  const loaded = loadSchools(schoolFileOf(config));
  if (!loaded.ok) throw startFault(loaded.faults);
  return loaded;
}

/**
 * Opens the store the environment asks for, its schema brought up to date. Throws, with `make: false`, where
 * there is none yet. `log` is told in a sentence of what was made.
 */
export async function openStore(
  config: Config,
  how: { make?: boolean; log?: (sentence: string) => void } = {},
): Promise<Store> {
  if (config.databaseUrl === null) return openSqlite({ folder: config.dataFolder, ...how });
  // Most schools have no Postgres, and its driver takes memory.
  const { openPostgres } = await import('../adapters/store/postgres.ts');
  return openPostgres({ url: config.databaseUrl, ...how });
}

/** The grammar checker, never pausing. It starts nothing before its first text, and is closed by whoever opened it. */
export function openGrammar(): Grammar {
  return harperGrammar({ pause: 0 });
}

/** Starts everything and gives back how to stop it. Throws with sentences for people; leaves nothing running then. */
export async function start(config: Config, instead: Instead = {}): Promise<Running> {
  const log: Logger = pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: true }));
  const { schools, warnings } = schoolsFrom(config);
  for (const warning of [...warnings, ...unservedWarnings(schools, config)]) log.warn(warning);
  const unserved = (read: readonly School[]) =>
    unservedFaults(read, config, config.school === null);
  const refused = unserved(schools);
  if (refused.length > 0) throw startFault(refused);
  const undo: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (let each = undo.pop(); each; each = undo.pop()) await each();
  };
  try {
    // The folder is held with Postgres too: the secret lives in it.
    undo.push(await holdFolder(config.dataFolder, { shared: config.databaseUrl !== null }));
    const secret = secretOf(config.dataFolder, config.secret);
    const opened = await openStore(config);
    const store = instead.store?.(opened) ?? opened;
    undo.push(() => store.close());

    const clock = instead.clock ?? systemClock;
    const seats = seating(schools);
    const current = seats.schools;
    const patience = { ...PATIENCE, ...instead.patience };
    const shelf = liveShelf(store.shelf);
    let url = '';
    const outside = outsideOf(config, {
      clock,
      shelf,
      schools: current,
      url: () => url,
      spent: (spend) => spent(spend),
    });
    const outlets = outside.outlets.map((outlet) => instead.outlet?.(outlet) ?? outlet);
    const audiences = outside.audiences.flatMap(
      (audience) => (instead.audience ? instead.audience(audience) : audience) ?? [],
    );
    const jobs = localJobs({
      clock,
      onFault: (fault) =>
        log.error({ err: fault }, 'looking for due work failed; it is tried again'),
      ...(store.dialect === 'postgres'
        ? { longestSleepMs: Math.min(LONGEST_SLEEP_SHARED, patience.claim) }
        : {}),
    });
    const grammar = instead.grammar ?? harperGrammar();
    const reader = grammarDesk(grammar, (why) => log.warn({ why }, 'grammar was not read'));
    undo.push(reader.close);
    const world: World = {
      store,
      clock,
      schools: current,
      outlets: new Map(outlets.map((outlet) => [outlet.name, outlet])),
      audiences: new Map(audiences.map((audience) => [audience.name, audience])),
      here: () => url,
      chatsOf: (id) => chatsServing(config, current.get(id)),
      rollAt: rollKeeper(secret, store.read),
      grammar: reader,
      unkept: unkeptWords(clock),
      begun: begunWords(clock),
      wake: jobs.nudge,
      patience,
      log,
    };
    const spent = keepSpend(world);
    const unread = await takeInRolls(world, schools, secret);
    if (unread.length > 0) throw startFault(unread);
    await recover(world);
    for (const school of schools) {
      await beginDuties(world, school);
      await beginMentions(world, school);
    }
    await store.forgetDeliveries(clock.now() - DELIVERIES_KEPT);

    const metrics = makeMetrics();
    metrics.gauge('bellbird_grammar_paused', () => (grammar.paused?.() ? 1 : 0));
    const front = createFront(world, storeFaultInWords);
    const counted = {
      receive: (inbound: Parameters<typeof front.receive>[0]) => {
        metrics.count('bellbird_intents_total', { chat: inbound.chat, kind: inbound.intent.kind });
        return front.receive(inbound);
      },
    };
    const inside = { world, front: counted, shelf, seats, teams: instead.teams };
    const chats = await chatsOf(config, inside);
    const server = await startServer({
      host: config.host,
      port: config.port,
      ready: readiness(store, () => {
        // A database with room left in its log takes a small write on a disk that is full.
        if (store.dialect === 'sqlite') proveWritable(config.dataFolder);
      }),
      faultInWords: storeFaultInWords,
      metrics: metrics.text,
      mounts: [
        evidenceDoor((school, pack) => readEvidence(world, school, pack)),
        ...chats.flatMap(({ mounts }) => mounts),
      ],
      log,
    });
    undo.push(server.close);
    url = server.url;
    for (const { start, stop } of chats) {
      if (stop) undo.push(stop);
      await start?.();
    }
    const deliver = deliverOver(
      world,
      chats.map(({ chat }) => chat),
    );
    const runner = makeRunner(world, deliver);
    jobs.start(runner.work);
    // What is being read is left before what is under way is waited for: a checker may hang.
    undo.push(runner.idle, reader.close, jobs.stop);
    const schoolsChanged = () => {
      for (const chat of chats) chat.schoolsChanged?.();
    };
    const takeIn = (schools: readonly School[]) => takeInRolls(world, schools, secret);
    const files = { path: schoolFileOf(config), unserved, takeIn };
    undo.push(watchSchools(world, seats, files, schoolsChanged));
    return { url: server.url, world, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function run(): Promise<void> {
  const config = configFrom();
  const running = await start(config);
  const leave = () => {
    // A call to an outlet is not waited for longer: its attempt is written, and the next start looks for the post.
    setTimeout(() => process.exit(0), LEAVE_WITHIN).unref();
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`Bellbird did not stop cleanly.\n${faultInWords(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', leave);
  process.once('SIGTERM', leave);
  const names = [...running.world.schools.values()].map((school) => school.name).join(', ');
  const where = config.playground
    ? `Open ${running.url}/ to try it.`
    : `It listens on ${running.url}.`;
  process.stdout.write(`Bellbird is ready for ${names}.\n${where}\n`);
}

if (import.meta.main) {
  run().catch((error: unknown) => {
    process.stderr.write(`Bellbird did not start.\n${faultInWords(error)}\n`);
    process.exitCode = 1;
  });
}
