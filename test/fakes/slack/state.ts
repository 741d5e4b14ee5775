/** What people have typed, ticked and picked: Slack's `state.values`. */
import { elementsOf } from './blocks.ts';
import { type Json, things, word } from './json.ts';
import { asSent } from './shortcodes.ts';
import type { World } from './world.ts';

type Kept = { key: string; first: string; empty: unknown };

/** Under which key Slack sends what an element holds, and which key of the element it starts from. */
const KEPT: Record<string, Kept> = {
  plain_text_input: { key: 'value', first: 'initial_value', empty: null },
  number_input: { key: 'value', first: 'initial_value', empty: null },
  email_text_input: { key: 'value', first: 'initial_value', empty: null },
  url_text_input: { key: 'value', first: 'initial_value', empty: null },
  checkboxes: { key: 'selected_options', first: 'initial_options', empty: [] },
  multi_static_select: { key: 'selected_options', first: 'initial_options', empty: [] },
  radio_buttons: { key: 'selected_option', first: 'initial_option', empty: null },
  static_select: { key: 'selected_option', first: 'initial_option', empty: null },
  datepicker: { key: 'selected_date', first: 'initial_date', empty: null },
  timepicker: { key: 'selected_time', first: 'initial_time', empty: null },
  datetimepicker: { key: 'selected_date_time', first: 'initial_date_time', empty: null },
  users_select: { key: 'selected_user', first: 'initial_user', empty: null },
};

export const holdsInput = (element: Json) => word(element.type) in KEPT;

/** The key under which an element's value is sent, such as `selected_option`. */
export const keyOf = (element: Json): string => KEPT[word(element.type)]?.key ?? 'value';

const idOf = (block: Json, element: Json) =>
  [block.block_id, element.action_id, element.type].join('\n');

const placeOf = (user: string, place: string) => `${user}\n${place}`;

/** What an element holds for a person: what they gave, else what it came with. */
export function heldIn(
  world: World,
  user: string,
  place: string,
  block: Json,
  element: Json,
): Json {
  const given = world.inputs.get(placeOf(user, place))?.get(idOf(block, element));
  if (given) return given;
  const kept = KEPT[word(element.type)];
  if (!kept) return { type: element.type };
  const first = element[kept.first];
  const value = first === undefined || first === '' ? kept.empty : first;
  return { type: element.type, [kept.key]: value };
}

/** Keeps what a person gave. `place` is the message's ts or the view's id. */
export function hold(
  world: World,
  user: string,
  place: string,
  [block, element]: [Json, Json],
  value: unknown,
) {
  const key = placeOf(user, place);
  const all = world.inputs.get(key) ?? new Map<string, Json>();
  all.set(idOf(block, element), { type: element.type, [keyOf(element)]: value });
  world.inputs.set(key, all);
}

/** What a person gave there is gone; what the app put there stands again. */
export const forget = (world: World, user: string, place: string) =>
  void world.inputs.delete(placeOf(user, place));

/** `state.values` of a message or view, as this person sees it: every input element of it. */
export function valuesOf(world: World, user: string, place: string, blocks: unknown) {
  const values: Record<string, Record<string, Json>> = {};
  for (const block of things(blocks)) {
    for (const element of elementsOf(block).filter(holdsInput)) {
      const block_id = word(block.block_id);
      const action_id = word(element.action_id);
      values[block_id] ??= {};
      const held = heldIn(world, user, place, block, element);
      const typed = element.type === 'plain_text_input' && typeof held.value === 'string';
      values[block_id][action_id] = typed ? { ...held, value: asSent(word(held.value)) } : held;
    }
  }
  return values;
}

/** What was typed into a field that is no longer there is gone; where its ids stayed, it stays. */
export function prune(world: World, place: string, blocks: unknown) {
  const there = new Set(
    things(blocks).flatMap((block) => elementsOf(block).map((element) => idOf(block, element))),
  );
  for (const [key, held] of world.inputs) {
    if (!key.endsWith(`\n${place}`)) continue;
    for (const id of [...held.keys()].filter((each) => !there.has(each))) held.delete(id);
  }
}
