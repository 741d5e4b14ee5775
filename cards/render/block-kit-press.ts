/** Buttons as Slack's buttons, and what a press of one says. They carry an action, a draft, a revision and a place. */
import { type ActionName, type Button, isAction } from '../model.ts';
import type { Drawing, Drawn } from './block-kit-draw.ts';
import { plain, type SlackButton } from './block-kit-shapes.ts';
import { SLACK_LIMITS } from './slack-limits.ts';

const STYLES = { main: { style: 'primary' }, plain: {}, danger: { style: 'danger' } } as const;

/** What a button carries, without what is absent. */
export function carried({ draft, revision, item }: Button): { d?: string; r?: number; i?: string } {
  return {
    ...(draft === undefined ? {} : { d: draft }),
    ...(revision === undefined ? {} : { r: revision }),
    ...(item === undefined ? {} : { i: item }),
  };
}

/** One button; `ask:` stands before its action where it wants a form first. */
export function slackButton(drawing: Drawing, button: Button): SlackButton {
  const asks = button.asks === undefined ? '' : 'ask:';
  const number = drawing.buttons.drawn;
  drawing.buttons.drawn += 1;
  return {
    type: 'button',
    text: plain(button.label, SLACK_LIMITS.buttonText),
    action_id: `${asks}${button.action}.${number}`,
    value: JSON.stringify(carried(button)),
    ...STYLES[button.look],
    ...(button.sure === undefined ? {} : { confirm: confirmation(button.label, button.sure) }),
  };
}

/** Slack's own question before a press that cannot be taken back. */
function confirmation(label: string, sure: string): NonNullable<SlackButton['confirm']> {
  return {
    title: plain(`${label}?`, SLACK_LIMITS.confirmTitle),
    text: plain(sure, SLACK_LIMITS.confirmText),
    confirm: plain(label, SLACK_LIMITS.confirmButton),
    deny: plain('Not now', SLACK_LIMITS.confirmButton),
    style: 'danger',
  };
}

/** Rows of buttons, as many in each as Slack takes; none for no buttons. */
export function buttonRows(drawing: Drawing, buttons: readonly Button[]): Drawn[] {
  const rows: Drawn[] = [];
  for (let from = 0; from < buttons.length; from += SLACK_LIMITS.actionsElements) {
    const row = buttons.slice(from, from + SLACK_LIMITS.actionsElements);
    rows.push({ type: 'actions', elements: row.map((each) => slackButton(drawing, each)) });
  }
  return rows;
}

export type Press = {
  action: ActionName;
  /** True: the person wants the form with what the button asks for. */
  asks: boolean;
  draft?: string;
  revision?: number;
  item?: string;
};

const ACTION_ID = /^(ask:)?([a-z-]+)\.\d+$/;

function carriedIn(value: string): Omit<Press, 'action' | 'asks'> | null {
  let read: unknown;
  try {
    read = JSON.parse(value);
  } catch {
    return null;
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return null;
  const { d, r, i } = read as Record<string, unknown>;
  if (d !== undefined && typeof d !== 'string') return null;
  if (r !== undefined && !(Number.isSafeInteger(r) && (r as number) >= 0)) return null;
  if (i !== undefined && typeof i !== 'string') return null;
  return {
    ...(d === undefined ? {} : { draft: d }),
    ...(r === undefined ? {} : { revision: r as number }),
    ...(i === undefined ? {} : { item: i }),
  };
}

/**
 * What a `block_actions` entry says, or null where it is no button of ours (a link, a field, garbage). The count
 * of a form comes from a text field, whose value is what is being typed: it is not read as what a button carries.
 */
export function pressOf(actionId: string, value?: string | null): Press | null {
  const [, ask, action = ''] = ACTION_ID.exec(actionId) ?? [];
  if (!isAction(action)) return null;
  const asks = ask !== undefined;
  if (action === 'count') return asks ? null : { action, asks };
  const carries = carriedIn(value ?? '{}');
  return carries === null ? null : { action, asks, ...carries };
}
