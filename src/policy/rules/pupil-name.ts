import { z } from 'zod';
import { namesOf } from '../names/draft.ts';
import { withoutNames } from '../names/fixes.ts';
import type { Naming } from '../names/pupils.ts';
import type { Rule, Seen } from '../rule.ts';

const UNCHECKED: Seen = {
  message:
    'There is no roll here, so names of pupils could not be looked for. Read for them yourself, and say that you did.',
  severity: 'review',
};

/** Never the name: who sees the card sees where it stands. */
function messageFor({ full, why }: Naming): string {
  const what = full
    ? 'A pupil on our roll is named in full here'
    : why === null
      ? 'A pupil on our roll is named here'
      : `This word is used as the name of a pupil on our roll: ${why}`;
  return `${what}. Say the class or year group instead.`;
}

/**
 * Pupils of the roll named in the text, by first name or in full. The roll is asked by keyed hashes; no
 * name is in a message. A fix is offered where every name in the text can surely be said by year group.
 */
export const pupilName: Rule<Record<string, never>> = {
  name: 'pupil-name',
  means: () => 'No pupil is named',
  options: z.strictObject({}),
  check: ({ draft, facts }) => {
    if (facts.roll === null) return /\p{L}/u.test(draft.text) ? [UNCHECKED] : [];
    const found = namesOf(draft, facts);
    if (found.pupils.length === 0) return [];
    const fix = withoutNames(draft.text, found, facts);
    return found.pupils.map((naming) => ({
      message: messageFor(naming),
      span: naming.span,
      ...(fix ? { fix } : {}),
    }));
  },
};
