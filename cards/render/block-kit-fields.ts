/** Fields as input blocks, and what stands in them read back by the names the card gave them. */
import type { Choice, Field } from '../model.ts';
import { shorten } from '../words.ts';
import { type Drawing, type Drawn, fieldOf } from './block-kit-draw.ts';
import { type Input, line, type Option, plain, words } from './block-kit-shapes.ts';
import { shown } from './plain.ts';
import { SLACK_LIMITS } from './slack-limits.ts';

const DONE = 'Yes, this is so';
const ACTION_ID = 'field';

type Look = { field: string; label: string; optional: boolean; hint?: string | undefined };

function input(element: Input, { field, label, optional, hint }: Look): Drawn {
  const below = hint === undefined ? {} : { hint: plain(hint, SLACK_LIMITS.hint) };
  return {
    type: 'input',
    field,
    label: plain(label, SLACK_LIMITS.label),
    element,
    optional,
    ...below,
  };
}

function options(choices: readonly Choice[]): Option[] {
  return choices.map(({ value, label }) => ({
    value,
    text: plain(label, SLACK_LIMITS.optionText),
  }));
}

/** As much of a value as an input takes, without an ellipsis that would become part of it. */
function valueThatFits(value: string): { kept: string; cut: boolean } {
  const whole = shown(value);
  if (whole.length <= SLACK_LIMITS.inputLength) return { kept: whole, cut: false };
  return { kept: shorten(whole, SLACK_LIMITS.inputLength).replace(/…$/, ''), cut: true };
}

function text(drawing: Drawing, field: Extract<Field, { field: 'text' }>): Drawn[] {
  const { kept, cut } = valueThatFits(field.value);
  const counting = field.count !== undefined && drawing.surface === 'modal';
  const element: Input = {
    type: 'plain_text_input',
    action_id: counting ? 'count.0' : ACTION_ID,
    multiline: field.long,
    max_length: Math.min(field.longest ?? SLACK_LIMITS.inputLength, SLACK_LIMITS.inputLength),
    ...(kept === '' ? {} : { initial_value: kept }),
    ...(counting
      ? { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } }
      : {}),
  };
  element.max_length = Math.max(element.max_length, kept.length, 1);
  const cutHint = 'Only the first 3,000 characters fit into this form.';
  const hint = cut ? `${cutHint} ${field.hint ?? ''}`.trimEnd() : field.hint;
  const { id, label, required } = field;
  const block = input(element, { field: id, label, optional: !required, hint });
  if (!counting) return [block];
  const count = plain(`${field.count ?? ''} characters`, SLACK_LIMITS.contextText);
  return [{ ...block, dispatch_action: true } as Drawn, { type: 'context', elements: [count] }];
}

function choice(field: Extract<Field, { field: 'choice' }>): Drawn[] {
  const some = options(field.choices.slice(0, SLACK_LIMITS.options));
  if (some.length === 0) return [];
  const chosen = some.find((each) => each.value === field.value);
  const element: Input = {
    type: 'static_select',
    action_id: ACTION_ID,
    options: some,
    ...(chosen === undefined ? {} : { initial_option: chosen }),
  };
  const { id, label, hint } = field;
  return [input(element, { field: id, label, optional: false, hint })];
}

/** Choices that go into one group of boxes: short ones together, one that is too long for a box by itself. */
function groupsOf(choices: readonly Choice[]): Choice[][] {
  const groups: Choice[][] = [];
  let open: Choice[] | null = null;
  for (const each of choices) {
    const long = shown(each.label).length > SLACK_LIMITS.optionText;
    if (!long && open !== null && open.length < SLACK_LIMITS.checkboxes) {
      open.push(each);
      continue;
    }
    groups.push([each]);
    open = long ? null : (groups.at(-1) ?? null);
  }
  return groups;
}

function isLong(group: readonly Choice[]): boolean {
  return group.some((each) => shown(each.label).length > SLACK_LIMITS.optionText);
}

function ticks(field: Extract<Field, { field: 'ticks' }>): Drawn[] {
  const groups = groupsOf(field.choices);
  const boxes = groups.map((group, place): Drawn => {
    const [first] = group;
    const long = isLong(group);
    const some = long && first ? options([{ ...first, label: DONE }]) : options(group);
    const ticked = some.filter((each) => field.value.includes(each.value));
    const element: Input = {
      type: 'checkboxes',
      action_id: ACTION_ID,
      options: some,
      ...(ticked.length === 0 ? {} : { initial_options: ticked }),
    };
    const which = groups.length === 1 ? '' : ` (${place + 1} of ${groups.length})`;
    const label = long && first ? first.label : `${field.label}${which}`;
    return input(element, { field: `${field.id}:${place}`, label, optional: false });
  });
  const heading: Drawn = { type: 'rich_text', elements: [line(words(field.label, 'bold'))] };
  return groups.some(isLong) ? [heading, ...boxes] : boxes;
}

function moment(field: Extract<Field, { field: 'moment' }>): Drawn[] {
  const { id, label, date, time, hint } = field;
  const day: Input = {
    type: 'datepicker',
    action_id: ACTION_ID,
    ...(/^\d{4}-\d{2}-\d{2}$/.test(date) ? { initial_date: date } : {}),
  };
  const clock: Input = {
    type: 'timepicker',
    action_id: ACTION_ID,
    ...(/^\d{2}:\d{2}$/.test(time) ? { initial_time: time } : {}),
  };
  return [
    input(day, { field: `${id}-date`, label: `${label}: day`, optional: true }),
    input(clock, { field: `${id}-time`, label: `${label}: time`, optional: true, hint }),
  ];
}

/** The input blocks of a field. A text's value is cut to what Slack's input takes, and its hint says so. */
export function fieldBlocks(drawing: Drawing, field: Field): Drawn[] {
  switch (field.field) {
    case 'text':
      return text(drawing, field);
    case 'choice':
      return choice(field);
    case 'ticks':
      return ticks(field);
    case 'moment':
      return moment(field);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function said(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function standsIn(state: Record<string, unknown>): string {
  switch (state.type) {
    case 'plain_text_input':
      return said(state.value);
    case 'static_select':
      return isRecord(state.selected_option) ? said(state.selected_option.value) : '';
    case 'checkboxes': {
      const ticked = Array.isArray(state.selected_options) ? state.selected_options : [];
      return ticked
        .map((each) => (isRecord(each) ? said(each.value) : ''))
        .filter((each) => each !== '')
        .join(',');
    }
    case 'datepicker':
      return said(state.selected_date);
    case 'timepicker':
      return said(state.selected_time);
    default:
      return '';
  }
}

/**
 * Slack's `state.values` as the front's fields: text, the value chosen, ticked values joined by commas over all
 * boxes of the field, ISO dates and HH:MM times; '' where nothing stands. What is no field of ours is left out.
 */
export function fieldsIn(values: unknown): Record<string, string> {
  const fields = new Map<string, string>();
  for (const [blockId, elements] of Object.entries(isRecord(values) ? values : {})) {
    const name = fieldOf(blockId);
    const state = isRecord(elements) ? Object.values(elements).find(isRecord) : undefined;
    if (name === null || state === undefined) continue;
    const value = standsIn(state);
    if (state.type !== 'checkboxes') {
      fields.set(name, value);
      continue;
    }
    const id = name.replace(/:\d+$/, '');
    const before = fields.get(id) ?? '';
    fields.set(id, [before, value].filter((each) => each !== '').join(','));
  }
  return Object.fromEntries(fields);
}
