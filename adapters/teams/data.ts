/** What a card sends when it is pressed: the button's data with every input beside it. */
import { type ActionName, isAction } from '../../cards/model.ts';

export type Pressed = {
  action: ActionName;
  draft?: string;
  revision?: number;
  item?: string;
  fields: Record<string, string>;
  /** The ref of the card that a dialog was opened from. */
  from: string | null;
  /** An id of the dialog itself, the same however often it is sent. */
  once: string | null;
};

const OURS: ReadonlySet<string> = new Set([
  'action',
  'draft',
  'revision',
  'item',
  'from',
  'once',
  'msteams',
]);
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** What an input gives is text, or as good as; nothing else is an answer of one. */
function entered(value: unknown): string {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
}

/** Reads it; null where it is nothing of ours. Rights never come from it. */
export function pressedIn(data: unknown): Pressed | null {
  if (data === null || typeof data !== 'object') return null;
  const given = data as Record<string, unknown>;
  const { action } = given;
  if (!isAction(action)) return null;
  const inputs = Object.entries(given).filter(([id]) => !OURS.has(id));
  const draft = text(given.draft);
  const item = typeof given.item === 'string' ? given.item : undefined;
  return {
    action,
    ...(draft === undefined ? {} : { draft }),
    ...(Number.isSafeInteger(given.revision) ? { revision: given.revision as number } : {}),
    ...(item === undefined ? {} : { item }),
    fields: Object.fromEntries(inputs.map(([id, value]) => [id, entered(value)])),
    from: text(given.from) ?? null,
    once: text(given.once) ?? null,
  };
}
