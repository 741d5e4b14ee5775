/** Messages: posted, shown to one person, updated, deleted, each refused as Slack refuses it. */
import { type Answer, given, type Method, type Refusal, refuseBlocks, refused } from './answer.ts';
import { faultsOfBlocks, named } from './blocks.ts';
import { type Json, parsed, things, word } from './json.ts';
import { APP, BOT, BOT_ID, type Channel } from './people.ts';
import { readMessage, readMrkdwn } from './reading.ts';
import { saidBlocks } from './said.ts';
import { asSent } from './shortcodes.ts';
import { prune } from './state.ts';
import type { Message, World } from './world.ts';

/**
 * All blocks of a message together: no document names the limit; those who met `msg_blocks_too_long`
 * measured about 13,200 characters with the containers counted (bolt-js issues 2509 and 2867).
 */
const MOST_OF_ALL_BLOCKS = 13_200;
/** Bytes of a message's text, `msg_too_long` beyond them: the smaller figure that Slack gives. */
const MOST_TEXT = 4000;

export type Content = { text: string; blocks: Json[] };

const isRefusal = <T extends object>(it: T | Refusal): it is Refusal => 'error' in it;

/** The blocks of a call: a list, or JSON of one, as forms carry it. */
const blocksIn = (blocks: unknown) => (typeof blocks === 'string' ? parsed(blocks) : blocks);

/** Text and blocks of a call, once Slack would take them. */
export function contentOf(world: World, where: string, args: Json): Content | Refusal {
  const text = word(args.text);
  const blocks = args.blocks === undefined ? [] : blocksIn(args.blocks);
  if (!Array.isArray(blocks)) return refused('invalid_blocks_format');
  if (text === '' && blocks.length === 0) return refused('no_text');
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_TEXT) {
    world.fault(where, `msg_too_long: the text has ${bytes} bytes`);
    return refused('msg_too_long');
  }
  const wrong = faultsOfBlocks(blocks, 'message', '/blocks');
  if (wrong.length > 0) return refuseBlocks(world, where, wrong, 'invalid_blocks');
  const all = JSON.stringify(blocks).length;
  if (where !== 'response_url' && all > MOST_OF_ALL_BLOCKS) {
    world.fault(where, `msg_blocks_too_long: the blocks have ${all} characters`);
    return refused('msg_blocks_too_long');
  }
  return { text, blocks: named(things(blocks)) };
}

/** Keeps whom the message pings: by its blocks, and by its text, which notifications show. */
function ping(world: World, channel: string, { text, blocks }: Content) {
  const keep = (who: string) => void world.pings.push(`${who} in ${channel}`);
  readMrkdwn(world, text, keep);
  readMessage(world, { text: '', blocks }, keep);
}

/** Puts a message where people see it. */
export function put(
  world: World,
  channel: string,
  content: Content,
  more: Partial<Message> = {},
): Message {
  const ts = world.nextTs();
  const by = { user: BOT, thread: null, only: null, edited: false };
  const message: Message = { ts, channel, ...content, ...by, ...more };
  if (message.user === BOT) ping(world, channel, content);
  world.messages.push(message);
  world.stirred();
  return message;
}

/** Gives a message other words. */
export function change(world: World, message: Message, content: Content) {
  Object.assign(message, content, { edited: true });
  prune(world, message.ts, content.blocks);
  ping(world, message.channel, content);
  world.stirred();
}

export function take(world: World, message: Message) {
  world.messages.splice(world.messages.indexOf(message), 1);
  world.stirred();
}

