/** Putting up an answer that takes the place of a card: by the time it stands its draft may have moved on. */
import type { Card } from '../../cards/model.ts';
import type { Answer } from './intent.ts';

/**
 * Puts up an answer's card by `put`, and once more while its draft has moved on meanwhile. `put` gives false
 * where there is no such card any more: then nothing more is tried, and it is false here too.
 */
export async function putUp(
  { card, again }: Pick<Answer, 'card' | 'again'>,
  put: (card: Card) => Promise<boolean>,
): Promise<boolean> {
  let stands = await put(card);
  for (let next = await again?.(); stands && next; next = await again?.()) {
    stands = await put(next);
  }
  return stands;
}
