/** Finders for what strangers write to a school: the groups of mention-words.yaml. */
import { type Finder, outside, phraseFinder } from '../policy/meaning/phrases.ts';
import type { Reading } from '../policy/meaning/reading.ts';
import { wordFile } from '../policy/meaning/word-file.ts';

const GROUPS = [
  'threat',
  'extremism',
  'sexual',
  'spam',
  'pirated',
  'undermining',
  'complaint',
  'worry',
  'positive',
] as const;
export type MentionGroup = (typeof GROUPS)[number];

const file = wordFile(new URL('mention-words.yaml', import.meta.url).href, [...GROUPS, 'fine']);
const finders = new Map<MentionGroup, Finder>(
  GROUPS.map((group) => [group, phraseFinder(file[group])]),
);

/** Stretches whose words only look bad. */
export const innocent: Finder = phraseFinder(file.fine);

/** Where a text uses words of a group, outside `aside`, in UTF-16 units of its `plain`. */
export function saidIn(
  group: MentionGroup,
  reading: Reading,
  aside: readonly { from: number; to: number }[],
): ReturnType<Finder> {
  return outside(finders.get(group)?.(reading) ?? [], aside);
}
