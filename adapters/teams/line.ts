/** What every part of the adapter works with, and cards as Teams takes them. */
import { randomUUID } from 'node:crypto';
import type { Activity } from 'botframework-schema';
import type { Card } from '../../cards/model.ts';
import { adaptiveCard } from '../../cards/render/adaptive.ts';
import { shown } from '../../cards/render/plain.ts';
import { textCard } from '../../cards/render/text.ts';
import type { Front, Intent } from '../../src/front/intent.ts';
import type { School } from '../../src/school/school.ts';
import type { Acquaintances } from './acquaintances.ts';
import type { Log } from './log.ts';
import type { Members } from './members.ts';
import type { Once } from './repeats.ts';
import type { Service } from './service.ts';
import type { Who } from './who.ts';

export type Line = {
  service: Service;
  known: Acquaintances;
  members: Members;
  front: Front;
  schools: () => Iterable<School>;
  appId: string;
  once: Once;
  /** What this process has put up last, by ref: the card's own text. */
  stands: Map<string, string>;
  log: Log;
};

const CARD = 'application/vnd.microsoft.card.adaptive';

/** A card without the words that nothing of ours keeps: Teams keeps every card it shows. */
function lasting(card: Card): Card {
  return {
    ...card,
    parts: card.parts.filter((part) => !(part.part === 'quote' && part.passing)),
  };
}

/** The same card answers a press and is put up for everybody: it is drawn once. */
const drawn = new WeakMap<Card, Record<string, unknown>>();

/** A card in a chat. Its buttons are Action.Execute with a fallback, or open a dialog. */
export function chatCard(card: Card): Record<string, unknown> {
  const known = drawn.get(card) ?? adaptiveCard(lasting(card), { execute: true });
  drawn.set(card, known);
  return known;
}

/** A card in a dialog, whose buttons submit it, once, and say which card it was opened from. */
export function dialogCard(card: Card, from: string | null): Record<string, unknown> {
  const once = randomUUID();
  // The dialog's own title bar says what it is.
  const carries = from === null ? { once } : { once, from };
  return adaptiveCard(card, { carries, heading: false });
}

/** A message that is a card, with a line for its notification. */
export function cardMessage(card: Card): Partial<Activity> {
  return {
    type: 'message',
    summary: shown(card.summary),
    attachments: [{ contentType: CARD, content: chatCard(card) }],
  };
}

export function attachmentOf(content: Record<string, unknown>) {
  return { contentType: CARD, content };
}

/** The sentences of a short card, for a place that takes only text. */
export function wordsOf(card: Card): string {
  const [title = '', ...rest] = textCard({ ...card, buttons: [] }).split('\n');
  return rest.length === 0 ? title : rest.join(' ');
}

/** Hands an intent in. The delivery is the same where Teams sends the same again. */
export function hand(
  line: Line,
  { school, person }: Who,
  at: { delivery: string; touched?: string | null; ref?: string | null },
  intent: Intent,
): ReturnType<Front['receive']> {
  return line.front.receive({
    school: school.id,
    person,
    chat: 'teams',
    delivery: `teams:${at.delivery}`,
    touched: at.touched ?? null,
    ref: at.ref ?? null,
    intent,
  });
}

/** An id for something that Bellbird does by itself while answering. */
export function ownDelivery(): string {
  return `own:${randomUUID()}`;
}
