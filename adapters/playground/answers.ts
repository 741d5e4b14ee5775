/** From what the page sends to an Inbound, and from the front's Answer to what stands in the chat. */
import type { Card } from '../../cards/model.ts';
import type { Answer, Front, Inbound, Intent } from '../../src/front/intent.ts';
import { putUp } from '../../src/front/put-up.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { replaceCard } from './chat.ts';
import { keptLine, notACommand, readCommand } from './commands.ts';
import type { LiveShelf } from './live-shelf.ts';
import { type Message, readRef, refOf, sltTopic, staffTopic } from './message.ts';
import type { ActBody, SayBody } from './requests.ts';
import { followedBy, type PlaygroundSchool } from './school.ts';
import { type ShownCard, type ShownItem, showCard, showItem } from './shown.ts';
import { storedCard, unstoredCard } from './stored.ts';

export type Room = {
  school: PlaygroundSchool;
  front: Front;
  shelf: LiveShelf;
  clock: Clock;
  /** A fault of the store as a sentence somebody can act on, or null where it is another. */
  faultInWords?: (fault: unknown) => string | null;
};

/**
 * What the page gets back. `items` are the messages that stand in the chat now, as the stream tells them
 * too. `card` is there for a dialog and a note, which stand nowhere. `word` is a line that needs no card.
 */
export type Reply =
  | { as: 'card' | 'replace'; items: ShownItem[] }
  | { as: 'dialog' | 'note'; items: ShownItem[]; card: ShownCard; ref: string | null }
  | { as: 'word'; items: ShownItem[]; words: string };

type Place = { topic: string; key: string };
/** A message not yet on the shelf, and where it will stand. */
type Placed = Place & { message: Message };

async function standing({ school, shelf }: Room, person: string, places: Place[]) {
  const items: ShownItem[] = [];
  for (const { topic, key } of places) {
    const followed = followedBy(school, person).find((one) => one.topic === topic);
    const item = followed ? await shelf.get(topic, key) : null;
    if (followed && item) items.push(showItem(followed, item));
  }
  return items;
}

function inbound({ school }: Room, body: SayBody | ActBody, ref: string, intent: Intent): Inbound {
  const touched = 'ref' in body ? body.ref : null;
  const delivery = `playground:${body.as}:${body.delivery}`;
  return { school: school.id, person: body.as, chat: 'playground', delivery, touched, ref, intent };
}

/** A typed line: a command goes to the front; anything else gets a word on what can be typed. */
export async function say(room: Room, body: SayBody): Promise<Reply> {
  const typed = readCommand(body.text);
  if (!typed) return { as: 'word', items: [], words: notACommand(body.text) };
  const at = room.clock.now();
  const topic = staffTopic(room.school.id, body.as);
  const reply: Place = { topic, key: `${body.delivery}-answer` };
  const ref = refOf(topic, reply.key);
  const answer = await room.front.receive(inbound(room, body, ref, { kind: 'command', ...typed }));
  const text = keptLine(typed);
  const line: Placed = {
    topic,
    key: `${body.delivery}-line`,
    message: { says: 'person', person: body.as, text, at },
  };
  return place(room, body.as, answer, { touched: null, reply, first: [line] });
}

/** A click on a card, or a form that was sent. Null where `ref` is no message this person sees. */
export async function act(room: Room, body: ActBody): Promise<Reply | null> {
  const own = staffTopic(room.school.id, body.as);
  const touched = body.ref === null ? null : readRef(body.ref);
  if (body.ref !== null) {
    const seen = touched?.topic === own || touched?.topic === sltTopic(room.school.id);
    if (!touched || !seen || !(await room.shelf.get(touched.topic, touched.key))) return null;
  }
  const reply: Place = { topic: own, key: `${body.delivery}-answer` };
  const intent: Intent = {
    kind: 'action',
    action: body.action,
    fields: body.fields,
    ...(body.draft === undefined ? {} : { draft: body.draft }),
    ...(body.revision === undefined ? {} : { revision: body.revision }),
    ...(body.item === undefined ? {} : { item: body.item }),
  };
  const ref = refOf(own, reply.key);
  const answer = await room.front.receive(inbound(room, body, ref, intent));
  return place(room, body.as, answer, { touched, reply, first: [] });
}

async function place(
  room: Room,
  person: string,
  answer: Answer,
  where: { touched: Place | null; reply: Place; first: Placed[] },
): Promise<Reply> {
  const { card } = answer;
  const { touched, reply, first } = where;
  const told = (as: 'dialog' | 'note', shown: Card, items: ShownItem[]): Reply => {
    const ref = touched ? refOf(touched.topic, touched.key) : null;
    return { as, items, card: showCard(shown, `${as}-${reply.key}`), ref };
  };
  if (answer.as === 'dialog' || answer.as === 'note') {
    // A full disk must not keep anybody from being told of it: the note is given, what was typed is not kept.
    await add(room, first).catch(() => {});
    return told(answer.as, card, await standing(room, person, first));
  }
  try {
    if (answer.as === 'replace' && touched) {
      await replace(room, touched, answer);
      return { as: 'replace', items: await standing(room, person, [touched]) };
    }
    // Added only once: at a second delivery the card there may already tell later news than this answer.
    const message: Message = { says: 'bellbird', card: storedCard(card), at: room.clock.now() };
    await add(room, [...first, { ...reply, message }]);
    return { as: 'card', items: await standing(room, person, [...first, reply]) };
  } catch (fault) {
    // What was asked has been done or read by now; only its card finds no room.
    const why = room.faultInWords?.(fault);
    if (!why) throw fault;
    return told('note', unstoredCard(card, why), []);
  }
}

/** Asked for at once and answered together: the store then needs to sync the disk but once for all of them. */
async function add({ shelf }: Room, placed: readonly Placed[]): Promise<void> {
  await Promise.all(placed.map(({ topic, key, message }) => shelf.add(topic, key, message)));
}

async function replace({ shelf, clock }: Room, touched: Place, answer: Answer): Promise<void> {
  await putUp(answer, async (card) => {
    await replaceCard(shelf, touched, card, clock.now());
    return true;
  });
}
