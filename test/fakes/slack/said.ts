/** What somebody said, as the rich text that Slack sends beside the marked up text. */
import type { Json } from './json.ts';
import { nameOf } from './shortcodes.ts';

const STYLES: Record<string, string> = { '*': 'bold', _: 'italic', '~': 'strike', '`': 'code' };
const PIECES =
  /<([^<>]*)>|(?<![\w*_~`])([*_~`])(?=\S)(.+?)(?<=\S)\2(?![\w*_~`])|\p{RGI_Emoji}|:[a-z0-9_+\-]+:/gv;

const plain = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

function pointed(inside: string): Json {
  const [target = '', label] = inside.split('|');
  const [sign = '', id = ''] = [target[0], target.slice(1)];
  if (sign === '@') return { type: 'user', user_id: id };
  if (sign === '#') return { type: 'channel', channel_id: id };
  if (sign === '!') return { type: 'broadcast', range: id };
  return { type: 'link', url: plain(target), ...(label ? { text: plain(label) } : {}) };
}

function emoji(sign: string): Json {
  const named = nameOf(sign);
  if (!named) return { type: 'emoji', name: sign.replaceAll(':', '') };
  const unicode = Array.from(sign, (each) => (each.codePointAt(0) ?? 0).toString(16)).join('-');
  const tone = named.tone === null ? {} : { skin_tone: named.tone };
  return { type: 'emoji', name: named.name, ...tone, unicode };
}

function leaves(text: string, style: Json): Json[] {
  const styled = Object.keys(style).length > 0 ? { style } : {};
  const all: Json[] = [];
  const say = (words: string) => {
    if (words !== '') all.push({ type: 'text', text: plain(words), ...styled });
  };
  let last = 0;
  for (const { 0: whole, 1: inside, 2: mark, 3: marked, index } of text.matchAll(PIECES)) {
    say(text.slice(last, index));
    last = index + whole.length;
    if (inside !== undefined) all.push({ ...pointed(inside), ...styled });
    else if (mark === undefined) all.push({ ...emoji(whole), ...styled });
    else all.push(...leaves(marked ?? '', { ...style, [STYLES[mark] ?? '']: true }));
  }
  say(text.slice(last));
  return all;
}

/** The blocks of a message that somebody typed, from its text as Slack keeps it. */
export const saidBlocks = (kept: string): Json[] => [
  {
    type: 'rich_text',
    block_id: 'said',
    elements: [{ type: 'rich_text_section', elements: leaves(kept, {}) }],
  },
];
