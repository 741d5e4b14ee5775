/** What stands on the shelf, as the page gets it: cards drawn as Adaptive Cards, posts cut into segments. */
import { asSeenBy } from '../../cards/as-seen.ts';
import type { Card } from '../../cards/model.ts';
import { adaptiveCard } from '../../cards/render/adaptive.ts';
import type { ShelfItem } from '../../src/ports/shelf.ts';
import { type Segment, segments } from '../timeline/segments.ts';
import type { ShelvedPost } from '../timeline/topic.ts';
import { type Message, refOf } from './message.ts';
import type { Followed } from './school.ts';

/** A card as the page draws it; `summary` is for screen readers and for unread marks. */
export type ShownCard = {
  title: string;
  summary: string;
  mark: Card['mark'] | null;
  adaptive: object;
};

export type Shown =
  | { kind: 'line'; person: string; text: string; at: number }
  | { kind: 'card'; ref: string; card: ShownCard; at: number }
  /** `removed`: taken down, so that readers see nothing of it. */
  | {
      kind: 'post';
      handle: string;
      url: string;
      at: number;
      segments: Segment[];
      removed: boolean;
    };

export type ShownItem = {
  pane: Followed['pane'];
  topic: string;
  seq: number;
  key: string;
  value: Shown;
};

/** A card drawn for the page. `place` keeps its element ids apart from those of the other cards there. */
export function showCard(card: Card, place: string): ShownCard {
  return {
    title: card.title,
    summary: card.summary,
    mark: card.mark ?? null,
    adaptive: adaptiveCard(card, { place: place.replace(/[^\w-]/g, '') }),
  };
}

/** An item of the shelf as the page gets it. */
export function showItem(followed: Followed, { seq, key, value }: ShelfItem): ShownItem {
  const { topic, pane } = followed;
  return { pane, topic, seq, key, value: show(followed, key, value) };
}

function show({ topic, pane, viewer }: Followed, key: string, value: unknown): Shown {
  if (pane === 'timeline') {
    const { handle, id, at, text, removed = false } = value as ShelvedPost;
    // A path, not the kept address: the port may be another than on the day it was posted.
    const url = `/timeline/${encodeURIComponent(handle)}/${id}`;
    return { kind: 'post', handle, url, at, segments: segments(text), removed };
  }
  const message = value as Message;
  if (message.says === 'person') {
    return { kind: 'line', person: message.person, text: message.text, at: message.at };
  }
  return {
    kind: 'card',
    ref: refOf(topic, key),
    card: showCard(asSeenBy(message.card, viewer), `${pane}-${key}`),
    at: message.at,
  };
}
