/** Putting cards where they belong: in place of one that stands, as a modal, or as a word to one person. */
import type { Card } from '../../cards/model.ts';
import type { Answer } from '../../src/front/intent.ts';
import { putUp } from '../../src/front/put-up.ts';
import type { School } from '../../src/school/school.ts';
import { type Line, lasting, type Meta, modal, newPlace, passing } from './line.ts';
import type { Spot } from './refs.ts';
import { errorName, slackFault } from './web.ts';

/** A card that cannot be changed any more is gone, and that is no fault. */
const GONE = [
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'not_found',
];

/** Puts a card in the place of one that stands. False where it is gone. Throws where Slack did not take it. */
export async function put(line: Line, school: School, spot: Spot, card: Card): Promise<boolean> {
  try {
    switch (spot.at) {
      case 'message': {
        const { channel, ts } = spot;
        await line.web.chat.update({ channel, ts, ...lasting(school, card) });
        return true;
      }
      case 'ephemeral':
        return await line.hooks.replace(spot.id, passing(school, card, spot.id), card.title);
      case 'modal': {
        const view = modal(school, card, spot.id, { t: `v/${spot.id}` });
        await line.web.views.update({ external_id: spot.id, view });
        return true;
      }
    }
  } catch (error) {
    if (GONE.includes(errorName(error) ?? '')) return false;
    throw slackFault(error, 'Changing a card');
  }
}

/** Puts up an answer that replaces a card. False where that card is gone. */
export function replaced(line: Line, school: School, spot: Spot, answer: Answer): Promise<boolean> {
  return putUp(answer, (card) => put(line, school, spot, card));
}

/** Opens a form, on top of another where one is open. False where the click was too long ago for Slack. */
export async function open(
  line: Line,
  school: School,
  card: Card,
  how: { trigger: string; over: boolean; meta: Meta; id?: string },
): Promise<boolean> {
  const id = how.id ?? newPlace(school);
  const call = { trigger_id: how.trigger, view: modal(school, card, id, how.meta) };
  try {
    await (how.over ? line.quick.views.push(call) : line.quick.views.open(call));
    return true;
  } catch (error) {
    line.log.warn({ why: slackFault(error, 'Opening a form').message }, 'a form did not open');
    return false;
  }
}

/** Sends a card to one person's messages with Bellbird. Gives its channel and time; throws where Slack refused. */
export async function direct(
  line: Line,
  school: School,
  user: string,
  card: Card,
  under: { channel: string; ts: string } | null = null,
): Promise<{ channel: string; ts: string }> {
  return say(line, school, { channel: under?.channel ?? user, thread: under?.ts ?? null }, card);
}

/** Posts a card that lasts. Throws with a sentence and, where Slack says how long, a time to wait. */
export async function say(
  line: Line,
  school: School,
  to: { channel: string; thread: string | null },
  card: Card,
): Promise<{ channel: string; ts: string }> {
  const { channel, thread } = to;
  try {
    const posted = await line.web.chat.postMessage({
      channel,
      ...(thread === null ? {} : { thread_ts: thread }),
      ...lasting(school, card),
      // A card names links only where it means them: Slack need not show what is behind them.
      unfurl_links: false,
      unfurl_media: false,
    });
    if (!posted.channel || !posted.ts) throw new Error('Slack named no message');
    return { channel: posted.channel, ts: posted.ts };
  } catch (error) {
    throw slackFault(error, 'Posting a card');
  }
}

/** Says something to one person where they are, without anybody else seeing it; else in their own messages. */
export async function whisper(
  line: Line,
  school: School,
  to: { hook: string | null; channel: string | null; user: string },
  card: Card,
  place = newPlace(school),
): Promise<{ at: 'here' } | { at: 'message'; channel: string; ts: string }> {
  const message = passing(school, card, place);
  const as = { id: place, title: card.title };
  if (to.hook !== null && (await line.hooks.say(to.hook, message, as))) return { at: 'here' };
  if (to.channel !== null) {
    try {
      const { channel, user } = to;
      await line.web.chat.postEphemeral({ channel, user, ...message });
      return { at: 'here' };
    } catch {
      // Bellbird is not in that channel: the person's own messages are left.
    }
  }
  return { at: 'message', ...(await direct(line, school, to.user, card)) };
}
