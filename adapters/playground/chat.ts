/** The playground's outgoing side: cards that Bellbird puts into the chats by itself. */
import type { Card } from '../../cards/model.ts';
import type { Chat } from '../../src/ports/chat.ts';
import { type Clock, systemClock } from '../../src/ports/clock.ts';
import type { Shelf } from '../../src/ports/shelf.ts';
import { type Message, readRef, refOf, sltTopic, staffTopic } from './message.ts';
import { storedCard } from './stored.ts';

/**
 * Puts a card where one stands already, keeping its place in the chat. A card that is not there yet is
 * put too, so that news which overtakes the first showing is not lost.
 */
export async function replaceCard(
  shelf: Shelf,
  place: { topic: string; key: string },
  card: Card,
  now: number,
): Promise<void> {
  const standing = await shelf.get(place.topic, place.key);
  const at = standing ? (standing.value as Message).at : now;
  const message: Message = { says: 'bellbird', card: storedCard(card), at };
  await shelf.put(place.topic, place.key, message);
}

/** The playground as a chat. `post` with a key that is there already leaves what stands there. */
export function playgroundChat({
  shelf,
  clock = systemClock,
}: {
  shelf: Shelf;
  clock?: Clock;
}): Chat {
  return {
    name: 'playground',
    lasts: () => true,
    post: async (school, place, card, key) => {
      const topic = place.to === 'slt' ? sltTopic(school) : staffTopic(school, place.person);
      const message: Message = { says: 'bellbird', card: storedCard(card), at: clock.now() };
      await shelf.add(topic, key, message);
      return refOf(topic, key);
    },
    update: async (school, ref, card) => {
      const place = readRef(ref);
      if (!place) return;
      const ours =
        place.topic === sltTopic(school) || place.topic.startsWith(staffTopic(school, ''));
      if (ours) await replaceCard(shelf, place, card, clock.now());
    },
  };
}
