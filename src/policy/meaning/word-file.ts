/** The word lists beside this file: phrases by group, in YAML that a teacher can read. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const Groups = z.record(z.string(), z.array(z.coerce.string().min(1)));

/**
 * The groups of a list, each line of a group one phrase. Throws where the file is not there or a group
 * asked for is missing: a rule without its words must not start.
 */
export function wordFile<const Name extends string>(
  file: string,
  names: readonly Name[],
): Record<Name, string[]> & Record<string, string[]> {
  const groups = Groups.parse(parse(readFileSync(new URL(file, import.meta.url), 'utf8')));
  const missing = names.filter((name) => groups[name] === undefined);
  if (missing.length > 0)
    throw new Error(
      `${file}: ${missing.join(', ')} missing. Put the group back, with a phrase a line.`,
    );
  return groups as Record<Name, string[]> & Record<string, string[]>;
}
