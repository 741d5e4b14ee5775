/** What strangers write to a school: the groups of mention-words.yaml. */
import type { Reading } from '../policy/meaning/reading.ts';
import { wordFile } from '../policy/meaning/word-file.ts';
import { groupedFinder, type Said } from './grouped.ts';

const GROUPS = [
  'threat',
  'abuse',
  'extremism',
  'sexual',
  'spam',
  'pirated',
  'undermining',
  'complaint',
  'worry',
  'positive',
  /** Passed on from somebody else. */
  'relayed',
  /** Stretches whose words only look bad. */
  'fine',
] as const;
export type MentionGroup = (typeof GROUPS)[number];

const words = wordFile(new URL('mention-words.yaml', import.meta.url).href, ['us', 'contempt']);
const turns = wordFile(new URL('mention-turns.yaml', import.meta.url).href, ['young', 'person']);
const file: Record<string, readonly string[]> = { ...words, ...turns };
for (const group of GROUPS) file[group] = [...(words[group] ?? []), ...(turns[group] ?? [])];

/** What a reading says, by group, in UTF-16 units of its `plain`. */
export const saidIn: (reading: Reading) => Said<MentionGroup>[] = groupedFinder(GROUPS, file);
