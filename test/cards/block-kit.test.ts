import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { askCard, unfoldedCard } from '../../cards/ask.ts';
import { cardFor } from '../../cards/draft-card.ts';
import type { Button, Card, Part } from '../../cards/model.ts';
import { policyCard } from '../../cards/policy.ts';
import { homeOf, type Message, messageOf, modalOf } from '../../cards/render/block-kit.ts';
import { SLACK_LIMITS } from '../../cards/render/slack-limits.ts';
import { sayCard } from '../../cards/say.ts';
import { blockFaults, readable, viewFaults, walkBlocks } from './block-kit-shape.ts';
import { samples } from './samples.ts';
import { AMY, approval, LIFE, policy, view } from './views.ts';

const OPTIONS = { place: 'p1', memberOf: () => null };
const CARDS = Object.entries(samples());

/** Held by the compiler: Slack's own types take what is drawn. */
function asSlackTypesIt(card: Card): [KnownBlock[], ModalView, HomeView] {
  const { blocks } = messageOf(card, OPTIONS);
  const modal = modalOf(card, { ...OPTIONS, meta: {} });
  const home = homeOf(card, OPTIONS);
  return [
    blocks satisfies KnownBlock[],
    { ...modal, blocks: modal.blocks satisfies KnownBlock[] } satisfies ModalView,
    { ...home, blocks: home.blocks satisfies KnownBlock[] } satisfies HomeView,
  ];
}

function buttonsOf(part: Part): Button[] {
  if (part.part === 'buttons') return part.buttons;
  if (part.part === 'items') return part.items.flatMap((each) => each.button ?? []);
  return [];
}

function says(card: Card): string {
  return readable(messageOf(card, OPTIONS).blocks).join('\n');
}

describe('In Slack, every card', () => {
  test.each(CARDS)('%s is a message, a modal and a Home page that Slack takes', (_name, card) => {
    const [blocks, modal, home] = asSlackTypesIt(card);
    expect(blockFaults(blocks, 'message')).toEqual([]);
    expect(viewFaults(modal)).toEqual([]);
    expect(viewFaults(home)).toEqual([]);
  });

  test.each(CARDS)('%s begins with its answer, and shows all its buttons', (_name, card) => {
    const { blocks } = messageOf(card, OPTIONS);
    const [first] = readable(blocks);
    expect(first).toContain(card.title);
    const labels = walkBlocks(blocks).flatMap(({ at }) =>
      at.type === 'button' ? [(at.text as { text: string }).text] : [],
    );
    for (const { label } of [...card.parts.flatMap(buttonsOf), ...card.buttons]) {
      expect(labels).toContain(label);
    }
  });

  test('says its mark in words too, with a sign that is no colour', () => {
    expect(says(cardFor(view(), 'author'))).toMatch(/^✅ Ready for SLT/);
    expect(says(samples()['checklist blocked'] as Card)).toContain('⛔ Put right: There is an inv');
  });

  test('has no button twice, and says in each block which card and revision it is', () => {
    const { blocks } = messageOf(cardFor(view({ revision: { number: 3 } }), 'author'), {
      ...OPTIONS,
      place: 'draft-d12',
    });
    expect(blocks.map((each) => each.block_id.split(':').slice(0, 2).join(':'))).toEqual(
      blocks.map(() => 'draft-d12:3'),
    );
  });

  test('has a line for the notification in which nothing can ping', () => {
    const { text } = messageOf(sayCard('News', '<!channel> & <@U1>'), OPTIONS);
    expect(text).toBe('News: &lt;!channel&gt; &amp; &lt;@U1&gt;');
  });
});

