/** Whether what Slack says of a person lets them do something at this moment. */
import type { ActionName } from '../../cards/model.ts';
import { DECIDES } from '../../src/front/intent.ts';
import type { Line } from './line.ts';
import { FRESH } from './members.ts';
import type { Who } from './who.ts';

/** For a decision, what Slack said may be no older, ms. */
const AT_ONCE = 60_000;

/** Holding posts back can only make things safer: it does not wait for a Slack that does not answer. */
const waitsForSeats = (action: ActionName) => DECIDES.has(action) && action !== 'pause';

const oldest = (action: ActionName) => (DECIDES.has(action) ? AT_ONCE : FRESH);
/** Somebody nobody here knows is told so by the front; to decide, they may just have been seated. */
const isAsked = (who: Who, action: ActionName) => who.person !== null || DECIDES.has(action);

/** Why this person is refused, by what is known and fresh enough; null: they are not; undefined: it must be asked. */
export function admittedAtOnce(
  line: Line,
  who: Who,
  user: string,
  action: ActionName,
): string | null | undefined {
  const seats = DECIDES.has(action) ? line.seats.known(who.school, AT_ONCE) : null;
  if (seats === undefined) return undefined;
  const own = isAsked(who, action) ? line.members.known(user, oldest(action)) : null;
  if (own !== null) return own;
  return waitsForSeats(action) ? seats : null;
}

/** The same, asked of Slack where what is known is too old. Never throws. */
export async function admitted(
  line: Line,
  who: Who,
  user: string,
  action: ActionName,
): Promise<string | null> {
  const seats = DECIDES.has(action) ? await line.seats.look(who.school, AT_ONCE) : null;
  const own = isAsked(who, action) ? await line.members.check(user, oldest(action)) : null;
  if (own !== null) return own;
  return waitsForSeats(action) ? seats : null;
}
