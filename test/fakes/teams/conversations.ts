/** What the connector does with conversations: begins one, and posts, changes and deletes messages in it. */
import { isThing, type Json, thing, things, word } from '../slack/json.ts';
import {
  type Answer,
  badArgument,
  badSyntax,
  given,
  isRefused,
  noActivity,
  noConversation,
  noMember,
  notInRoster,
  notInstalled,
  refused,
} from './errors.ts';
import { change, contentOf, conversationOf, put, take, threadOf } from './messages.ts';
import type { Message, World } from './world.ts';

const NOTHING = "Activity must include non empty 'text' field or at least 1 attachment";
const WRONG = 'Incorrect conversation creation parameters';

type Place = { thread: string; root: string | null };

/** Whether the bot may write there: why not, or null. */
export function shut(world: World, { thread, root }: Place): Answer | null {
  const chat = world.chats.get(thread);
  if (chat) {
    const member = world.members.get(chat.aad);
    return member && world.reachable(member) ? null : notInRoster();
  }
  const channel = world.channels.get(thread);
  if (!channel || channel.gone) return noConversation();
  if (!world.teams.get(channel.team)?.bot) return notInRoster();
  const begun =
    root === null || world.messages.some(({ id, thread: at }) => id === root && at === thread);
  return begun ? null : noConversation();
}

/** The person who alone shall see it, where a message is a targeted one. */
function target(world: World, place: Place, body: Json, query: URLSearchParams) {
  if (query.get('isTargetedActivity') !== 'true') return null;
  const to = world.find(word(thing(body.recipient).id));
  if (!to) return badArgument('Missing recipient when creating targeted message.');
  const team = world.channels.get(place.thread)?.team ?? '';
  if (!world.teams.get(team)?.members.has(to.aad)) return noMember();
  return to.aad;
}

function post(world: World, place: Place, body: Json, query = new URLSearchParams()): Answer {
  const type = word(body.type);
  if (type === '') return badSyntax('Missing required activity type');
  if (type === 'typing') return given({ id: world.nextId() }, 201);
  if (type !== 'message') {
    world.fault('send', `an activity that Teams does not show: ${type}`);
    return badArgument('Unknown activity type');
  }
  const only = target(world, place, body, query);
  if (isRefused(only)) return only;
  const content = contentOf(world, 'send', body);
  if (!content) return badSyntax(NOTHING);
  const { id } = put(world, place, content, { from: world.bot.id, only });
  return given({ id }, 201);
}

/** POST /v3/conversations/:id/activities, and the same in answer to a message. */
export function send(world: World, conversation: string, body: Json, query: URLSearchParams) {
  const place = threadOf(conversation);
  return shut(world, place) ?? post(world, place, body, query);
}

function inChannel(world: World, body: Json, channel: string): Answer {
  const place = { thread: channel, root: null };
  const no = shut(world, place);
  if (no) return no;
  if (body.isGroup !== true || !isThing(body.activity)) return badSyntax(WRONG);
  const answer = post(world, place, body.activity);
  if (answer.status !== 201) return answer;
  const { id } = answer.body as { id: string };
  return given({ id: `${channel};messageid=${id}`, activityId: id }, 201);
}

/** POST /v3/conversations: a chat with one person, or a new conversation in a channel with its first message. */
export function create(world: World, body: Json): Answer {
  const data = thing(body.channelData);
  const channel = word(thing(data.channel).id);
  if (channel) return inChannel(world, body, channel);
  const tenant = word(body.tenantId) || word(thing(data.tenant).id);
  const [first, ...more] = things(body.members);
  if (!first || more.length > 0 || body.isGroup === true || tenant === '') return badSyntax(WRONG);
  const member = world.find(word(first.id));
  if (!member) return badArgument('Failed to decrypt pairwise id');
  if (tenant !== member.tenant || tenant !== world.tenant)
    return refused(403, 'ForbiddenOperationException', 'The tenant is not the user’s.');
  if (!world.reachable(member)) return notInstalled();
  const { id } = world.chatOf(member.aad);
  if (!isThing(body.activity)) return given({ id }, 201);
  const answer = post(world, { thread: id, root: null }, body.activity);
  if (answer.status !== 201) return answer;
  return given({ id, activityId: (answer.body as { id: string }).id }, 201);
}

/** The bot's own message there; what a service says where it is none, gone or somebody else's. */
function own(world: World, conversation: string, id: string): Message | Answer {
  const place = threadOf(conversation);
  const no = shut(world, place);
  if (no) return no;
  const message = world.messages.find((each) => each.id === id && each.thread === place.thread);
  if (!message) return noActivity();
  // What began a conversation answers to its channel's id as well.
  const atChannel = message.root === id && place.root === null;
  if (conversationOf(message) !== conversation && !atChannel) return noActivity();
  // What was there once and was deleted is refused by no better name (BotFramework-Services issue 269).
  if (message.deleted || message.from !== world.bot.id)
    return refused(403, 'ServiceError', 'Unknown');
  return message;
}

/** PUT …/activities/:id */
export function update(world: World, conversation: string, id: string, body: Json): Answer {
  const message = own(world, conversation, id);
  if (isRefused(message)) return message;
  if (message.only !== null && body.recipient !== undefined)
    return badArgument('Recipient passed on update or delete.');
  const content = contentOf(world, 'update', body);
  if (!content) return badSyntax(NOTHING);
  change(world, message, content);
  return given({ id });
}

/** DELETE …/activities/:id */
export function remove(world: World, conversation: string, id: string): Answer {
  const message = own(world, conversation, id);
  if (isRefused(message)) return message;
  take(world, message);
  return given({});
}
