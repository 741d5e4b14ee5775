import { z } from 'zod';
import { complaintsIn } from '../meaning/complaints.ts';
import { DOUBTED, judgementOf, SURE } from '../meaning/learnt.ts';
import { readingOf } from '../meaning/reading.ts';
import type { Rule } from '../rule.ts';

const judged = judgementOf('learnt-negative-tone.txt');

/** Complaint, blame, shaming, sarcasm, and what would harm the school's name. */
export const negativeTone: Rule<Record<string, never>> = {
  name: 'negative-tone',
  means: () => 'The tone is positive, without complaint or blame',
  options: z.strictObject({}),
  check: ({ draft, facts }) => {
    const reading = readingOf(draft.text);
    const found = complaintsIn(reading);
    const { leans, from, to } = judged(reading, facts);
    const meant = found.length > 0 ? leans > DOUBTED : leans > SURE;
    if (!meant) return [];
    return (found.length > 0 ? found : [{ from, to }]).map((place) => ({
      message:
        'This reads as a complaint, or as blaming somebody in public. Say what happens next, or take it up with them in private.',
      span: reading.spanOf(place.from, place.to),
    }));
  },
};
