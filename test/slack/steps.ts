/** What people of the school do in most tests here, one step each. */
import type { Person, Seen } from '../fakes/slack/slack.ts';
import { SLT, STAFF, type Workspace } from './workspace.ts';

export const POST = 'Year 4 built a marble run from cardboard.';

/** The one thing of a list. Throws where there is none, or more. */
export function only<T>(all: readonly T[]): T {
  const [first] = all;
  if (first === undefined || all.length > 1) {
    throw new Error(`wanted one, found ${all.length}: ${JSON.stringify(all, null, 1)}`);
  }
  return first;
}

/** Types `/tweet` with these words in the staff room; gives the checklist that only they see. */
export async function writes(who: Person, words = POST): Promise<Seen> {
  return only((await who.types(`/tweet ${words}`, { channel: STAFF })).messages);
}

/** Amy writes a post, ticks and sends it; gives SLT's card as Sam sees it. */
export async function sends(at: Workspace, words = POST): Promise<Seen> {
  const card = await writes(at.amy, words);
  await at.amy.fills({ ticked: true }, card);
  await at.amy.presses('Send to SLT', card);
  return sltCard(at);
}

/** The newest card in the SLT channel. */
export function sltCard(at: Workspace): Seen {
  const card = at.sam.sees(SLT).findLast((seen) => !seen.ephemeral);
  if (!card) throw new Error('nothing stands in the SLT channel');
  return card;
}

/** A card as it reads by now. */
export function now(who: Person, card: Seen): Seen {
  const found = who.sees().find((seen) => seen.ts === card.ts);
  if (!found) throw new Error('that card is gone');
  return found;
}

/** A person's own messages with Bellbird, without what stands in threads. */
export function mainStream(at: Workspace, who: Person): Seen[] {
  const inThread = new Set(at.slack.world.messages.filter((each) => each.thread).map((m) => m.ts));
  return who.dm().filter((seen) => !inThread.has(seen.ts ?? ''));
}
