import { z } from 'zod';
import { disguisedIn } from '../letters/disguised.ts';
import { kindOfUnseen, oddSpacesIn, unseenIn } from '../letters/invisible.ts';
import type { Rule, Seen, Span } from '../rule.ts';
import { capped } from '../tweet-text.ts';

/** Taking one character out can bring two halves of another together; twice is enough for any text seen. */
const ROUNDS = 4;

const hiddenIn = (text: string): Span[] =>
  [...unseenIn(text), ...oddSpacesIn(text)].sort((a, b) => a[0] - b[0]);

/** The text as it reads: what nobody sees taken out, and sure disguises written in plain letters. */
function plainly(text: string): string {
  let plain = text;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = plain;
    for (const [from, to] of hiddenIn(plain).toReversed())
      plain = plain.slice(0, from) + plain.slice(to);
    for (const { span, plain: word } of disguisedIn(plain).toReversed()) {
      if (word !== null) plain = plain.slice(0, span[0]) + word + plain.slice(span[1]);
    }
    if (plain === before) break;
  }
  return plain;
}

/**
 * Hidden characters and letters dressed as Latin. Its messages never repeat the words, for a disguise
 * often hides a name. One fix makes the whole text plain.
 */
export const hiddenText: Rule<Record<string, never>> = {
  name: 'hidden-text',
  means: () => 'Nothing is hidden in the text: no invisible characters, no letters in disguise',
  options: z.strictObject({}),
  check: ({ draft }) => {
    const text = capped(draft.text);
    const unseen = hiddenIn(text);
    const disguised = disguisedIn(text);
    if (unseen.length + disguised.length === 0) return [];
    const repaired = plainly(text);
    const sure = repaired !== text && text === draft.text;
    const fix = sure ? { fix: { label: 'Make the text plain', text: repaired } } : {};
    const hidden = unseen.map((span): Seen => {
      const kind = kindOfUnseen(text.slice(span[0], span[1]));
      return {
        message: `There is a hidden character here, ${kind}. Take it out, so that everyone reads the same words.`,
        span,
        ...fix,
      };
    });
    const dressed = disguised.map(
      ({ span }): Seen => ({
        message:
          'A word here has letters that only look like ours. Type it again in plain letters.',
        span,
        ...fix,
      }),
    );
    return [...hidden, ...dressed];
  },
};
