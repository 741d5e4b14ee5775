/** What the app may ask about the workspace: itself, people, channels, groups. */
import { given, type Method, refused } from './answer.ts';
import { type Json, word } from './json.ts';
import { APP, BOT, BOT_ID, type Channel, channelJson, userJson } from './people.ts';
import type { World } from './world.ts';

/** A page of a list; the cursor is the place it goes on from. */
function page<T>(all: T[], args: Json, usual: number) {
  const most = Number(args.limit ?? usual) || usual;
  const from = Number(word(args.cursor).replace('next:', '')) || 0;
  const to = from + Math.min(most, 1000);
  const next_cursor = to < all.length ? `next:${to}` : '';
  return { part: all.slice(from, to), response_metadata: { next_cursor } };
}

/** A channel the bot can see: a private one only from within. */
function seen(world: World, id: unknown): Channel | null {
  const channel = world.channels.get(word(id));
  if (!channel || (channel.private && !channel.members.has(BOT))) return null;
  return channel;
}

export const authTest: Method = (world) =>
  given({
    url: 'https://lickeyhills.slack.com/',
    team: 'Lickey Hills',
    user: 'bellbird',
    team_id: world.team,
    user_id: BOT,
    bot_id: BOT_ID,
    is_enterprise_install: false,
  });

export const conversationsInfo: Method = (world, args) => {
  const channel = seen(world, args.channel);
  return channel ? given({ channel: channelJson(channel) }) : refused('channel_not_found');
};

export const conversationsMembers: Method = (world, args) => {
  const channel = seen(world, args.channel);
  if (!channel) return refused('channel_not_found');
  const { part: members, response_metadata } = page([...channel.members], args, 100);
  return given({ members, response_metadata });
};

export const conversationsOpen: Method = (world, args) => {
  const users = word(args.users).split(',').filter(Boolean);
  const [user] = users;
  if (!user) return refused('users_list_not_supplied');
  if (users.length > 1) return refused('not_enough_users');
  const member = world.members.get(user);
  if (!member) return refused('user_not_found');
  if (member.deleted) return refused('user_disabled');
  const im = world.imOf(user);
  return given({ channel: args.return_im ? channelJson(im) : { id: im.id } });
};

export const usersInfo: Method = (world, args) => {
  const member = world.members.get(word(args.user));
  return member ? given({ user: userJson(member, world.team) }) : refused('user_not_found');
};

export const usersList: Method = (world, args) => {
  const all = [...world.members.values()].map((member) => userJson(member, world.team));
  const { part: members, response_metadata } = page(all, args, 1000);
  return given({ members, response_metadata });
};

export const usergroupsList: Method = (world) => {
  if (world.plan === 'free') return refused('plan_upgrade_required');
  const usergroups = [...world.groups.values()].map(({ id, handle, members }) => ({
    id,
    team_id: world.team,
    is_usergroup: true,
    handle,
    name: handle,
    date_delete: 0,
    user_count: members.length,
  }));
  return given({ usergroups });
};

export const usergroupsUsers: Method = (world, args) => {
  if (world.plan === 'free') return refused('plan_upgrade_required');
  const group = world.groups.get(word(args.usergroup));
  return group ? given({ users: group.members }) : refused('no_such_subteam');
};

export const botsInfo: Method = (_world, args) =>
  args.bot === BOT_ID
    ? given({ bot: { id: BOT_ID, deleted: false, name: 'Bellbird', app_id: APP, user_id: BOT } })
    : refused('bot_not_found');

/** An address for one connection; its ticket is good once. */
export const connectionsOpen: Method = (world) => {
  const ticket = world.secret();
  world.tickets.add(ticket);
  const url = `${world.origin.replace(/^http/, 'ws')}/link/?ticket=${ticket}&app_id=${APP}`;
  return given({ url });
};
