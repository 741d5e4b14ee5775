/** What people send, as plain words. */

import type { Activity } from 'botframework-schema';
import type { Command } from '../../src/front/intent.ts';
import { COMMANDS } from './manifest.ts';

/** The command and its words in a line such as "tweet Year 4 …", slash or not; null where it begins with none. */
export function readLine(line: string): { command: Command; text: string } | null {
  const match = /^\s*\/?([a-z]+)\b[ \t\u00a0]*([\s\S]*)$/i.exec(line);
  const command = COMMANDS[match?.[1]?.toLowerCase() ?? ''];
  return command ? { command, text: (match?.[2] ?? '').trim() } : null;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * The words of a message's HTML, as a message extension is given it: tags go, line breaks stay, and entities
 * become their characters. It is only ever shown as plain text. Takes time in proportion to its length.
 */
export function plainWords(html: string): string {
  return html
    .replace(/<\s*(?:br|\/p|\/div|\/li)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, ten, sixteen, name) => {
      if (name) return NAMED[String(name).toLowerCase()] ?? whole;
      const code = ten ? Number(ten) : Number.parseInt(sixteen, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

/**
 * What is typed, without the mention of the bot that it is typed to. Whoever else is mentioned stands in it by name:
 * Teams lists each mention with its tag as it is in the text (Microsoft, "Channel and group conversations"). A tag that
 * it does not list was typed, and stays.
 */
export function withoutMention({ text, entities, recipient }: Activity): string {
  const mentions = (entities ?? []).filter(({ type }) => type?.toLowerCase() === 'mention');
  const words = mentions.reduce((left, { text: tag, mentioned }) => {
    if (!tag) return left;
    const name = mentioned?.id === recipient?.id ? '' : plainWords(tag);
    return left.replaceAll(tag, () => name);
  }, text ?? '');
  // Some clients write the blank after a mention as in HTML, though the text is plain.
  return words.replace(/^(?:\s|&nbsp;)+/, '').trim();
}
