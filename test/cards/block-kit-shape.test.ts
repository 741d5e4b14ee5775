import { describe, expect, test } from 'vitest';
import { blockFaults, viewFaults } from './block-kit-shape.ts';

const plain = (text: string, emoji = false) => ({ type: 'plain_text', text, emoji });
const header = (text: string, block_id = 'p:0:0') => ({
  type: 'header',
  text: plain(text),
  block_id,
});
const button = (action_id: string, more: object = {}) => ({
  type: 'button',
  text: plain('Edit'),
  action_id,
  value: '{}',
  ...more,
});
const actions = (elements: object[], block_id = 'p:0:1') => ({
  type: 'actions',
  elements,
  block_id,
});
const input = (element: object) => ({
  type: 'input',
  label: plain('Words'),
  element,
  optional: true,
  block_id: 'p:0:f:text',
});
const box = (value: string) => ({ text: plain('Yes'), value });
const boxes = (more: object) => ({ type: 'checkboxes', action_id: 'field', ...more });
const rich = (elements: object[]) => ({ type: 'rich_text', elements, block_id: 'p:0:2' });

describe('The check of what Slack takes', () => {
  test('finds nothing in what is right', () => {
    expect(blockFaults([header('News'), actions([button('edit.0')])], 'message')).toEqual([]);
  });

  test.each([
    ['an empty message', []],
    ['51 blocks', Array.from({ length: 51 }, (_, n) => header('News', `p:0:${n}`))],
    ['an empty title', [header('')]],
    ['a title of 151', [header('a'.repeat(151))]],
    ['half an emoji', [header('\ud83d')]],
    ['one block_id twice', [header('News'), header('News')]],
    ['one action_id twice', [actions([button('edit.0'), button('edit.0')])]],
    ['26 buttons in a row', [actions(Array.from({ length: 26 }, (_, n) => button(`edit.${n}`)))]],
    ['a row of none', [actions([])]],
    ['a key that Slack has not', [actions([button('edit.0', { colour: 'red' })])]],
    ['a button without a value', [actions([{ ...button('edit.0'), value: undefined }])]],
    ['emoji codes', [{ ...header('News'), text: plain('News', true) }]],
    ['mrkdwn', [{ type: 'section', text: { type: 'mrkdwn', text: '*b*' }, block_id: 'p:0:0' }]],
    ['an image', [{ type: 'image', block_id: 'p:0:0' }]],
    [
      'a quote in a list',
      [
        rich([
          {
            type: 'rich_text_list',
            style: 'bullet',
            elements: [{ type: 'rich_text_quote', elements: [] }],
          },
        ]),
      ],
    ],
    [
      'a link off the web',
      [
        rich([
          {
            type: 'rich_text_section',
            elements: [{ type: 'link', url: 'javascript:1', text: 'x' }],
          },
        ]),
      ],
    ],
    ['11 boxes', [input(boxes({ options: Array.from({ length: 11 }, (_, n) => box(`${n}`)) }))]],
    ['a box twice', [input(boxes({ options: [box('a'), box('a')] }))]],
    ['a tick on no box', [input(boxes({ options: [box('a')], initial_options: [box('b')] }))]],
    [
      'more text than fits',
      [
        input({
          type: 'plain_text_input',
          action_id: 'field',
          multiline: true,
          max_length: 3,
          initial_value: 'four',
        }),
      ],
    ],
    [
      'an impossible day',
      [input({ type: 'datepicker', action_id: 'field', initial_date: 'today' })],
    ],
    [
      'a message too long in all',
      Array.from({ length: 6 }, (_, n) => ({
        ...input({
          type: 'plain_text_input',
          action_id: 'field',
          multiline: true,
          max_length: 3000,
          initial_value: 'a'.repeat(3000),
        }),
        block_id: `p:0:${n}`,
      })),
    ],
  ])('finds %s', (_what, blocks) => {
    expect(blockFaults(blocks, 'message')).not.toEqual([]);
  });

  test.each([
    ['a long title', { title: plain('a'.repeat(25)) }],
    ['no title', { title: undefined }],
    ['a field and no submit', { submit: undefined }],
    ['too much carried', { private_metadata: 'a'.repeat(3001) }],
  ])('finds a form with %s', (_what, change) => {
    const blocks = [input({ type: 'timepicker', action_id: 'field' })];
    const view = {
      type: 'modal',
      title: plain('Form'),
      submit: plain('Go'),
      private_metadata: '{}',
      blocks,
    };
    expect(viewFaults(view)).toEqual([]);
    expect(viewFaults({ ...view, ...change })).not.toEqual([]);
  });
});