describe('In Slack, what a card has folded', () => {
  const asked = cardFor(LIFE.submitted, 'slt');

  test('is one line in a message, with the button that shows it', () => {
    const { blocks } = messageOf(samples()['approval flagged'] as Card, OPTIONS);
    const line = blocks.filter((each) => each.type === 'section' && each.accessory);
    expect(line).toMatchObject([
      {
        text: { text: '1 statement ticked  ·  2 other rules are fine' },
        accessory: { text: { text: 'Show them' }, action_id: expect.stringMatching(/^details\./) },
      },
    ]);
    expect(says(asked)).not.toContain('Hashtags stand at the end');
  });

  test('stands on the Home page and in a modal', () => {
    for (const { blocks } of [homeOf(asked, OPTIONS), modalOf(asked, { ...OPTIONS, meta: {} })]) {
      expect(readable(blocks)).toContain('Hashtags stand at the end');
    }
  });

  test('unfolds in a modal under the whole question, with nothing to submit', () => {
    const modal = modalOf(unfoldedCard(asked), { ...OPTIONS, meta: {} });
    expect(modal).toMatchObject({ title: { text: 'Bellbird' }, close: { text: 'Close' } });
    expect(modal.submit).toBeUndefined();
    expect(readable(modal.blocks)[0]).toBe(asked.title);
  });

  test('is not folded where a school has changed a rule: nobody reads the old one as in force', () => {
    expect(says(samples()['policy changed'] as Card)).toContain('A post fits in 240 characters.');
  });

  test('leaves one small line of what the policy has, under its topics', () => {
    const sections = ['Photos', 'Names'].map((title) => ({ title, clauses: [] }));
    const { blocks } = messageOf(policyCard(policy({ sections })), OPTIONS);
    expect(readable(blocks)).toContain('Photos (0)  ·  Names (0)');
  });
});

describe('In Slack, a form', () => {
  const [, changes] = cardFor(LIFE.submitted, 'slt').buttons;
  const composer = samples().composer as Card;

  test('that a button asks for is sent with the button’s own words, and carries its press', () => {
    const modal = modalOf(askCard(changes as Button), { ...OPTIONS, meta: { channel: 'C0SLT' } });
    expect(modal).toMatchObject({
      callback_id: 'card',
      title: { text: 'Ask for changes' },
      submit: { text: 'Ask for changes' },
      close: { text: 'Cancel' },
      notify_on_close: true,
    });
    expect(JSON.parse(modal.private_metadata)).toEqual({
      channel: 'C0SLT',
      a: 'changes',
      d: 'd12',
      r: 1,
    });
  });

  test('counts while the post is typed, and keeps what is typed when it is counted anew', () => {
    const shape = (card: Card) =>
      modalOf(card, { ...OPTIONS, meta: {} }).blocks.flatMap((each) =>
        each.type === 'input' ? [[each.block_id, each.element.action_id]] : [],
      );
    const counted = samples()['composer stopped'] as Card;
    const again = {
      ...counted,
      parts: counted.parts.map(
        (part): Part =>
          part.part === 'field' && part.field.field === 'text'
            ? { part: 'field', field: { ...part.field, count: '10 of 280' } }
            : part,
      ),
    };
    expect(shape(counted)[0]).toEqual(['p1:2:f:text', 'count.0']);
    expect(shape(again)).toEqual(shape(counted));
    expect(readable(modalOf(counted, { ...OPTIONS, meta: {} }).blocks)).toContain(
      '285 of 280 characters',
    );
  });

  test('cuts a long label of its button between words', () => {
    const card = cardFor(view({ whoDecides: 'the head or the IT lead' }), 'author');
    expect(modalOf(card, { ...OPTIONS, meta: {} }).submit?.text).toBe('Send to the head or…');
  });

  test('takes no more than Slack’s input takes, and says so', () => {
    const values = { text: 'bridge '.repeat(500), account: '', date: '', time: '' };
    const long = {
      ...composer,
      parts: composer.parts.map(
        (part): Part =>
          part.part === 'field' && part.field.field === 'text'
            ? { part: 'field', field: { ...part.field, value: values.text } }
            : part,
      ),
    };
    const [first] = modalOf(long, { ...OPTIONS, meta: {} }).blocks;
    expect(first).toMatchObject({
      hint: { text: expect.stringContaining('Only the first 3,000 characters fit') },
    });
    expect(JSON.stringify(first)).not.toContain('…');
  });

  test('refuses to carry more than Slack keeps', () => {
    const meta = { words: 'a'.repeat(SLACK_LIMITS.metadata) };
    expect(() => modalOf(composer, { ...OPTIONS, meta })).toThrow('Hand over less as meta');
  });

  test('has each long statement whole over a box of its own', () => {
    const statement = (id: string, says: string) => ({ id, says, clauses: [] });
    const long =
      'The words and pictures are ours, or we may use them, and I know of no law broken.';
    const statements = [statement('device', 'I sit in school'), statement('rights', long)];
    const { blocks } = messageOf(cardFor(view({ statements }), 'author'), OPTIONS);
    expect(blocks.filter((each) => each.type === 'input')).toMatchObject([
      { block_id: 'p1:1:f:ticked:0', label: { text: 'Please tick each before sending (1 of 2)' } },
      {
        block_id: 'p1:1:f:ticked:1',
        label: { text: long },
        element: { options: [{ value: 'rights', text: { text: 'Yes, this is so' } }] },
      },
    ]);
  });
});

