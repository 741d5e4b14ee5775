import { describe, expect, test } from 'vitest';
import { cardFor } from '../../cards/draft-card.ts';
import { textCard } from '../../cards/render/text.ts';
import type { State } from '../../src/post/lifecycle.ts';
import { AMY, HANDLE, HASHTAG, HIDDEN, HOUR, LIFE, LONG, MONDAY, NOW, view } from './views.ts';

function read(state: State, audience: 'author' | 'slt'): string {
  return textCard(cardFor(LIFE[state], audience));
}
function title(text: string): string {
  return text.split('\n')[0] ?? '';
}
function buttons(text: string): string {
  const last = text.split('\n').at(-1) ?? '';
  return last.startsWith('[') ? last : '';
}

describe('The checklist', () => {
  const blocked = view({
    verdict: { outcome: 'blocked', findings: [HIDDEN, LONG, HANDLE], held: true, slot: MONDAY },
  });

  test('counts what must be put right, and offers no way to send it', () => {
    const text = textCard(cardFor(blocked, 'author'));
    expect(title(text)).toBe('2 things to put right first, then one to explain');
    expect(text).not.toContain('Send to SLT');
    expect(buttons(text)).toBe('[Edit] [Discard]');
  });

  test('shows the words, the sentence, the clause and the one-tap fix of a finding', () => {
    expect(textCard(cardFor(blocked, 'author'))).toContain(
      [
        'Put right: There is an invisible character in this word. Take it out, so that readers see what you see.',
        '| built',
        '  Our policy: Posts say what they seem to say (ST-11)',
        '  [Take it out]',
      ].join('\n'),
    );
  });

  test('a fix names its finding by its place in the verdict', () => {
    const review = view({ verdict: { outcome: 'review', findings: [HANDLE, HASHTAG] } });
    const fixes = JSON.stringify(cardFor(review, 'author'));
    expect(fixes).toContain('"action":"fix","label":"Move it to the end","item":"1"');
  });

  test('asks for one reason for each reviewed rule, with what was written before', () => {
    const reasons = [{ rule: HANDLE.rule, reason: 'They asked us to.' }];
    const findings = [HANDLE, { ...HANDLE, span: [0, 4] as const }, HASHTAG];
    const card = cardFor(
      view({ revision: { reasons }, verdict: { outcome: 'review', findings } }),
      'author',
    );
    const fields = card.parts.flatMap((part) => (part.part === 'field' ? [part.field] : []));
    expect(fields.map((field) => field.id)).toEqual([
      'reason:individual-handle',
      'reason:hashtag-place',
      'ticked',
    ]);
    expect(card.title).toBe('Fine, with 3 things to explain');
    expect(fields[0]).toMatchObject({ value: 'They asked us to.', required: true });
  });

  test('one thing to explain is said in words', () => {
    const one = view({ verdict: { outcome: 'review', findings: [HANDLE] } });
    expect(title(textCard(cardFor(one, 'author')))).toBe('Fine, with one thing to explain');
  });

  test.each([
    ['One thing to put right first', [LONG]],
    ['One thing to put right first, then one to explain', [LONG, HASHTAG]],
    ['2 things to put right first, then 3 to explain', [HIDDEN, LONG, HANDLE, HANDLE, HASHTAG]],
  ])('its title counts every thing it lists: %s', (says, given) => {
    const findings = given.map((finding) => ({
      ...finding,
      severity: finding === LONG || finding === HIDDEN ? ('block' as const) : ('review' as const),
    }));
    const card = cardFor(view({ verdict: { outcome: 'blocked', findings } }), 'author');
    expect(card.title).toBe(says);
    const listed = card.parts.flatMap((part) => (part.part === 'items' ? part.items : []));
    expect(listed).toHaveLength(findings.length);
  });

  test('nothing to tick, no box', () => {
    const text = textCard(cardFor(view({ statements: [] }), 'author'));
    expect(text).not.toContain('[ ]');
  });

  test('a box ticked before stays ticked', () => {
    const ticked = view({ revision: { ticked: [{ id: 'device', by: AMY, at: NOW }] } });
    expect(textCard(cardFor(ticked, 'author'))).toContain(
      '[x] I am writing this on a school device',
    );
  });

  test('says what the other rules hold, folded', () => {
    const text = textCard(cardFor(blocked, 'author'));
    expect(text).toContain('4 other rules are fine:\n  Fine: It is no answer to anybody');
  });

  test.each([
    ['as soon as SLT approve it', {}],
    ['today 16:10', { revision: { wanted: NOW + HOUR }, verdict: { slot: NOW + HOUR } }],
    ['waits for Mon 8:00, our posting hours', { verdict: { held: true, slot: MONDAY } }],
  ])('says where and when: %s', (when, change) => {
    expect(textCard(cardFor(view(change), 'author'))).toContain(
      `Where and when: @LarkrisePrimary, ${when}`,
    );
  });

  test('says what a dear link costs', () => {
    const dear = view({ price: 'A link makes it dear.' });
    expect(textCard(cardFor(dear, 'author'))).toContain('Price: A link makes it dear.');
  });

  test('words that were not kept are not made up, and cannot be sent', () => {
    const gone = view({
      revision: { text: '' },
      verdict: { outcome: 'blocked', findings: [HIDDEN] },
    });
    const text = textCard(cardFor(gone, 'author'));
    expect(text).toContain('(not shown, because it names a pupil)');
    expect(text).not.toContain('Send to SLT');
  });

  test('after changes were asked for, the note comes before the post', () => {
    const text = read('changes-asked', 'author');
    expect(text.indexOf('| Could you say which class?')).toBeLessThan(text.indexOf('| Year 4'));
    expect(text).toContain('Sam Obi, today 14:10:');
    expect(text).not.toContain('Send to SLT');
  });

  test('what SLT asked for still stands on the next wording', () => {
    const next = view({ draft: { note: 'Which class?', revision: 2 } });
    expect(textCard(cardFor(next, 'author'))).toContain('SLT asked for changes:\n| Which class?');
  });
});
