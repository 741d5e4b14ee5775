/**
 * A school at work in Slack: Bellbird as `npm start` runs it, in a workspace of the fake Slack, by its HTTP door
 * or by Socket Mode. People type and press there as they do; only the time is ours.
 */
import { readFileSync } from 'node:fs';
import { type FakeSlack, fromManifest, startSlack } from '../fakes/slack/slack.ts';
import type { SlackOptions } from '../fakes/slack/world.ts';
import { type Inside, openHouse } from '../scenarios/house.ts';
import { SCHOOL } from '../scenarios/staffroom.ts';

export const STAFF = 'C0STAFF';
export const SLT = 'C0SLT';
export const TEAM = 'T0SCHOOL';

const PEOPLE: NonNullable<SlackOptions['people']> = {
  U0AMY: 'Amy Reid',
  U0BEN: 'Ben Shah',
  U0SAM: 'Sam Obi',
  U0LEE: 'Lee Park',
  U0JO: 'Jo Clarke',
  U0GUS: 'Gus Hay',
  U0NEW: 'Nia Webb',
};
const EVERYBODY = Object.keys(PEOPLE);

/** A school file with its people and its SLT channel in this workspace. */
export function inSlack(school: string): string {
  const people = Object.entries(PEOPLE).reduce(
    (text, [id, name]) =>
      text.replace(new RegExp(`(\\{name: ${name}, roles: \\[[^\\]]*\\])`), `$1, slack: ${id}`),
    school,
  );
  return `${people.trimEnd()}\nslack: {team: ${TEAM}, slt_channel: ${SLT}}\n`;
}

/** The school of the scenarios, at home in Slack. */
export const IN_SLACK = inSlack(SCHOOL);

export type Workspace = Awaited<ReturnType<typeof openWorkspace>>;

/** Opens a workspace with a school in it. Call `close` at the end: it holds that nothing was sent amiss. */
export async function openWorkspace(
  given: {
    school?: string;
    by?: 'http' | 'socket';
    now?: number;
    slack?: SlackOptions;
    instead?: Inside;
  } = {},
) {
  const manifest = new URL('../../manifest/slack/manifest.json', import.meta.url);
  const slack: FakeSlack = await startSlack({
    ...fromManifest(JSON.parse(readFileSync(manifest, 'utf8'))),
    people: PEOPLE,
    channels: {
      [STAFF]: { name: 'staff-room', members: EVERYBODY },
      [SLT]: { name: 'slt', members: ['U0SAM', 'U0LEE', 'U0JO'], private: true },
      C0ELSE: { name: 'elsewhere', members: EVERYBODY, bot: false },
    },
    groups: { S0SLT: { handle: 'slt', members: ['U0SAM', 'U0JO'] } },
    ...given.slack,
  });
  const socket = given.by === 'socket';
  const house = await openHouse({
    chat: slack,
    served: (url) => {
      if (!socket) slack.deliversTo(`${url}/slack/events`);
    },
    school: given.school ?? IN_SLACK,
    now: given.now,
    env: {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_API_URL: slack.apiUrl,
      ...(socket
        ? { SLACK_APP_TOKEN: slack.appToken }
        : { SLACK_SIGNING_SECRET: slack.signingSecret }),
    },
    instead: given.instead,
  });
  const here = {
    slack,
    amy: slack.person('U0AMY'),
    ben: slack.person('U0BEN'),
    sam: slack.person('U0SAM'),
    lee: slack.person('U0LEE'),
    jo: slack.person('U0JO'),
    gus: slack.person('U0GUS'),
    /** Ends it all; the faults Slack found in what it was sent. */
    close: async () => {
      await house.end();
      return slack.faults;
    },
  };
  // What stands in the house may change with time: it is not copied.
  return Object.assign(house, here);
}
