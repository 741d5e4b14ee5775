import { z } from 'zod';
import type { Rule } from '../rule.ts';

/**
 * Finds nothing, for a post outside the hours is not wrong, it waits: the checker reads the policy's
 * hours and sets `held` and `slot` on the verdict.
 */
export const postingHours: Rule<Record<string, never>> = {
  name: 'posting-hours',
  means: () => 'Posts go out in our posting hours, and wait for them otherwise',
  options: z.strictObject({}),
  check: () => [],
};
