/** The workspace of the fake's own tests: three people, a staff room, an SLT channel, a closed one. */
import type { SlackOptions } from './world.ts';

export const AMY = 'U0AMY';
export const SAM = 'U0SAM';
export const JO = 'U0JO';
export const STAFF = 'C0STAFF';
export const SLT = 'C0SLT';

export const LARKFIELD: SlackOptions = {
  people: { [AMY]: 'Amy Reid', [SAM]: 'Sam Obi', [JO]: 'Jo Clarke' },
  channels: {
    [STAFF]: { name: 'staff-room', members: [AMY, SAM, JO] },
    [SLT]: { name: 'slt', members: [SAM, JO], private: true },
    C0ELSE: { name: 'elsewhere', members: [AMY], bot: false },
    C0SHUT: { name: 'governors', members: [JO], private: true, bot: false },
  },
  groups: { S0SLT: { handle: 'slt', members: [SAM, JO] } },
  shortcuts: { 'Tweet this': 'tweet-this' },
};

export const plain = (text: string) => ({ type: 'plain_text' as const, text, emoji: false });
export const section = (text: string) => ({ type: 'section' as const, text: plain(text) });
export const button = (label: string, action_id = label, value = label) => ({
  type: 'button' as const,
  text: plain(label),
  action_id,
  value,
});
export const actions = (...labels: string[]) => ({
  type: 'actions' as const,
  elements: labels.map((label) => button(label)),
});
export const asked = (label: string, block_id: string, more: object = {}) => ({
  type: 'input' as const,
  block_id,
  label: plain(label),
  element: { type: 'plain_text_input' as const, action_id: 'field', ...more },
});
export const modal = (title: string, blocks: object[], more: object = {}) => ({
  type: 'modal' as const,
  callback_id: 'card',
  title: plain(title),
  submit: plain('Save'),
  // biome-ignore lint/suspicious/noExplicitAny: a test may send what no type would let it
  blocks: blocks as any,
  ...more,
});
