import { z } from 'zod';
import { namesOf } from '../names/draft.ts';
import { findPupils, type Naming } from '../names/pupils.ts';
import type { Rule, Seen } from '../rule.ts';
import { photoNumber, picturesPupils } from './photos.ts';

type Options = { names: 'any' | 'full' };

const UNCHECKED: Seen = {
  message:
    'There is no roll here, so names beside the photo could not be looked for. Read for them yourself, and say that you did.',
  severity: 'review',
};

/**
 * A pupil of the roll named in the text, or in the alt text of any photo, beside a photo that shows pupils:
 * any name, or a full name only. Findings in an alt text have no span. No name is in a message.
 */
export const photoName: Rule<Options> = {
  name: 'photo-name',
  means: ({ names }) =>
    `No pupil's ${names === 'full' ? 'full name' : 'name'} stands beside a photo of pupils`,
  options: z.strictObject({ names: z.enum(['any', 'full']).default('any') }),
  applies: ({ photos }) => photos.some(picturesPupils),
  check: ({ draft, facts, options }) => {
    if (!draft.photos.some(picturesPupils)) return [];
    if (facts.roll === null) return [UNCHECKED];
    const counts = ({ full }: Naming) => options.names === 'any' || full;
    const name = options.names === 'full' ? "A pupil's full name" : "A pupil's name";
    const inText = namesOf(draft, facts).pupils.filter(counts);
    const inAlt = draft.photos.flatMap((photo, index) =>
      findPupils(photo.alt, facts).pupils.some(counts) ? [index] : [],
    );
    return [
      ...inText.map(({ span, why }): Seen => {
        const because = why === null ? '' : ` (${why})`;
        return {
          message: `${name} stands here beside a photo of pupils${because}. Leave out the name or the photo.`,
          span,
        };
      }),
      ...inAlt.map(
        (index): Seen => ({
          message: `${photoNumber(index)}: ${name.toLowerCase()} is in the description, beside a photo of pupils. Describe what is seen, without the name.`,
        }),
      ),
    ];
  },
};
