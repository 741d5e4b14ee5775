import { z } from 'zod';
import type { Rule } from '../rule.ts';
import { photoNumber } from './photos.ts';

/** Photos of pupils with their faces. */
export const photoFaces: Rule<Record<string, never>> = {
  name: 'photo-faces',
  means: () => "Photos keep pupils' faces to a minimum",
  options: z.strictObject({}),
  applies: ({ photos }) => photos.length > 0,
  check: ({ draft }) =>
    draft.photos.flatMap((photo, index) =>
      photo.shows === 'pupils'
        ? [
            {
              message: `${photoNumber(index)} shows faces. Work, hands or backs of heads are better; say why if it has to be this one.`,
            },
          ]
        : [],
    ),
};
