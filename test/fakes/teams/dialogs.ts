/** Dialogs: what an app may answer to one being opened or sent, and what the client does with it. */
import { isThing, type Json, thing, things, word } from '../slack/json.ts';
import type { Taken } from './deliver.ts';
import { CARD, checkCard, screenKey } from './messages.ts';
import type { Dialog, World } from './world.ts';

/** What the client says by itself when an app gives it nothing to show. */
export const UNREACHED = 'Unable to reach app. Please try again.';

/** The key of what a person typed in their dialog. */
export const dialogKey = (aad: string) => screenKey(aad, 'dialog');

export function close(world: World, aad: string) {
  world.dialogs.delete(aad);
  world.screens.delete(dialogKey(aad));
  world.stirred();
}

const SIZES = ['small', 'medium', 'large'];
const sized = (it: unknown) =>
  it === undefined || typeof it === 'number' || SIZES.includes(String(it));

/** Actions anywhere in a card; what a host falls back on is not looked at. */
function actionTypes(it: unknown): string[] {
  if (Array.isArray(it)) return it.flatMap(actionTypes);
  if (!isThing(it)) return [];
  const own = word(it.type).startsWith('Action.') ? [word(it.type)] : [];
  const deeper = Object.entries(it).filter(([key]) => key !== 'fallback' && key !== 'data');
  return [...own, ...deeper.flatMap(([, each]) => actionTypes(each))];
}

function show(world: World, where: string, aad: string, value: Json, via: Dialog['via']) {
  const { contentType, content } = thing(value.card);
  if (contentType !== CARD || !isThing(content)) {
    world.fault(where, 'a dialog without an Adaptive Card');
    world.notice(aad, UNREACHED);
    return;
  }
  checkCard(world, where, content);
  if (actionTypes(content).includes('Action.Execute'))
    world.fault(where, 'an Action.Execute in a dialog, where only Action.Submit sends');
  if (!sized(value.height) || !sized(value.width)) world.fault(where, 'a dialog of no known size');
  world.screens.delete(dialogKey(aad));
  world.dialogs.set(aad, { title: word(value.title), card: content, via });
  world.stirred();
}

/** What a message extension puts in the compose box; false where there is no such answer. */
function composed(world: World, where: string, aad: string, body: Json): boolean {
  const { type, attachments, text } = thing(body.composeExtension);
  if (type === 'message') world.notice(aad, word(text));
  else if (type === 'result')
    for (const { contentType, content } of things(attachments)) {
      if (contentType === CARD && isThing(content)) checkCard(world, where, content);
      else world.fault(where, `an attachment that is no Adaptive Card: ${String(contentType)}`);
    }
  else return false;
  return true;
}

/**
 * Does what the app answered to a dialog being opened or sent: shows the next one, tells its note, or closes it.
 * An empty answer closes a dialog that was sent, and is a fault where one was asked for.
 */
export function answered(
  world: World,
  {
    aad,
    via,
    taken,
    opening,
  }: { aad: string; via: Dialog['via']; taken: Taken; opening: string | null },
) {
  const where = opening ?? 'submit';
  if (taken.kind !== 'answered' || taken.status >= 300) return world.notice(aad, UNREACHED);
  const body = thing(taken.body);
  const { type, value } = thing(body.task);
  if (type === 'continue') return show(world, where, aad, thing(value), via);
  if (type === 'message') {
    world.notice(aad, word(value));
    return close(world, aad);
  }
  const known = composed(world, where, aad, body);
  const empty = taken.body === null || Object.keys(body).length === 0;
  if (!known && (opening !== null || !empty)) {
    world.fault(where, `an answer that Teams does not know: ${JSON.stringify(taken.body)}`);
    return world.notice(aad, UNREACHED);
  }
  close(world, aad);
}
