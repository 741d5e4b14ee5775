/** Emoji: people type them, Slack sends their names, and the school's account shows them. */
import { describe, expect, it } from 'vitest';
import { withEmoji } from '../../adapters/slack/emoji.ts';
import { now, only, sltCard, writes } from './steps.ts';
import { openWorkspace, STAFF } from './workspace.ts';

const TYPED = 'Our marble run works 🎉👍🏼 ❤️🏴󠁧󠁢󠁥󠁮󠁧󠁿';
const FIELD = 'What would you like to post?';

describe('emoji that people type', () => {
  it('come out on the account as they went in, by command, form and Edit', async () => {
    const at = await openWorkspace();
    const card = await writes(at.amy, TYPED);
    expect(at.slack.deliveries.map((each) => JSON.stringify(each)).join()).toContain(':tada:');
    expect(card.text).toContain(TYPED);
    const { modal } = await at.amy.presses('Edit', card);
    expect(modal?.fields[FIELD]).toBe(TYPED);
    const typed = await at.amy.fills({ text: `${TYPED}🚌` });
    expect(typed.modal?.fields[FIELD]).toBe(`${TYPED}🚌`);
    await at.amy.submits();
    const saved = now(at.amy, card);
    expect(saved.text).toContain(`${TYPED}🚌`);
    await at.amy.fills({ ticked: true }, saved);
    await at.amy.presses('Send to SLT', saved);
    await at.sam.presses('Approve', sltCard(at));
    await at.passes(1000);
    expect(await at.timeline()).toEqual([`${TYPED}🚌`]);
    expect(await at.close()).toEqual([]);
  });

  it('stand in a note of SLT, in a line to Bellbird and in a message taken up', async () => {
    const at = await openWorkspace();
    const { messages } = await at.amy.types(`tweet ${TYPED}`);
    const card = only(messages.filter((seen) => seen.buttons.length > 0));
    expect(card.text).toContain(TYPED);
    await at.amy.fills({ ticked: true }, card);
    await at.amy.presses('Send to SLT', card);
    await at.sam.presses('Ask for changes', sltCard(at));
    await at.sam.fills({ note: 'Shorter please 👍🏼' });
    await at.sam.submits();
    expect(now(at.amy, card).text).toContain('Shorter please 👍🏼');
    at.slack.says('U0BEN', STAFF, 'The pond is open 🎉👍🏼');
    const { modal } = await at.amy.shortcut('Tweet this', 'The pond is open');
    expect(modal?.fields[FIELD]).toBe('The pond is open 🎉👍🏼');
    expect(await at.close()).toEqual([]);
  });

  it.each([
    ['a name', ':tada:', '🎉'],
    ['another name of the same', ':thumbsup: :+1:', '👍 👍'],
    ['a tone of skin', ':+1::skin-tone-3:!', '👍🏼!'],
    ['a tone of skin within one', ':female-teacher::skin-tone-6:', '👩🏿‍🏫'],
    ['a tone in place of the mark for colour', ':v::skin-tone-2:', '✌🏻'],
    ['a tone of what has none', ':tada::skin-tone-3:', '🎉'],
    ['tones of two people', ':handshake::skin-tone-2-5:', '🤝'],
    ['no space before it', 'Done:tada:', 'Done🎉'],
    ['two in a row', ':tada::tada:', '🎉🎉'],
    ['a colon before it', 'at 10:30:tada:', 'at 10:30🎉'],
    ['a flag', ':flag-wales:', '🏴󠁧󠁢󠁷󠁬󠁳󠁿'],
    ['a number that is one', 'Day :100:', 'Day 💯'],
  ])('%s is understood: %s', (_what, typed, meant) => {
    expect(withEmoji(typed)).toBe(meant);
  });

  it.each([
    ['an emoji of their own workspace', 'Go :our_school_owl: go'],
    ['times and ratios', 'from 10:30 to 11:45, 10:100:20, 1:2:3'],
    ['an address', 'https://example.org/:x:/fair:tada:'],
    ['capitals', ':TADA:'],
    ['a word and colons', 'Bring: coat: hat:'],
  ])('%s stays as typed', (_what, typed) => {
    expect(withEmoji(typed)).toBe(typed);
  });
});
