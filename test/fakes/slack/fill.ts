/** Filling in a field as a person does: typing, ticking, picking by what the options say. */
import { type Json, things } from './json.ts';
import { type Field, hasOption, optionsNamed } from './look.ts';
import { hold, keyOf } from './state.ts';
import type { World } from './world.ts';

/** Words for a text; the label of what to pick; labels or yes and no for ticks. */
export type Given = string | string[] | boolean;

function valueFor(world: World, element: Json, given: Given): unknown {
  switch (element.type) {
    case 'checkboxes':
    case 'multi_static_select': {
      if (given === true) return things(element.options);
      const names = Array.isArray(given) ? given : given ? [given] : [];
      return optionsNamed(world, element, names);
    }
    case 'radio_buttons':
    case 'static_select':
      return given === '' ? null : (optionsNamed(world, element, [String(given)])[0] ?? null);
    default:
      return given === '' ? null : String(given);
  }
}

/** Deals labels to pick among several fields of one name, each the labels it has. */
export function dealt(world: World, fields: Field[], given: Given): [Field, Given][] {
  if (!Array.isArray(given) || fields.length < 2) return fields.map((field) => [field, given]);
  const lost = given.find((name) => !fields.some((it) => hasOption(world, it.element, name)));
  if (lost !== undefined) throw new Error(`There is no "${lost}" to pick.`);
  return fields.map((field) => [
    field,
    given.filter((name) => hasOption(world, field.element, name)),
  ]);
}

/** Whether a change of this field is told to the app at once. */
export function dispatches({ block }: Field): boolean {
  if (block.type !== 'input') return true;
  return block.dispatch_action === true;
}

/** Puts what a person gives into a field; gives what the app would be told of it. */
export function fillIn(
  world: World,
  user: string,
  place: string,
  { block, element }: Field,
  given: Given,
): Json {
  const value = valueFor(world, element, given);
  hold(world, user, place, [block, element], value);
  return { [keyOf(element)]: value };
}

/** What Slack itself tells a person who submits: a field left empty, or too long or short. */
export function unfilled(fields: Field[], held: (field: Field) => Json): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const field of fields) {
    const { block, element } = field;
    if (block.type !== 'input') continue;
    const value = held(field)[keyOf(element)];
    const empty = value === null || value === undefined || (Array.isArray(value) && !value.length);
    const id = String(block.block_id);
    if (empty && block.optional !== true) wrong[id] = 'Please complete this required field.';
    if (typeof value !== 'string' || element.type !== 'plain_text_input') continue;
    const most = Number(element.max_length ?? 3000);
    if (value.length > most) wrong[id] = `This field is limited to ${most} characters.`;
    if (value.length < Number(element.min_length ?? 0)) wrong[id] = 'This is too short.';
  }
  return wrong;
}
