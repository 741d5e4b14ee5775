/**
 * What `bellbird doctor` can say of Teams from settings, school files and the packed app alone: it asks nothing of
 * Microsoft.
 */
import { existsSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { attention, type Checked, fault, ok } from '../ports/checked.ts';
import { deciders, names } from '../school/people.ts';
import { shortages, whoDecides } from '../school/rights.ts';
import type { School } from '../school/school.ts';
import type { TeamsConfig } from '../teams-config.ts';
import { counted } from './counted.ts';

const APP = 'Teams app';

function examineApp(teams: TeamsConfig): Checked {
  if ('insecure' in teams) {
    const seen = 'None: the door is open on this machine, and nothing proves who sends.';
    return attention(APP, seen, 'For staff, set up an app, and take TEAMS_INSECURE_LOCAL out.');
  }
  const { appId, tenantId } = teams;
  return ok(
    APP,
    `${appId}, of the tenant ${tenantId}. Its messaging endpoint in Azure is your https address with /api/messages; only Azure knows whether it reaches this machine.`,
  );
}

function examinePeople(school: School): Checked[] {
  const what = `People of ${school.name} in Teams`;
  const known = school.people.filter((each) => each.teams !== null);
  const strangers = school.people.filter((each) => each.teams === null && each.slack === null);
  const some = known.length === 0 ? [] : [ok(what, `${counted(known.length, 'Object ID')} given.`)];
  if (strangers.length === 0) return some;
  const seen = `Without an Object ID: ${names(strangers, 'and')}. They cannot use Bellbird there.`;
  const todo = `Give them teams: and their Object ID at Microsoft Entra in ${school.file}.`;
  return [...some, attention(what, seen, todo)];
}

/** Who could decide, as far as the school file says it. Somebody who decides in Slack is not missing. */
function examineDeciders(school: School, slt: 'list' | 'channel'): Checked {
  const what = `Who decides at ${school.name} in Teams`;
  if (slt === 'channel') {
    return ok(what, 'Whoever is in the SLT channel; that is looked up at each decision.');
  }
  const able = deciders(school, []).filter((each) => each.teams !== null);
  if (able.length === 0) {
    const todo = `Give people of ${whoDecides(school)} their Object ID under people in ${school.file}.`;
    return fault(what, 'Nobody could decide on a post in Teams by the roles given.', todo);
  }
  const there = school.people.filter((each) => each.teams !== null || each.slack !== null);
  const short = shortages({ ...school, people: there }, school.approvals.needed)[0];
  const seen = `${names(able, 'and')}, by the roles in the school file.`;
  if (short === undefined) return ok(what, seen);
  const left = short.able.length === 0 ? 'Nobody' : `Only ${names(short.able, 'and')}`;
  return fault(
    what,
    `${seen} ${left} could decide on posts by ${short.author.name}, for the author never decides.`,
    `Add ${school.approvals.needed - short.able.length} more.`,
  );
}

/** Where `npm run manifest:teams` packs the app, unless it is told another place. */
const PACKAGE = 'bellbird-teams.zip';

/** Whether the packed app, where it lies here, is this one: Teams lets no other bot answer for it. */
export function examinePackage(appId: string): Checked[] {
  if (!existsSync(PACKAGE)) return [];
  const what = `Packed app ${PACKAGE}`;
  const todo = `Pack it again: npm run -s manifest:teams -- --app-id ${appId}, and upload that.`;
  try {
    const { 'manifest.json': packed } = unzipSync(new Uint8Array(readFileSync(PACKAGE)));
    const { id, bots } = JSON.parse(strFromU8(packed ?? new Uint8Array())) as {
      id?: string;
      bots?: { botId?: string }[];
    };
    if (id === appId && bots?.[0]?.botId === appId) return [ok(what, 'It is of this app.')];
    return [fault(what, 'It is of another app than TEAMS_APP_ID says.', todo)];
  } catch {
    return [fault(what, 'It cannot be read as an app for Teams.', todo)];
  }
}

/**
 * Looks at the app and at each school in Teams. A school in another tenant than the app's is told among the
 * school files' faults, and nothing more is said of it here.
 */
export function examineTeams(teams: TeamsConfig | null, schools: readonly School[]): Checked[] {
  if (teams === null) {
    const seen = schools.some((school) => school.teams !== null)
      ? 'No app is set, so nobody is served there.'
      : 'None is configured, and no school asks for it.';
    return [ok('Teams', seen)];
  }
  const found = [examineApp(teams)];
  for (const school of schools) {
    const place = school.teams;
    if (place === null || (!('insecure' in teams) && place.tenant !== teams.tenantId)) continue;
    found.push(ok(`Tenant of ${school.name}`, `It is ${place.tenant}.`));
    found.push(...examinePeople(school), examineDeciders(school, place.slt));
  }
  return found;
}
