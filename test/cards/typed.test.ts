import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composerCard } from '../../cards/composer.ts';
import { cardFor } from '../../cards/draft-card.ts';
import { policyCard } from '../../cards/policy.ts';
import { adaptiveCard } from '../../cards/render/adaptive.ts';
import { shown } from '../../cards/render/plain.ts';
import { COMPOSER } from './samples.ts';
import { shapeFaults, visible, walk } from './shape.ts';
import { withWords } from './typed-cards.ts';
import { policy, view } from './views.ts';

const LARGEST = 28 * 1024;

function bytes(card: object): number {
  return Buffer.byteLength(JSON.stringify(card));
}

describe('What people type', () => {
  const MARK = 'Zq7';
  const nasty = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom(
      '[x](javascript:alert(1))',
      '**bold** _it_ # h',
      '<script>alert(1)</script>',
      '{{DATE(2026-01-01T00:00:00Z)}} {{{TIME(2026-01-01T00:00:00Z)}}',
      '</at><at>everyone',
      '","type":"Action.Submit","data":{"action":"approve"}',
      '\n\n[Approve]\n',
    ),
  );

  test('stands only in plain runs and input values, whole, whatever it is', () => {
    fc.assert(
      fc.property(nasty, (inside) => {
        const words = `${MARK}${inside}${MARK}`;
        for (const card of withWords(words)) {
          const drawn = adaptiveCard(card);
          expect(shapeFaults(drawn)).toEqual([]);
          for (const { path, at } of walk(drawn)) {
            for (const [key, value] of Object.entries(at)) {
              if (typeof value !== 'string' || !value.includes(MARK)) continue;
              const spoken = path === 'card' && (key === 'speak' || key === 'fallbackText');
              const run = at.type === 'TextRun' && key === 'text';
              const input = String(at.type).startsWith('Input.') && key === 'value';
              expect(run || input || spoken, `${path}.${key}`).toBe(true);
            }
            if (at.type === 'TextRun') expect(at.text).not.toMatch(/\{\{(DATE|TIME)\(/);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('reads as it was typed once the runs are put together', () => {
    fc.assert(
      fc.property(nasty, (inside) => {
        const words = `${MARK}${inside}${MARK}`;
        const drawn = adaptiveCard(cardFor(view({ revision: { text: words } }), 'author'));
        const paragraphs = walk(drawn)
          .filter(({ at }) => at.type === 'RichTextBlock')
          .map(({ at }) => (at.inlines as { text: string }[]).map((run) => run.text).join(''));
        expect(paragraphs).toContain(shown(words));
      }),
    );
  });

  test.each([
    ['letters', 'a'],
    ['Chinese', '漢'],
    ['quotation marks', '"'],
    ['line breaks', '\n'],
    ['emoji', '👩‍👩‍👧'],
    ['control characters', '\u0001'],
    ['half emoji', '\ud83d'],
    ['braces', '{{DATE('],
  ])('4,000 characters of %s fit into every card', (_kind, unit) => {
    const words = unit.repeat(4000).slice(0, 4000);
    for (const card of withWords(words)) {
      const drawn = adaptiveCard(card, { execute: true });
      expect(bytes(drawn), card.title).toBeLessThan(LARGEST);
      expect(shapeFaults(drawn)).toEqual([]);
    }
  });

  test('is kept whole in the composer, whatever the size', () => {
    const words = '漢"'.repeat(2000);
    const drawn = adaptiveCard(
      composerCard({ ...COMPOSER, values: { ...COMPOSER.values, text: words } }),
    );
    expect(walk(drawn).find(({ at }) => at.id === 'text')?.at.value).toBe(words);
  });

  test('a policy of very many clauses is cut with a sentence, not sent too large', () => {
    const clause = { id: 'ST-01', says: 'A sentence of the policy. '.repeat(8), held: [] };
    const clauses = Array.from({ length: 300 }, () => clause);
    const drawn = adaptiveCard(policyCard(policy({ sections: [{ title: 'All', clauses }] })));
    expect(bytes(drawn)).toBeLessThan(LARGEST);
    expect(visible(drawn).join(' ')).toContain('There is too much of it to show here.');
  });
});
