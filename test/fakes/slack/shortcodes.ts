/** Slack's names for emoji: it sends no emoji that has one, but ":tada:". */
import { readFileSync } from 'node:fs';

const LIST = new URL('../../../adapters/slack/emoji.txt', import.meta.url);
const TONES = /[\u{1F3FB}-\u{1F3FF}]/gu;
const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Whether it asks to be drawn in colour makes no other emoji of it. */
const bare = (emoji: string) => emoji.replaceAll('\uFE0F', '');

const names = new Map(
  readFileSync(LIST, 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => line.split('\t'))
    .map(([all = '', emoji = '']) => [bare(emoji), all.split(' ')[0] ?? '']),
);

/** The name of an emoji, and its tone from 2 to 6; null for what has no name. */
export function nameOf(cluster: string): { name: string; tone: number | null } | null {
  // A digit and a star are no emoji until they are asked to be.
  if (!/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u.test(cluster)) return null;
  const own = names.get(bare(cluster));
  if (own) return { name: own, tone: null };
  const [tone] = cluster.match(TONES) ?? [];
  const name = tone ? names.get(bare(cluster.replace(TONES, ''))) : undefined;
  return name && tone ? { name, tone: (tone.codePointAt(0) ?? 0) - 0x1f3fb + 2 } : null;
}

/** Text as Slack sends it: each emoji by its name. */
export const asSent = (text: string): string =>
  [...clusters.segment(text)]
    .map(({ segment }) => {
      const named = nameOf(segment);
      if (!named) return segment;
      return `:${named.name}:${named.tone === null ? '' : `:skin-tone-${named.tone}:`}`;
    })
    .join('');
