import { z } from 'zod';
import type { Rule } from '../rule.ts';
import { handlesIn } from '../tweet-text.ts';

/** Handles that are neither the school's own nor confirmed. Email addresses are no handles. */
export const individualHandle: Rule<Record<string, never>> = {
  name: 'individual-handle',
  means: () => 'Only organisations that agreed to it are mentioned by @handle',
  options: z.strictObject({}),
  check: ({ draft, facts }) =>
    handlesIn(draft.text)
      .filter(({ handle }) => {
        const known = handle.toLowerCase();
        return !facts.confirmedHandles.has(known) && !facts.ownHandles.has(known);
      })
      .map(({ span }) => ({
        message:
          'Nobody has confirmed that this @handle may be mentioned. Take it out, or say who agreed to it.',
        span,
      })),
};
