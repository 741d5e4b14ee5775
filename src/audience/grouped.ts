/** Many groups of phrases looked for in one pass over a text. */
import { type Finder, type Found, phraseFinder } from '../policy/meaning/phrases.ts';
import type { Reading } from '../policy/meaning/reading.ts';

/** A phrase found, in UTF-16 units of the reading's `plain`, and the group it is of. */
export type Said<Group extends string> = Found & { group: Group };

/**
 * Makes a finder of all groups together: its work grows with the words of the text, not with the groups. Phrases
 * may name any list of the file. Throws for a phrase that is written wrong.
 */
export function groupedFinder<const Group extends string>(
  groups: readonly Group[],
  file: Readonly<Record<string, readonly string[]>>,
): (reading: Reading) => Said<Group>[] {
  const groupsOf = new Map<string, Group[]>();
  for (const group of groups)
    for (const phrase of file[group] ?? [])
      groupsOf.set(phrase, [...(groupsOf.get(phrase) ?? []), group]);
  const find: Finder = phraseFinder([...groupsOf.keys()], file);
  return (reading) =>
    find(reading).flatMap((found) =>
      (groupsOf.get(found.phrase) ?? []).map((group) => ({ ...found, group })),
    );
}
