/** What the environment asks for, judged as a whole before anything starts. */
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { loadSchools } from './school/school.ts';
import {
  apiUrlOf,
  type Environment,
  fault,
  fine,
  isLoopback,
  quoted,
  type Told,
} from './setting.ts';
import { type SlackConfig, slackOf } from './slack-config.ts';
import { type TeamsConfig, teamsOf } from './teams-config.ts';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type Config = {
  /** 0 takes any free port. */
  port: number;
  /** An address or name, without brackets. */
  host: string;
  /** True when nobody but this machine can reach `host`. */
  loopback: boolean;
  /** Absolute folder. */
  dataFolder: string;
  /** Absolute path of a school file or a folder of them; null is the demo school. */
  school: string | null;
  /** postgres://… with its password: never to be logged. Null is SQLite in the data folder. */
  databaseUrl: string | null;
  /** Keys the roll's hashes; null: the one kept in the data folder. Never to be logged. */
  secret: string | null;
  /** Where X's API is; null is X itself. */
  xApiUrl: string | null;
  /** Every variable that is set, for school files name those that hold an account's keys. Never to be logged. */
  named: Environment;
  /** Null: no workspace is served. */
  slack: SlackConfig | null;
  /** Null: no tenant is served, and the door for Teams is shut. */
  teams: TeamsConfig | null;
  playground: boolean;
  logLevel: LogLevel;
};

export type ReadConfig =
  | { ok: true; config: Config; warnings: string[] }
  | { ok: false; faults: string[] };

const OWN = ['BELLBIRD_DATA', 'BELLBIRD_SCHOOL', 'BELLBIRD_SECRET'];
const SHORTEST_SECRET = 32;

function portOf(given: string | undefined): Told<number> {
  if (given === undefined) return fine(3978);
  const port = Number(given);
  if (/^\d{1,5}$/.test(given) && port <= 65_535) return fine(port);
  const allowed = 'a whole number from 0 to 65535, where 0 takes any free port';
  return { value: 3978, faults: [fault('PORT', quoted(given), allowed)] };
}

function hostOf(given: string | undefined): Told<string> {
  const host = (given ?? '127.0.0.1').replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) !== 0 || /^(?=.*[A-Za-z])[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(host)) {
    return fine(host);
  }
  const allowed = 'an address or host name without a port, such as 127.0.0.1, ::1 or 0.0.0.0';
  return { value: '127.0.0.1', faults: [fault('HOST', quoted(host), allowed)] };
}

function databaseOf(given: string | undefined): Told<string | null> {
  if (given === undefined) return fine(null);
  const allowed = 'a URL such as postgres://user:password@host:5432/bellbird';
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null) {
    return {
      value: null,
      faults: [fault('DATABASE_URL', 'no URL (not shown: it may hold a password)', allowed)],
    };
  }
  if (['postgres:', 'postgresql:'].includes(url.protocol)) return fine(given);
  return {
    value: null,
    faults: [fault('DATABASE_URL', `a URL that begins with ${quoted(url.protocol)}`, allowed)],
  };
}

function secretOf(given: string | undefined): Told<string | null> {
  if (given === undefined || given.length >= SHORTEST_SECRET) return fine(given ?? null);
  const allowed = `${SHORTEST_SECRET} characters or more, or nothing: Bellbird then makes one and keeps it in its data folder`;
  return { value: null, faults: [fault('BELLBIRD_SECRET', `${given.length} characters`, allowed)] };
}

function levelOf(given: string | undefined): Told<LogLevel> {
  const level = LOG_LEVELS.find((each) => each === (given ?? 'info'));
  if (level !== undefined) return fine(level);
  return {
    value: 'info',
    faults: [fault('LOG_LEVEL', quoted(given ?? ''), LOG_LEVELS.join(', '))],
  };
}

/** The playground lets anyone be anyone, so it is kept to this machine. */
function playgroundOf(
  given: string | undefined,
  place: { demo: boolean; credentials: boolean; host: string },
): Told<boolean> {
  if (given !== undefined && given !== '0' && given !== '1') {
    return { value: false, faults: [fault('PLAYGROUND', quoted(given), '1 (on) or 0 (off)')] };
  }
  const on = given === undefined ? place.demo && !place.credentials : given === '1';
  if (!on || isLoopback(place.host)) return fine(on);
  const why = given === '1' ? 'PLAYGROUND=1' : 'the demo school, which brings the playground';
  const allowed =
    'a HOST only this machine reaches (127.0.0.1, ::1 or localhost), for in the playground anyone may act as anyone; or PLAYGROUND=0';
  return {
    value: false,
    faults: [fault('PLAYGROUND', `${why}, with HOST ${quoted(place.host)}`, allowed)],
  };
}

/** Where the start is refused anyway, what is wrong with the school files is told in the same breath. */
function schoolFaults(given: string | undefined): string[] {
  if (given === undefined) return [];
  const loaded = loadSchools(resolve(given));
  return loaded.ok ? [] : loaded.faults;
}

/**
 * Reads the environment. Gives the config, with warnings that stop nothing; or every fault at once, each
 * with the variable, the value seen and the values allowed, and with them those of the school files. A variable set to nothing counts as not set.
 * Tokens, passwords and the secret are never repeated. Never throws.
 */
export function readConfig(env: Environment): ReadConfig {
  const set: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    const kept = value?.trim() ?? '';
    if (kept !== '') set[name] = kept;
  }
  const port = portOf(set.PORT);
  const host = hostOf(set.HOST);
  const database = databaseOf(set.DATABASE_URL);
  const secret = secretOf(set.BELLBIRD_SECRET);
  const api = apiUrlOf('X_API_URL', set.X_API_URL);
  const slack = slackOf(set);
  const level = levelOf(set.LOG_LEVEL);
  const teams = teamsOf(set, host.value);
  const demo = set.BELLBIRD_SCHOOL === undefined;
  const playground = playgroundOf(set.PLAYGROUND, {
    demo,
    credentials: slack.given || teams.given || set.X_API_URL !== undefined,
    host: host.value,
  });
  const told = [port, host, database, secret, api, slack, teams, playground, level];
  const faults = told.flatMap((each) => each.faults);
  const strange = Object.keys(set)
    .filter((name) => name.startsWith('BELLBIRD_') && !OWN.includes(name))
    .map(
      (name) =>
        `${name} is not a setting of Bellbird and does nothing. There are ${OWN.join(', ')}.`,
    );
  if (faults.length > 0) {
    return { ok: false, faults: [...faults, ...strange, ...schoolFaults(set.BELLBIRD_SCHOOL)] };
  }
  const config: Config = {
    port: port.value,
    host: host.value,
    loopback: isLoopback(host.value),
    dataFolder: resolve(set.BELLBIRD_DATA ?? 'data'),
    school: set.BELLBIRD_SCHOOL === undefined ? null : resolve(set.BELLBIRD_SCHOOL),
    databaseUrl: database.value,
    secret: secret.value,
    xApiUrl: api.value,
    named: set,
    slack: slack.value,
    teams: teams.value,
    playground: playground.value,
    logLevel: level.value,
  };
  return { ok: true, config, warnings: [...strange, ...teams.warnings] };
}
