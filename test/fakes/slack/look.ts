/** What stands in front of a person: its text, its buttons, its fields, found by their labels. */
import { elementsOf } from './blocks.ts';
import { isThing, type Json, thing, things, word } from './json.ts';
import { readBlocks, readMessage, readText, readView } from './reading.ts';
import { heldIn, holdsInput, keyOf } from './state.ts';
import type { Message, View, World } from './world.ts';

/** Something a person can see and use. */
export type Seen = {
  kind: 'message' | 'modal' | 'home';
  /** All of it, as it reads. */
  text: string;
  /** The labels of its buttons; a modal's submit and close are `submit` and `close`. */
  buttons: string[];
  /** What its fields are called and hold. */
  fields: Record<string, string>;
  submit?: string;
  close?: string;
  /** Errors beside the fields of a modal, by the field's label. */
  errors?: Record<string, string>;
  channel?: string;
  ts?: string;
  ephemeral?: boolean;
  /** The id of the modal or Home tab. */
  view?: string;
};

export type Field = { label: string; block: Json; element: Json };
export type Spot = [block: Json, element: Json];

const quiet = () => {};

/** The fields of some blocks, each by its label: an input's own, a section's text, or what stands before. */
export function fieldsOf(world: World, blocks: Json[]): Field[] {
  return blocks.flatMap((block, index) =>
    elementsOf(block)
      .filter(holdsInput)
      .map((element) => {
        const placeholder = element.placeholder
          ? readText(world, element.placeholder, quiet)
          : readBlocks(world, blocks.slice(Math.max(0, index - 1), index));
        const named = block.type === 'input' ? block.label : block.text;
        const label = named ? readText(world, named, quiet) : placeholder;
        return { label, block, element };
      }),
  );
}

/** The buttons of some blocks with their labels, in reading order. */
export const buttonsOf = (world: World, blocks: Json[]): { label: string; at: Spot }[] =>
  blocks.flatMap((block) =>
    elementsOf(block)
      .filter(({ type }) => type === 'button')
      .map((element): { label: string; at: Spot } => ({
        label: readText(world, element.text, quiet),
        at: [block, element],
      })),
  );

const optionText = (world: World, option: unknown) => readText(world, thing(option).text, quiet);

/** What a field holds, as a person reads it. */
function reads(world: World, user: string, place: string, { block, element }: Field): string {
  const value = heldIn(world, user, place, block, element)[keyOf(element)];
  if (Array.isArray(value)) return value.map((each) => optionText(world, each)).join(', ');
  if (isThing(value)) return optionText(world, value);
  return value === null || value === undefined ? '' : String(value);
}

function inside(world: World, user: string, place: string, blocks: Json[]) {
  const fields = fieldsOf(world, blocks);
  return {
    buttons: buttonsOf(world, blocks).map(({ label }) => label),
    fields: Object.fromEntries(
      fields.map((field) => [field.label, reads(world, user, place, field)]),
    ),
  };
}

export const seenMessage = (world: World, user: string, message: Message): Seen => ({
  kind: 'message',
  text: readMessage(world, message),
  ...inside(world, user, message.ts, message.blocks),
  channel: message.channel,
  ts: message.ts,
  ephemeral: message.only !== null,
});

/** A modal or Home tab, with the errors the app has sent for its fields by block id. */
export function seenView(world: World, view: View, errors: Record<string, string> = {}): Seen {
  const blocks = things(view.body.blocks);
  const label = (it: unknown) => (it ? { is: readText(world, it, quiet) } : null);
  const submit = label(view.body.submit);
  const byLabel = fieldsOf(world, blocks)
    .filter(({ block }) => errors[word(block.block_id)] !== undefined)
    .map(({ label: name, block }) => [name, errors[word(block.block_id)]]);
  return {
    kind: view.type,
    text: [readView(world, view.body), ...Object.values(errors)].join('\n'),
    ...inside(world, view.user, view.id, blocks),
    ...(submit ? { submit: submit.is } : {}),
    ...(view.type === 'modal' ? { close: label(view.body.close)?.is ?? 'Cancel' } : {}),
    errors: Object.fromEntries(byLabel),
    view: view.id,
  };
}

const plain = (label: string) => label.trim().toLowerCase();

/** The fields a person means: by label, else by part of it, else by the id the app gave it. */
export function fieldsNamed(world: World, blocks: Json[], name: string): Field[] {
  const all = fieldsOf(world, blocks);
  const exact = all.filter(({ label }) => plain(label) === plain(name));
  if (exact.length > 0) return exact;
  const byId = all.filter(({ block }) => {
    const [, id] = /:f:(.+)$/.exec(word(block.block_id)) ?? [];
    return id === name || id?.startsWith(`${name}:`) || block.block_id === name;
  });
  if (byId.length > 0) return byId;
  return all.filter(({ label }) => plain(label).includes(plain(name)));
}

const optionOf = (world: World, element: Json, name: string): Json | undefined => {
  const grouped = things(element.option_groups).flatMap((group) => things(group.options));
  const all = [...things(element.options), ...grouped];
  return (
    all.find((option) => plain(optionText(world, option)) === plain(name)) ??
    all.find((option) => plain(optionText(world, option)).includes(plain(name)))
  );
};

export const hasOption = (world: World, element: Json, name: string) =>
  optionOf(world, element, name) !== undefined;

/** The options of an element by their labels, or part of them; a fault where there is none such. */
export function optionsNamed(world: World, element: Json, names: string[]): Json[] {
  return names.map((name) => {
    const found = optionOf(world, element, name);
    if (found) return found;
    const there = things(element.options).map((option) => optionText(world, option));
    throw new Error(`There is no "${name}" to pick. There is: ${there.join(' | ')}`);
  });
}
