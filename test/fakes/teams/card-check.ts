/**
 * Teams' own look at an Adaptive Card, by our hand: version, elements, actions, their keys, ids, refresh. It is
 * enough by itself; Microsoft's schema is asked too where a copy of it stands beside the project.
 */
import { isThing, type Json, thing, things, word } from '../slack/json.ts';
import { ACTIONS, CARD_SHAPE, ELEMENTS, INNER, type Shape, STYLES, WORDS } from './card-types.ts';
import { schemaFaults } from './schema.ts';

/** Teams draws so many actions in a set and hides the rest behind a menu. */
const MOST_ACTIONS = 6;
const MOST_REFRESHED = 60;

type Found = (says: string, at: string) => void;

function keys(it: Json, { needs, may }: Shape, at: string, found: Found) {
  for (const key of needs) if (it[key] === undefined) found(`has no ${key}`, at);
  for (const key of Object.keys(it))
    if (key !== 'type' && !needs.includes(key) && !may.includes(key)) found(`has a ${key}`, at);
}

function oneOf(it: unknown, all: string[], key: string, at: string, found: Found) {
  if (it === undefined) return;
  const known = all.some((each) => each.toLowerCase() === String(it).toLowerCase());
  if (!known) found(`has a ${key} of ${String(it)}`, at);
}

function vocabulary(type: string, it: Json, at: string, found: Found) {
  for (const [key, all] of Object.entries(WORDS)) oneOf(it[key], all, key, at, found);
  const styles = STYLES.find(([of]) => of.test(type));
  if (styles) oneOf(it.style, styles[1], 'style', at, found);
}

function data(it: Json, at: string, found: Found) {
  if (it.data !== undefined && !isThing(it.data)) found('has data that is no object', at);
  const kind = thing(thing(it.data).msteams).type;
  if (kind === undefined) return;
  if (kind !== 'task/fetch') found(`asks Teams for ${String(kind)}`, at);
  if (it.type !== 'Action.Submit') found('asks for a dialog, which only Action.Submit can', at);
}

/** What a client draws that does not know an action: another, which must do the same, or nothing. */
function fallback(it: Json, at: string, found: Found) {
  if (it.fallback === undefined || it.fallback === 'drop') return;
  if (!isThing(it.fallback)) return found('falls back on nothing known', at);
  action(it.fallback, `${at}.fallback`, found);
  for (const key of ['title', 'data', 'associatedInputs'])
    if (JSON.stringify(it.fallback[key]) !== JSON.stringify(it[key]))
      found(`falls back on another ${key}`, at);
}

