/** Emoji as Slack writes them, ":tada:", made into the emoji themselves: on the account they would stand as typed. */
import { readFileSync } from 'node:fs';

type Emoji = { itself: string; tones: boolean };

let known: ReadonlyMap<string, Emoji> | null = null;

function byName(): ReadonlyMap<string, Emoji> {
  if (known) return known;
  const names = new Map<string, Emoji>();
  const list = readFileSync(new URL('./emoji.txt', import.meta.url), 'utf8');
  for (const line of list.split('\n')) {
    const [all = '', itself, tones] = line.split('\t');
    if (itself === undefined || line.startsWith('#')) continue;
    for (const name of all.split(' ')) names.set(name, { itself, tones: tones !== undefined });
  }
  known = names;
  return names;
}

/** Slack counts Fitzpatrick's five tones from 2 to 6. */
const LIGHTEST = 0x1f3fb;
const FIRST_TONE = 2;

/** A tone stands behind the first sign of an emoji, instead of the mark that asks for its coloured form. */
function toned({ itself, tones }: Emoji, tone: number | null): string {
  if (tone === null || !tones) return itself;
  const [first = '', ...rest] = itself;
  if (rest[0] === '\uFE0F') rest.shift();
  return first + String.fromCodePoint(LIGHTEST + tone - FIRST_TONE) + rest.join('');
}

/**
 * The emoji of a name without its colons, in a tone of 2 to 6 or in none; null where Slack alone knows it, as those
 * that a workspace has made for itself.
 */
export function emojiNamed(name: string, tone: number | null): string | null {
  const emoji = byName().get(name);
  return emoji ? toned(emoji, tone) : null;
}

/** Two tones are for two people, and no such pair is made here: it stays in no tone at all. */
const NAMED = /:([a-z0-9_+-]+):(?::skin-tone-([2-6])(-[2-6])?:)?/g;
const ADDRESS = /https?:\/\/\S+/g;

/**
 * Text with the emoji that Slack names in it. A name that is none, or is one of the workspace's own, stays as it is,
 * and so do addresses and times of day: in 10:100:20 stands no emoji.
 */
export function withEmoji(text: string): string {
  let last = 0;
  let out = '';
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    out += named(text.slice(last, index)) + address;
    last = index + address.length;
  }
  return out + named(text.slice(last));
}

function named(text: string): string {
  const seek = new RegExp(NAMED);
  let last = 0;
  let out = '';
  for (let found = seek.exec(text); found; found = seek.exec(text)) {
    const [whole, name = '', tone, second] = found;
    const around = (text[found.index - 1] ?? '') + (text[found.index + whole.length] ?? '');
    const number = /^\d+$/.test(name) && /\d/.test(around);
    const emoji = number ? null : emojiNamed(name, tone && !second ? Number(tone) : null);
    if (emoji === null) {
      // Its closing colon may open another.
      seek.lastIndex = found.index + name.length + 1;
      continue;
    }
    out += text.slice(last, found.index) + emoji;
    last = found.index + whole.length;
  }
  return out + text.slice(last);
}
