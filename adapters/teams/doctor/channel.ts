/** The channel where SLT decides. */
import { attention, type Checked, fault, ok } from '../../../src/ports/checked.ts';
import { deciders, names } from '../../../src/school/people.ts';
import type { School } from '../../../src/school/school.ts';
import { seated } from '../../../src/school/seats.ts';
import { belongs } from '../members.ts';
import type { Service, TeamsMember } from '../service.ts';

/** Where Teams is asked, and as which app. */
export type Line = { service: Service; url: string; appId: string };

const WHY: Readonly<Record<number, [seen: string, todo: (file: string) => string]>> = {
  403: [
    'Bellbird may not see who is in it.',
    () =>
      'In Teams add the app to the team of the channel (Manage team, Apps), with the permission it asks for; in a private channel add it there too.',
  ],
  404: [
    'Teams knows no such channel.',
    (file) =>
      `Choose "Get link to channel" in Teams, and copy the id in it into slt_channel in ${file}, with : for %3A and @ for %40.`,
  ],
};

/** Those who are to decide and do not see the cards, and guests who do. */
function amiss(what: string, school: School, members: readonly TeamsMember[]): Checked[] {
  const home = school.teams?.tenant ?? '';
  const found: Checked[] = [];
  const guests = members.filter((each) => each.object !== '' && !belongs(each, home));
  if (guests.length > 0) {
    const seen = `Guests read posts there before they are approved: ${names(guests, 'and')}. They cannot decide.`;
    found.push(attention(what, seen, 'Take them out of the team, or choose another channel.'));
  }
  const inside = new Set(members.map(({ object }) => object));
  const away = deciders(school, []).filter(({ teams }) => teams !== null && !inside.has(teams));
  if (school.teams?.slt === 'list' && away.length > 0) {
    const seen = `Not in the channel, so without the cards to decide by: ${names(away, 'and')}.`;
    found.push(attention(what, seen, 'Add them to the team of the channel in Teams.'));
  }
  return found;
}

/** Whether Bellbird is in the channel and can read who else is; with its members, none where it cannot. */
export async function lookAtChannel(
  { service, url }: Line,
  school: School,
): Promise<{ checked: Checked[]; members: TeamsMember[] }> {
  const { teams } = school;
  if (teams === null) return { checked: [], members: [] };
  const what = `SLT channel of ${school.name} in Teams`;
  let members: TeamsMember[];
  try {
    members = await service.members(url, teams.sltChannel);
  } catch (error) {
    const status = error instanceof Error ? Number(error.cause) : Number.NaN;
    const [seen, todo] = WHY[status] ?? [
      error instanceof Error ? error.message : 'Teams did not answer.',
      () => 'Try again in a minute.',
    ];
    return { checked: [fault(what, seen, todo(school.file))], members: [] };
  }
  const inside = members.filter((each) => each.object !== '' && belongs(each, teams.tenant));
  const many = inside.length === 1 ? 'one person' : `${inside.length} people`;
  const checked = [ok(what, `Bellbird is in it, with ${many}.`), ...amiss(what, school, members)];
  if (teams.slt === 'channel') {
    const seats = inside.map(({ object, name }) => ({ id: object, name }));
    const able = deciders(seated(school, { chat: 'teams', members: seats }), []);
    const seen =
      able.length === 0 ? 'Nobody in the channel can decide.' : `${names(able, 'and')} can decide.`;
    const enough = able.length > school.approvals.needed;
    const todo = 'Add people of SLT to the team of the channel: the author never decides.';
    checked.push(enough ? ok(what, seen) : fault(what, seen, todo));
  }
  return { checked, members };
}
