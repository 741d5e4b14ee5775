/** The word for each mark, so that nothing is said by colour alone. */
import type { Item, Mark } from '../model.ts';

const MARK_WORDS: Record<Mark, string> = {
  ok: 'Fine',
  ask: 'Explain',
  stop: 'Put right',
  wait: 'Waiting',
  over: 'Closed',
};

/** What stands before an item's text: its own word, or its mark's. */
export function wordOf(item: Item): string {
  return item.word ?? MARK_WORDS[item.mark];
}
