/** Filling in a card's fields as a person does: typing, ticking, picking by what the choices say. */
import { type Json, thing, things, word } from '../slack/json.ts';
import { heldBy, type Pressable } from './look.ts';
import type { Screen } from './world.ts';

/** Words for a text; the label of what to pick; labels, or yes and no, for ticks. */
export type Given = string | string[] | boolean;
export type Fields = Record<string, Given>;

const plain = (label: unknown) => word(label).trim().toLowerCase();

/** The inputs a person means: by label, else by the id the app gave them, else by part of the label. */
function inputsNamed(inputs: Json[], name: string): Json[] {
  const labelled = inputs.filter((input) => plain(input.label ?? input.title) === plain(name));
  if (labelled.length > 0) return labelled;
  const known = inputs.filter(({ id }) => id === name || word(id).startsWith(`${name}:`));
  if (known.length > 0) return known;
  return inputs.filter((input) => plain(input.label ?? input.title).includes(plain(name)));
}

function choiceNamed(input: Json, name: string): string | undefined {
  const all = things(input.choices);
  const found =
    all.find(({ title }) => plain(title) === plain(name)) ??
    all.find(({ title }) => plain(title).includes(plain(name)));
  return found === undefined ? undefined : word(found.value);
}

function valueFor(input: Json, given: Given): string {
  if (input.type === 'Input.Toggle')
    return given ? word(input.valueOn) || 'true' : word(input.valueOff) || 'false';
  if (input.type !== 'Input.ChoiceSet') {
    const most = Number(input.maxLength ?? Number.POSITIVE_INFINITY);
    return String(given).slice(0, most);
  }
  if (given === true)
    return things(input.choices)
      .map(({ value }) => word(value))
      .join(',');
  const names = Array.isArray(given) ? given : [given].filter(Boolean).map(String);
  const values = names.map((name) => {
    const value = choiceNamed(input, name);
    if (value !== undefined) return value;
    const there = things(input.choices).map(({ title }) => word(title));
    throw new Error(`There is no "${name}" to pick. There is: ${there.join(' | ')}`);
  });
  return values.join(',');
}

/** Puts what a person gives into the fields; a fault where there is no such field. */
export function fillIn(screen: Screen, inputs: Json[], fields: Fields) {
  for (const [name, given] of Object.entries(fields)) {
    const found = inputsNamed(inputs, name);
    if (found.length === 0) {
      const there = inputs.map(({ label, title }) => word(label ?? title)).join(' | ') || 'none';
      throw new Error(`There is no field "${name}". Fields: ${there}.`);
    }
    for (const input of found) {
      const mine = Array.isArray(given)
        ? given.filter((each) => found.length === 1 || choiceNamed(input, each) !== undefined)
        : given;
      screen.typed.set(word(input.id), valueFor(input, mine));
    }
  }
}

const gathers = ({ action }: Pressable) => word(action.associatedInputs).toLowerCase() !== 'none';

/** What the client says and keeps the press back for: a required field left empty. */
export const lacking = (screen: Screen, press: Pressable): string[] =>
  gathers(press)
    ? press.inputs
        .filter((input) => input.isRequired === true && heldBy(screen, input).trim() === '')
        .map(({ errorMessage }) => word(errorMessage))
    : [];

/** What goes to the app with a button: its own data, and over it what the fields hold; empty ones are left out. */
export function dataOf(screen: Screen, press: Pressable): Json {
  const own = thing(press.action.data);
  if (!gathers(press)) return { ...own };
  const held = press.inputs
    .map((input) => [word(input.id), heldBy(screen, input)] as const)
    .filter(([, value]) => value !== '');
  return { ...own, ...Object.fromEntries(held) };
}
