/**
 * The project's own check of the Block Kit it makes: what each surface takes, what each block must have, and Slack's
 * limits written down here a second time, so that a slip in the renderer's own table is found.
 */
type Json = Record<string, unknown>;
export type Surface = 'message' | 'modal' | 'home';

/** Required keys, then those that may be there. */
const KEYS: Record<string, [readonly string[], readonly string[]]> = {
  header: [['text', 'block_id'], []],
  section: [
    ['text', 'block_id'],
    ['accessory', 'expand'],
  ],
  context: [['elements', 'block_id'], []],
  divider: [['block_id'], []],
  rich_text: [['elements', 'block_id'], []],
  actions: [['elements', 'block_id'], []],
  input: [
    ['label', 'element', 'block_id', 'optional'],
    ['hint', 'dispatch_action'],
  ],
  button: [
    ['text', 'action_id', 'value'],
    ['style', 'confirm'],
  ],
  plain_text: [['text', 'emoji'], []],
  plain_text_input: [
    ['action_id', 'multiline', 'max_length'],
    ['initial_value', 'dispatch_action_config'],
  ],
  static_select: [['action_id', 'options'], ['initial_option']],
  checkboxes: [['action_id', 'options'], ['initial_options']],
  datepicker: [['action_id'], ['initial_date']],
  timepicker: [['action_id'], ['initial_time']],
  rich_text_section: [['elements'], []],
  rich_text_quote: [['elements'], []],
  rich_text_list: [['elements', 'style'], []],
  text: [['text'], ['style']],
  user: [['user_id'], []],
  link: [['url', 'text'], []],
};
/** What may stand inside what; a block's own children by the key they stand under. */
const INSIDE: Record<string, readonly string[]> = {
  'header.text': ['plain_text'],
  'section.text': ['plain_text'],
  'section.accessory': ['button'],
  'context.elements': ['plain_text'],
  'rich_text.elements': ['rich_text_section', 'rich_text_quote', 'rich_text_list'],
  'rich_text_section.elements': ['text', 'user', 'link'],
  'rich_text_quote.elements': ['text'],
  'rich_text_list.elements': ['rich_text_section'],
  'actions.elements': ['button'],
  'input.label': ['plain_text'],
  'input.hint': ['plain_text'],
  'input.element': ['plain_text_input', 'static_select', 'checkboxes', 'datepicker', 'timepicker'],
  'button.text': ['plain_text'],
};
const BLOCKS = ['header', 'section', 'context', 'divider', 'rich_text', 'actions', 'input'];
/** The longest text of a plain_text by where it stands, in UTF-16 units. */
const LONGEST: Record<string, number> = {
  'header.text': 150,
  'section.text': 3000,
  'context.elements': 2000,
  'button.text': 75,
  'input.label': 2000,
  'input.hint': 2000,
};
/** How many may stand there. */
const MOST: Record<string, number> = { 'context.elements': 10, 'actions.elements': 25 };

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every object inside, with the path to it. */
export function walkBlocks(value: unknown, path = 'blocks'): { path: string; at: Json }[] {
  if (Array.isArray(value)) {
    return value.flatMap((each, place) => walkBlocks(each, `${path}[${place}]`));
  }
  if (!isJson(value)) return [];
  const inside = Object.entries(value).flatMap(([key, each]) => walkBlocks(each, `${path}.${key}`));
  return [{ path, at: value }, ...inside];
}

function string(at: Json, key: string, longest: number): string[] {
  const value = at[key];
  if (value === undefined) return [];
  if (typeof value !== 'string' || value === '') return [`has an empty ${key}`];
  if (!value.isWellFormed()) return [`has half a character in ${key}`];
  return value.length > longest ? [`has ${key} of ${value.length}, more than ${longest}`] : [];
}

function optionFaults(at: Json): string[] {
  const options = at.options as Json[];
  const most = at.type === 'checkboxes' ? 10 : 100;
  const faults: string[] = [];
  if (options.length === 0 || options.length > most) faults.push(`has ${options.length} options`);
  const each = [...options, at.initial_option ?? [], ...((at.initial_options as Json[]) ?? [])];
  for (const option of each.flat() as Json[]) {
    const text = option.text as Json;
    if (text.type !== 'plain_text') faults.push('has an option that is not plain_text');
    faults.push(...string(text, 'text', 75), ...string(option, 'value', 75));
    if (!options.some((one) => JSON.stringify(one) === JSON.stringify(option))) {
      faults.push('starts with what is no option');
    }
  }
  if (Array.isArray(at.initial_options) && at.initial_options.length === 0) {
    faults.push('starts with an empty list');
  }
  const values = options.map((option) => option.value);
  if (new Set(values).size < values.length) faults.push('has one value twice');
  return faults;
}

function inputFaults(at: Json): string[] {
  if (at.type === 'static_select' || at.type === 'checkboxes') return optionFaults(at);
  if (at.type === 'datepicker' && !/^(undefined|\d{4}-\d\d-\d\d)$/.test(String(at.initial_date))) {
    return ['starts with no date'];
  }
  if (at.type === 'timepicker' && !/^(undefined|\d\d:\d\d)$/.test(String(at.initial_time))) {
    return ['starts with no time'];
  }
  if (at.type !== 'plain_text_input') return [];
  const most = at.max_length as number;
  const faults = string(at, 'initial_value', most);
  return most < 1 || most > 3000 ? [...faults, `takes ${most} characters`] : faults;
}

