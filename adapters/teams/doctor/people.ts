/** The people of a school as Teams knows them. */
import { attention, type Checked, fault, ok } from '../../../src/ports/checked.ts';
import type { School } from '../../../src/school/school.ts';
import { belongs } from '../members.ts';
import { personal } from '../places.ts';
import type { TeamsMember } from '../service.ts';
import type { Line } from './channel.ts';

type Standing = 'fine' | 'guest' | 'without' | 'nobody' | 'unasked';

/** Teams' answers for an id that is nobody's: the chat cannot be begun, or has no such member. */
const NOBODY: ReadonlySet<unknown> = new Set([400, 404]);

/** Asked as Bellbird does before it writes to somebody first: by the chat of the two, in which nothing is said. */
async function standingOf(
  { service, url, appId }: Line,
  tenant: string,
  person: string,
  members: readonly TeamsMember[],
): Promise<Standing> {
  const listed = members.find(({ object }) => object === person);
  if (listed && !belongs(listed, tenant)) return 'guest';
  try {
    const chat = await service.begin(url, personal(appId, tenant, person));
    const member = await service.member(url, chat, person);
    return belongs(member, tenant) ? 'fine' : 'guest';
  } catch (error) {
    const status = error instanceof Error ? error.cause : null;
    if (NOBODY.has(status)) return 'nobody';
    return status === 403 ? 'without' : 'unasked';
  }
}

/** Everybody whom the school file knows by an Object ID. `members` are those of the SLT channel. */
export async function lookAtPeople(
  line: Line,
  school: School,
  members: readonly TeamsMember[],
): Promise<Checked[]> {
  const what = `People of ${school.name} at Microsoft`;
  const tenant = school.teams?.tenant ?? '';
  const found: Checked[] = [];
  let fine = 0;
  for (const { name, teams } of school.people) {
    if (teams === null) continue;
    const standing = await standingOf(line, tenant, teams, members);
    if (standing === 'fine') {
      fine += 1;
    } else if (standing === 'guest') {
      const todo = `Take ${name} or their teams: out of ${school.file}, or make them a member in Entra.`;
      found.push(attention(what, `${name} is a guest of the tenant and is refused.`, todo));
    } else if (standing === 'without') {
      const seen = `${name} does not have the app yet: Bellbird cannot write to them first.`;
      const todo =
        'In the Teams admin centre add the app for all staff with a setup policy, or let them add it.';
      found.push(attention(what, seen, todo));
    } else if (standing === 'nobody') {
      const todo = `Copy the Object ID from ${name}’s page under Users in Entra into ${school.file}.`;
      found.push(fault(what, `${name}’s Object ID is nobody’s in this tenant.`, todo));
    } else {
      const seen = `${name} could not be looked up: Teams did not answer, or asks to wait.`;
      found.push(attention(what, seen, 'Try again in a minute.'));
      break;
    }
  }
  return fine === 0 ? found : [ok(what, `Bellbird can write to ${fine}.`), ...found];
}
