/** The words of a message that somebody wrote, without what makes them bold. */
import { emojiNamed, withEmoji } from './emoji.ts';
import { plainWords, tidy, unescaped } from './plain-words.ts';

type Piece = { readonly [key: string]: unknown };

function pieces(of: unknown): Piece[] {
  return Array.isArray(of) ? of.filter((each) => typeof each === 'object' && each !== null) : [];
}

function said(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** "1f44d-1f3fc" as what it stands for; '' for what stands for nothing. */
function signs(unicode: string): string {
  if (!/^[0-9a-f]{2,5}(-[0-9a-f]{2,5})*$/.test(unicode)) return '';
  return String.fromCodePoint(...unicode.split('-').map((each) => Number.parseInt(each, 16)));
}

function emoji({ name, skin_tone: tone, unicode }: Piece): string {
  const [own = '', behind] = said(name).split('::skin-tone-');
  const which = typeof tone === 'number' ? tone : Number(behind);
  const toned = Number.isInteger(which) && which >= 2 && which <= 6 ? which : null;
  return emojiNamed(own, toned) ?? (signs(said(unicode)) || `:${own}:`);
}

/** One piece of a line. Mentions of people, groups and everybody go: a post can mention nobody here. */
function pieceWords(piece: Piece, text: string): string {
  switch (piece.type) {
    case 'text': {
      const own = said(piece.text);
      // Slack escapes some of its blocks and not others: what is escaped stands in the message's text as it is here.
      return text.includes(own) ? unescaped(own) : own;
    }
    case 'emoji':
      return emoji(piece);
    case 'link':
      return plainWords(`<${said(piece.url)}>`) || said(piece.text);
    case 'channel': {
      const [, name] = text.split(`<#${said(piece.channel_id)}|`);
      return name === undefined ? '' : plainWords(`<#C|${name.split('>')[0]}>`);
    }
    case 'date':
      return said(piece.fallback);
    case 'color':
      return said(piece.value);
    default:
      return '';
  }
}

function partWords(part: Piece, text: string): string {
  const inside = pieces(part.elements);
  if (part.type !== 'rich_text_list') {
    return inside.map((piece) => pieceWords(piece, text)).join('');
  }
  const first = typeof part.offset === 'number' ? part.offset + 1 : 1;
  return inside
    .map((item, place) => {
      const mark = part.style === 'ordered' ? `${first + place}.` : '•';
      return `${mark} ${partWords(item, text)}`;
    })
    .join('\n');
}

/**
 * What somebody wrote, from the rich text in which Slack sends it; from its text where there is none, as in the
 * messages of other apps, whose marks stay as they are. Emoji stand as themselves.
 */
export function wordsIn(message: { text?: string | undefined; blocks?: unknown }): string {
  const text = message.text ?? '';
  const blocks = pieces(message.blocks);
  if (blocks.length === 0 || blocks.some(({ type }) => type !== 'rich_text')) {
    return withEmoji(plainWords(text));
  }
  const parts = blocks.flatMap(({ elements }) => pieces(elements));
  return tidy(parts.map((part) => partWords(part, text).replace(/\n$/, '')).join('\n'));
}
