/**
 * A school at work in Slack: Bellbird as `npm start` runs it, in a workspace of the fake Slack, by its HTTP door
 * or by Socket Mode. People type and press there as they do; only the time is ours.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timelineTopic } from '../../adapters/timeline/topic.ts';
import { readConfig } from '../../src/config.ts';
import { type Instead, type Running, start } from '../../src/main.ts';
import type { Grammar } from '../../src/ports/grammar.ts';
import { type FakeSlack, fromManifest, startSlack } from '../fakes/slack/slack.ts';
import type { SlackOptions } from '../fakes/slack/world.ts';
import { ROLL, SCHOOL, TUESDAY } from '../scenarios/staffroom.ts';

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

/** Finds nothing: the real checker takes a second to start, and few tests are about it. */
const FINDS_NOTHING: Grammar = { lint: async () => [], close: async () => {} };

export type Workspace = Awaited<ReturnType<typeof openWorkspace>>;

/** Opens a workspace with a school in it. Call `close` at the end: it holds that nothing was sent amiss. */
export async function openWorkspace(
  given: {
    school?: string;
    by?: 'http' | 'socket';
    now?: number;
    slack?: SlackOptions;
    /** A checker that is closed with the school is made anew at each start, where a way to make one is given. */
    instead?: Omit<Instead, 'clock' | 'grammar'> & { grammar?: Grammar | (() => Grammar) };
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
  const folder = mkdtempSync(join(tmpdir(), 'bellbird-slack-'));
  const file = join(folder, 'school.yaml');
  writeFileSync(file, given.school ?? IN_SLACK);
  writeFileSync(join(folder, 'roll.csv'), ROLL);
  let now = given.now ?? TUESDAY;
  const clock = { now: () => now };
  const socket = given.by === 'socket';
  const read = readConfig({
    PORT: '0',
    BELLBIRD_DATA: join(folder, 'data'),
    BELLBIRD_SCHOOL: file,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_API_URL: slack.apiUrl,
    ...(socket
      ? { SLACK_APP_TOKEN: slack.appToken }
      : { SLACK_SIGNING_SECRET: slack.signingSecret }),
  });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const { config } = read;
  const { grammar, ...instead } = given.instead ?? {};
  const checker = () => (typeof grammar === 'function' ? grammar() : grammar);
  let running: Running;
  const begin = async () => {
    const own = checker() ?? FINDS_NOTHING;
    running = await start(config, { ...instead, grammar: own, clock });
    if (!socket) slack.deliversTo(`${running.url}/slack/events`);
    await slack.quiet();
  };
  await begin();

  return {
    slack,
    folder,
    file,
    amy: slack.person('U0AMY'),
    ben: slack.person('U0BEN'),
    sam: slack.person('U0SAM'),
    lee: slack.person('U0LEE'),
    jo: slack.person('U0JO'),
    gus: slack.person('U0GUS'),
    get world() {
      return running.world;
    },
    get url() {
      return running.url;
    },
    get now() {
      return now;
    },
    timeline: async () => {
      const items = await running.world.store.shelf.after(timelineTopic('@Larkfield'), 0, 1000);
      return items.map((item) => (item.value as { text: string }).text);
    },
    events: async () => {
      const entries = await running.world.store.read.ledger('larkfield', 0, 10_000);
      return entries.map((entry) => entry.event).filter((event) => event !== 'roll.imported');
    },
    /** Lets time pass here and at Slack, and the work that falls due be done. */
    passes: async (ms: number) => {
      now += ms;
      slack.later(ms);
      running.world.wake(now);
      await slack.quiet();
    },
    restart: async () => {
      await running.stop();
      await begin();
    },
    /** Ends it all; the faults Slack found in what it was sent. */
    close: async () => {
      await running.stop();
      await slack.stop();
      rmSync(folder, { recursive: true, force: true });
      return slack.faults;
    },
  };
}
