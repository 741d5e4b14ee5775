/** The people of a school as Slack knows them. */
import type { User } from '@slack/web-api/dist/types/response/UsersInfoResponse.js';
import { attention, type Checked, fault, ok } from '../../../src/ports/checked.ts';
import { names } from '../../../src/school/people.ts';
import type { School } from '../../../src/school/school.ts';
import { type Standing as Known, NOBODY, standingOf } from '../standing.ts';
import { asked, type Line } from './ask.ts';

/** `fine`, or why Slack's own account of them will not do; `unasked` with Slack's reason where it would not say. */
export type Standing =
  | { as: Known; name: string }
  | { as: 'unknown' }
  | { as: 'unasked'; says: string; todo: string };

/** Asks for one member; each only once however often. */
export type Register = (member: string) => Promise<Standing>;

function nameOf(user: User): string {
  return user.profile?.display_name || user.real_name || user.name || (user.id ?? 'somebody');
}

/** A register over a line to Slack. */
export function registerOver(line: Line): Register {
  const known = new Map<string, Promise<Standing>>();
  const look = async (member: string): Promise<Standing> => {
    const info = await asked(line.web.users.info({ user: member }));
    if (info.ok) {
      const { user } = info.answer;
      return user ? { as: standingOf(user), name: nameOf(user) } : { as: 'unknown' };
    }
    if (NOBODY.includes(info.code)) return { as: 'unknown' };
    return { as: 'unasked', says: info.says, todo: info.todo };
  };
  return (member) => {
    const answer = known.get(member) ?? look(member);
    known.set(member, answer);
    return answer;
  };
}

const WHY: Record<Exclude<Known, 'fine'>, string> = {
  deactivated: 'was deactivated',
  guest: 'is a guest of the workspace',
  bot: 'is a bot, not a person',
  visitor: 'is of another organisation',
};

/** Everybody whom the school file knows by a Slack id, and those it does not know in Slack. */
export async function lookAtPeople(school: School, register: Register): Promise<Checked[]> {
  const what = `People of ${school.name}`;
  const found: Checked[] = [];
  let fine = 0;
  for (const { name, slack } of school.people) {
    if (slack === null) continue;
    const who = `${name} (${slack})`;
    const standing = await register(slack);
    if (standing.as === 'fine') {
      fine += 1;
    } else if (standing.as === 'unknown') {
      const todo = `Copy ${name}’s member id from their profile in Slack into ${school.file}.`;
      found.push(fault(what, `${who} is nobody in this workspace.`, todo));
    } else if (standing.as === 'unasked') {
      found.push(fault(what, `${who} could not be looked up: ${standing.says}.`, standing.todo));
      break;
    } else if (standing.as === 'bot') {
      const todo = `Put a person’s member id there in ${school.file}.`;
      found.push(fault(what, `${who} ${WHY.bot}.`, todo));
    } else {
      const todo = `Take ${name} or their slack: out of ${school.file}, or change the account in Slack.`;
      const seen = `${who} ${WHY[standing.as]} and is refused in Slack.`;
      found.push(attention(what, seen, todo));
    }
  }
  const strangers = school.people.filter((each) => each.slack === null && each.teams === null);
  if (strangers.length > 0) {
    const seen = `Not known in Slack: ${names(strangers, 'and')}. They cannot use Bellbird there.`;
    found.push(attention(what, seen, `Give them slack: and their member id in ${school.file}.`));
  }
  return fine === 0 ? found : [ok(what, `Known in Slack: ${fine}.`), ...found];
}

/** How a member is called, for a sentence about somebody who cannot be counted on: "Lee (guest)". */
export function whyNot(standing: Exclude<Standing, { as: 'unasked' }>, member: string): string {
  return standing.as === 'unknown' ? `${member} (unknown)` : `${standing.name} (${standing.as})`;
}
