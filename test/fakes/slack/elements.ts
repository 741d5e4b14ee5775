/** The interactive parts of a block, and what Slack lets each be: its keys, lengths and counts. */
import { isThing, type Json, thing, things } from './json.ts';
import { type Found, keys, length, list, oneOf, text, unique } from './shape.ts';

const PLAIN = (most: number) => ({ most, plainOnly: true });
const SELECTS = 'static_select users_select conversations_select channels_select external_select';
const MULTI = SELECTS.split(' ').map((name) => `multi_${name}`);
const PICKS = ['checkboxes', 'radio_buttons', 'datepicker', 'timepicker', ...SELECTS.split(' ')];

/** What may stand where: an element anywhere else is refused. */
export const ALLOWED: Record<'accessory' | 'actions' | 'input', readonly string[]> = {
  accessory: ['button', 'image', 'overflow', ...PICKS, ...MULTI],
  actions: ['button', 'overflow', 'datetimepicker', ...PICKS, ...MULTI],
  input: [
    ...['plain_text_input', 'number_input', 'email_text_input', 'url_text_input'],
    ...['datetimepicker', 'file_input', ...PICKS, ...MULTI],
  ],
};

function confirm(it: unknown, at: string, found: Found) {
  if (it === undefined) return;
  if (!isThing(it)) return found('must provide an object', at);
  keys(it, at, 'title text confirm deny', 'style', found);
  text(it.title, `${at}/title`, PLAIN(100), found);
  text(it.text, `${at}/text`, { most: 300 }, found);
  text(it.confirm, `${at}/confirm`, PLAIN(30), found);
  text(it.deny, `${at}/deny`, PLAIN(30), found);
  oneOf(it.style, `${at}/style`, ['primary', 'danger'], found);
}

type OptionRule = { most: number; plainOnly: boolean; may?: string };

function options(it: unknown, at: string, rule: OptionRule, found: Found) {
  for (const [index, option] of list(it, at, rule.most, found).entries()) {
    const here = `${at}/${index}`;
    if (!isThing(option)) {
      found('must provide an object', here);
      continue;
    }
    keys(option, here, 'text value', `description ${rule.may ?? ''}`, found);
    text(option.text, `${here}/text`, { most: 75, plainOnly: rule.plainOnly }, found);
    length(option.value, `${here}/value`, 150, found);
    const description = { most: 75, plainOnly: rule.plainOnly };
    text(option.description, `${here}/description`, description, found);
  }
  const values = things(it).map(({ value }, index) => ({ is: value, at: `${at}/${index}` }));
  unique(values, 'option value', found);
}

/** An option chosen from the start must be one of the options, to the letter. */
function chosen(it: Json, of: unknown, key: string, at: string, found: Found) {
  const first = it[key];
  if (first === undefined) return;
  const known = things(of).map((option) => JSON.stringify(option));
  const picked = key === 'initial_options' ? list(first, `${at}/${key}`, 100, found) : [first];
  for (const option of picked) {
    if (!known.includes(JSON.stringify(option)))
      found(`${key} must be one of the options`, `${at}/${key}`);
  }
}

const ACTS = 'action_id confirm focus_on_load';

function select(it: Json, at: string, found: Found) {
  const many = String(it.type).startsWith('multi_');
  const first = many ? 'initial_options max_selected_items' : 'initial_option';
  if (!String(it.type).endsWith('static_select')) {
    const kept =
      'initial_user initial_conversation initial_channel default_to_current_conversation';
    return keys(it, at, 'type', `${ACTS} placeholder filter ${kept}`, found);
  }
  keys(it, at, 'type', `${ACTS} placeholder options option_groups ${first}`, found);
  if ((it.options === undefined) === (it.option_groups === undefined))
    found('must have either options or option_groups', at);
  const rule = { most: 100, plainOnly: true };
  if (it.options !== undefined) options(it.options, `${at}/options`, rule, found);
  const groups =
    it.option_groups === undefined ? [] : list(it.option_groups, `${at}/option_groups`, 100, found);
  for (const [index, group] of groups.entries()) {
    const here = `${at}/option_groups/${index}`;
    keys(thing(group), here, 'label options', '', found);
    text(thing(group).label, `${here}/label`, PLAIN(75), found);
    options(thing(group).options, `${here}/options`, rule, found);
  }
  const all = [
    ...things(it.options),
    ...things(it.option_groups).flatMap((g) => things(g.options)),
  ];
  chosen(it, all, many ? 'initial_options' : 'initial_option', at, found);
}

