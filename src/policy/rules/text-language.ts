import { z } from 'zod';
import { shorthandsIn } from '../language/text-language.ts';
import type { Rule } from '../rule.ts';
import { capped } from '../tweet-text.ts';

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
      const fixed = text.slice(0, span[0]) + plain + text.slice(span[1]);
      return {
        message: `“${typed}” is text language. Write “${plain}”.`,
        span,
        fix: { label: `Change to “${plain}”`, text: fixed },
      };
    });
  },
};
