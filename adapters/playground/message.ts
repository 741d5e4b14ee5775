/** What stands in a playground chat, and where. */
import type { Card } from '../../cards/model.ts';

/** A message on the shelf. `at` is when it first stood there, epoch ms; a card that changes keeps it. */
export type Message =
  | { says: 'person'; person: string; text: string; at: number }
  | { says: 'bellbird'; card: Card; at: number };

/** A person's own view of the staff chat: only they see what Bellbird answers them. */
export function staffTopic(school: string, person: string): string {
  return `staff:${encodeURIComponent(school)}:${encodeURIComponent(person)}`;
}

/** The SLT channel of a school. */
export function sltTopic(school: string): string {
  return `slt:${encodeURIComponent(school)}`;
}

/** By which a card is found again: its topic and its key. */
export function refOf(topic: string, key: string): string {
  return `${encodeURIComponent(topic)}/${encodeURIComponent(key)}`;
}

/** The topic and key of a ref, or null where it is none. */
export function readRef(ref: string): { topic: string; key: string } | null {
  const [topic, key, more] = ref.split('/');
  if (!topic || !key || more !== undefined) return null;
  try {
    return { topic: decodeURIComponent(topic), key: decodeURIComponent(key) };
  } catch {
    return null;
  }
}
