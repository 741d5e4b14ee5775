/** What people tap on a card in a chat or a channel. */
import type { Activity } from 'botframework-schema';
import type { ActionName, Card } from '../../cards/model.ts';
import { DECIDES, type Intent } from '../../src/front/intent.ts';
import { afterwards, caughtUp, FOREIGN, GUEST, inPlace, reached, toOwnChat } from './answers.ts';
import { type Pressed, pressedIn } from './data.ts';
import { insistently } from './faults.ts';
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

const ASTRAY = 'Its card did not reach our chat. Please press it once more.';

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
  const at = activity.conversation.id;
  const [stranger] = await Promise.all([
    first.person !== null && line.members.stranger(first.school, object, at, decides),
    decides && line.members.seat(first.school),
  ]);
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

/** What comes of a press: the touched card anew, a word, or a card of its own, with where it stands. */
type Outcome = { card: Card } | { word: string } | { placed: string };

async function press(line: Line, activity: Activity, data: unknown): Promise<Outcome> {
  const pressed = pressedIn(data);
  const spot = touchedBy(activity);
  if (!pressed || !spot)
    return { word: 'That button is from an older version. Type help to see what there is now.' };
  const admitted = await letIn(line, activity, pressed.action);
  if ('refused' in admitted) return { word: admitted.refused };
  const { who, object } = admitted;
  // A new post takes the place of the form it was written in.
  const form = pressed.action === 'save' && pressed.draft === undefined;
  const ref = refOf(spot);
  const at = {
    // A form in the chat makes one post, however often it is pressed before it is gone. Ids of messages are times,
    // which two chats may share.
    delivery: form ? `form:${ref}` : `press:${spot.conversation}:${activity.id}`,
    touched: form ? null : ref,
    ref: form ? ref : null,
  };
  const answer = await hand(line, who, at, intentOf(pressed));
  if (answer.as === 'note') {
    if (answer.now) afterwards(line, caughtUp(line, who, spot, answer.now));
    return { word: wordsOf(answer.card) };
  }
  const instead = answer.as === 'replace' || form || pressed.action === 'topic';
  if (instead) {
    afterwards(line, inPlace(line, who, spot, object, answer));
    return { card: answer.card };
  }
  if (!(await reached(line, toOwnChat(line, who, object, answer.card)))) return { word: ASTRAY };
  const here = (await line.known.chatWith(object)) === spot.conversation;
  return { placed: here ? 'It stands below.' : 'It is in your own chat with Bellbird.' };
}

/** Answers a press. The card is answered here for the one who pressed, and changed for all afterwards. */
export async function onPress(line: Line, activity: Activity, data: unknown): Promise<CardAnswer> {
  const outcome = await press(line, activity, data);
  if (!('card' in outcome)) return message('word' in outcome ? outcome.word : outcome.placed);
  const value = chatCard(outcome.card);
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value };
}

/**
 * Does what a button asks that came as a message, from a client that does not know Action.Execute. Such a client
 * takes no answer: a card changes where it stands, and a word is written, in the person's own chat where they have
 * one, for in a channel everybody would read it.
 */
export async function onSubmitted(line: Line, activity: Activity): Promise<void> {
  const outcome = await press(line, activity, activity.value);
  if (!('word' in outcome)) return;
  const own = await line.known.chatWith(activity.from?.aadObjectId ?? '');
  const say = { type: 'message', text: outcome.word, textFormat: 'plain' };
  await insistently(() =>
    line.service.send(activity.serviceUrl, own ?? activity.conversation.id, say),
  );
}
