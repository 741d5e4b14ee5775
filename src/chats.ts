/** The chats that a config asks for: which of them serve a school, each of them built, and each looked over. */
import { playgroundChat } from '../adapters/playground/chat.ts';
import type { LiveShelf } from '../adapters/playground/live-shelf.ts';
import { playgroundRoutes } from '../adapters/playground/routes.ts';
import { storeFaultInWords } from '../adapters/store/fault.ts';
import type { TeamsInstead } from '../adapters/teams/auth.ts';
import type { Config } from './config.ts';
import type { World } from './desk/world.ts';
import type { Front } from './front/intent.ts';
import type { Chat } from './ports/chat.ts';
import type { Checked } from './ports/checked.ts';
import type { School } from './school/school.ts';
import type { Seating } from './seating.ts';
import type { SlackConfig } from './slack-config.ts';
import type { TeamsApp } from './teams-config.ts';

/** With Postgres a page must hear of what another process wrote (ms). */
const PAGE_LOOKS_EVERY = 1_000;

/** A chat with its doors and its life. */
export type OpenChat = {
  chat: Chat;
  mounts: ReturnType<typeof playgroundRoutes>[];
  start?: () => Promise<void>;
  stop?: () => Promise<void> | void;
  /** To be called when the school files were read again. */
  schoolsChanged?: () => void;
};

export type ChatOptions = {
  world: World;
  front: Front;
  /** The playground's pages hear of what is written through it. */
  shelf: LiveShelf;
  seats: Seating;
  /** Microsoft's keys and login, in tests. */
  teams: TeamsInstead | undefined;
};

/**
 * The chats that serve a school. None of them need be built yet: what is owed to people is written down at the
 * first look after a restart, before anything is open.
 */
export function chatsServing(config: Config, school: School | undefined): Chat['name'][] {
  const serves: Record<Chat['name'], boolean> = {
    playground: config.playground,
    slack: config.slack !== null && school?.slack != null,
    teams: config.teams !== null && school?.teams != null,
  };
  return (Object.keys(serves) as Chat['name'][]).filter((name) => serves[name]);
}

async function slackOf(config: NonNullable<Config['slack']>, options: ChatOptions) {
  const { world, front, seats } = options;
  // Its SDK is large, and most who try Bellbird have no Slack.
  const { slack } = await import('../adapters/slack/slack.ts');
  const { mount, ...chat } = slack({
    ...config,
    front,
    schools: () => world.schools.values(),
    clock: world.clock,
    log: world.log,
    onSeats: (id, members) => seats.sit('slack', id, members),
  });
  return { ...chat, mounts: mount === null ? [] : [mount] };
}

async function teamsOf(config: NonNullable<Config['teams']>, options: ChatOptions) {
  const { world, front, seats } = options;
  const { teams } = await import('../adapters/teams/teams.ts');
  const { mount, ...chat } = teams({
    settings: 'insecure' in config ? null : config,
    front,
    schools: () => world.schools.values(),
    shelf: world.store.shelf,
    clock: world.clock,
    log: world.log,
    onSeats: (id, members) => seats.sit('teams', id, members),
    instead: options.teams,
  });
  return { ...chat, mounts: [mount] };
}

function playgroundOf({ world, front, shelf }: ChatOptions): OpenChat {
  const pages = new Set<() => void>();
  const routes = playgroundRoutes({
    schools: () => [...world.schools.values()],
    onSchools: (listener) => {
      pages.add(listener);
      return () => void pages.delete(listener);
    },
    front,
    shelf,
    log: world.log,
    clock: world.clock,
    faultInWords: storeFaultInWords,
    ...(world.store.dialect === 'postgres' ? { pollMs: PAGE_LOOKS_EVERY } : {}),
  });
  return {
    chat: playgroundChat({ shelf }),
    mounts: [routes],
    schoolsChanged: () => {
      for (const page of pages) page();
    },
  };
}

/** Builds every chat of the config; nothing of them is open before its mounts are on a server and it is started. */
export async function chatsOf(config: Config, options: ChatOptions): Promise<OpenChat[]> {
  return [
    ...(config.slack === null ? [] : [await slackOf(config.slack, options)]),
    ...(config.teams === null ? [] : [await teamsOf(config.teams, options)]),
    ...(config.playground ? [playgroundOf(options)] : []),
  ];
}

/** Slack looked over: tokens, scopes, channel, people, clock. Nobody is sent anything. */
export async function lookAtSlack(
  slack: SlackConfig,
  schools: readonly School[],
): Promise<Checked[]> {
  const { lookAtSlack: look } = await import('../adapters/slack/doctor/look.ts');
  return look(slack, schools, Date.now);
}

/** Teams looked over: login, keys, clock, channel, people. Nobody is sent anything. */
export async function lookAtTeams(app: TeamsApp, schools: readonly School[]): Promise<Checked[]> {
  const { lookAtTeams: look } = await import('../adapters/teams/doctor/look.ts');
  return look(app, schools, Date.now);
}
