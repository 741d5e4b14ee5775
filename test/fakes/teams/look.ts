/** What a card shows one person on their screen: its words, its buttons and fields, forms and folds they opened. */
import { isThing, type Json, things, word } from '../slack/json.ts';
import { readMarkup } from './markup.ts';
import type { Screen } from './world.ts';

/** A button, by which way it is reached, and the inputs that go with it. */
export type Pressable = { label: string; action: Json; path: string; inputs: Json[] };

export type Drawn = { lines: string[]; buttons: Pressable[]; inputs: Json[] };

const silent = () => {};

export const newScreen = (): Screen => ({ open: new Set(), shown: new Map(), typed: new Map() });

/** Inputs of one card, hidden ones too, those of forms behind buttons not. */
function inputsIn(it: unknown): Json[] {
  if (Array.isArray(it)) return it.flatMap(inputsIn);
  if (!isThing(it)) return [];
  if (word(it.type).startsWith('Input.')) return [it];
  return ['body', 'items', 'columns', 'rows', 'cells'].flatMap((key) => inputsIn(it[key]));
}

/** What an input holds: what was typed, else what it came with. */
export function heldBy(screen: Screen, input: Json): string {
  const typed = screen.typed.get(word(input.id));
  if (typed !== undefined) return typed;
  if (input.value !== undefined) return String(input.value);
  return input.type === 'Input.Toggle' ? word(input.valueOff) || 'false' : '';
}

/** The same in words: choices by their titles. */
export function reads(screen: Screen, input: Json): string {
  const held = heldBy(screen, input);
  const choices = things(input.choices);
  if (choices.length === 0 || held === '') return held;
  const titled = (value: string) =>
    word(choices.find((choice) => choice.value === value)?.title) || value;
  return input.isMultiSelect === true ? held.split(',').map(titled).join(', ') : titled(held);
}

type Pen = { screen: Screen; inputs: Json[]; drawn: Drawn };

const visible = ({ screen }: Pen, it: Json) =>
  screen.shown.get(word(it.id)) ?? it.isVisible !== false;

function drawActions(pen: Pen, all: Json[], path: string) {
  const forms: [Json, string][] = [];
  all.forEach((action, place) => {
    const at = `${path}[${place}]`;
    const label = word(action.title);
    pen.drawn.lines.push(`[${label}]`);
    pen.drawn.buttons.push({ label, action, path: at, inputs: pen.inputs });
    if (action.type === 'Action.ShowCard' && pen.screen.open.has(at) && isThing(action.card))
      forms.push([action.card, at]);
  });
  for (const [card, at] of forms) {
    const inputs = [...pen.inputs, ...inputsIn(card.body)];
    drawBody({ ...pen, inputs }, card, `${at}.card`);
  }
}

function drawInput(pen: Pen, it: Json) {
  pen.drawn.inputs.push(it);
  pen.drawn.lines.push(word(it.label) || word(it.title));
  const choices = it.style === 'expanded' ? things(it.choices).map(({ title }) => word(title)) : [];
  const held = reads(pen.screen, it);
  pen.drawn.lines.push(...choices, ...(choices.length === 0 && held !== '' ? [held] : []));
}

function draw(pen: Pen, it: Json, path: string) {
  if (!visible(pen, it)) return;
  const { lines } = pen.drawn;
  const type = word(it.type);
  if (type.startsWith('Input.')) return drawInput(pen, it);
  if (type === 'TextBlock') lines.push(readMarkup(word(it.text), 'markdown', silent));
  if (type === 'RichTextBlock') {
    const inlines = Array.isArray(it.inlines) ? it.inlines : [];
    lines.push(inlines.map((run) => (isThing(run) ? word(run.text) : String(run))).join(''));
  }
  if (type === 'Image') lines.push(`(${word(it.altText)})`);
  if (type === 'FactSet')
    lines.push(...things(it.facts).map(({ title, value }) => `${word(title)} ${word(value)}`));
  if (type === 'ActionSet') drawActions(pen, things(it.actions), `${path}.actions`);
  for (const key of ['items', 'columns', 'rows', 'cells', 'images'])
    for (const [place, each] of things(it[key]).entries())
      draw(pen, each, `${path}.${key}[${place}]`);
}

function drawBody(pen: Pen, card: Json, path: string) {
  for (const [place, each] of things(card.body).entries())
    draw(pen, each, `${path}.body[${place}]`);
  drawActions(pen, things(card.actions), `${path}.actions`);
}

/** A card as this person sees it now. */
export function drawnOf(card: Json, screen: Screen): Drawn {
  const drawn: Drawn = { lines: [], buttons: [], inputs: [] };
  drawBody({ screen, inputs: inputsIn(card.body), drawn }, card, 'card');
  return drawn;
}
