/** The two sets of names X has for the fields of a post. */
import { XFault } from './fault.ts';
import type { Answer, Query } from './line.ts';

/**
 * X calls its fields by two sets of names: those of its guides (`tweet`), and the newer ones of its API description
 * 2.167 (`post`). What comes back is read by either.
 */
export type Words = { tweet: Query; post: Query };

/** Asks by the older names; should X take those no more (400), by the newer, and from then on by those. */
export function inWords(words: Words): (ask: (query: Query) => Promise<Answer>) => Promise<Answer> {
  let dialect: keyof Words = 'tweet';
  return async (ask) => {
    try {
      return await ask(words[dialect]);
    } catch (error) {
      const fault = error instanceof XFault ? error.fault : null;
      const bad = fault?.kind === 'answered' && fault.status === 400;
      if (!bad || dialect === 'post') throw error;
      const answer = await ask(words.post);
      dialect = 'post';
      return answer;
    }
  };
}
