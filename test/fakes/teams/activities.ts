/** Activities as Teams sends them to an app. */
import { randomUUID } from 'node:crypto';
import type { Json } from '../slack/json.ts';
import { threadOf } from './messages.ts';
import type { Member, Team } from './people.ts';
import type { Message, World } from './world.ts';

/** The id of an invoke or an event: another one each time, also when the client asks again. */
export const eventId = () => `f:${randomUUID()}`;

/** Where it comes from, as `conversation` and `channelData` have it. A conversation is a chat or in a channel. */
function place(world: World, tenant: string, conversation: string) {
  const { thread } = threadOf(conversation);
  const channel = world.channels.get(thread);
  if (!channel)
    return {
      conversation: { conversationType: 'personal', tenantId: tenant, id: conversation },
      channelData: { tenant: { id: tenant } },
    };
  return {
    conversation: {
      isGroup: true,
      conversationType: 'channel',
      tenantId: tenant,
      id: conversation,
    },
    channelData: {
      teamsChannelId: thread,
      teamsTeamId: channel.team,
      channel: { id: thread },
      team: { id: channel.team },
      tenant: { id: tenant },
    },
  };
}

/** What every activity of a person has; `more` goes over it, its `channelData` beside what is there. */
export function activityOf(world: World, member: Member, conversation: string, more: Json): Json {
  const at = place(world, member.tenant, conversation);
  const when = new Date(world.now());
  const { channelData = {}, ...rest } = more;
  return {
    id: eventId(),
    channelId: 'msteams',
    serviceUrl: world.serviceUrl(),
    timestamp: when.toISOString(),
    localTimestamp: when.toISOString(),
    localTimezone: 'Europe/London',
    locale: 'en-GB',
    from: { id: member.id, name: member.name, aadObjectId: member.aad },
    recipient: world.bot,
    conversation: at.conversation,
    entities: [
      {
        locale: 'en-GB',
        country: 'GB',
        platform: 'Web',
        timezone: 'Europe/London',
        type: 'clientInfo',
      },
    ],
    ...rest,
    channelData: { ...at.channelData, ...(channelData as Json) },
  };
}

/** Something asked of the app that it must answer at once, about a message or about none. */
export const invokeOf = (
  world: World,
  member: Member,
  conversation: string,
  {
    name,
    value,
    about,
    source,
  }: { name: string; value: Json; about?: Message | null; source: string },
): Json =>
  activityOf(world, member, conversation, {
    type: 'invoke',
    name,
    value,
    ...(about ? { replyToId: about.id } : {}),
    channelData: {
      source: { name: source },
      ...(about ? { legacy: { replyToId: about.id } } : {}),
    },
  });

/** The app was added for one person. Teams says so twice, in either order. */
export function installed(world: World, member: Member): Json[] {
  const chat = world.chatOf(member.aad).id;
  return [
    activityOf(world, member, chat, { type: 'installationUpdate', action: 'add' }),
    activityOf(world, member, chat, {
      type: 'conversationUpdate',
      membersAdded: [{ id: world.bot.id }],
    }),
  ];
}

export const uninstalled = (world: World, member: Member): Json =>
  activityOf(world, member, world.chatOf(member.aad).id, {
    type: 'installationUpdate',
    action: 'remove',
  });

const teamData = ({ id, name, group }: Team, eventType: string) => ({
  team: { id, name, aadGroupId: group },
  eventType,
});

/** A change in a team, told by whoever made it. General's thread stands for the team. */
export function teamChanged(world: World, by: Member, team: Team, eventType: string, more: Json) {
  const conversation = {
    isGroup: true,
    conversationType: 'channel',
    tenantId: by.tenant,
    id: team.id,
  };
  return activityOf(world, by, team.id, {
    type: 'conversationUpdate',
    conversation,
    ...more,
    channelData: teamData(team, eventType),
  });
}

export const addedToTeam = (world: World, by: Member, team: Team): Json[] => [
  activityOf(world, by, team.id, {
    type: 'installationUpdate',
    action: 'add',
    channelData: {
      ...teamData(team, 'teamMemberAdded'),
      settings: { selectedChannel: { id: team.id } },
    },
  }),
  teamChanged(world, by, team, 'teamMemberAdded', { membersAdded: [{ id: world.bot.id }] }),
];

export const removedFromTeam = (world: World, by: Member, team: Team): Json =>
  activityOf(world, by, team.id, {
    type: 'installationUpdate',
    action: 'remove',
    channelData: teamData(team, 'teamMemberRemoved'),
  });

/** A message as a message extension is told of it. */
export function payloadOf(world: World, message: Message): Json {
  const when = new Date(Number(message.id)).toISOString();
  const author = world.find(message.from);
  const user = author && { userIdentityType: 'aadUser', id: author.aad, displayName: author.name };
  const bot = { applicationIdentityType: 'bot', id: world.appId, displayName: world.bot.name };
  return {
    linkToMessage: `https://teams.microsoft.com/l/message/${message.thread}/${message.id}`,
    id: message.id,
    replyToId: message.root === message.id ? null : message.root,
    createdDateTime: when,
    lastModifiedDateTime: null,
    deleted: false,
    subject: null,
    summary: null,
    importance: 'normal',
    locale: 'en-gb',
    body: { contentType: 'html', content: message.html },
    from: { device: null, conversation: null, user: user ?? null, application: user ? null : bot },
    reactions: [],
    mentions: [],
    attachments: [],
  };
}
