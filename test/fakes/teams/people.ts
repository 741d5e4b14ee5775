/** Who is in the tenant, and where: people, teams with their channels, and one chat of each with the bot. */
import { createHash } from 'node:crypto';
import type { Json } from '../slack/json.ts';

export type Member = {
  /** Entra object id. */
  aad: string;
  /** What Teams calls them to this bot: 29:… */
  id: string;
  name: string;
  role: 'user' | 'guest';
  /** The tenant their activities come from. */
  tenant: string;
  /** Whether the app stands in their own list of apps. */
  installed: boolean;
  /** Whether their client is one that does not know Action.Execute, and draws what it falls back on. */
  old: boolean;
};

export type Team = {
  id: string;
  name: string;
  /** Entra object id of the group behind it. */
  group: string;
  /** Entra object ids. */
  members: Set<string>;
  /** Whether the bot was added to it. */
  bot: boolean;
};

export type Channel = { id: string; name: string; team: string; gone: boolean };

/** The chat of one person with the bot. */
export type Chat = { id: string; aad: string };

type PersonOptions = { name: string } & Partial<
  Pick<Member, 'role' | 'tenant' | 'installed' | 'old'>
>;

export type PeopleOptions = {
  /** By Entra object id: a name, or more than that. The app is installed for everybody unless said. */
  people?: Record<string, string | PersonOptions>;
  /** By thread id. The first channel is General; the bot is in the team unless `bot` is false. */
  teams?: Record<
    string,
    { name: string; members: string[]; channels: Record<string, string>; bot?: boolean }
  >;
};

const hash = (...words: string[]) =>
  createHash('sha256').update(words.join('\n')).digest('base64url');

/** The people of a tenant, as a test asks for them. Ids are the same in every run. */
export function peopleOf(options: PeopleOptions, app: string, home: string) {
  const members = new Map<string, Member>();
  for (const [aad, given] of Object.entries(options.people ?? {})) {
    const more = typeof given === 'string' ? { name: given } : given;
    const id = `29:1${hash('person', app, aad)}`;
    members.set(aad, { role: 'user', tenant: home, installed: true, old: false, ...more, aad, id });
  }

  const teams = new Map<string, Team>();
  const channels = new Map<string, Channel>();
  for (const [id, { name, members: all, channels: inside, bot = true }] of Object.entries(
    options.teams ?? {},
  )) {
    const group = hash('team', id).replace(/[^a-z0-9]/gi, '0');
    teams.set(id, { id, name, group, members: new Set(all), bot });
    for (const [channel, called] of Object.entries(inside))
      channels.set(channel, { id: channel, name: called, team: id, gone: false });
  }

  const chats = new Map<string, Chat>();
  /** The chat of a person with the bot; made where there is none yet. */
  function chatOf(aad: string): Chat {
    const known = [...chats.values()].find((chat) => chat.aad === aad);
    if (known) return known;
    const chat = { id: `a:1${hash('chat', app, aad)}`, aad };
    chats.set(chat.id, chat);
    return chat;
  }

  return {
    members,
    teams,
    channels,
    chats,
    chatOf,
    /** A person by either of their ids. */
    find: (id: string): Member | undefined =>
      members.get(id) ?? [...members.values()].find((member) => member.id === id),
    /** Whether the bot may write to this person: it is installed for them, or in a team of theirs. */
    reachable: (member: Member): boolean =>
      member.installed ||
      [...teams.values()].some((team) => team.bot && team.members.has(member.aad)),
  };
}

/** A member as a roster tells of them: `objectId` is the Entra object id. */
export function memberJson({ id, aad, name, role, tenant }: Member): Json {
  const [givenName = name, ...rest] = name.split(' ');
  const mail = `${name.toLowerCase().replaceAll(' ', '.')}@larkfield.example`;
  return {
    id,
    objectId: aad,
    name,
    givenName,
    surname: rest.join(' '),
    email: mail,
    userPrincipalName: role === 'guest' ? `${mail.replace('@', '_')}#EXT#@larkfield.example` : mail,
    tenantId: tenant,
    userRole: role,
  };
}
