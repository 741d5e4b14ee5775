/** Finders for what profiles say of themselves: the groups of profile-words.yaml. */
import { type Finder, phraseFinder } from '../policy/meaning/phrases.ts';
import type { Reading } from '../policy/meaning/reading.ts';
import { wordFile } from '../policy/meaning/word-file.ts';

const GROUPS = [
  'school-name',
  'university-name',
  'council-name',
  'government-name',
  'museum-name',
  'gallery-name',
  'charity-name',
  'subject-body-name',
  'publisher-name',
  'media-name',
  'community-name',
  'school',
  'university',
  'government',
  'council',
  'museum',
  'gallery',
  'charity',
  'subject-body',
  'publisher',
  'media',
  'community',
  'author',
  'practitioner',
  'staff',
  'governor',
  'parent',
  'person',
  'business',
  'politics',
  'chaplain',
  'fans',
  'sexual',
  'crypto',
  'scam',
  'gambling',
  'followback',
  'bot',
] as const;
export type WordGroup = (typeof GROUPS)[number];

const file = wordFile(new URL('profile-words.yaml', import.meta.url).href, GROUPS);
const finders = new Map<WordGroup, Finder>(
  GROUPS.map((group) => [group, phraseFinder(file[group])]),
);

/** Where a reading uses words of a group, in UTF-16 units of its `plain`. */
export function saysOf(group: WordGroup, reading: Reading): ReturnType<Finder> {
  return finders.get(group)?.(reading) ?? [];
}

/** True where it does. */
export function says(group: WordGroup, reading: Reading): boolean {
  return saysOf(group, reading).length > 0;
}
