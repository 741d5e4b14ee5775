/** Dialogs: opened from a card, from the compose box or from a message, and sent back. */
import type { Activity } from 'botframework-schema';
import { ONLY_WORDS } from '../../cards/files.ts';
import type { Card } from '../../cards/model.ts';
import type { Answer } from '../../src/front/intent.ts';
import { afterwards, findable, inPlace, reached, toOwnChat } from './answers.ts';
import { payloadBringsFiles } from './attachments.ts';
import { type Pressed, pressedIn } from './data.ts';
import { attachmentOf, dialogCard, hand, type Line, ownDelivery, wordsOf } from './line.ts';
import { intentOf, letIn, touchedBy } from './presses.ts';
import { refOf, spotOf } from './refs.ts';
import { plainWords } from './words.ts';

/** What a dialog's invoke is answered with (Microsoft, "Dialogs"); nothing at all closes it. */
export type DialogAnswer =
  | { task: { type: 'message'; value: string } }
  | {
      task: {
        type: 'continue';
        value: { title: string; height: 'medium'; width: 'medium'; card: object };
      };
    }
  | null;

const KEPT =
  'Your post is kept, but its card did not reach our chat. Open Bellbird in Teams and type tweet status there.';

const message = (value: string): DialogAnswer => ({ task: { type: 'message', value } });

function dialog(card: Card, from: string | null): DialogAnswer {
  const value = {
    title: card.title,
    height: 'medium' as const,
    width: 'medium' as const,
    card: attachmentOf(dialogCard(card, from)),
  };
  return { task: { type: 'continue', value } };
}

/** Opens the dialog a button asks for. */
export async function onFetch(
  line: Line,
  activity: Activity,
  data: unknown,
): Promise<DialogAnswer> {
  const pressed = pressedIn(data);
  if (!pressed)
    return message('That button is from an older version. Type help to see what there is now.');
  const admitted = await letIn(line, activity, pressed.action);
  if ('refused' in admitted) return message(admitted.refused);
  const spot = touchedBy(activity);
  const touched = spot === null ? null : refOf(spot);
  const at = { delivery: ownDelivery(), touched };
  const answer = await hand(line, admitted.who, at, intentOf(pressed));
  return answer.as === 'dialog' ? dialog(answer.card, touched) : message(wordsOf(answer.card));
}

/** Opens the composer for the message extension, with the words of the message it was called on. */
export async function onExtension(line: Line, activity: Activity): Promise<DialogAnswer> {
  const admitted = await letIn(line, activity, 'compose');
  if ('refused' in admitted) return message(admitted.refused);
  const { messagePayload: taken } = (activity.value ?? {}) as {
    messagePayload?: { body?: { content?: unknown }; attachments?: unknown };
  };
  const content = taken?.body?.content;
  const html = typeof content === 'string' ? content : '';
  const text = plainWords(html);
  const answer = await hand(
    line,
    admitted.who,
    { delivery: ownDelivery() },
    {
      kind: 'action',
      action: 'compose',
      fields: { text },
    },
  );
  if (answer.as !== 'dialog') return message(wordsOf(answer.card));
  if (!payloadBringsFiles({ attachments: taken?.attachments, html }))
    return dialog(answer.card, null);
  const left = { part: 'text' as const, text: ONLY_WORDS };
  return dialog({ ...answer.card, parts: [left, ...answer.card.parts] }, null);
}

/** The form once more, with what was typed and why it was refused. */
async function again(
  line: Line,
  admitted: { who: Parameters<typeof hand>[1] },
  data: unknown,
  says: string,
): Promise<DialogAnswer> {
  const pressed = pressedIn(data);
  if (pressed?.action !== 'save') return message(says);
  const filled: Answer = await hand(
    line,
    admitted.who,
    { delivery: ownDelivery() },
    intentOf({ ...pressed, action: 'count' }),
  );
  if (filled.as !== 'dialog') return message(says);
  const first = { part: 'items' as const, items: [{ mark: 'stop' as const, text: says }] };
  return dialog({ ...filled.card, parts: [first, ...filled.card.parts] }, pressed.from);
}

/**
 * Takes a dialog that was sent. A client that sends it again, under another id as it does for an extension,
 * gets the same answer, and nothing is done twice.
 */
export async function onSubmit(
  line: Line,
  activity: Activity,
  data: unknown,
): Promise<DialogAnswer> {
  const pressed = pressedIn(data);
  if (!pressed) return message('That form is from an older version. Please open it again.');
  // The id is the form's word alone, so it counts only for whoever sends it.
  const form = `form:${activity.from?.aadObjectId ?? ''}:${pressed.once ?? activity.id}`;
  return line.once(form, () => taken(line, activity, data, { pressed, form }));
}

async function taken(
  line: Line,
  activity: Activity,
  data: unknown,
  { pressed, form }: { pressed: Pressed; form: string },
): Promise<DialogAnswer> {
  const admitted = await letIn(line, activity, pressed.action);
  if ('refused' in admitted) return message(admitted.refused);
  const { who, object } = admitted;
  const spot = pressed.from === null ? null : spotOf(pressed.from);
  const at = {
    delivery: form,
    touched: pressed.from,
  };
  const step = pressed.action === 'save' ? 'form' : undefined;
  const answer = await hand(line, who, at, intentOf(pressed, step));
  if (answer.as === 'note') return again(line, admitted, data, wordsOf(answer.card));
  if (answer.as === 'dialog') {
    return dialog(answer.card, pressed.from ?? (await findable(line, who, object, answer.card)));
  }
  if (spot === null) {
    // The form is gone then, and the card is all there is to go on with.
    return (await reached(line, toOwnChat(line, who, object, answer.card))) ? null : message(KEPT);
  }
  afterwards(line, inPlace(line, who, spot, object, answer));
  return null;
}