function childFaults(type: string, at: Json): string[] {
  return ['text', 'accessory', 'elements', 'label', 'hint', 'element'].flatMap((key) => {
    const place = `${type}.${key}`;
    const allowed = INSIDE[place];
    if (allowed === undefined || at[key] === undefined) return [];
    const children = (Array.isArray(at[key]) ? at[key] : [at[key]]) as Json[];
    const faults = children.flatMap((child) => [
      ...(allowed.includes(String(child.type)) ? [] : [`has ${child.type} as ${key}`]),
      ...(LONGEST[place] === undefined ? [] : string(child, 'text', LONGEST[place])),
    ]);
    if (children.length === 0) faults.push(`has no ${key}`);
    if (children.length > (MOST[place] ?? 1000)) faults.push(`has ${children.length} ${key}`);
    return faults;
  });
}

/** Slack's question before a press: the longest of each of its texts. */
const CONFIRM = { title: 100, text: 300, confirm: 30, deny: 30 } as const;

function confirmFaults(confirm: unknown): string[] {
  if (confirm === undefined) return [];
  const at = confirm as Json;
  return Object.entries(CONFIRM).flatMap(([key, longest]) => {
    const words = at[key];
    return isJson(words) ? string(words, 'text', longest) : [`confirms without ${key}`];
  });
}

function shapeOf(at: Json): string[] {
  const type = String(at.type);
  const keys = KEYS[type];
  if (keys === undefined) return [`${type} is nothing we use`];
  const [needed, also] = keys;
  const missing = needed.filter((key) => at[key] === undefined).map((key) => `lacks ${key}`);
  const extra = Object.keys(at)
    .filter((key) => key !== 'type' && !needed.includes(key) && !also.includes(key))
    .map((key) => `has ${key}`);
  const faults = [...missing, ...extra, ...childFaults(type, at)];
  if (type === 'text') faults.push(...string(at, 'text', 3000));
  if (type === 'plain_text' && at.emoji !== false) faults.push('reads emoji codes');
  if (type === 'button') faults.push(...string(at, 'value', 2000), ...confirmFaults(at.confirm));
  if (type === 'link' && !/^(?:https?:\/\/|slack:\/\/user\?)/.test(String(at.url)))
    faults.push('leads off the web');
  faults.push(...string(at, 'action_id', 255), ...string(at, 'block_id', 255));
  return [...faults, ...inputFaults(at)].map((fault) => `${type} ${fault}`);
}

function twice(ids: readonly unknown[]): unknown[] {
  return ids.filter((id, place) => ids.indexOf(id) !== place);
}

/** A sentence for everything wrong with the blocks on this surface; empty where Slack would take them. */
export function blockFaults(blocks: readonly object[], surface: Surface): string[] {
  const most = surface === 'message' ? 50 : 100;
  const faults = blocks.length > most ? [`${blocks.length} blocks, more than ${most}`] : [];
  if (blocks.length === 0) faults.push('no blocks at all');
  const size = JSON.stringify(blocks).length;
  if (size > (surface === 'message' ? 13_200 : 240_000)) faults.push(`${size} characters of JSON`);
  for (const block of blocks as Json[]) {
    if (!BLOCKS.includes(String(block.type))) faults.push(`${block.type} is no block we use`);
  }
  const all = walkBlocks(blocks);
  for (const { path, at } of all) {
    if (at.type === undefined) continue;
    faults.push(...shapeOf(at).map((fault) => `${path}: ${fault}`));
  }
  const places = (blocks as Json[]).map((block) => block.block_id);
  const buttons = all.filter(({ at }) => at.type === 'button').map(({ at }) => at.action_id);
  for (const id of [...twice(places), ...twice(buttons)]) faults.push(`${id} is there twice`);
  return faults;
}

/** The same for a whole view, with what a view itself must have. */
export function viewFaults(view: object): string[] {
  const at = view as Json & { blocks: Json[] };
  const faults = blockFaults(at.blocks, at.type as Surface);
  if (at.type === 'home') return faults;
  for (const key of ['title', 'submit', 'close']) {
    const words = at[key] as Json | undefined;
    if (words !== undefined) faults.push(...string(words, 'text', 24).map((f) => `${key} ${f}`));
  }
  if (at.title === undefined) faults.push('no title');
  const asks = at.blocks.some((block) => block.type === 'input');
  if (asks && at.submit === undefined) faults.push('an input and no submit');
  if (String(at.private_metadata).length > 3000) faults.push('too much private_metadata');
  return faults;
}

/** What a person reads of the blocks, piece by piece; a paragraph of rich text as one piece. */
export function readable(blocks: readonly object[]): string[] {
  return walkBlocks(blocks).flatMap(({ at }) => {
    if (at.type === 'plain_text') return [String(at.text)];
    if (at.type !== 'rich_text_section' && at.type !== 'rich_text_quote') return [];
    const inline = at.elements as Json[];
    return [inline.map((each) => String(each.text ?? each.user_id)).join('')];
  });
}

/** Slack's `state.values` for these blocks as they stand when nobody has touched them. */
export function untouched(blocks: readonly object[]): Record<string, Record<string, Json>> {
  const values: Record<string, Record<string, Json>> = {};
  for (const { at } of walkBlocks(blocks)) {
    if (at.type !== 'input') continue;
    const element = at.element as Json;
    const state: Json = { type: element.type };
    if (element.type === 'plain_text_input') state.value = element.initial_value ?? null;
    if (element.type === 'static_select') state.selected_option = element.initial_option ?? null;
    if (element.type === 'checkboxes') state.selected_options = element.initial_options ?? [];
    if (element.type === 'datepicker') state.selected_date = element.initial_date ?? null;
    if (element.type === 'timepicker') state.selected_time = element.initial_time ?? null;
    values[String(at.block_id)] = { [String(element.action_id)]: state };
  }
  return values;
}
