/** Roles as a school says them. */
import { anyOf } from '../school/faults.ts';
import type { Role } from './schema.ts';

const WORDS: Readonly<Record<Role, string>> = {
  staff: 'any member of staff',
  teacher: 'a teacher',
  nominated: 'nominated staff',
  slt: 'SLT',
  head: 'the head',
  'it-lead': 'the IT lead',
  governor: 'a governor',
};

/** Roles as part of a sentence: "SLT or the head". "nobody" for an empty list. */
export function roleWords(roles: readonly Role[], last: 'or' | 'and' = 'or'): string {
  return roles.length === 0
    ? 'nobody'
    : anyOf(
        roles.map((role) => WORDS[role]),
        last,
      );
}
