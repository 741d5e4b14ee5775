/** What profiles say of themselves: the groups of profile-words.yaml. */
import type { Reading } from '../policy/meaning/reading.ts';
import { wordFile } from '../policy/meaning/word-file.ts';
import { groupedFinder, type Said } from './grouped.ts';

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
  'for-schools',
  'politics',
  'chaplain',
  'fans',
  'sexual',
  'crypto',
  'scam',
  'hate',
  'parody',
  'gambling',
  'followback',
  'bot',
] as const;
export type WordGroup = (typeof GROUPS)[number];

const file = wordFile(new URL('profile-words.yaml', import.meta.url).href, GROUPS);

/** What a reading says, by group, in UTF-16 units of its `plain`. */
export const wordsOf: (reading: Reading) => Said<WordGroup>[] = groupedFinder(GROUPS, file);