describe('In Slack, a message', () => {
  test('names the author as a member where Slack knows them, else by name', () => {
    const card = cardFor(LIFE.submitted, 'slt');
    const known = { ...OPTIONS, memberOf: (person: string) => (person === AMY ? 'U0AMY' : null) };
    const users = (message: Message) =>
      walkBlocks(message.blocks).flatMap(({ at }) => (at.type === 'user' ? [at.user_id] : []));
    expect(users(messageOf(card, known))).toEqual(['U0AMY']);
    expect(users(messageOf(card, OPTIONS))).toEqual([]);
    expect(says(card)).toContain('Questions? Ask Amy Reid');
  });

  test('leads to a conversation with the author where the team is known as well', () => {
    const card = cardFor(LIFE.submitted, 'slt');
    const known = { ...OPTIONS, memberOf: () => 'U0AMY', team: 'T0SCHOOL' };
    const { blocks } = messageOf(card, known);
    const links = walkBlocks(blocks).flatMap(({ at }) => (at.type === 'link' ? [at.url] : []));
    expect(links).toEqual(['slack://user?team=T0SCHOOL&id=U0AMY']);
    expect(blockFaults(blocks, 'message')).toEqual([]);
  });

  test('that Slack keeps does not repeat what somebody searched for', () => {
    const card = policyCard(policy({ asked: 'Josh Mellor photo' }));
    const lasting = messageOf(card, { ...OPTIONS, lasting: true });
    expect(says(card)).toContain('Josh Mellor photo');
    expect(JSON.stringify(lasting)).not.toContain('Josh Mellor');
  });

  test('links only to the web', () => {
    const link = (url: string): Card => ({
      ...sayCard('News', ''),
      parts: [{ part: 'link', label: 'See the post', url }],
    });
    const links = (card: Card) =>
      walkBlocks(messageOf(card, OPTIONS).blocks).filter(({ at }) => at.type === 'link').length;
    expect(links(link('https://x.example/1'))).toBe(1);
    expect(links(link('javascript:alert(1)'))).toBe(0);
  });

  test('shows the post whole, between two lines, as plain text', () => {
    const card = cardFor(view({ draft: { state: 'submitted' }, approval: approval() }), 'slt');
    const { blocks } = messageOf(card, OPTIONS);
    const place = blocks.findIndex((each) => each.type === 'divider');
    expect(blocks.slice(place, place + 4)).toMatchObject([
      { type: 'divider' },
      { type: 'context' },
      { type: 'section', expand: true, text: { type: 'plain_text', text: view().revision.text } },
      { type: 'divider' },
    ]);
  });
});
