/** What the app may ask about people and teams. */
import { shut } from './conversations.ts';
import { type Answer, given, isRefused, noConversation, noMember, notInRoster } from './errors.ts';
import { threadOf } from './messages.ts';
import { type Member, memberJson } from './people.ts';
import type { World } from './world.ts';

/** Page sizes Teams accepts; any other is taken for its own. */
const PAGES = { least: 50, most: 500 };

/** Everybody in a chat, a channel's team or a team. */
function roster(world: World, conversation: string): Member[] | Answer {
  const { thread } = threadOf(conversation);
  const team = world.teams.get(thread);
  if (team && !team.bot) return notInRoster();
  if (!team) {
    const no = shut(world, { thread, root: null });
    if (no) return no;
  }
  const chat = world.chats.get(thread);
  const inside = team ?? world.teams.get(world.channels.get(thread)?.team ?? '');
  const all = chat ? [chat.aad] : [...(inside?.members ?? [])];
  return all.flatMap((aad) => world.members.get(aad) ?? []);
}

/** GET …/members */
export function members(world: World, conversation: string): Answer {
  const all = roster(world, conversation);
  return isRefused(all) ? all : given(all.map(memberJson));
}

/** GET …/pagedmembers?pageSize=&continuationToken= */
export function pagedMembers(world: World, conversation: string, query: URLSearchParams): Answer {
  const all = roster(world, conversation);
  if (isRefused(all)) return all;
  const asked = Number(query.get('pageSize'));
  const size =
    asked >= PAGES.least && asked <= PAGES.most ? Math.min(asked, world.page) : world.page;
  const from = Number((query.get('continuationToken') ?? '').replace('next:', '')) || 0;
  const to = from + size;
  const more = to < all.length ? { continuationToken: `next:${to}` } : {};
  return given({ members: all.slice(from, to).map(memberJson), ...more });
}

/** GET …/members/:id, by either of a person's ids */
export function member(world: World, conversation: string, id: string): Answer {
  const all = roster(world, conversation);
  if (isRefused(all)) return all;
  const found = all.find((each) => each.id === id || each.aad === id);
  return found ? given(memberJson(found)) : noMember();
}

/** GET /v3/teams/:id */
export function team(world: World, id: string): Answer {
  const known = world.teams.get(id);
  if (!known) return noConversation();
  if (!known.bot) return notInRoster();
  const { name, group: aadGroupId, members: people } = known;
  const channelCount = channelsOf(world, id).length;
  const more = { channelCount, memberCount: people.size, type: 'standard', tenantId: world.tenant };
  return given({ id, name, aadGroupId, ...more });
}

const channelsOf = (world: World, id: string) =>
  [...world.channels.values()].filter((channel) => channel.team === id && !channel.gone);

/** GET /v3/teams/:id/conversations. General, whose id is the team's own, has no name. */
export function channels(world: World, id: string): Answer {
  const known = world.teams.get(id);
  if (!known) return noConversation();
  if (!known.bot) return notInRoster();
  const conversations = channelsOf(world, id).map((channel) =>
    channel.id === id ? { id } : { id: channel.id, name: channel.name },
  );
  return given({ conversations });
}