function typed(it: Json, at: string, found: Found) {
  const may = 'multiline min_length max_length dispatch_action_config focus_on_load';
  keys(it, at, 'type', `action_id placeholder initial_value ${may}`, found);
  const most = typeof it.max_length === 'number' ? it.max_length : 3000;
  if (most < 1 || most > 3000) found('must be between 1 and 3000', `${at}/max_length`);
  const least = typeof it.min_length === 'number' ? it.min_length : 0;
  if (least < 0 || least > most) found('must be less than max_length', `${at}/min_length`);
  length(it.initial_value, `${at}/initial_value`, most, found, 0);
  if (it.dispatch_action_config === undefined) return;
  const on = thing(it.dispatch_action_config).trigger_actions_on;
  const words = ['on_enter_pressed', 'on_character_entered'];
  const place = `${at}/dispatch_action_config/trigger_actions_on`;
  for (const trigger of list(on, place, 2, found)) oneOf(trigger, place, words, found);
}

function pattern(it: unknown, at: string, form: RegExp, found: Found) {
  if (it !== undefined && !(typeof it === 'string' && form.test(it)))
    found('must match the format', at);
}

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

const CHECKS: Record<string, (it: Json, at: string, found: Found) => void> = {
  button(it, at, found) {
    keys(it, at, 'type text', 'action_id url value style confirm accessibility_label', found);
    text(it.text, `${at}/text`, PLAIN(75), found);
    length(it.value, `${at}/value`, 2000, found);
    length(it.url, `${at}/url`, 3000, found);
    length(it.accessibility_label, `${at}/accessibility_label`, 75, found);
    oneOf(it.style, `${at}/style`, ['primary', 'danger'], found);
  },
  checkboxes(it, at, found) {
    keys(it, at, 'type options', `${ACTS} initial_options`, found);
    options(it.options, `${at}/options`, { most: 10, plainOnly: false }, found);
    chosen(it, it.options, 'initial_options', at, found);
  },
  radio_buttons(it, at, found) {
    keys(it, at, 'type options', `${ACTS} initial_option`, found);
    options(it.options, `${at}/options`, { most: 10, plainOnly: false }, found);
    chosen(it, it.options, 'initial_option', at, found);
  },
  overflow(it, at, found) {
    keys(it, at, 'type options', ACTS, found);
    options(it.options, `${at}/options`, { most: 5, plainOnly: true, may: 'url' }, found);
  },
  datepicker(it, at, found) {
    keys(it, at, 'type', `${ACTS} initial_date placeholder`, found);
    pattern(it.initial_date, `${at}/initial_date`, DATE, found);
  },
  timepicker(it, at, found) {
    keys(it, at, 'type', `${ACTS} initial_time placeholder timezone`, found);
    pattern(it.initial_time, `${at}/initial_time`, TIME, found);
  },
  datetimepicker: (it, at, found) => keys(it, at, 'type', `${ACTS} initial_date_time`, found),
  plain_text_input: typed,
  email_text_input: (it, at, found) =>
    keys(it, at, 'type', `${ACTS} initial_value placeholder dispatch_action_config`, found),
  url_text_input: (it, at, found) =>
    keys(it, at, 'type', `${ACTS} initial_value placeholder dispatch_action_config`, found),
  number_input: (it, at, found) =>
    keys(
      it,
      at,
      'type is_decimal_allowed',
      `${ACTS} initial_value placeholder min_value max_value dispatch_action_config`,
      found,
    ),
  file_input: (it, at, found) => keys(it, at, 'type', 'action_id filetypes max_files', found),
  image(it, at, found) {
    keys(it, at, 'type alt_text', 'image_url slack_file', found);
    length(it.alt_text, `${at}/alt_text`, 2000, found);
    length(it.image_url, `${at}/image_url`, 3000, found);
  },
};

/** Faults one element of a block at its place; `where` says which elements may stand there. */
export function element(it: unknown, at: string, where: keyof typeof ALLOWED, found: Found) {
  if (!isThing(it)) return found('must provide an object', at);
  const kind = String(it.type);
  if (!ALLOWED[where].includes(kind)) return found(`unsupported type: ${kind}`, `${at}/type`);
  (CHECKS[kind] ?? select)(it, at, found);
  length(it.action_id, `${at}/action_id`, 255, found);
  text(it.placeholder, `${at}/placeholder`, PLAIN(150), found);
  confirm(it.confirm, `${at}/confirm`, found);
}
