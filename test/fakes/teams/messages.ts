/** The messages in chats and channels: what the connector takes, and what it finds wrong with it. */
import { isThing, type Json, things, word } from '../slack/json.ts';
import { cardFaults } from './card-check.ts';
import { asHtml, readMarkup } from './markup.ts';
import type { Message, World } from './world.ts';

export const CARD = 'application/vnd.microsoft.card.adaptive';

/** Our own limit for a card with its message, in bytes; Teams itself takes more. */
const LARGEST_CARD = 28 * 1024;

export type Content = { text: string; format: string; cards: Json[] };
type Who = { from: string; only?: string | null; html?: string };

/** Keeps a card the app sent, and all that is wrong with it. */
export function checkCard(world: World, where: string, card: Json) {
  world.sent.push({ where, card });
  for (const fault of cardFaults(card)) world.fault(where, fault);
  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes > LARGEST_CARD) world.fault(where, `a card of ${bytes} bytes`);
}

/** What an activity shows; null where it shows nothing. Faults in its cards are kept. */
export function contentOf(world: World, where: string, body: Json): Content | null {
  const cards: Json[] = [];
  for (const { contentType, content } of things(body.attachments)) {
    if (contentType === CARD && isThing(content)) cards.push(content);
    else world.fault(where, `an attachment that is no Adaptive Card: ${String(contentType)}`);
  }
  for (const card of cards) checkCard(world, where, card);
  const text = word(body.text);
  if (text === '' && cards.length === 0) return null;
  return { text, format: word(body.textFormat) || 'markdown', cards };
}

/** Puts a message where people see it. A root of null begins a conversation in a channel. */
export function put(
  world: World,
  at: { thread: string; root: string | null },
  { text, format, cards }: Content,
  { from, only = null, html = `<p>${asHtml(text)}</p>` }: Who,
): Message {
  const id = world.nextId();
  const root = world.channels.has(at.thread) ? (at.root ?? id) : null;
  const message: Message = {
    ...{ id, thread: at.thread, root, text, format, cards },
    ...{ html, from, only, edited: false, deleted: false },
  };
  world.messages.push(message);
  if (from === world.bot.id) hearPings(world, message);
  world.stirred();
  return message;
}

/** Gives a message other content: what each had of it on their own screen is gone. */
export function change(world: World, message: Message, { text, format, cards }: Content) {
  Object.assign(message, { text, format, cards, edited: true });
  forget(world, message);
  hearPings(world, message);
  world.stirred();
}

export function take(world: World, message: Message) {
  message.deleted = true;
  forget(world, message);
  world.stirred();
}

/** The key of what one person has on their screen of a message. */
export const screenKey = (aad: string, message: string) => `${aad}\n${message}`;

function forget(world: World, { id }: Message) {
  for (const kept of [world.swapped, world.screens])
    for (const key of kept.keys()) if (key.endsWith(`\n${id}`)) kept.delete(key);
}

function hearPings(world: World, { text, format, thread }: Message) {
  readMarkup(text, format, (who) => world.pings.push(`${who} in ${thread}`));
}

/** A conversation's id as the wire has it, taken apart. */
export function threadOf(conversation: string): { thread: string; root: string | null } {
  const [thread = '', root = null] = conversation.split(';messageid=');
  return { thread, root };
}

/** A message's conversation as the wire has it: in a channel with the message that began it. */
export const conversationOf = ({ thread, root }: Message): string =>
  root === null ? thread : `${thread};messageid=${root}`;
