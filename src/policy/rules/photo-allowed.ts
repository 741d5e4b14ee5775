import { z } from 'zod';
import type { Rule } from '../rule.ts';
import { photoNumber, picturesPupils } from './photos.ts';

/** No photo of pupils at all, their hands and backs included. */
export const photoAllowed: Rule<Record<string, never>> = {
  name: 'photo-allowed',
  means: () => 'No photo shows pupils, not even from behind',
  options: z.strictObject({}),
  applies: ({ photos }) => photos.length > 0,
  check: ({ draft }) =>
    draft.photos.flatMap((photo, index) =>
      picturesPupils(photo)
        ? [{ message: `${photoNumber(index)} shows pupils. Use one of their work instead.` }]
        : [],
    ),
};
