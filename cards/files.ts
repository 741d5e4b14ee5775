/** The answer to a picture or a file that somebody sends, in every chat the same. */
import type { Card } from './model.ts';
import { sayCard } from './say.ts';

/** That nothing is made of it, nor of the words beside it, for a post without its picture is another post. */
export function filesCard(): Card {
  return sayCard(
    'Pictures and files cannot be taken here yet',
    'Nothing was made of your message, and nobody has looked at what came with it. Send its words alone, such as: tweet Year 4 planted bulbs today.',
  );
}

/** For a form that has taken the words of a message and left what else was in it. */
export const ONLY_WORDS = 'Only the words were taken: pictures and files cannot be yet.';
