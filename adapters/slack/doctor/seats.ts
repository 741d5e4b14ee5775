/** Who could decide on posts in Slack: by the school file, the channel's members, or a user group. */
import { attention, type Checked, fault, ok } from '../../../src/ports/checked.ts';
import { deciders, names, type Person } from '../../../src/school/people.ts';
import { shortages, whoDecides } from '../../../src/school/rights.ts';
import type { School } from '../../../src/school/school.ts';
import { type Member, seated } from '../../../src/school/seats.ts';
import { type Asked, asked, type Line } from './ask.ts';
import { type Register, whyNot } from './people.ts';

/** Slack gives members a page at a time; more pages than this is no SLT channel. */
const PAGES = 5;

async function channelMembers(line: Line, channel: string): Promise<Asked<string[]>> {
  const members: string[] = [];
  let cursor = '';
  for (let page = 0; page < PAGES; page += 1) {
    const more = cursor === '' ? {} : { cursor };
    const got = await asked(line.web.conversations.members({ channel, limit: 200, ...more }));
    if (!got.ok) return got;
    members.push(...(got.answer.members ?? []));
    cursor = got.answer.response_metadata?.next_cursor ?? '';
    if (cursor === '') break;
  }
  return { ok: true, answer: members };
}

async function groupMembers(line: Line, usergroup: string): Promise<Asked<string[]>> {
  const got = await asked(line.web.usergroups.users.list({ usergroup }));
  if (got.ok) return { ok: true, answer: got.answer.users ?? [] };
  if (['plan_upgrade_required', 'paid_teams_only'].includes(got.code)) {
    const says = 'User groups need a paid plan of Slack, which this workspace has not';
    return { ...got, says, todo: 'Use "slt: channel" or "slt: list" in the school file.' };
  }
  if (/no_such_subteam|subteam_not_found|invalid_usergroup/.test(got.code)) {
    const todo = 'Copy the user group’s id, which begins with S, into the school file.';
    return { ...got, says: `There is no user group ${usergroup}`, todo };
  }
  return got;
}

/** Who could decide at this school as Slack has it now; a fault where that is nobody, or too few for somebody's posts. */
export async function lookAtSeats(
  line: Line,
  school: School,
  register: Register,
): Promise<Checked[]> {
  if (school.slack === null) return [];
  const { slt, sltChannel } = school.slack;
  const what = `Who decides at ${school.name}`;
  if (slt === 'list') return count(what, school, register, 'by the roles in the school file');
  const place = slt === 'channel' ? 'the SLT channel' : `the user group ${slt.group}`;
  const by = `by ${place}`;
  const got = await (slt === 'channel'
    ? channelMembers(line, sltChannel)
    : groupMembers(line, slt.group));
  if (!got.ok) return [fault(what, `${got.says}, so nobody is known ${by}.`, got.todo)];
  const members: Member[] = [];
  const others: string[] = [];
  for (const id of got.answer) {
    const standing = await register(id);
    if (standing.as === 'unasked') return [unasked(what, standing)];
    if (standing.as === 'fine') members.push({ id, name: standing.name });
    else if (standing.as !== 'bot') others.push(whyNot(standing, id));
  }
  const found = await count(what, seated(school, { chat: 'slack', members }), register, by);
  if (others.length === 0) return found;
  const seen = `In ${place}, but not counted: ${others.join(', ')}.`;
  return [...found, attention(what, seen, `Take them out of ${place}, or change their account.`)];
}

/** It is not known who could decide: that is not the same as nobody. */
const unasked = (what: string, { says, todo }: { says: string; todo: string }): Checked =>
  fault(what, `That could not be looked up: ${says}.`, todo);

async function count(
  what: string,
  school: School,
  register: Register,
  by: string,
): Promise<Checked[]> {
  const able: Person[] = [];
  const absent: Person[] = [];
  for (const person of deciders(school, [])) {
    const standing = person.slack === null ? null : await register(person.slack);
    if (standing?.as === 'unasked') return [unasked(what, standing)];
    if (standing?.as === 'fine') able.push(person);
    else if (person.teams === null) absent.push(person);
  }
  if (able.length === 0) {
    const seen = `Nobody could decide on a post in Slack ${by}.`;
    const todo = `Add people of ${whoDecides(school)} there, each with their member id under people in ${school.file}.`;
    return [fault(what, seen, todo)];
  }
  const there = { ...school, people: school.people.filter((each) => !absent.includes(each)) };
  const short = shortages(there, school.approvals.needed)[0];
  const seen = `${names(able, 'and')}, ${by}.`;
  if (short === undefined) return [ok(what, seen)];
  const left = short.able.length === 0 ? 'Nobody' : `Only ${names(short.able, 'and')}`;
  return [
    fault(
      what,
      `${seen} ${left} could decide on posts by ${short.author.name}, for the author never decides.`,
      `Add ${school.approvals.needed - short.able.length} more.`,
    ),
  ];
}
