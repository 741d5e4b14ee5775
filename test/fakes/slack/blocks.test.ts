/** What the fake finds wrong with blocks, held against the limits of Slack's Block Kit reference. */
import { describe, expect, it } from 'vitest';
import { faultsOfBlocks, type Surface } from './blocks.ts';
import { actions, asked, button, plain, section } from './larkfield.ts';

const of = (blocks: unknown, surface: Surface = 'message') =>
  faultsOfBlocks(blocks, surface, '/blocks').map(({ says, at }) => `${at}: ${says}`);

const options = (count: number) =>
  Array.from({ length: count }, (_none, at) => ({ text: plain(`Option ${at}`), value: `${at}` }));
const ticks = (more: object = {}) => ({
  type: 'input',
  label: plain('Statements'),
  element: { type: 'checkboxes', action_id: 'field', options: options(2), ...more },
});
const pick = (more: object = {}) => ({
  type: 'input',
  label: plain('When'),
  element: { type: 'static_select', action_id: 'field', options: options(2), ...more },
});
const rich = (...leaves: object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: leaves }],
});
const many = (count: number, it: object) => Array.from({ length: count }, () => it);
const long = (size: number) => 'a'.repeat(size);

describe('blocks that Slack takes', () => {
  it.each<[string, unknown[], Surface]>([
    ['fifty in a message', many(50, section('x')), 'message'],
    ['a hundred in a modal', many(100, section('x')), 'modal'],
    ['a hundred on a Home tab', many(100, section('x')), 'home'],
    ['a section of 3000', [section(long(3000))], 'message'],
    ['a header of 150', [{ type: 'header', text: plain(long(150)) }], 'message'],
    ['25 buttons', [actions(...Array.from({ length: 25 }, (_none, at) => `${at}`))], 'message'],
    [
      'a button of 75 with 2000 behind it',
      [{ type: 'actions', elements: [button(long(75), 'a', long(2000))] }],
      'message',
    ],
    ['ten ticks', [ticks({ options: options(10) })], 'home'],
    ['a hundred to pick from', [pick({ options: options(100) })], 'modal'],
    ['a text field in a message', [asked('Text', 't')], 'message'],
    [
      'bold, a person and a link in a rich text',
      [
        rich(
          { type: 'text', text: 'x', style: { bold: true } },
          { type: 'user', user_id: 'U0AMY' },
          { type: 'link', url: 'https://x.example' },
        ),
      ],
      'message',
    ],
    ['the same action id in two blocks', [asked('One', 'a'), asked('Two', 'b')], 'modal'],
  ])('%s', (_what, blocks, surface) => {
    expect(of(blocks, surface)).toEqual([]);
  });
});

describe('blocks that Slack refuses', () => {
  it.each<[string, unknown, RegExp]>([
    ['fifty-one in a message', many(51, section('x')), /^\/blocks: no more than 50 items/],
    ['no list', { type: 'section' }, /must be an array/],
    ['one of a kind nobody knows', [{ type: 'poem' }], /\/blocks\/0\/type: unsupported type: poem/],
    ['a section of 3001', [section(long(3001))], /less than 3001/],
    ['a section of nothing', [section('')], /more than 0/],
    ['a section without words', [{ type: 'section' }], /either text or fields/],
    [
      'a key that is not of the block',
      [{ ...section('x'), colour: 'red' }],
      /invalid additional property: colour/,
    ],
    ['a header of 151', [{ type: 'header', text: plain(long(151)) }], /less than 151/],
    ['a header in mrkdwn', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }], /plain_text/],
    [
      'emoji in mrkdwn',
      [{ type: 'section', text: { type: 'mrkdwn', text: 'x', emoji: true } }],
      /additional property: emoji/,
    ],
    ['no buttons in actions', [actions()], /no less than 1/],
    [
      '26 buttons',
      [actions(...Array.from({ length: 26 }, (_none, at) => `${at}`))],
      /no more than 25/,
    ],
    [
      'two buttons of one id',
      [{ type: 'actions', elements: [button('A', 'x'), button('B', 'x')] }],
      /action_id already exists/,
    ],
    ['two blocks of one id', [asked('A', 'x'), asked('B', 'x')], /block_id already exists/],
    [
      'a label of 76 on a button',
      [{ type: 'actions', elements: [button(long(76), 'x')] }],
      /less than 76/,
    ],
    [
      '2001 behind a button',
      [{ type: 'actions', elements: [button('A', 'x', long(2001))] }],
      /less than 2001/,
    ],
    [
      'a colour of its own on a button',
      [{ type: 'actions', elements: [{ ...button('A'), style: 'green' }] }],
      /enum value/,
    ],
    [
      'a text field among buttons',
      [{ type: 'actions', elements: [{ type: 'plain_text_input' }] }],
      /unsupported type: plain_text_input/,
    ],
    [
      'a button as an input',
      [{ ...asked('A', 'x'), element: button('A') }],
      /unsupported type: button/,
    ],
    ['an id of 256', [{ ...section('x'), block_id: long(256) }], /less than 256/],
    ['eleven ticks', [ticks({ options: options(11) })], /no more than 10/],
    ['no ticks', [ticks({ options: [] })], /no less than 1/],
    ['a tick of 76', [ticks({ options: [{ text: plain(long(76)), value: 'x' }] })], /less than 76/],
    [
      'a tick set that is not there',
      [ticks({ initial_options: [{ text: plain('Other'), value: 'o' }] })],
      /one of the options/,
    ],
    ['an empty list of ticks set', [ticks({ initial_options: [] })], /no less than 1/],
    [
      'two options of one value',
      [pick({ options: [...options(1), ...options(1)] })],
      /option value already exists/,
    ],
    [
      'an option in mrkdwn to pick',
      [pick({ options: [{ text: { type: 'mrkdwn', text: 'x' }, value: 'x' }] })],
      /plain_text/,
    ],
    ['a placeholder of 151', [asked('A', 'x', { placeholder: plain(long(151)) })], /less than 151/],
    [
      'more words than the field may have',
      [asked('A', 'x', { max_length: 3, initial_value: 'four' })],
      /less than 4/,
    ],
    ['a field of 3001', [asked('A', 'x', { max_length: 3001 })], /between 1 and 3000/],
    [
      'a date in English',
      [{ ...asked('A', 'x'), element: { type: 'datepicker', initial_date: '23/11/2026' } }],
      /match the format/,
    ],
    [
      'an empty time',
      [{ ...asked('A', 'x'), element: { type: 'timepicker', initial_time: '' } }],
      /match the format/,
    ],
    [
      'two fields in focus',
      [asked('A', 'a', { focus_on_load: true }), asked('B', 'b', { focus_on_load: true })],
      /one element may be focused/,
    ],
    [
      'eleven in a context',
      [{ type: 'context', elements: many(11, plain('x')) }],
      /no more than 10/,
    ],
    ['an empty rich text', [rich()], /no less than 1/],
    ['empty words in a rich text', [rich({ type: 'text', text: '' })], /more than 0/],
    [
      'a style that is none',
      [rich({ type: 'text', text: 'x', style: { loud: true } })],
      /additional property: loud/,
    ],
    [
      'a file in a message',
      [{ ...asked('A', 'x'), element: { type: 'file_input' } }],
      /unsupported type: file_input/,
    ],
  ])('%s', (_what, blocks, says) => {
    expect(of(blocks).join('\n')).toMatch(says);
  });
});
