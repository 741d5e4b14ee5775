/** Who is at this workspace, and where: members, channels, user groups. */
import type { Json } from './json.ts';

export type Member = {
  id: string;
  name: string;
  deleted: boolean;
  /** A guest of the workspace (`is_restricted`). */
  guest: boolean;
  bot: boolean;
};

export type Channel = {
  id: string;
  name: string;
  private: boolean;
  archived: boolean;
  members: Set<string>;
  /** Whose direct messages with the bot these are. */
  im: string | null;
};

export type Group = { id: string; handle: string; members: string[] };

export const BOT = 'U0BELLBIRD';
export const BOT_ID = 'B0BELLBIRD';
export const APP = 'A0BELLBIRD';

export type PeopleOptions = {
  /** Names by user id. */
  people?: Record<string, string>;
  /** Channels by id: a name, the members' ids. The bot is in them unless `bot` is false. */
  channels?: Record<string, { name: string; members: string[]; private?: boolean; bot?: boolean }>;
  groups?: Record<string, { handle: string; members: string[] }>;
  /** A free plan has no user groups. */
  plan?: 'paid' | 'free';
};

export type People = ReturnType<typeof peopleOf>;

/** The people of a workspace, as a test asks for them, with the bot among them. */
export function peopleOf(options: PeopleOptions) {
  const members = new Map<string, Member>();
  const add = (id: string, name: string, bot = false) =>
    members.set(id, { id, name, deleted: false, guest: false, bot });
  add(BOT, 'Bellbird', true);
  for (const [id, name] of Object.entries(options.people ?? {})) add(id, name);

  const channels = new Map<string, Channel>();
  for (const [id, { name, members: ids, ...more }] of Object.entries(options.channels ?? {})) {
    const all = new Set(more.bot === false ? ids : [...ids, BOT]);
    const { private: shut = false } = more;
    channels.set(id, { id, name, private: shut, archived: false, members: all, im: null });
  }

  const groups = new Map<string, Group>();
  for (const [id, group] of Object.entries(options.groups ?? {})) groups.set(id, { id, ...group });

  /** The direct messages of a person with the bot; made where there are none yet. */
  function imOf(user: string): Channel {
    const id = `D${user.slice(1)}`;
    const known = channels.get(id);
    if (known) return known;
    const both = new Set([user, BOT]);
    const im = {
      id,
      name: 'directmessage',
      private: true,
      archived: false,
      members: both,
      im: user,
    };
    channels.set(id, im);
    return im;
  }

  return { members, channels, groups, imOf, plan: options.plan ?? 'paid' };
}

/** A member as `users.info` tells of them. */
export function userJson(member: Member, team: string): Json {
  const { id, name, deleted, guest, bot } = member;
  const profile = { real_name: name, display_name: name.split(' ')[0] ?? name };
  const common = { id, team_id: team, name: name.toLowerCase().replaceAll(' ', '.') };
  if (deleted) return { ...common, deleted, is_bot: bot, profile };
  return {
    ...common,
    deleted,
    real_name: name,
    profile,
    tz: 'Europe/London',
    is_bot: bot,
    is_app_user: false,
    is_restricted: guest,
    is_ultra_restricted: false,
    is_admin: false,
  };
}

/** A channel as `conversations.info` tells of it. */
export function channelJson(channel: Channel): Json {
  if (channel.im)
    return { id: channel.id, is_im: true, user: channel.im, is_archived: false, is_open: true };
  return {
    id: channel.id,
    name: channel.name,
    is_channel: !channel.private,
    is_group: channel.private,
    is_im: false,
    is_private: channel.private,
    is_archived: channel.archived,
    is_member: channel.members.has(BOT),
    num_members: channel.members.size,
  };
}
