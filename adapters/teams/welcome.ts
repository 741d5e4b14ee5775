/** The first word to somebody who has put Bellbird into their Teams. */
import type { Activity } from 'botframework-schema';
import { toOwnChat } from './answers.ts';
import { hand, type Line, ownDelivery } from './line.ts';
import { whoIs } from './who.ts';

/** What can be typed, once, when the app comes into somebody's own chat. */
export async function helpFor(line: Line, activity: Activity): Promise<void> {
  const who = whoIs(line.schools(), activity);
  const object = activity.from?.aadObjectId;
  if (!who || !object) return;
  const intent = { kind: 'command' as const, command: 'help' as const, text: '' };
  const { card } = await hand(line, who, { delivery: ownDelivery() }, intent);
  await toOwnChat(line, who, object, card);
}
