import { z } from 'zod';
import { namesOf } from '../names/draft.ts';
import { findPeople } from '../names/people.ts';
import type { Rule } from '../rule.ts';

/**
 * People off the roll who could be a pupil or a parent: a first name, or a first name and surname, without
 * a title, a role or fame. Whom the roll names is left to `pupil-name`. No name is in a message.
 */
export const personName: Rule<Record<string, never>> = {
  name: 'person-name',
  means: () => 'Nobody is named who could be a pupil or a parent',
  options: z.strictObject({}),
  check: ({ draft, facts }) =>
    findPeople(namesOf(draft, facts)).map(({ span, why }) => ({
      message:
        why === null
          ? 'Somebody is named here who could be a pupil or a parent. Leave the name out, or say who they are to the school.'
          : `This reads as the name of a pupil or a parent: ${why}. Leave the name out, or say who they are to the school.`,
      span,
    })),
};