function action(it: Json, at: string, found: Found) {
  const type = word(it.type);
  const shape = ACTIONS[type];
  if (!shape) return found(`is no action Teams knows: ${type || 'none'}`, at);
  keys(it, shape, at, found);
  vocabulary(type, it, at, found);
  if (word(it.title).trim() === '') found('has no words on it', at);
  if (type === 'Action.Submit' || type === 'Action.Execute') data(it, at, found);
  if (type === 'Action.Execute' && word(it.verb) === '') found('has no verb', at);
  if (type === 'Action.OpenUrl' && !/^https?:\/\//.test(word(it.url))) found('opens no page', at);
  fallback(it, at, found);
  if (it.tooltip !== undefined && word(it.tooltip).trim() === '') found('has an empty tooltip', at);
  if (type === 'Action.ShowCard') {
    if (isThing(it.card)) inside(it.card, `${at}.card`, found);
    else found('shows no card', at);
  }
}

function actions(it: unknown, at: string, found: Found) {
  if (it === undefined) return;
  if (!Array.isArray(it)) return found('has actions that are no list', at);
  if (it.length > MOST_ACTIONS) found(`has ${it.length} actions, of which Teams hides some`, at);
  it.forEach((each, place) => {
    if (isThing(each)) action(each, `${at}[${place}]`, found);
    else found('is no action', `${at}[${place}]`);
  });
}

function list(it: unknown, at: string, found: Found, each: (it: Json, at: string) => void) {
  if (!Array.isArray(it)) return found('is no list', at);
  it.forEach((one, place) => {
    if (isThing(one)) each(one, `${at}[${place}]`);
    else if (typeof one !== 'string') found('is no thing', `${at}[${place}]`);
  });
}

function inner(type: string, it: Json, at: string, found: Found) {
  if (it.type !== undefined && it.type !== type) found(`is no ${type}`, at);
  const shape = INNER[type];
  if (shape) keys(it, shape, at, found);
  vocabulary(type, it, at, found);
  if (type === 'TextRun' && word(it.text) === '') found('is empty', at);
  if (type === 'TableRow')
    list(it.cells, `${at}.cells`, found, (cell, where) => inner('TableCell', cell, where, found));
  if (type === 'Column' || type === 'TableCell')
    if (it.items !== undefined) elements(it.items, `${at}.items`, found);
}

/** What Input.Date and Input.Time may hold. */
const HELD: Record<string, RegExp> = {
  'Input.Date': /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  'Input.Time': /^(?:[01]\d|2[0-3]):[0-5]\d$/,
};

/** A value that the client would not show, or show otherwise. */
function value(it: Json, at: string, found: Found) {
  if (it.value === undefined) return;
  if (typeof it.value !== 'string') return found('holds what is no text', at);
  if (HELD[word(it.type)]?.test(it.value) === false) found(`holds ${it.value}`, at);
  if (it.value.length > Number(it.maxLength ?? Number.POSITIVE_INFINITY))
    found('holds more than may be typed', at);
  if (it.type !== 'Input.ChoiceSet' || it.value === '') return;
  const known = things(it.choices).map((choice) => choice.value);
  const held = it.isMultiSelect === true ? it.value.split(',') : [it.value];
  for (const each of held.filter((one) => !known.includes(one)))
    found(`holds ${each}, which is none of its choices`, at);
}

function input(it: Json, at: string, found: Found) {
  if (word(it.id) === '') found('is an input without an id', at);
  if (it.type !== 'Input.Number' && it.type !== 'Input.Toggle') value(it, at, found);
  if (word(it.label) === '') found('is an input without a label', at);
  if (it.isRequired === true && word(it.errorMessage) === '')
    found('is required and says nothing where it is empty', at);
  if (it.type !== 'Input.ChoiceSet') return;
  list(it.choices, `${at}.choices`, found, (choice, where) => {
    if (word(choice.title) === '' || typeof choice.value !== 'string')
      found('is a choice without title or value', where);
  });
}

function element(it: Json, at: string, found: Found) {
  const type = word(it.type);
  const shape = ELEMENTS[type];
  if (!shape) return found(`is no element Teams knows: ${type || 'none'}`, at);
  keys(it, shape, at, found);
  vocabulary(type, it, at, found);
  if (type.startsWith('Input.')) input(it, at, found);
  if (type === 'TextBlock' && typeof it.text !== 'string') found('has no text', at);
  if (type === 'Image' && word(it.altText) === '') found('is a picture without words', at);
  if (type === 'Container') elements(it.items, `${at}.items`, found);
  if (type === 'ActionSet') actions(it.actions, `${at}.actions`, found);
  const parts: Record<string, [key: string, type: string]> = {
    RichTextBlock: ['inlines', 'TextRun'],
    ColumnSet: ['columns', 'Column'],
    Table: ['rows', 'TableRow'],
  };
  const [key, of] = parts[type] ?? [];
  if (key && of) list(it[key], `${at}.${key}`, found, (one, where) => inner(of, one, where, found));
}

function elements(it: unknown, at: string, found: Found) {
  list(it, at, found, (one, where) => element(one, where, found));
}

function inside(card: Json, at: string, found: Found) {
  if (card.type !== 'AdaptiveCard') found('is no AdaptiveCard', at);
  vocabulary('AdaptiveCard', card, at, found);
  if (card.body !== undefined) elements(card.body, `${at}.body`, found);
  actions(card.actions, `${at}.actions`, found);
}

/** Every id in the card with what bears it, inputs of forms that a button opens among them. */
function ids(it: unknown): string[] {
  if (Array.isArray(it)) return it.flatMap(ids);
  if (!isThing(it)) return [];
  const own = typeof it.type === 'string' && typeof it.id === 'string' ? [it.id] : [];
  return [
    ...own,
    ...Object.entries(it).flatMap(([key, each]) =>
      key === 'data' || key === 'fallback' ? [] : ids(each),
    ),
  ];
}

/** What is shown and hidden by a button must be there. */
function targets(it: unknown, known: readonly string[], found: Found) {
  if (Array.isArray(it)) for (const each of it) targets(each, known, found);
  if (!isThing(it)) return;
  if (it.type === 'Action.ToggleVisibility')
    for (const target of Array.isArray(it.targetElements) ? it.targetElements : []) {
      const id = isThing(target) ? word(target.elementId) : word(target);
      if (!known.includes(id))
        found(`shows or hides ${id || 'nothing'}, which is not there`, 'card');
    }
  for (const each of Object.values(it)) targets(each, known, found);
}

/** Teams' own part of a card: how wide it is. A mention in it would ping somebody. */
function forTeams(it: Json, found: Found) {
  for (const key of Object.keys(it)) if (key !== 'width') found(`has msteams.${key}`, 'card');
  if (it.width !== undefined && it.width !== 'Full')
    found(`has a width of ${String(it.width)}`, 'card');
}

/** A card may ask to be drawn anew for some people: that is an Execute without words on it. */
function refresh({ action: asked, userIds }: Json, found: Found) {
  const { type, verb } = thing(asked);
  if (type !== 'Action.Execute' || word(verb) === '')
    found('asks for no Action.Execute with a verb', 'card.refresh');
  if (Array.isArray(userIds) && userIds.length > MOST_REFRESHED)
    found(`refreshes for ${userIds.length} people, and Teams does for ${MOST_REFRESHED}`, 'card');
}

/** A sentence for everything Teams would not take or draw as it stands; empty where all is well. */
export function cardFaults(card: Json): string[] {
  const faults: string[] = [];
  const found: Found = (says, at) => faults.push(`${at} ${says}`);
  keys(card, CARD_SHAPE, 'card', found);
  const [whole = 0, part = 0] = word(card.version).split('.').map(Number);
  if (!/^\d+\.\d+$/.test(word(card.version)) || whole > 1 || part > 5)
    found(`has version ${String(card.version)}, and Teams draws up to 1.5`, 'card');
  inside(card, 'card', found);
  const all = ids(card);
  for (const id of new Set(all.filter((each, place) => all.indexOf(each) !== place)))
    found(`has the id ${id} more than once`, 'card');
  targets(card, all, found);
  if (card.refresh !== undefined) refresh(thing(card.refresh), found);
  if (card.msteams !== undefined) forTeams(thing(card.msteams), found);
  if (card.lang !== undefined && !/^[a-z]{2,3}$/i.test(word(card.lang)))
    found(
      `has the language ${String(card.lang)}, of which the client knows two or three letters`,
      'card',
    );
  return faults.length > 0 ? faults : schemaFaults(card);
}
