/**
 * A school at work in Microsoft Teams: Bellbird as `npm start` runs it, in a tenant of the fake Teams. People
 * type and press there as they do; only the time, and Microsoft's keys, are ours.
 */
import { startTeams } from '../fakes/teams/teams.ts';
import { APP, TENANT, type TeamsOptions } from '../fakes/teams/world.ts';
import { type Inside, openHouse } from '../scenarios/house.ts';
import { SCHOOL } from '../scenarios/staffroom.ts';

export const STAFF = '19:staff@thread.tacv2';
export const STAFF_ROOM = '19:staff-room@thread.tacv2';
export const LEADERS = '19:leaders@thread.tacv2';
export const SLT = '19:slt@thread.tacv2';
export const ELSEWHERE = 'dead0000-1a2b-4c3d-8e4f-5a6b7c8d9e0f';

export const id = (tail: string) => `a0000000-0000-4000-8000-${tail.padStart(12, '0')}`;
export const AMY = id('a3e1');
export const BEN = id('be2');
export const SAM = id('5a30');
export const LEE = id('1ee');
export const JO = id('c1');
export const GUS = id('6051');
/** Of the tenant, in no school file. */
export const NIA = id('21a');
/** A guest of the tenant, in no school file but where a test says so. */
export const VAL = id('7a1');

const PEOPLE: Readonly<Record<string, string>> = {
  [AMY]: 'Amy Reid',
  [BEN]: 'Ben Shah',
  [SAM]: 'Sam Obi',
  [LEE]: 'Lee Park',
  [JO]: 'Jo Clarke',
  [GUS]: 'Gus Hay',
  [NIA]: 'Nia Webb',
};
const EVERYBODY = Object.keys(PEOPLE);

/** A school file with its people and its SLT channel in this tenant. */
export function inTeams(school: string, slt: 'list' | 'channel' = 'list'): string {
  const people = Object.entries(PEOPLE).reduce(
    (text, [object, name]) =>
      text.replace(new RegExp(`(\\{name: ${name}, roles: \\[[^\\]]*\\])`), `$1, teams: ${object}`),
    school,
  );
  return `${people.trimEnd()}\nteams: {tenant: ${TENANT}, slt_channel: "${SLT}", slt: ${slt}}\n`;
}

export const TENANCY: TeamsOptions = {
  people: {
    ...PEOPLE,
    [VAL]: { name: 'Val Stone', role: 'guest' },
  },
  teams: {
    [STAFF]: {
      name: 'Staff',
      members: [...EVERYBODY, VAL],
      channels: { [STAFF]: 'General', [STAFF_ROOM]: 'Staff room' },
    },
    [LEADERS]: {
      name: 'SLT',
      members: [SAM, LEE, JO],
      channels: { [LEADERS]: 'General', [SLT]: 'Posts' },
    },
  },
  extensions: { Tweet: 'tweet' },
  commands: ['tweet', 'policy', 'desk', 'help'],
};

export type Tenancy = Awaited<ReturnType<typeof openTenancy>>;

/** Opens a tenant with a school in it. Call `close` at the end: it holds that nothing was sent amiss. */
export async function openTenancy(
  given: {
    school?: string;
    now?: number;
    teams?: TeamsOptions;
    /** What a test wants of another chat at the same time. */
    env?: Record<string, string>;
    instead?: Inside;
  } = {},
) {
  const teams = await startTeams({ ...TENANCY, ...given.teams });
  const house = await openHouse({
    chat: teams,
    served: (url) => teams.deliversTo(`${url}/api/messages`),
    school: given.school ?? inTeams(SCHOOL),
    now: given.now,
    env: {
      TEAMS_APP_ID: APP,
      TEAMS_APP_PASSWORD: 'not-asked-of-anybody-here',
      TEAMS_TENANT_ID: TENANT,
      ...given.env,
    },
    instead: { ...given.instead, teams: teams.instead },
  });
  const here = {
    teams,
    amy: teams.person(AMY),
    ben: teams.person(BEN),
    sam: teams.person(SAM),
    lee: teams.person(LEE),
    jo: teams.person(JO),
    gus: teams.person(GUS),
    /** Ends it all; the faults Teams found in what it was sent, and whom it would have pinged. */
    close: async () => {
      await house.end();
      return [...teams.faults, ...teams.pings];
    },
  };
  // What stands in the house may change with time: it is not copied.
  return Object.assign(house, here);
}
