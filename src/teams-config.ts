/** Which Teams app Bellbird is: a bot of one tenant, or none that is proved, on this machine only. */
import { anyOf } from './school/faults.ts';
import { GUID } from './school/guid.ts';
import { type Environment, fault, fine, isLoopback, quoted, type Told } from './setting.ts';

/** Both ids in small letters. The password is never to be logged. */
export type TeamsApp = { appId: string; password: string; tenantId: string };

/** `insecure`: anybody on this machine may send anything in anybody's name. It is for trying only. */
export type TeamsConfig = TeamsApp | { insecure: true };

const ALL = {
  TEAMS_APP_ID:
    'the Application (client) ID, a GUID (Overview, on the page of the app registration)',
  TEAMS_APP_PASSWORD: 'the value of a client secret (Certificates & secrets)',
  TEAMS_TENANT_ID: 'the Directory (tenant) ID, a GUID (Overview, beside the application’s)',
} as const;
type Name = keyof typeof ALL;
const NAMES = Object.keys(ALL) as Name[];
const SHORTEST_PASSWORD = 16;

/** One of them may stand where another belongs, so nothing of what is seen is told. */
function idOf(name: Name, given: string | undefined): Told<string> {
  if (given === undefined) return fine('');
  if (GUID.test(given)) return fine(given.toLowerCase());
  return { value: '', faults: [fault(name, 'something that is no GUID (not shown)', ALL[name])] };
}

function passwordOf(given: string | undefined): Told<string> {
  const told = (seen: string): Told<string> => ({
    value: '',
    faults: [fault('TEAMS_APP_PASSWORD', `${seen} (not shown)`, ALL.TEAMS_APP_PASSWORD)],
  });
  if (given === undefined) return fine('');
  if (GUID.test(given)) return told('a GUID, which is the secret’s ID and not its value');
  if (given.length < SHORTEST_PASSWORD) return told(`${given.length} characters`);
  return fine(given);
}

/** What is not there though the rest needs it; and two fields that hold the same. */
function together(set: Environment): string[] {
  const given = NAMES.filter((name) => set[name] !== undefined);
  if (given.length === 0) return [];
  const be = given.length === 1 ? 'is' : 'are';
  const faults = NAMES.filter((name) => set[name] === undefined).map((name) =>
    fault(name, `nothing, though ${anyOf(given, 'and')} ${be} set`, ALL[name]),
  );
  const { TEAMS_APP_ID: app, TEAMS_TENANT_ID: tenant } = set;
  if (app !== undefined && GUID.test(app) && app.toLowerCase() === tenant?.toLowerCase()) {
    faults.push(fault('TEAMS_TENANT_ID', 'the same as TEAMS_APP_ID', ALL.TEAMS_TENANT_ID));
  }
  return faults;
}

const INSECURE = 'TEAMS_INSECURE_LOCAL';

function insecureOf(set: Environment, host: string): Told<boolean> {
  const given = set[INSECURE];
  const wrong = (seen: string, allowed: string): Told<boolean> => ({
    value: false,
    faults: [fault(INSECURE, seen, allowed)],
  });
  if (given === undefined || given === '0') return fine(false);
  if (given !== '1') return wrong(quoted(given), '1 (on) or 0 (off)');
  const others = NAMES.filter((name) => set[name] !== undefined);
  if (others.length > 0) {
    const allowed = 'it or the app, not both: with an app every message is proved';
    return wrong(`1 beside ${anyOf(others, 'and')}`, allowed);
  }
  if (isLoopback(host)) return fine(true);
  const allowed =
    'a HOST only this machine reaches (127.0.0.1, ::1 or localhost), for nothing then proves who sends; or a Teams app';
  return wrong(`1 with HOST ${quoted(host)}`, allowed);
}

/** What everybody must hear who starts it so. */
const LOUD = `${INSECURE}=1: nothing proves who sends what to /api/messages, so anybody on this machine can act as anybody at the school. It is for trying only; never let a tunnel or a web server lead there.`;

/**
 * Reads Teams' settings: null where none is set, else the app, or the insecure door on this machine alone; with
 * every fault, and nothing of the password in any of them. `host` is where Bellbird listens. `given` is true
 * when any of them is set, right or wrong. `warnings` stop nothing.
 */
export function teamsOf(
  set: Environment,
  host: string,
): Told<TeamsConfig | null> & { given: boolean; warnings: string[] } {
  const appId = idOf('TEAMS_APP_ID', set.TEAMS_APP_ID);
  const password = passwordOf(set.TEAMS_APP_PASSWORD);
  const tenantId = idOf('TEAMS_TENANT_ID', set.TEAMS_TENANT_ID);
  const insecure = insecureOf(set, host);
  const faults = [appId, password, tenantId, insecure].flatMap((each) => each.faults);
  const app = { appId: appId.value, password: password.value, tenantId: tenantId.value };
  const whole = NAMES.every((name) => set[name] !== undefined);
  return {
    value: whole ? app : insecure.value ? { insecure: true } : null,
    faults: [...faults, ...together(set)],
    given: insecure.value || NAMES.some((name) => set[name] !== undefined),
    warnings: insecure.value ? [LOUD] : [],
  };
}
