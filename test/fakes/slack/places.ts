/** Where a person can press and fill in: the modal, a message, the Home tab. */
import { type Json, things } from './json.ts';
import { type Seen, seenMessage } from './look.ts';
import { topOf } from './views.ts';
import type { Message, View, World } from './world.ts';

/** Where to press or fill in: something seen, a part of its text, or the Home tab. */
export type On = Seen | string;

export type Place = { blocks: Json[]; id: string; message: Message | null; view: View | null };

const ofView = (view: View): Place => ({
  blocks: things(view.body.blocks),
  id: view.id,
  message: null,
  view,
});

const ofMessage = (message: Message): Place => ({
  blocks: message.blocks,
  id: message.ts,
  message,
  view: null,
});

/** The messages this person can see, oldest first. */
export const visibleTo = (world: World, user: string): Message[] =>
  world.messages.filter(({ channel, only }) =>
    only === null ? world.channels.get(channel)?.members.has(user) : only === user,
  );

/** Where a person may mean, the likeliest first: the modal covers all else, then the newest message. */
export function placesFor(world: World, user: string, on?: On): Place[] {
  const top = topOf(world, user);
  const ownHome = world.views.get(world.homes.get(user) ?? '');
  if (typeof on === 'object' && on.view) {
    const view = world.views.get(on.view);
    return view ? [ofView(view)] : [];
  }
  if (on === 'home') return ownHome ? [ofView(ownHome)] : [];
  const newest = visibleTo(world, user).toReversed();
  if (typeof on === 'object') return newest.filter(({ ts }) => ts === on.ts).map(ofMessage);
  if (on === undefined) return top ? [ofView(top)] : newest.map(ofMessage);
  return newest
    .filter((message) => seenMessage(world, user, message).text.includes(on))
    .map(ofMessage);
}
