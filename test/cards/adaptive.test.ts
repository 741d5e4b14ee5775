import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { cardFor } from '../../cards/draft-card.ts';
import type { Card } from '../../cards/model.ts';
import { adaptiveCard } from '../../cards/render/adaptive.ts';
import { tellCard } from '../../cards/tell.ts';
import { type Finding, RULE_NAMES } from '../../src/policy/rule.ts';
import { samples } from './samples.ts';
import { shapeFaults, visible, walk } from './shape.ts';
import { HANDLE, HASHTAG, LIFE, view } from './views.ts';

const LARGEST = 28 * 1024;

function bytes(card: object): number {
  return Buffer.byteLength(JSON.stringify(card));
}

describe('Every card', () => {
  test.each(Object.entries(samples()))(
    '%s is made of the elements we use, each with its label',
    (_name, card) => {
      expect(shapeFaults(adaptiveCard(card))).toEqual([]);
      expect(shapeFaults(adaptiveCard(card, { execute: true, place: 'a1' }))).toEqual([]);
      expect(bytes(adaptiveCard(card))).toBeLessThan(LARGEST);
    },
  );

  test('says nothing with an exclamation mark and shows no rule by its id', () => {
    const ids = RULE_NAMES.filter((rule) => rule.includes('-'));
    for (const [name, card] of Object.entries(samples())) {
      for (const words of visible(adaptiveCard(card))) {
        expect(words, name).not.toContain('!');
        for (const id of ids) expect(words, name).not.toContain(id);
      }
    }
  });

  test('our own check finds what is wrong', () => {
    const wrong = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [
        { type: 'Input.Text', id: 'action', label: '' },
        { type: 'Image', url: 'x' },
      ],
      actions: [{ type: 'Action.Submit', title: ' ', data: { action: 'send', text: 'words' } }],
    };
    expect(shapeFaults(wrong)).toEqual([
      'card.body[0]: Input.Text would overwrite what a button carries',
      'card.body[0]: Input.Text has no label',
      'card.body[1]: Image is no element we use',
      'card.actions[0]: Action.Submit has no label',
      'card.actions[0]: Action.Submit carries text',
    ]);
  });
});

describe('A card with a great deal on it', () => {
  /** Each of these is longer in JSON, in UTF-8 or in UTF-16 than it looks. */
  const NASTY = ['"', '\\', '\n\t', '\u0007', '<at>', 'é', '漢', '😀'];
  const among = (count: number): Finding[] =>
    Array.from({ length: count }, (_each, nth) => ({
      ...HANDLE,
      rule: RULE_NAMES[nth % RULE_NAMES.length] ?? HANDLE.rule,
      span: [nth, 280],
      clauses: ['ST-11', 'ST-13', 'LH-14'],
      fix: { label: `Change to “tomorrow” (${nth + 1} of ${count})`, text: 'x' },
    }));

  test.each(NASTY)('fits into a message of Teams, with 50 things found in 280 of %j', (sign) => {
    const text = sign.repeat(280).slice(0, 280).toWellFormed();
    for (const outcome of ['blocked', 'review'] as const) {
      const card = cardFor(
        view({ revision: { text }, verdict: { outcome, findings: among(50) } }),
        'author',
      );
      const drawn = JSON.stringify(adaptiveCard(card, { execute: true }));
      expect(Buffer.byteLength(drawn)).toBeLessThan(LARGEST);
      expect(Buffer.byteLength(drawn, 'utf16le')).toBeLessThan(80_000 - 4000);
      expect(shapeFaults(JSON.parse(drawn))).toEqual([]);
      expect(drawn).toContain('more. There is no room for them here');
    }
  });

  test('says how many things it has left out, and leaves out none that fit', () => {
    const said = (count: number) => {
      const item = {
        mark: 'ask' as const,
        text: 'Nobody has confirmed yet that it may be mentioned.',
      };
      const parts = [{ part: 'items' as const, items: Array.from({ length: count }, () => item) }];
      const card = { title: 'Many', parts, buttons: [], summary: 'Many' };
      return visible(adaptiveCard(card, { execute: true })).join('\n');
    };
    expect(said(40)).not.toContain('no room');
    const many = said(400);
    const shown = many.match(/Nobody has confirmed/g)?.length ?? 0;
    expect(shown).toBeGreaterThan(0);
    expect(many).toContain(`And ${400 - shown} more. There is no room for them here.`);
  });

  test('shows the first things of a rule that found many alike, and says that there are more', () => {
    const alike = (count: number) =>
      among(count).map((finding) => ({
        ...finding,
        rule: HANDLE.rule,
        severity: 'block' as const,
      }));
    const said = (count: number) => {
      const findings = alike(count);
      const card = cardFor(view({ verdict: { outcome: 'blocked', findings } }), 'author');
      return visible(adaptiveCard(card)).join('\n');
    };
    expect(said(4)).not.toContain('more like these');
    expect(said(21)).toContain('21 things to put right first');
    expect(said(21)).toContain(
      'And 17 more like these, which you will see once these are put right.',
    );
    expect(said(21).match(/Nobody has confirmed/g)).toHaveLength(4);
  });
});

