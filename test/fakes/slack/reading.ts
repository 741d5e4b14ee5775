/**
 * What a person reads where Slack draws blocks. mrkdwn is interpreted, with its mentions, links and
 * marks; plain text and rich text stand as they are.
 */
import { type Json, thing, things, word } from './json.ts';
import type { World } from './world.ts';

type Ping = (who: string) => void;

const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const EMOJI = /:([a-z0-9_+-]+):/g;

const nameOf = (world: World, id: string) => world.members.get(id)?.name ?? id;

/** What stands between `<` and `>` in mrkdwn. */
function bracket(world: World, inside: string, ping: Ping): string {
  const [head = '', label] = inside.split('|');
  const mention = (who: string) => {
    ping(who);
    return who;
  };
  if (head.startsWith('!subteam^')) return mention(label ?? `@${head.slice(9)}`);
  if (head.startsWith('!date^')) return label ?? head;
  if (head.startsWith('!')) return mention(`@${head.slice(1)}`);
  if (head.startsWith('@')) return mention(`@${nameOf(world, head.slice(1))}`);
  if (head.startsWith('#')) return `#${world.channels.get(head.slice(1))?.name ?? head.slice(1)}`;
  return label ?? head;
}

/** mrkdwn as it is drawn: mentions and links take their label, marks of style are gone. */
export function readMrkdwn(world: World, text: string, ping: Ping): string {
  const linked = text.replace(/<([^<>\n]+)>/g, (_all, inside: string) =>
    bracket(world, inside, ping),
  );
  const styled = linked.replace(/(?<![\w*_~`])([*_~`])(\S(?:[^\n]*?\S)?)\1(?![\w*_~`])/g, '$2');
  return unescaped(styled.replace(EMOJI, '[emoji $1]'));
}

/** A text object as it is drawn. Plain text makes emoji of `:smile:` unless told not to. */
export function readText(world: World, it: unknown, ping: Ping): string {
  const { type, text, emoji } = thing(it);
  if (type === 'mrkdwn') return readMrkdwn(world, word(text), ping);
  return emoji === false ? word(text) : word(text).replace(EMOJI, '[emoji $1]');
}

function readLeaf(world: World, it: Json, ping: Ping): string {
  const mention = (who: string) => {
    ping(who);
    return who;
  };
  switch (it.type) {
    case 'text':
      return word(it.text);
    case 'link':
      return word(it.text) || word(it.url);
    case 'user':
      return mention(`@${nameOf(world, word(it.user_id))}`);
    case 'usergroup':
      return mention(`@${word(it.usergroup_id)}`);
    case 'broadcast':
      return mention(`@${word(it.range)}`);
    case 'emoji':
      return `[emoji ${word(it.name)}]`;
    case 'channel':
      return `#${world.channels.get(word(it.channel_id))?.name ?? word(it.channel_id)}`;
    case 'date':
      return word(it.fallback);
    default:
      return '';
  }
}

function readRich(world: World, it: Json, ping: Ping): string {
  if (it.type !== 'rich_text_list')
    return things(it.elements)
      .map((leaf) => readLeaf(world, leaf, ping))
      .join('');
  const lines = things(it.elements).map((line) => readRich(world, line, ping));
  return lines
    .map((line, at) => `${it.style === 'ordered' ? `${at + 1}.` : '•'} ${line}`)
    .join('\n');
}

const optionLines = (world: World, it: Json, ping: Ping) =>
  things(it.options).flatMap((option) => [
    readText(world, option.text, ping),
    ...(option.description ? [readText(world, option.description, ping)] : []),
  ]);

/** What an element shows as words: a button's label, the options of ticks; a closed list none. */
export function readElement(world: World, it: Json, ping: Ping): string[] {
  if (it.type === 'button') return [`[${readText(world, it.text, ping)}]`];
  if (it.type === 'checkboxes' || it.type === 'radio_buttons') return optionLines(world, it, ping);
  if (it.type === 'image') return [`(${word(it.alt_text)})`];
  return [];
}

function readBlock(world: World, it: Json, ping: Ping): string[] {
  const read = (text: unknown) => (text ? [readText(world, text, ping)] : []);
  const elements = (all: unknown) => things(all).flatMap((each) => readElement(world, each, ping));
  switch (it.type) {
    case 'header':
      return read(it.text);
    case 'section':
      return [
        ...read(it.text),
        ...things(it.fields).flatMap(read),
        ...(it.accessory ? elements([it.accessory]) : []),
      ];
    case 'context':
      return things(it.elements).flatMap((each) =>
        each.type === 'image' ? [`(${word(each.alt_text)})`] : read(each),
      );
    case 'actions':
      return elements(it.elements);
    case 'input':
      return [...read(it.label), ...elements([it.element]), ...read(it.hint)];
    case 'rich_text':
      return things(it.elements).map((each) => readRich(world, each, ping));
    case 'image':
      return [...read(it.title), `(${word(it.alt_text)})`];
    default:
      return [];
  }
}

const QUIETLY: Ping = () => {};

/** The lines a person reads in these blocks; `ping` is told of every mention among them. */
export const readBlocks = (world: World, blocks: unknown, ping: Ping = QUIETLY): string =>
  things(blocks)
    .flatMap((block) => readBlock(world, block, ping))
    .join('\n');

/** What a person reads of a message: its blocks, or its text where it has none. */
export function readMessage(
  world: World,
  { text, blocks }: { text: string; blocks: Json[] },
  ping: Ping = QUIETLY,
): string {
  return blocks.length > 0 ? readBlocks(world, blocks, ping) : readMrkdwn(world, text, ping);
}

/** What a person reads of a view: its title, its blocks, its buttons. */
export function readView(world: World, body: Json): string {
  const read = (it: unknown) => (it ? [readText(world, it, QUIETLY)] : []);
  const foot = [...read(body.close), ...read(body.submit)].map((label) => `[${label}]`);
  return [...read(body.title), readBlocks(world, body.blocks), ...foot].join('\n');
}
