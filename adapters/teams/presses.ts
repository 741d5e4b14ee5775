/** What people tap on a card in a chat or a channel. */
import type { Activity } from 'botframework-schema';
import type { ActionName } from '../../cards/model.ts';
import { DECIDES, type Intent } from '../../src/front/intent.ts';
import { afterwards, caughtUp, FOREIGN, GUEST, inPlace, toOwnChat } from './answers.ts';
import { type Pressed, pressedIn } from './data.ts';
import { chatCard, hand, type Line, wordsOf } from './line.ts';
import { refOf, type Spot } from './refs.ts';
import { type Who, whoIs } from './who.ts';

/** An answer to an invoke that only the person who pressed is shown (Microsoft, "Universal Actions": responses). */
export type CardAnswer =
  | { statusCode: 200; type: 'application/vnd.microsoft.activity.message'; value: string }
  | {
      statusCode: 200;
      type: 'application/vnd.microsoft.card.adaptive';
      value: Record<string, unknown>;
    };

const message = (value: string): CardAnswer => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value,
});

/** Who presses, let in or refused in a sentence. */
export async function letIn(
  line: Line,
  activity: Activity,
  action: ActionName,
): Promise<{ who: Who; object: string } | { refused: string }> {
  const object = activity.from?.aadObjectId ?? '';
  const first = whoIs(line.schools(), activity);
  if (!first || object === '') return { refused: FOREIGN };
  const decides = DECIDES.has(action);
  if (decides) await line.members.seat(first.school);
  const at = activity.conversation.id;
  const stranger =
    first.person !== null && (await line.members.stranger(first.school, object, at, decides));
  if (stranger) return { refused: GUEST };
  // Who sits on SLT may just have been seated anew.
  return { who: whoIs(line.schools(), activity) ?? first, object };
}

export function intentOf(pressed: Pressed, step?: 'form'): Intent {
  const { action, draft, revision, item, fields } = pressed;
  return {
    kind: 'action',
    action,
    fields,
    ...(step === undefined ? {} : { step }),
    ...(draft === undefined ? {} : { draft }),
    ...(revision === undefined ? {} : { revision }),
    ...(item === undefined ? {} : { item }),
  };
}

/** The card that was touched: Teams names it as the one replied to. */
export function touchedBy(activity: Activity): Spot | null {
  const conversation = activity.conversation?.id;
  return conversation && activity.replyToId ? { conversation, activity: activity.replyToId } : null;
}

/** Answers a press. The card is answered here for the one who pressed, and changed for all afterwards. */
export async function onPress(line: Line, activity: Activity, data: unknown): Promise<CardAnswer> {
  const pressed = pressedIn(data);
  const spot = touchedBy(activity);
  if (!pressed || !spot)
    return message('That button is from an older version. Type help to see what there is now.');
  const admitted = await letIn(line, activity, pressed.action);
  if ('refused' in admitted) return message(admitted.refused);
  const { who, object } = admitted;
  // A new post takes the place of the form it was written in.
  const form = pressed.action === 'save' && pressed.draft === undefined;
  const ref = refOf(spot);
  const at = {
    delivery: `press:${activity.id}`,
    touched: form ? null : ref,
    ref: form ? ref : null,
  };
  const answer = await hand(line, who, at, intentOf(pressed));
  if (answer.as === 'note') {
    if (answer.now) afterwards(line, caughtUp(line, who, spot, answer.now));
    return message(wordsOf(answer.card));
  }
  const instead = answer.as === 'replace' || form || pressed.action === 'topic';
  if (instead) {
    afterwards(line, inPlace(line, who, spot, object, answer));
    return {
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: chatCard(answer.card),
    };
  }
  afterwards(line, toOwnChat(line, who, object, answer.card));
  const here = (await line.known.chatWith(object)) === spot.conversation;
  return message(here ? 'It stands below.' : 'It is in your own chat with Bellbird.');
}
