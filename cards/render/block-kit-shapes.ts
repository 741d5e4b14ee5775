/**
 * The few Block Kit shapes the cards are drawn in. There is no mrkdwn among them: words stand in plain_text
 * without emoji codes or in rich_text elements, and Slack shows both as they are.
 */
import { shorten } from '../words.ts';
import { shown } from './plain.ts';
import { SLACK_LIMITS } from './slack-limits.ts';

export type Plain = { type: 'plain_text'; text: string; emoji: false };

export type Inline =
  | { type: 'text'; text: string; style?: { bold?: true; italic?: true } }
  | { type: 'user'; user_id: string }
  | { type: 'link'; url: string; text: string };
type RichSection = { type: 'rich_text_section'; elements: Inline[] };
export type Rich =
  | RichSection
  | { type: 'rich_text_quote'; elements: Inline[] }
  | { type: 'rich_text_list'; style: 'bullet'; elements: RichSection[] };

export type SlackButton = {
  type: 'button';
  text: Plain;
  action_id: string;
  value: string;
  style?: 'primary' | 'danger';
  confirm?: { title: Plain; text: Plain; confirm: Plain; deny: Plain; style?: 'danger' };
};
export type Option = { text: Plain; value: string };
export type Input =
  | {
      type: 'plain_text_input';
      action_id: string;
      multiline: boolean;
      max_length: number;
      initial_value?: string;
      dispatch_action_config?: { trigger_actions_on: 'on_character_entered'[] };
    }
  | { type: 'static_select'; action_id: string; options: Option[]; initial_option?: Option }
  | { type: 'checkboxes'; action_id: string; options: Option[]; initial_options?: Option[] }
  | { type: 'datepicker'; action_id: string; initial_date?: string }
  | { type: 'timepicker'; action_id: string; initial_time?: string };

type Id = { block_id: string };
export type Block =
  | ({ type: 'header'; text: Plain } & Id)
  | ({ type: 'section'; text: Plain; accessory?: SlackButton; expand?: true } & Id)
  | ({ type: 'context'; elements: Plain[] } & Id)
  | ({ type: 'divider' } & Id)
  | ({ type: 'rich_text'; elements: Rich[] } & Id)
  | ({ type: 'actions'; elements: SlackButton[] } & Id)
  | ({
      type: 'input';
      label: Plain;
      element: Input;
      optional: boolean;
      hint?: Plain;
      dispatch_action?: true;
    } & Id);

/** Slack refuses an empty text, so words of which nothing can be seen get this. */
const BLANK = '(blank)';

function filled(text: string): string {
  return text.trim() === '' ? BLANK : text;
}

/** Words as they are, at most `longest` UTF-16 units of them; never empty. */
export function plain(text: string, longest: number): Plain {
  return { type: 'plain_text', text: filled(shorten(shown(text), longest)), emoji: false };
}

/** A piece of rich text, literal; never empty. */
export function words(text: string, style?: 'bold' | 'italic'): Inline {
  const piece = shorten(shown(text), SLACK_LIMITS.richText);
  const said = piece === '' ? BLANK : piece;
  return { type: 'text', text: said, ...(style === undefined ? {} : { style: { [style]: true } }) };
}

export function line(...elements: Inline[]): RichSection {
  return { type: 'rich_text_section', elements };
}

/** Typed words with a bar beside them, so that no line of them can pass for the card's own. */
export function quoted(text: string): Rich {
  return { type: 'rich_text_quote', elements: [words(filled(text))] };
}

export function bullets(lines: readonly Inline[][]): Rich {
  const elements = lines.map((each) => line(...each));
  return { type: 'rich_text_list', style: 'bullet', elements };
}

/** Typed words on one line, for where a line break could make them pass for the card's own. */
export function oneLine(text: string): string {
  return shown(text).replace(/\s+/g, ' ').trim();
}
