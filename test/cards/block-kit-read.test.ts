import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Button, Card, Field, Part } from '../../cards/model.ts';
import { fieldsIn, homeOf, messageOf, modalOf, pressOf } from '../../cards/render/block-kit.ts';
import { untouched, walkBlocks } from './block-kit-shape.ts';
import { samples } from './samples.ts';

const OPTIONS = { place: 'p1', memberOf: () => null };
const CARDS = Object.entries(samples());

function fieldsOf(card: Card): Field[] {
  return card.parts.flatMap((part) => (part.part === 'field' ? [part.field] : []));
}

/** What the front gets of a field that nobody has touched. */
function asRead(field: Field): [string, string][] {
  if (field.field === 'ticks') return [[field.id, field.value.join(',')]];
  if (field.field !== 'moment') return [[field.id, field.value]];
  return [
    [`${field.id}-date`, field.date],
    [`${field.id}-time`, field.time],
  ];
}

/** Buttons as the card has them, each with whether it asks; folds of a view are open. */
function pressesOf(card: Card): unknown[] {
  const inside = (part: Part): Button[] => {
    if (part.part === 'buttons') return part.buttons;
    if (part.part === 'items') return part.items.flatMap((each) => each.button ?? []);
    return part.part === 'fold' ? part.parts.flatMap(inside) : [];
  };
  return [...card.parts.flatMap(inside), ...card.buttons].map(
    ({ action, asks, draft, revision, item }) => ({
      action,
      asks: asks !== undefined,
      ...(draft === undefined ? {} : { draft }),
      ...(revision === undefined ? {} : { revision }),
      ...(item === undefined ? {} : { item }),
    }),
  );
}

describe('What Slack sends back', () => {
  test.each(CARDS)('for the fields of %s is what the card had in them', (_name, card) => {
    const expected = Object.fromEntries(fieldsOf(card).flatMap(asRead));
    const modal = modalOf(card, { ...OPTIONS, meta: {} });
    for (const { blocks } of [messageOf(card, OPTIONS), modal, homeOf(card, OPTIONS)]) {
      expect(fieldsIn(untouched(blocks))).toEqual(expected);
    }
  });

  test.each(CARDS)('for the buttons of %s is what each of them carries', (_name, card) => {
    const pressed = walkBlocks(homeOf(card, OPTIONS).blocks).flatMap(({ at }) =>
      at.type === 'button' ? [pressOf(String(at.action_id), String(at.value))] : [],
    );
    expect(pressed).toEqual(pressesOf(card));
  });

  test('for statements over several boxes is one list', () => {
    const choices = Array.from({ length: 23 }, (_, place) => ({
      value: `s${place}`,
      label: place === 4 ? 'long '.repeat(30) : `Statement ${place}`,
    }));
    const value = ['s0', 's4', 's5', 's22'];
    const card: Card = {
      title: 'Statements',
      parts: [
        { part: 'field', field: { field: 'ticks', id: 'ticked', label: 'Tick', value, choices } },
      ],
      buttons: [{ action: 'send', label: 'Send', look: 'main', takesFields: true }],
      summary: '',
    };
    const { blocks } = messageOf(card, OPTIONS);
    expect(blocks.filter((each) => each.type === 'input')).toHaveLength(4);
    expect(fieldsIn(untouched(blocks))).toEqual({ ticked: 's0,s4,s5,s22' });
  });

  test('while a post is typed says that it is counted, whatever the words look like', () => {
    const typed = '{"d":"d99","r":7}';
    expect(pressOf('count.0', typed)).toEqual({ action: 'count', asks: false });
    const values = {
      'p1:0:f:text': { 'count.0': { type: 'plain_text_input', value: typed } },
      'p1:0:f:when-date': { field: { type: 'datepicker', selected_date: null } },
    };
    expect(fieldsIn(values)).toEqual({ text: typed, 'when-date': '' });
  });

  test.each([
    ['a link', 'link.3', undefined],
    ['a field', 'field', undefined],
    ['another app’s button', 'approve', '{}'],
    ['an action that is none', 'publish.1', '{}'],
    ['a word of the language', 'constructor.1', '{}'],
    ['what is no JSON', 'approve.1', 'd12'],
    ['a list', 'approve.1', '[]'],
    ['a draft that is a number', 'approve.1', '{"d":12}'],
    ['half a revision', 'approve.1', '{"r":1.5}'],
    ['a revision below none', 'approve.1', '{"r":-1}'],
    ['nothing in it', 'approve.1', 'null'],
  ])('for %s is no press of ours', (_what, id, value) => {
    expect(pressOf(id, value)).toBeNull();
  });

  test('never makes the reading fail', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.jsonValue(), (id, value, state) => {
        expect(() => pressOf(id, value)).not.toThrow();
        expect(() => pressOf(`${id}.1`, JSON.stringify(state))).not.toThrow();
        for (const values of [
          state,
          { [`p:0:f:${id}`]: state },
          { [`p:0:f:${id}`]: { a: state } },
        ]) {
          const fields = fieldsIn(values);
          for (const each of Object.values(fields)) expect(typeof each).toBe('string');
        }
      }),
    );
  });

  test('under a name that every object has is a field like any other', () => {
    const values = { 'p:0:f:__proto__': { field: { type: 'plain_text_input', value: 'x' } } };
    expect(Object.hasOwn(fieldsIn(values), '__proto__')).toBe(true);
    expect(Object.getPrototypeOf(fieldsIn(values))).toBe(Object.prototype);
  });
});
