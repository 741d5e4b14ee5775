import { z } from 'zod';
import { shorthandsIn } from '../language/text-language.ts';
import type { Rule, Span } from '../rule.ts';
import { capped } from '../tweet-text.ts';

const opensSentence = (text: string, [from]: Span): boolean =>
  /(?:^|[.!?]\s+)$/u.test(text.slice(0, from));

/** Text language, such as gr8 or l8r, with the plain words as the fix where there is one sure way to say it. */
export const textLanguage: Rule<Record<string, never>> = {
  name: 'text-language',
  means: () => 'No text language, such as gr8 or l8r',
  options: z.strictObject({}),
  check: ({ draft }) => {
    const text = capped(draft.text);
    return shorthandsIn(text).map(({ span, plain }) => {
      const typed = text.slice(...span);
      if (plain === null || text !== draft.text) {
        return { message: `“${typed}” is text language. Write it in plain words.`, span };
      }
      const put = opensSentence(text, span)
        ? plain.charAt(0).toUpperCase() + plain.slice(1)
        : plain;
      const fixed = text.slice(0, span[0]) + put + text.slice(span[1]);
      return {
        message: `“${typed}” is text language. Write “${put}”.`,
        span,
        fix: { label: `Change to “${put}”`, text: fixed },
      };
    });
  },
};
