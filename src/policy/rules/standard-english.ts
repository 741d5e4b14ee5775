import { z } from 'zod';
import type { Lint } from '../language/lint.ts';
import { type Slip, slipsIn } from '../language/slips.ts';
import { shorthandsIn } from '../language/text-language.ts';
import { worthTelling } from '../language/worth-telling.ts';
import type { Facts, Rule, Seen, Span } from '../rule.ts';
import { capped, handlesIn, hashtagsIn, linksIn } from '../tweet-text.ts';

/** By kind and without the words: a misspelt word may be a pupil's name. */
const SAYS: Record<string, string> = {
  Spelling: 'This word is misspelt.',
  Agreement: 'The verb does not go with its subject.',
  Repetition: 'A word stands here twice.',
  Capitalization: 'A capital letter is missing here.',
  BoundaryError: 'This is written as two words.',
  Punctuation: 'The apostrophe is wrong here.',
};
const ELSE = 'The grammar is wrong here.';

const UNCHECKED: Seen = {
  message:
    'Spelling and grammar could not be checked just now. Read for them yourself, and say that you did.',
  severity: 'review',
};

const PAUSED: Seen = {
  message:
    'Spelling and grammar are not being checked for a few minutes, because the checker stopped answering. Read for them yourself, and say that you did.',
  severity: 'review',
};

/** What is said where the checker has not read the text; null where it has. */
function unread(grammar: Facts['grammar']): Seen | null {
  if (grammar === 'paused') return PAUSED;
  return grammar === undefined || grammar === 'failed' ? UNCHECKED : null;
}

const slipOf = ({ span, kind, suggestion }: Lint): Slip => ({
  span,
  says: SAYS[kind] ?? ELSE,
  put: suggestion,
});

const clear = ([from, to]: Span, of: readonly Span[]): boolean =>
  of.every(([start, end]) => to <= start || end <= from);

/** Beside one of ours, what the checker says is most often of the same mistake. */
const beside = ([from, to]: Span, of: readonly Span[]): boolean =>
  of.some(([start, end]) => from <= end && start <= to);

/** The checker reads the text without what is hidden or half a character, so its spans are not trusted blindly. */
const lies = (text: string, { span: [from, to] }: Lint): boolean =>
  from >= 0 && from < to && to <= text.length;

function seenOf(text: string, { span, says, put }: Slip): Seen {
  if (put === null) return { message: `${says} Put it right.`, span };
  const fixed = text.slice(0, span[0]) + put + text.slice(span[1]);
  const label = put.trim() === '' ? 'Take it out' : `Change to “${put}”`;
  return { message: says, span, fix: { label, text: fixed } };
}

/**
 * Clear mistakes of spelling and grammar: common slips by our own lists, the rest from the grammar
 * checker's findings among the facts. While those are pending it neither finds nor passes; where the
 * checker failed, or was not asked, it asks for review.
 */
export const standardEnglish: Rule<Record<string, never>> = {
  name: 'standard-english',
  means: () => 'Spelling and grammar are right',
  options: z.strictObject({}),
  waits: ({ grammar }) => grammar === 'pending',
  check: ({ draft, facts: { grammar } }) => {
    if (grammar === 'pending') return [];
    const text = capped(draft.text);
    const apart: Span[] = [
      ...shorthandsIn(text).map(({ span }) => span),
      ...hashtagsIn(text).map(({ span }) => span),
      ...handlesIn(text).map(({ span }) => span),
      ...linksIn(text),
    ];
    const slips = slipsIn(text).filter(({ span }) => clear(span, apart));
    const taken = slips.map(({ span }) => span);
    const silent = unread(grammar);
    const checked = Array.isArray(grammar) ? (grammar as readonly Lint[]) : [];
    const told = checked
      .filter((lint) => lies(text, lint) && clear(lint.span, apart) && !beside(lint.span, taken))
      .filter((lint) => worthTelling(text, lint))
      .map(slipOf);
    const all = [...slips, ...told].sort((a, b) => a.span[0] - b.span[0]);
    const seen = all.map((slip) =>
      text === draft.text ? seenOf(text, slip) : seenOf(text, { ...slip, put: null }),
    );
    return silent ? [silent, ...seen] : seen;
  },
};
