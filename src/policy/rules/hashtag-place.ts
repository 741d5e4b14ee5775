import { z } from 'zod';
import type { Fix, Rule, Span } from '../rule.ts';
import { capped, type Hashtag, hashtagsIn, linksIn } from '../tweet-text.ts';

/** What may stand between and after the hashtags at the end: spaces, full stops and the like, emoji. */
const BETWEEN =
  /^(?:[\s\p{P}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{RI}\u{E0020}-\u{E007F}]|\uFE0F|\u200D|\u20E3)*$/u;

/** How far before a hashtag a line's end or an emoji is looked for, in UTF-16 units. */
const NEAR = 24;

/** Hashtags outside the run at the end; links may stand in the run. */
function misplaced(text: string, hashtags: readonly Hashtag[]): Hashtag[] {
  const pieces: Span[] = [...hashtags.map(({ span }) => span), ...linksIn(text)];
  pieces.sort((a, b) => b[0] - a[0]);
  let runFrom = text.length;
  for (const [from, to] of pieces) {
    if (!BETWEEN.test(text.slice(to, runFrom))) break;
    runFrom = from;
  }
  return hashtags.filter(({ span }) => span[0] < runFrom);
}

/** "ForestSchool" reads "Forest School" in a sentence; STEM and Y4 stay as they are. */
const asWords = (tag: string): string =>
  tag.replace(/_/g, ' ').replace(/(\p{Ll})(?=\p{Lu})|(\p{L}{2})(?=\p{N})/gu, '$1$2 ');

/** Between two line ends or emoji a hashtag is part of no sentence, and leaves nothing behind. */
function standsAlone(before: string, after: string): boolean {
  // The end alone is looked at: the whole of it, for each of a thousand hashtags, takes long.
  const end = before.slice(-NEAR);
  const opens = /(?:\n|\p{Extended_Pictographic}\uFE0F?) *$/u.test(end) || /^ *$/.test(before);
  return opens && /^ *(?:\n|\p{Extended_Pictographic})/u.test(after);
}

/** The hashtags go to the end, each once; their words stay in the sentence where they were part of one. */
function moved(text: string, wrong: readonly Hashtag[], all: readonly Hashtag[]): Fix {
  let body = text;
  for (const { tag, span } of wrong.toReversed()) {
    const before = body.slice(0, span[0]);
    const after = body.slice(span[1]);
    body = standsAlone(before, after)
      ? `${before.trimEnd()}${before ? ' ' : ''}${after.trimStart()}`
      : `${before}${asWords(tag)}${after}`;
  }
  const wrongOnes = new Set(wrong);
  const atEnd = new Set(
    all.filter((one) => !wrongOnes.has(one)).map(({ tag }) => tag.toLowerCase()),
  );
  const missing = wrong.filter(({ tag }) => {
    const known = atEnd.has(tag.toLowerCase());
    atEnd.add(tag.toLowerCase());
    return !known;
  });
  const label = wrong.length === 1 ? 'Put the hashtag at the end' : 'Put the hashtags at the end';
  return { label, text: [body.trimEnd(), ...missing.map(({ tag }) => `#${tag}`)].join(' ') };
}

/** Hashtags stand at the end, in one run; links may stand beside them. */
export const hashtagPlace: Rule<Record<string, never>> = {
  name: 'hashtag-place',
  means: () => 'Hashtags stand at the end',
  options: z.strictObject({}),
  check: ({ draft }) => {
    const text = capped(draft.text);
    const all = hashtagsIn(text);
    if (all.length === 0) return [];
    const wrong = misplaced(text, all);
    // A text too long to be read whole is too long to be rewritten.
    const fix = wrong.length > 0 && text === draft.text ? { fix: moved(text, wrong, all) } : {};
    return wrong.map(({ span }) => ({
      message: 'This hashtag is not at the end. Use plain words here and put it last.',
      span,
      ...fix,
    }));
  },
};
