/** The fake's own look at a card finds what Teams would not take, and takes every card that Bellbird draws. */
import { describe, expect, it } from 'vitest';
import { adaptiveCard } from '../../../cards/render/adaptive.ts';
import { samples } from '../../cards/samples.ts';
import { cardFaults } from './card-check.ts';
import { asksDialog, cardOf, execute, field, submit, words } from './larkfield.ts';
import { hasSchema, schemaFaults } from './schema.ts';

it.each(Object.entries(samples()))(
  'takes the card for %s as it is drawn for Teams',
  (_name, card) => {
    expect(cardFaults(adaptiveCard(card, { execute: true }))).toEqual([]);
    expect(cardFaults(adaptiveCard(card))).toEqual([]);
  },
);

const choices = (more: object) => ({ type: 'Input.ChoiceSet', id: 'c', label: 'Kind', ...more });
const body = (element: object) => cardOf([element as Record<string, unknown>]);
const button = (action: object) => cardOf([], [action as Record<string, unknown>]);
const people = (count: number) => Array.from({ length: count }, (_each, nth) => `29:${nth}`);
const refreshing = (count: number) =>
  cardOf([], [], {
    refresh: { action: { type: 'Action.Execute', verb: 'again' }, userIds: people(count) },
  });

describe('a card', () => {
  it.each<[what: string, card: Record<string, unknown>, fault: string]>([
    ['of a later version', cardOf([], [], { version: '1.6' }), 'card has version 1.6'],
    ['of no version', cardOf([], [], { version: undefined }), 'card has no version'],
    ['that is none', { type: 'HeroCard', version: '1.5' }, 'card is no AdaptiveCard'],
    ['with a key of no meaning', cardOf([], [], { colour: 'red' }), 'card has a colour'],
    [
      'with an element of no kind',
      body({ type: 'Chart' }),
      'card.body[0] is no element Teams knows',
    ],
    ['with a text that has none', body({ type: 'TextBlock' }), 'card.body[0] has no text'],
    ['with an empty run', body(words('')), 'card.body[0].inlines[0] is empty'],
    ['with a misspelt word', body({ ...words('x'), spacing: 'Smal' }), 'has a spacing of Smal'],
    [
      'with a style of another kind',
      body({ type: 'Container', style: 'positive', items: [] }),
      'has a style of positive',
    ],
    [
      'with a picture without words',
      body({ type: 'Image', url: 'https://x.example/a.png' }),
      'without words',
    ],
    ['with a field without an id', body({ ...field('', 'Why?') }), 'is an input without an id'],
    ['with a field without a label', body(field('why', '')), 'is an input without a label'],
    [
      'with a field that must be filled and says nothing',
      body(field('why', 'Why?', { isRequired: true })),
      'says nothing',
    ],
    [
      'with two fields of one id',
      cardOf([field('a', 'A'), field('a', 'B')]),
      'has the id a more than once',
    ],
    [
      'with choices that are none',
      body(choices({ choices: [{ title: 'A' }] })),
      'is a choice without title or value',
    ],
    [
      'with an action of no kind',
      button({ type: 'Action.Shout', title: 'x' }),
      'is no action Teams knows',
    ],
    ['with a button without words', button(execute(' ')), 'has no words on it'],
    ['with an Execute without a verb', button(execute('Send', '')), 'has no verb'],
    ['with data that is words', button(submit('Send', 'x' as never)), 'has data that is no object'],
    [
      'with an Execute that asks for a dialog',
      button(execute('Edit', 'edit', { data: { msteams: { type: 'task/fetch' } } })),
      'asks for a dialog',
    ],
    [
      'that asks Teams for something else',
      button(submit('x', { msteams: { type: 'signin' } })),
      'asks Teams for signin',
    ],
    [
      'with a link to no page',
      button({ type: 'Action.OpenUrl', title: 'x', url: 'javascript:x' }),
      'opens no page',
    ],
    [
      'with seven buttons',
      cardOf(
        [],
        Array.from({ length: 7 }, (_each, nth) => execute(`B${nth}`)),
      ),
      'has 7 actions',
    ],
    [
      'with a fault in its fallback',
      button(execute('x', 'x', { fallback: { type: 'Action.Submit' } })),
      'fallback has no title',
    ],
    [
      'that falls back on something else',
      button(execute('x', 'x', { fallback: submit('x', { action: 'other' }) })),
      'falls back on another data',
    ],
    [
      'that falls back on a word',
      button(execute('x', 'x', { fallback: 'nothing' })),
      'falls back on nothing known',
    ],
    [
      'that hides what is not there',
      button({ type: 'Action.ToggleVisibility', title: 'x', targetElements: ['fold'] }),
      'shows or hides fold, which is not there',
    ],
    [
      'with a day that is none',
      body({ type: 'Input.Date', id: 'd', label: 'Day', value: '12/01/2026' }),
      'holds 12/01/2026',
    ],
    [
      'with a choice that is not offered',
      body(choices({ choices: [{ title: 'A', value: 'a' }], value: 'b' })),
      'holds b, which is none of its choices',
    ],
    [
      'with more in a field than may be typed',
      body(field('why', 'Why?', { maxLength: 2, value: 'abc' })),
      'holds more than may be typed',
    ],
    ['of a width of its own', cardOf([], [], { msteams: { width: 'Wide' } }), 'a width of Wide'],
    [
      'that mentions somebody',
      cardOf([], [], { msteams: { entities: [{ type: 'mention' }] } }),
      'has msteams.entities',
    ],
    ['in a language with a region', cardOf([], [], { lang: 'en-GB' }), 'has the language en-GB'],
    ['that refreshes for 61 people', refreshing(61), 'refreshes for 61 people'],
    [
      'that refreshes by no verb',
      cardOf([], [], { refresh: { userIds: [] } }),
      'no Action.Execute with a verb',
    ],
  ])('%s is found', (_what, card, fault) => {
    expect(cardFaults(card).join('\n')).toContain(fault);
  });

  it('with a fault behind a button is found there', () => {
    const inner = { type: 'AdaptiveCard', body: [field('a', 'A')], actions: [execute('Yes', '')] };
    const form = { type: 'Action.ShowCard', title: 'Decline', card: inner };
    expect(cardFaults(cardOf([field('a', 'A')], [form]))).toEqual([
      'card.actions[0].card.actions[0] has no verb',
      'card has the id a more than once',
    ]);
  });

  it('that asks for dialogs, refreshes for 60 people and holds tables is taken', () => {
    const table = {
      type: 'Table',
      columns: [{ width: 1 }],
      rows: [{ type: 'TableRow', cells: [{ type: 'TableCell', items: [words('x')] }] }],
    };
    expect(cardFaults(cardOf([table], [asksDialog('Edit')]))).toEqual([]);
    expect(cardFaults(refreshing(60))).toEqual([]);
  });
});

it.skipIf(!hasSchema())('asks Microsoft’s schema too, where a copy of it is at hand', () => {
  const wrong = cardOf([{ type: 'TextBlock', text: 'x', maxLines: 'three' }]);
  expect(schemaFaults(wrong)).toHaveLength(1);
  expect(cardFaults(wrong)).toHaveLength(1);
  expect(schemaFaults(cardOf([words('x')], [], { msteams: { width: 'Full' } }))).toEqual([]);
});
