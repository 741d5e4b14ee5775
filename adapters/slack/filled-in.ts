/** A form as Slack sent it, made one that Slack takes again: with all that was typed, ticked and chosen in it. */
import { randomUUID } from 'node:crypto';
import type { SlackViewAction } from '@slack/bolt';
import type { Modal } from '../../cards/render/block-kit.ts';

type View = SlackViewAction['view'];
type Held = View['state']['values'][string][string];
export type Form = Modal & { external_id: string };
type Thing = Record<string, unknown>;

const isThing = (value: unknown): value is Thing => value !== null && typeof value === 'object';
const isInitial = (key: string) => key.startsWith('initial_');

/** What an element begins with so that it holds this (Slack, "Block elements"); nothing where it holds nothing. */
function initial(element: Thing, held: Held): Thing {
  const options = Array.isArray(element.options) ? element.options.filter(isThing) : [];
  const chosen = new Set(
    [held.selected_option, ...(held.selected_options ?? [])].map((option) => option?.value),
  );
  const picked = options.filter((option) => chosen.has(String(option.value)));
  switch (element.type) {
    case 'plain_text_input':
      return held.value ? { initial_value: held.value } : {};
    case 'datepicker':
      return held.selected_date ? { initial_date: held.selected_date } : {};
    case 'timepicker':
      return held.selected_time ? { initial_time: held.selected_time } : {};
    case 'checkboxes':
      return picked.length > 0 ? { initial_options: picked } : {};
    default:
      return picked[0] ? { initial_option: picked[0] } : {};
  }
}

function withHeld(element: unknown, held: Record<string, Held>): unknown {
  if (!isThing(element)) return element;
  const own = held[String(element.action_id)];
  if (own === undefined) return element;
  const rest = Object.entries(element).filter(([key]) => !isInitial(key));
  return { ...Object.fromEntries(rest), ...initial(element, own) };
}

/** The form with what it holds, and these blocks above it in place of those that stood there for the same reason. */
export function filledIn(view: View, above: Modal['blocks']): Form {
  const { external_id: id, state, title, submit, close, private_metadata } = view;
  const own = view.blocks.filter((block) => !id || block.block_id?.startsWith(`${id}:`));
  const blocks = own.map((block) => {
    const held = state.values[block.block_id ?? ''];
    if (held === undefined) return block;
    const parts: Thing = { ...block };
    for (const key of ['element', 'accessory']) {
      if (parts[key] !== undefined) parts[key] = withHeld(parts[key], held);
    }
    if (Array.isArray(parts.elements)) {
      parts.elements = parts.elements.map((each) => withHeld(each, held));
    }
    return parts;
  });
  return {
    type: 'modal',
    callback_id: 'card',
    title,
    ...(submit ? { submit } : {}),
    ...(close ? { close } : {}),
    blocks: [...above, ...blocks],
    private_metadata,
    notify_on_close: true,
    external_id: id || randomUUID(),
  } as Form;
}
