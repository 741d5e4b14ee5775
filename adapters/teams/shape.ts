/** What is read of an activity, in the types it must have: what comes in else is not taken. */
import type { Activity } from 'botframework-schema';
import { z } from 'zod';

/** An id is kept in the store, which takes no NUL and no half of a character. */
const Id = z
  .string()
  .min(1)
  .max(2_000)
  .refine((id) => id.isWellFormed() && !id.includes('\0'));
const Known = z.looseObject({ id: Id.nullish() }).nullish();

/**
 * Every activity of Teams has an id, by which it is known when it comes again. `value` is another thing in every
 * kind of invoke, and is read where it is used.
 */
const Shape = z.looseObject({
  type: Id,
  id: Id,
  serviceUrl: z.url(),
  channelId: z.string().nullish(),
  name: z.string().nullish(),
  action: z.string().nullish(),
  text: z.string().nullish(),
  replyToId: Id.nullish(),
  conversation: z.looseObject({
    id: Id,
    conversationType: z.string().nullish(),
    tenantId: Id.nullish(),
  }),
  from: z.looseObject({ id: z.string().nullish(), aadObjectId: Id.nullish() }).nullish(),
  recipient: Known,
  channelData: z.looseObject({ tenant: Known, channel: Known }).nullish(),
  entities: z
    .array(
      z.looseObject({ type: z.string().nullish(), text: z.string().nullish(), mentioned: Known }),
    )
    .nullish(),
});

/** The activity that a body is, or null. */
export function activityIn(body: unknown): Activity | null {
  // What was read is the body itself, with all that is not named here.
  return Shape.safeParse(body).success ? (body as Activity) : null;
}
