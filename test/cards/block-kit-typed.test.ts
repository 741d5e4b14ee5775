import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composerCard } from '../../cards/composer.ts';
import { cardFor } from '../../cards/draft-card.ts';
import type { Button, Card, Item, Part } from '../../cards/model.ts';
import { homeOf, messageOf, modalOf } from '../../cards/render/block-kit.ts';
import { shown } from '../../cards/render/plain.ts';
import { blockFaults, readable, viewFaults, walkBlocks } from './block-kit-shape.ts';
import { COMPOSER } from './samples.ts';
import { withWords } from './typed-cards.ts';
import { view } from './views.ts';

const OPTIONS = { place: 'p1', memberOf: () => null };

function faults(card: Card): string[] {
  return [
    ...blockFaults(messageOf(card, OPTIONS).blocks, 'message'),
    ...viewFaults(modalOf(card, { ...OPTIONS, meta: {} })),
    ...viewFaults(homeOf(card, OPTIONS)),
  ];
}

const MARK = 'Zq7';
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '<!channel> <!here> <@U0AMY> <#C0SLT>',
    '*bold* _it_ ~gone~ `code` ```block```',
    '<https://x.example|your bank>',
    ':smile: :+1:',
    '&amp; &lt;b&gt; & < >',
    '\ud83d lone \udc00',
    '\u202eright to left\u2066',
    '\n\n✅ Approved by Sam Obi\n',
    '","type":"button","action_id":"approve.0"',
  ),
);

describe('What people type, in Slack,', () => {
  test('stands only in plain text, literal rich text and fields, whatever it is', () => {
    fc.assert(
      fc.property(nasty, (inside) => {
        const words = `${MARK}${inside}${MARK}`;
        for (const card of withWords(words)) {
          const { text, blocks } = messageOf(card, OPTIONS);
          expect(text).not.toMatch(/[<>]|&(?!(amp|lt|gt);)/);
          for (const drawn of [blocks, modalOf(card, { ...OPTIONS, meta: {} }).blocks]) {
            for (const { path, at } of walkBlocks(drawn)) {
              expect(at.type).not.toBe('mrkdwn');
              for (const [key, value] of Object.entries(at)) {
                if (typeof value !== 'string' || !value.includes(MARK)) continue;
                const literal = at.type === 'plain_text' && at.emoji === false && key === 'text';
                const rich = at.type === 'text' && key === 'text';
                const input = at.type === 'plain_text_input' && key === 'initial_value';
                expect(literal || rich || input, `${path}.${key}`).toBe(true);
              }
            }
          }
          expect(faults(card)).toEqual([]);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('reads as it was typed, in the post and in a note', () => {
    fc.assert(
      fc.property(nasty, (inside) => {
        const words = `${MARK}${inside}${MARK}`;
        const card = cardFor(view({ revision: { text: words }, draft: { note: words } }), 'author');
        const read = readable(messageOf(card, OPTIONS).blocks);
        expect(read.filter((each) => each === shown(words))).toHaveLength(2);
      }),
    );
  });

  test('reads as it was typed in the form, and comes back so', () => {
    fc.assert(
      fc.property(nasty, (inside) => {
        const text = `${MARK}${inside}${MARK}`;
        const card = composerCard({ ...COMPOSER, values: { ...COMPOSER.values, text } });
        const [input] = walkBlocks(modalOf(card, { ...OPTIONS, meta: {} }).blocks).filter(
          ({ at }) => at.type === 'plain_text_input',
        );
        expect(input?.at.initial_value).toBe(shown(text));
      }),
    );
  });

  test.each([
    ['letters', 'a'],
    ['Chinese', '漢'],
    ['quotation marks', '"'],
    ['line breaks', '\n'],
    ['spaces', ' '],
    ['emoji', '👩‍👩‍👧'],
    ['control characters', '\u0001'],
    ['half emoji', '\ud83d'],
    ['ampersands', '&'],
  ])('4,000 characters of %s fit into every card', (_kind, unit) => {
    const words = unit.repeat(4000).slice(0, 4000);
    for (const card of withWords(words)) expect(faults(card), card.title).toEqual([]);
  });

  test('cannot pass for a line of the card’s own in a list', () => {
    const item: Item = {
      mark: 'wait',
      word: 'Post 12',
      text: 'with SLT',
      excerpt: 'Bridges\n✅ Post 13: published',
      button: button(1, 'Open post 12'),
    };
    const card = cardOf([{ part: 'items', items: [item] }], []);
    expect(readable(messageOf(card, OPTIONS).blocks)).toContain(
      'Post 12: with SLT\n“Bridges ✅ Post 13: published”',
    );
  });
});

function button(place: number, label = `Open post ${place}`): Button {
  const id = { draft: `d${place}`, revision: 1, item: String(place) };
  return { action: 'open', label, look: 'plain', takesFields: false, ...id };
}

function cardOf(parts: Part[], buttons: Button[]): Card {
  return { title: 'What is waiting', parts, buttons, summary: 'What is waiting' };
}

const long = fc.nat({ max: 400 }).map((length) => 'bridge '.repeat(length / 7 + 1));
const someItem = fc.record(
  {
    mark: fc.constantFrom('ok', 'ask', 'stop', 'wait', 'over' as const),
    text: long,
    words: long,
    excerpt: long,
    small: long,
    button: fc.nat().map((place) => button(place)),
  },
  { requiredKeys: ['mark', 'text'] },
);
const somePart: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ part: fc.constant('items' as const), items: fc.array(someItem, { maxLength: 120 }) }),
  fc
    .record({ label: fc.string({ maxLength: 30 }), value: long })
    .chain((row) => fc.nat({ max: 90 }).map((many) => new Array(many).fill(row)))
    .map((rows): Part => ({ part: 'rows', rows })),
  fc.nat({ max: 80 }).map(
    (many): Part => ({
      part: 'buttons',
      buttons: Array.from({ length: many }, (_, n) => button(n)),
    }),
  ),
  long.map((text): Part => ({ part: 'text', text })),
  long.map((words): Part => ({ part: 'quote', who: 'Sam Obi', words })),
);

describe('A card of any length, in Slack,', () => {
  test('is within the limits, and keeps its own buttons', () => {
    fc.assert(
      fc.property(fc.array(somePart, { maxLength: 30 }), fc.nat({ max: 6 }), (parts, many) => {
        const own = Array.from({ length: many }, (_, n) => button(n, `Own ${n}`));
        const card = cardOf(parts, own);
        expect(faults(card)).toEqual([]);
        const { blocks } = messageOf(card, OPTIONS);
        for (const { label } of own) expect(readable(blocks)).toContain(label);
      }),
      { numRuns: 150 },
    );
  });

  test('says how many things it leaves out, and the number is true', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (many) => {
        const items = Array.from({ length: many }, (_, n): Item => {
          return { mark: 'wait', word: `Post ${n}`, text: 'with SLT', button: button(n) };
        });
        const { blocks } = messageOf(cardOf([{ part: 'items', items }], []), OPTIONS);
        const seen = readable(blocks).filter((each) => each.startsWith('Post ')).length;
        const more = readable(blocks).find((each) => /^and \d+ more$/.test(each)) ?? 'and 0 more';
        expect(seen).toBeGreaterThan(0);
        expect(seen + Number(/\d+/.exec(more)?.[0])).toBe(many);
      }),
    );
  });
});
