/** A text as a grammar checker should read it, and the way back to the places in what was typed. */
import type { Span } from '../rule.ts';
import { capped, handlesIn, hashtagsIn, linksIn } from '../tweet-text.ts';

export type Readable = {
  /** Sentences without handles, hashtags, links, emoji, and runs of letters that are no word. */
  text: string;
  /**
   * A span of `text` as a span of what was typed. Null where it touches something put in or left out,
   * for then the checker speaks of our words and not of the author's.
   */
  typed: (span: Span) => Span | null;
};

/** A piece of what was typed, and what is read in its place. */
type Swap = { span: Span; read: string };

const EMOJI =
  /(?:(?:\p{Extended_Pictographic}|\p{RI}|\u20E3)(?:\p{Emoji_Modifier}|\uFE0F|\u200D|[\u{E0020}-\u{E007F}])*)+/gu;
/** No word is so long, and a checker may take seconds over one, or break. The longest of English has 45 letters. */
const NO_WORD = /[\p{L}\p{M}\p{N}]{61,}/gu;
/** A singular proper noun that any checker knows. */
const SOMEBODY = 'Oxford';

const inWords = (tag: string): string =>
  tag.replace(/_/g, ' ').replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ');

/** True where nothing but hashtags, links and signs follows on the line: the hashtag is part of no sentence. */
function endsLine(text: string, to: number): boolean {
  const rest = text.slice(to).split('\n', 1)[0] ?? '';
  return !/[\p{L}\p{N}]/u.test(rest.replace(/https?:\S+|[#＃][\p{L}\p{M}\p{N}_]+/gu, ''));
}

function swapsIn(text: string): Swap[] {
  const links = linksIn(text).map((span): Swap => ({ span, read: '' }));
  const handles = handlesIn(text).map(({ span }): Swap => ({ span, read: SOMEBODY }));
  const tags = hashtagsIn(text).map(
    ({ tag, span }): Swap => ({ span, read: endsLine(text, span[1]) ? '' : inWords(tag) }),
  );
  const unread = [EMOJI, NO_WORD].flatMap((shape) =>
    [...text.matchAll(shape)].map((match): Swap => {
      const span: Span = [match.index, match.index + match[0].length];
      return { span, read: '' };
    }),
  );
  const swaps = [...links, ...handles, ...tags, ...unread].sort((a, b) => a.span[0] - b.span[0]);
  return swaps.filter(
    ({ span }, index) => index === 0 || span[0] >= (swaps[index - 1]?.span[1] ?? 0),
  );
}

/** What was left out between two words parted them: by a full stop where a sentence ended there, else by a space. */
function joint(before: string, after: string): string {
  if (before === '' || after === '') return '';
  const ended = /[.!?…:;,–—-]["'”’)]*$/u.test(before.trimEnd());
  const stop = !ended && /^\s*["'“‘(]*[\p{Lu}\p{N}]/u.test(after) ? '.' : '';
  return /^[\s\p{P}]/u.test(after) ? stop : `${stop} `;
}

/**
 * Reads at most LONGEST_TEXT units. Offsets are in UTF-16 units. A lone half of a character is read as
 * a space, so that the way back holds in any checker.
 */
export function readable(typed: string): Readable {
  const source = capped(typed);
  const kept: { from: number; to: number; at: number }[] = [];
  let text = '';
  let next = 0;
  const keep = (to: number) => {
    const piece = source
      .slice(next, to)
      .toWellFormed()
      .replace(/\uFFFD/g, ' ');
    // Two spaces where an emoji stood between them would be a mistake nobody made.
    const doubled = /(?:^|\s)$/u.test(text) ? piece.length - piece.trimStart().length : 0;
    if (doubled < piece.length) kept.push({ from: next + doubled, to, at: text.length });
    text += piece.slice(doubled);
  };
  for (const { span, read } of swapsIn(source)) {
    keep(span[0]);
    const after = source.slice(span[1]);
    if (read !== '') text += read;
    else if (!/\n\s*$/u.test(text)) {
      const trimmed = text.trimEnd();
      const last = kept.at(-1);
      // What is trimmed is no longer there to lead back from.
      if (last !== undefined)
        last.to -= Math.min(last.to - last.from, text.length - trimmed.length);
      text = trimmed + joint(text, after);
    }
    next = span[1];
  }
  keep(source.length);
  return {
    text,
    typed: ([from, to]) => {
      const piece = kept.find((one) => one.at <= from && to <= one.at + (one.to - one.from));
      if (piece === undefined) return null;
      return [piece.from + from - piece.at, piece.from + to - piece.at];
    },
  };
}