describe('A button', () => {
  const flagged = view({ verdict: { outcome: 'review', findings: [HANDLE, HASHTAG] } });
  const actions = (card: Card, execute = false) =>
    walk(adaptiveCard(card, { execute })).filter(({ at }) =>
      /^Action\.(Submit|Execute)$/.test(String(at.type)),
    );

  test('to send needs the reasons and ticks; to edit or discard needs none of them', () => {
    const needs = actions(cardFor(flagged, 'author')).map(({ at }) => [
      at.title,
      at.associatedInputs,
    ]);
    expect(needs).toEqual([
      ['Move it to the end', 'none'],
      ['Send to SLT', undefined],
      ['Edit', 'none'],
      ['Yes, discard', 'none'],
    ]);
  });

  test('carries its action, the draft, the revision and a place, and nothing else', () => {
    const [fix] = actions(cardFor(flagged, 'author'));
    expect(fix?.at.data).toEqual({ action: 'fix', draft: 'd12', revision: 1, item: '1' });
  });

  test('that wants a reason opens a field, and a second button that means it', () => {
    const card = adaptiveCard(cardFor(LIFE.submitted, 'slt')) as {
      actions: { title: string; card?: object }[];
    };
    const decline = card.actions.find((action) => action.title === 'Decline');
    expect(decline?.card).toMatchObject({
      body: [{ type: 'Input.Text', id: 'reason', isRequired: true, isMultiline: true }],
      actions: [{ title: 'Yes, decline', data: { action: 'decline', draft: 'd12', revision: 1 } }],
    });
  });

  test('in Teams is an Execute with a Submit for hosts that do not know it', () => {
    const [first] = actions(cardFor(LIFE.submitted, 'slt'), true);
    expect(first?.at).toMatchObject({
      type: 'Action.Execute',
      verb: 'approve',
      fallback: { type: 'Action.Submit', data: { action: 'approve', draft: 'd12', revision: 1 } },
    });
  });

  test('that opens a form in Teams is a Submit that asks for a dialog, and nothing of the kind elsewhere', () => {
    const edit = (execute: boolean) =>
      actions(cardFor(LIFE.drafted, 'author'), execute).find(
        ({ at }) => (at.data as { action: string }).action === 'edit',
      )?.at;
    expect(edit(true)).toMatchObject({
      type: 'Action.Submit',
      data: { msteams: { type: 'task/fetch' } },
    });
    expect(edit(false)?.data).not.toHaveProperty('msteams');
  });

  test('in a dialog carries what the dialog is to be known by, and the title stands on its bar alone', () => {
    const drawn = adaptiveCard(cardFor(LIFE.drafted, 'author'), {
      heading: false,
      carries: { once: 'a1' },
    });
    const submits = walk(drawn).filter(({ at }) => at.type === 'Action.Submit');
    expect(submits.length).toBeGreaterThan(0);
    for (const { at } of submits) expect(at.data).toHaveProperty('once', 'a1');
    expect(JSON.stringify(drawn.body)).not.toContain('"heading"');
  });

  test('to a page leads only to the web', () => {
    const link = (url: string) =>
      JSON.stringify(
        adaptiveCard(tellCard({ title: 'News', text: '', draft: null, words: null, link: url })),
      );
    expect(link('https://x.example/1')).toContain('Action.OpenUrl');
    expect(link('javascript:alert(1)')).not.toContain('Action.OpenUrl');
  });
});

/** A copy of Microsoft's schema: an extra for those who have one beside the project. */
const SCHEMA = new URL('../../../shared/data/adaptive-card-1.5.json', import.meta.url);

test.skipIf(!existsSync(SCHEMA))(
  'every card is valid by the Adaptive Card 1.5 schema (an extra: skipped where ../shared/data is not there)',
  async () => {
    const require = createRequire(import.meta.url);
    const { id, ...schema } = JSON.parse(await readFile(SCHEMA, 'utf8'));
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json'));
    const valid = ajv.compile({ $id: id, ...schema });
    for (const [name, card] of Object.entries(samples())) {
      for (const execute of [false, true]) {
        expect(
          valid(adaptiveCard(card, { execute })),
          `${name}: ${ajv.errorsText(valid.errors)}`,
        ).toBe(true);
      }
    }
    expect(valid({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock' }] })).toBe(
      false,
    );
  },
);
