/** What every part of the adapter works with, and cards as Slack takes them. */
import { randomUUID } from 'node:crypto';
import type { Card } from '../../cards/model.ts';
import { homeOf, messageOf, modalOf } from '../../cards/render/block-kit.ts';
import { textCard } from '../../cards/render/text.ts';
import type { Front, Inbound, Intent } from '../../src/front/intent.ts';
import type { School } from '../../src/school/school.ts';
import type { Hooks, Message } from './hooks.ts';
import type { Log } from './log.ts';
import type { Members } from './members.ts';
import { placeFor } from './refs.ts';
import type { Seats } from './seated.ts';
import type { Web } from './web.ts';
import type { Who } from './who.ts';

/** Slack wants a word within three seconds; past this the answer comes by itself, ms. */
export const PATIENT = 2_000;

export type Line = {
  /** Calls that may take their time, and calls that a trigger waits for. */
  web: Web;
  quick: Web;
  hooks: Hooks;
  members: Members;
  seats: Seats;
  front: Front;
  schools: () => Iterable<School>;
  log: Log;
};

/** What a modal remembers while it is open. It names things; it gives no right. */
export type Meta = {
  /** The ref of the card it was opened from. */
  t?: string;
  /** The ephemeral place where an answer may be said. */
  e?: string;
  /** Set once its words were kept and stopped: closed now, its draft would be out of sight. */
  o?: 1;
  /** The button that sends it: action, draft, revision, item. */
  a?: string;
  d?: string;
  r?: number;
  i?: string;
};

/** What a modal remembers; nothing where that is broken. */
export function metaOf(metadata: string | undefined): Meta {
  try {
    return (JSON.parse(metadata || '{}') ?? {}) as Meta;
  } catch {
    return {};
  }
}

/** Who the people of a school are in Slack. */
function theirs(school: School) {
  return {
    memberOf: (person: string) => school.people.find((each) => each.id === person)?.slack ?? null,
    team: school.slack?.team ?? null,
  };
}

/** The line for notifications is Bellbird's and somebody's words together, so nothing in it is markup. */
const NO_MARKUP = { mrkdwn: false } as const;

/** A card as a message only one person sees, under the id of its place. */
export function passing(school: School, card: Card, place: string): Message {
  return { ...messageOf(card, { place, ...theirs(school) }), ...NO_MARKUP };
}

/** A card as a message that Slack keeps: without the words that nothing of ours keeps. */
export function lasting(school: School, card: Card): Message {
  const options = { place: school.id, ...theirs(school), lasting: true };
  return { ...messageOf(card, options), ...NO_MARKUP };
}

export function modal(school: School, card: Card, id: string, meta: Meta) {
  return { ...modalOf(card, { place: id, ...theirs(school), meta }), external_id: id };
}

export function home(school: School, card: Card) {
  return homeOf(card, { place: school.id, ...theirs(school) });
}

export function newPlace(school: School): string {
  return placeFor(school.id);
}

/** The sentences of a short card, for a place that takes only text. */
export function wordsOf(card: Card): string {
  return (
    textCard({ ...card, buttons: [] })
      .split('\n')
      .slice(1)
      .join(' ') || card.title
  );
}

/** Hands an intent in. The delivery is Slack's own id of what happened, the same when it is sent again. */
export function hand(
  line: Line,
  { school, person }: Who,
  at: { delivery: string; touched?: string | null; ref?: string | null },
  intent: Intent,
): ReturnType<Front['receive']> {
  const inbound: Inbound = {
    school: school.id,
    person,
    chat: 'slack',
    delivery: `slack:${at.delivery}`,
    touched: at.touched ?? null,
    ref: at.ref ?? null,
    intent,
  };
  return line.front.receive(inbound);
}

/** An id for something that Bellbird does by itself while answering. */
export function ownDelivery(): string {
  return `own:${randomUUID()}`;
}
