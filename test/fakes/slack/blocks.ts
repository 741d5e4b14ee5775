/**
 * Slack's reading of the blocks it is sent: which may stand where, their keys, lengths and ids.
 * The limits are those of docs.slack.dev/reference/block-kit; blocks newer than 2024 are refused,
 * so that nobody leans on one that a school's workspace may not draw.
 */
import { randomBytes } from 'node:crypto';
import { element } from './elements.ts';
import { isThing, type Json, things } from './json.ts';
import { richText } from './rich-text.ts';
import { type Found, keys, length, list, text, unique, type Wrong } from './shape.ts';

export type Surface = 'message' | 'modal' | 'home';

const MOST: Record<Surface, number> = { message: 50, modal: 100, home: 100 };

type Check = (it: Json, at: string, surface: Surface, found: Found) => void;

const CHECKS: Record<string, Check> = {
  section(it, at, _surface, found) {
    keys(it, at, 'type', 'block_id text fields accessory expand', found);
    if (it.text === undefined && it.fields === undefined)
      found('must have either text or fields', at);
    text(it.text, `${at}/text`, { most: 3000 }, found);
    if (it.fields !== undefined) {
      for (const [index, field] of list(it.fields, `${at}/fields`, 10, found).entries())
        text(field, `${at}/fields/${index}`, { most: 2000 }, found);
    }
    if (it.accessory !== undefined) element(it.accessory, `${at}/accessory`, 'accessory', found);
  },
  header(it, at, _surface, found) {
    keys(it, at, 'type text', 'block_id level', found);
    text(it.text, `${at}/text`, { most: 150, plainOnly: true }, found);
  },
  divider: (it, at, _surface, found) => keys(it, at, 'type', 'block_id', found),
  context(it, at, _surface, found) {
    keys(it, at, 'type elements', 'block_id', found);
    for (const [index, each] of list(it.elements, `${at}/elements`, 10, found).entries()) {
      const here = `${at}/elements/${index}`;
      if (isThing(each) && each.type === 'image') element(each, here, 'accessory', found);
      else text(each, here, { most: 3000 }, found);
    }
  },
  actions(it, at, _surface, found) {
    keys(it, at, 'type elements', 'block_id', found);
    const all = list(it.elements, `${at}/elements`, 25, found);
    for (const [index, each] of all.entries())
      element(each, `${at}/elements/${index}`, 'actions', found);
    const ids = things(all).map((each, index) => ({
      is: each.action_id,
      at: `${at}/elements/${index}/action_id`,
    }));
    unique(ids, 'action_id', found);
  },
  input(it, at, surface, found) {
    keys(it, at, 'type label element', 'block_id hint optional dispatch_action', found);
    text(it.label, `${at}/label`, { most: 2000, plainOnly: true }, found);
    text(it.hint, `${at}/hint`, { most: 2000, plainOnly: true }, found);
    element(it.element, `${at}/element`, 'input', found);
    const kind = isThing(it.element) ? String(it.element.type) : '';
    if (kind === 'file_input' && surface !== 'modal')
      found(`unsupported type: ${kind}`, `${at}/element/type`);
  },
  image(it, at, _surface, found) {
    keys(it, at, 'type alt_text', 'block_id image_url slack_file title', found);
    length(it.alt_text, `${at}/alt_text`, 2000, found);
    length(it.image_url, `${at}/image_url`, 3000, found);
    text(it.title, `${at}/title`, { most: 2000, plainOnly: true }, found);
  },
  rich_text(it, at, _surface, found) {
    keys(it, at, 'type elements', 'block_id', found);
    richText(it.elements, `${at}/elements`, found);
  },
};

/** The elements that stand in a block, wherever in it. */
export function elementsOf(block: Json): Json[] {
  const one = [block.accessory, block.element].filter(isThing);
  return block.type === 'actions' ? things(block.elements) : one;
}

/**
 * Everything that Slack would refuse in these blocks; an empty list where it would take them.
 * `at` is the JSON pointer of the list.
 */
export function faultsOfBlocks(blocks: unknown, surface: Surface, at: string): Wrong[] {
  const wrong: Wrong[] = [];
  const found: Found = (says, place) => void wrong.push({ says, at: place });
  const all = list(blocks, at, MOST[surface], found, 0);
  for (const [index, block] of all.entries()) {
    const here = `${at}/${index}`;
    if (!isThing(block)) {
      found('must provide an object', here);
      continue;
    }
    const check = CHECKS[String(block.type)];
    if (!check) {
      found(`unsupported type: ${String(block.type)}`, `${here}/type`);
      continue;
    }
    check(block, here, surface, found);
    length(block.block_id, `${here}/block_id`, 255, found);
  }
  const ids = things(all).map((block, index) => ({ is: block.block_id, at: `${at}/${index}` }));
  unique(ids, 'block_id', found);
  const focused = things(all).flatMap(elementsOf);
  if (focused.filter((each) => each.focus_on_load === true).length > 1)
    found('only one element may be focused on load', at);
  return wrong;
}

const anId = () => randomBytes(4).toString('base64url').slice(0, 5);

/** Blocks and their elements as Slack keeps them: those that came without an id have one. */
export function named(blocks: Json[]): Json[] {
  const withId = (it: unknown) =>
    isThing(it) && it.type !== 'image' ? { ...it, action_id: it.action_id ?? anId() } : it;
  return blocks.map((block) => ({
    ...block,
    block_id: block.block_id ?? anId(),
    ...(block.accessory === undefined ? {} : { accessory: withId(block.accessory) }),
    ...(block.element === undefined ? {} : { element: withId(block.element) }),
    ...(block.type === 'actions' ? { elements: things(block.elements).map(withId) } : {}),
  }));
}
