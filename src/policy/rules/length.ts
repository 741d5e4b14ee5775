import { z } from 'zod';
import type { Rule } from '../rule.ts';
import { overrunFrom, weigh } from '../tweet-text.ts';

/** X takes 280 weighted units of an ordinary account; a school may ask for fewer. */
export const LONGEST_POST = 280;

/** X-weighted length against the policy's limit. The exact limit is inside. */
export const length: Rule<{ limit: number }> = {
  name: 'length',
  means: ({ limit }) => `A post fits in ${limit} characters`,
  options: z.strictObject({ limit: z.int().min(1).max(LONGEST_POST).default(LONGEST_POST) }),
  check: ({ draft, options: { limit } }) => {
    if (draft.text.trim() === '' && draft.photos.length === 0) {
      return [{ message: 'There are no words to post yet. Write something first.' }];
    }
    const over = weigh(draft.text) - limit;
    if (over <= 0) return [];
    const characters = over === 1 ? '1 character' : `${over} characters`;
    return [
      {
        message: `It is ${characters} over the ${limit} that fit. Shorten it.`,
        span: [overrunFrom(draft.text, limit), draft.text.length],
      },
    ];
  },
};
