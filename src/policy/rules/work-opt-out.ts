import { z } from 'zod';
import type { Rule, Seen } from '../rule.ts';
import { answersOf, photoNumber, pupils } from './photos.ts';

/**
 * Work by a pupil whose parents keep it off the account. Work nobody is named for is the class's. A
 * maker the roll does not know may be a slip of the pen for one who opted out: that asks for review.
 */
export const workOptOut: Rule<Record<string, never>> = {
  name: 'work-opt-out',
  means: () => 'No work is shown whose parents keep it off the account',
  options: z.strictObject({}),
  applies: ({ photos }) => photos.some(({ shows }) => shows === 'work'),
  check: ({ draft, facts: { roll } }) => {
    const byPupils = draft.photos.flatMap((photo, index) =>
      photo.shows === 'work' && photo.pupils.some((name) => name.trim() !== '')
        ? [{ photo, index }]
        : [],
    );
    if (byPupils.length === 0) return [];
    if (roll === null) {
      return [
        {
          message:
            'There is no roll here, so the wishes of parents about work could not be checked. Check with the office and say that you did.',
          severity: 'review',
        },
      ];
    }
    return byPupils.flatMap(({ photo, index }): Seen[] => {
      const { no, unknown } = answersOf(photo, roll, 'work');
      const seen: Seen[] = [];
      if (no > 0) {
        seen.push({
          message: `${photoNumber(index)} shows work by ${pupils(no)} whose parents keep it off the account. Choose other work.`,
        });
      }
      if (unknown > 0) {
        const is = unknown === 1 ? 'is' : 'are';
        seen.push({
          message: `${photoNumber(index)}: ${pupils(unknown)} named for this work ${is} not on the roll, so the wish of the parents could not be checked.`,
          severity: 'review',
        });
      }
      return seen;
    });
  },
};