/** A message as Slack sends it to the app: what plain text holds is escaped there, what people typed is rich text. */
export function messageJson(message: Message): Json {
  const { ts, user, text, blocks, thread } = message;
  const bot = user === BOT ? { bot_id: BOT_ID, app_id: APP } : {};
  const escaped = JSON.parse(JSON.stringify(blocks), (key, value) =>
    key === 'text' && typeof value === 'string'
      ? value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
      : value,
  );
  const typed = user !== BOT && blocks.length === 0 && text !== '';
  return {
    type: 'message',
    user,
    ts,
    text: typed ? asSent(text) : text,
    ...bot,
    ...(typed ? { blocks: saidBlocks(text) } : {}),
    ...(blocks.length > 0 ? { blocks: escaped } : {}),
    ...(thread ? { thread_ts: thread } : {}),
  };
}

/** The channel of a call, where the bot may write; a user's id stands for the messages with them. */
function writable(world: World, id: string): Channel | Refusal {
  const member = world.members.get(id);
  if (member && (member.deleted || member.bot)) return refused('channel_not_found');
  const channel = member ? world.imOf(id) : world.channels.get(id);
  if (!channel) return refused('channel_not_found');
  if (!channel.members.has(BOT))
    return refused(channel.private ? 'channel_not_found' : 'not_in_channel');
  if (channel.archived) return refused('is_archived');
  return channel;
}

/** The lasting message of a call; an ephemeral one is not to be found. `shut` is the error in an archived channel. */
function own(world: World, args: Json, shut: string | null): Message | Refusal {
  const channel = world.channels.get(word(args.channel));
  if (!channel) return refused('channel_not_found');
  if (!channel.members.has(BOT) && channel.private) return refused('channel_not_found');
  if (channel.archived && shut) return refused(shut);
  const found = world.messages.find(
    ({ ts, channel: at, only }) => ts === args.ts && at === channel.id && only === null,
  );
  return found ?? refused('message_not_found');
}

export const postMessage: Method = (world, args) => {
  const channel = writable(world, word(args.channel));
  if (isRefusal(channel)) return channel;
  const content = contentOf(world, 'chat.postMessage', args);
  if (isRefusal(content)) return content;
  const thread = word(args.thread_ts) || null;
  const inChannel = world.messages.filter((message) => message.channel === channel.id);
  if (thread && !inChannel.some(({ ts }) => ts === thread)) return refused('thread_not_found');
  const message = put(world, channel.id, content, { thread });
  return given({ channel: channel.id, ts: message.ts, message: messageJson(message) });
};

export const postEphemeral: Method = (world, args) => {
  const channel = writable(world, word(args.channel));
  if (isRefusal(channel)) return channel;
  const user = word(args.user);
  if (!world.members.has(user)) return refused('user_not_found');
  if (!channel.members.has(user)) return refused('user_not_in_channel');
  const content = contentOf(world, 'chat.postEphemeral', args);
  if (isRefusal(content)) return content;
  const message = put(world, channel.id, content, { only: user });
  return given({ message_ts: message.ts });
};

export const update: Method = (world, args) => {
  const message = own(world, args, 'is_inactive');
  if (isRefusal(message)) return message;
  if (message.user !== BOT) return refused('cant_update_message');
  // Blocks stay only where a call has neither text nor blocks of its own: new text alone takes them away.
  const bare = args.blocks === undefined && args.text === undefined;
  const kept = bare ? { ...args, text: message.text, blocks: message.blocks } : args;
  const content = contentOf(world, 'chat.update', kept);
  if (isRefusal(content)) return content;
  change(world, message, content);
  const { channel, ts, text } = message;
  return given({ channel, ts, text, message: messageJson(message) });
};

export const remove: Method = (world, args) => {
  const message = own(world, args, 'is_archived');
  if (isRefusal(message)) return message;
  if (message.user !== BOT) return refused('cant_delete_message');
  take(world, message);
  return given({ channel: message.channel, ts: message.ts });
};

export const getPermalink: Method = (world, args): Answer | Refusal => {
  const message = own(world, { ...args, ts: args.message_ts }, null);
  if (isRefusal(message)) return message;
  const id = message.ts.replace('.', '');
  const permalink = `https://lickeyhills.slack.com/archives/${message.channel}/p${id}`;
  return given({ channel: message.channel, permalink });
};
