/** The first word to somebody who has put Bellbird into their Teams. */
import type { Activity } from 'botframework-schema';
import { welcomeCard } from '../../cards/help.ts';
import { toOwnChat } from './answers.ts';
import { hand, type Line, ownDelivery } from './line.ts';
import { whoIs } from './who.ts';

/** What can be typed, once, when the app comes into somebody's own chat. */
export async function helpFor(line: Line, activity: Activity): Promise<void> {
  const who = whoIs(line.schools(), activity);
  const object = activity.from?.aadObjectId;
  if (!who || !object) return;
  const intent = { kind: 'command' as const, command: 'help' as const, text: '' };
  const { as, card } = await hand(line, who, { delivery: ownDelivery() }, intent);
  // A note is for somebody whom the school file does not know yet.
  await toOwnChat(line, who, object, as === 'note' ? card : welcomeCard(card));
}
