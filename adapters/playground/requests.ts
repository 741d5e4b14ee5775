/** The bodies the page sends. Strict, so that a fault in the page shows at once. */
import { z } from 'zod';
import { ACTION_NAMES } from '../../cards/model.ts';

const As = z.string().min(1).max(200);
/** Made by the page, once for what one person did; sent again unchanged when the answer did not come. */
const Delivery = z.string().regex(/^[\w-]{8,64}$/, 'an id of 8 to 64 letters, digits, - or _');

/** As long as a body may be: how long a post may be is the desk's to say. */
const Words = z.string();
/** School id; left out where there is one school. */
const School = z.string().max(200).optional();

export const SayBody = z.strictObject({ as: As, school: School, delivery: Delivery, text: Words });
export type SayBody = z.infer<typeof SayBody>;

export const ActBody = z.strictObject({
  as: As,
  school: School,
  delivery: Delivery,
  /** The message that was touched; null for a form that no message opened. */
  ref: z.string().max(2000).nullable(),
  action: z.enum(ACTION_NAMES),
  draft: z.string().max(200).optional(),
  revision: z.int().min(0).optional(),
  item: z.string().max(500).optional(),
  fields: z.record(z.string().max(200), Words),
});
export type ActBody = z.infer<typeof ActBody>;

/** One sentence on what is wrong with a body. */
export function bodyFault(error: z.ZodError): string {
  const faults = error.issues.slice(0, 3).map((issue) => {
    const where = issue.path.map(String).join('.').slice(0, 60) || 'the body';
    return `${where}: ${issue.message.slice(0, 200)}`;
  });
  return `The page sent something Bellbird cannot read (${faults.join('; ')}). Reload the page.`;
}
