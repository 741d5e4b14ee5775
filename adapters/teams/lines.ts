/** What people type, in their chat with Bellbird or to it in a channel. */
import type { Activity } from 'botframework-schema';
import { filesCard } from '../../cards/files.ts';
import { FOREIGN, GUEST, refusalCard, toOwnChat } from './answers.ts';
import { bringsFiles } from './attachments.ts';
import { hand, type Line } from './line.ts';
import { channelOf, whoIs } from './who.ts';
import { readLine } from './words.ts';

/** Answers one line. `text` is without the mention of Bellbird. The answer goes to the person, never to a channel. */
export async function onLine(line: Line, activity: Activity, text: string): Promise<void> {
  const object = activity.from?.aadObjectId ?? '';
  const who = whoIs(line.schools(), activity);
  if (!who || object === '') {
    await line.service.send(activity.serviceUrl, activity.conversation.id, {
      type: 'message',
      text: FOREIGN,
      textFormat: 'plain',
    });
    return;
  }
  const at = activity.conversation.id;
  const stranger =
    who.person !== null && (await line.members.stranger(who.school, object, at, false));
  const typed = readLine(text) ?? { command: 'help' as const, text };
  const only = stranger ? refusalCard(GUEST) : bringsFiles(activity) ? filesCard() : null;
  const answer = only
    ? { card: only }
    : await hand(
        line,
        who,
        { delivery: `line:${activity.conversation.id}:${activity.id}` },
        { kind: 'command', ...typed },
      );
  try {
    await toOwnChat(line, who, object, answer.card);
  } catch (fault) {
    if (channelOf(activity) === null) throw fault;
    // Bellbird cannot write to this person by itself: only they can begin.
    await line.service.send(activity.serviceUrl, activity.conversation.id, {
      type: 'message',
      text: 'I answer in our own chat, and cannot begin it. Please open Bellbird in Teams and type it there.',
      textFormat: 'plain',
    });
  }
}
