import { z } from 'zod';
import type { PhotoStatement } from '../../post/revision.ts';
import type { Roll } from '../../school/roll.ts';
import type { Rule, Seen } from '../rule.ts';
import { answersOf, photoNumber, picturesPupils, pupils } from './photos.ts';

const UNCHECKED: Seen = {
  message:
    'There is no roll here, so photo consent could not be checked. Check the list in the office and say that you did.',
  severity: 'review',
};

/** A "no" on the roll blocks under every policy, whatever severity the policy gives the rule. */
function refused(photo: PhotoStatement, index: number, roll: Roll): Seen[] {
  const { no } = answersOf(photo, roll, 'photo');
  if (no === 0) return [];
  const has = no === 1 ? 'has' : 'have';
  return [
    {
      message: `${photoNumber(index)}: ${pupils(no)} pictured ${has} no photo consent. Choose another photo.`,
      severity: 'block',
    },
  ];
}

function unsure(photo: PhotoStatement, index: number, roll: Roll): Seen[] {
  const which = photoNumber(index);
  if (photo.pupils.every((name) => name.trim() === '')) {
    return [
      {
        message: `${which} shows pupils, but nobody is named as pictured. Say who is in it, so that consent can be checked.`,
      },
    ];
  }
  const { unknown } = answersOf(photo, roll, 'photo');
  if (unknown === 0) return [];
  const is = unknown === 1 ? 'is' : 'are';
  return [
    {
      message: `${which}: ${pupils(unknown)} pictured ${is} not on the roll. Give first name and surname as the office has them.`,
    },
  ];
}

/**
 * Photo consent of everyone pictured. Messages count pupils and never name them, for they are kept with
 * the draft.
 */
export const photoConsent: Rule<Record<string, never>> = {
  name: 'photo-consent',
  means: () => 'Everyone pictured has photo consent',
  options: z.strictObject({}),
  applies: ({ photos }) => photos.some(picturesPupils),
  check: ({ draft, facts: { roll } }) => {
    if (!draft.photos.some(picturesPupils)) return [];
    if (roll === null) return [UNCHECKED];
    return draft.photos.flatMap((photo, index) =>
      picturesPupils(photo) ? [...refused(photo, index, roll), ...unsure(photo, index, roll)] : [],
    );
  },
  floor: ({ draft, facts: { roll } }) => {
    if (!draft.photos.some(picturesPupils)) return [];
    if (roll === null) return [UNCHECKED];
    return draft.photos.flatMap((photo, index) =>
      picturesPupils(photo) ? refused(photo, index, roll) : [],
    );
  },
};
