/** SLT at their card: approving, asking for changes, declining, and every copy saying the same. */
import { describe, expect, it } from 'vitest';
import { delivered, now, only, own, POST, sends, sltCard, writes } from './steps.ts';
import { BEN, LEADERS, openTenancy, SLT } from './workspace.ts';

describe('the card in the SLT channel', () => {
  it('has flags and reasons before the post', async () => {
    const at = await openTenancy();
    const card = await writes(at.amy, 'Thank you @SomeShop for the seeds.');
    expect(card.text).toMatch(/explain/);
    const said = { ticked: true, 'Why it is right': 'They gave us the seeds.' };
    await at.amy.presses('Send to SLT', card, said);
    const { text } = sltCard(at);
    const places = ['They gave us the seeds.', 'Thank you @SomeShop'].map((words) =>
      text.indexOf(words),
    );
    expect(places[0]).toBeGreaterThan(0);
    expect(places[1]).toBeGreaterThan(places[0] ?? 0);
    expect(await at.close()).toEqual([]);
  });

  it('asks for changes with a form in the card, and the author reads the note', async () => {
    const at = await openTenancy();
    const card = await sends(at);
    await at.sam.presses('Ask for changes', card);
    const empty = await at.sam.presses('Yes, ask for changes', card);
    expect(empty.notices.join()).not.toBe('');
    await at.sam.presses('Yes, ask for changes', card, { note: 'Say which class.' });
    expect(now(at.sam, card).buttons).toEqual([]);
    expect(own(at.amy)[0]?.text).toContain('Say which class.');
    expect(await at.close()).toEqual([]);
  });

  it('changes wherever it was opened, not only where it was pressed', async () => {
    const at = await openTenancy();
    const card = await sends(at);
    const desk = only((await at.lee.says('desk')).messages);
    const opened = await at.lee.presses('Open post 1', desk);
    expect(opened.notices).toEqual(['It stands below.']);
    const copy = opened.messages.find((seen) => seen.buttons.includes('Approve'));
    if (!copy) throw new Error('no card was opened');
    await at.sam.presses('Decline', card);
    await at.sam.presses('Yes, decline', card, { reason: 'Not now.' });
    for (const seen of [now(at.lee, copy), now(at.lee, card)]) {
      expect(seen.text).toContain('Declined by Sam Obi');
      expect(seen.buttons).not.toContain('Approve');
    }
    expect(await at.close()).toEqual([]);
  });

  it('answers a teacher who presses it alone, with who can', async () => {
    const at = await openTenancy();
    await at.teams.joins(BEN, LEADERS);
    const card = await sends(at);
    for (const label of ['Approve', 'Edit']) {
      const { messages, notices, dialog } = await at.ben.presses(label, card);
      expect(notices.join()).toContain('Sam Obi, Lee Park or Jo Clarke');
      expect({ messages, dialog }).toEqual({ messages: [], dialog: null });
    }
    expect(at.sam.notices()).toEqual([]);
    expect(at.teams.reads(SLT)).toHaveLength(1);
    await at.passes(60_000);
    expect(await at.timeline()).toEqual([]);
    expect(await at.close()).toEqual([]);
  });

  it('lets nobody decide on their own post', async () => {
    const at = await openTenancy();
    const card = await sends(at, at.sam);
    const { notices } = await at.sam.presses('Approve', card);
    expect(notices.join()).toContain('Lee Park or Jo Clarke');
    await at.passes(60_000);
    expect(await at.timeline()).toEqual([]);
    await at.lee.presses('Approve', card);
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    expect(await at.close()).toEqual([]);
  });
});

describe('at the same moment', () => {
  it('of two who decide one is first, and the other is told who', async () => {
    const at = await openTenancy();
    const card = await sends(at);
    const both = await Promise.all([
      at.sam.presses('Approve', card),
      at.lee.presses('Approve', card),
    ]);
    expect((await at.events()).filter((event) => /approve/.test(event))).toHaveLength(1);
    const told = both.flatMap(({ notices }) => notices);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/Sam Obi|Lee Park/);
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    expect(now(at.lee, card).text).toBe(now(at.sam, card).text);
    expect(await at.close()).toEqual([]);
  });

  it('a press that Teams delivers twice counts once, and is answered alike', async () => {
    const at = await openTenancy();
    const card = await sends(at);
    await at.sam.presses('Approve', card);
    const press = delivered(at, 'adaptiveCard/action');
    await Promise.all([at.teams.delivers(press), at.teams.delivers(press)]);
    await at.teams.quiet();
    const answers = at.teams.deliveries.filter(({ activity }) => activity.id === press.id);
    expect(answers).toHaveLength(3);
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(body).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
    }
    expect((await at.events()).filter((event) => /approve/.test(event))).toHaveLength(1);
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    expect(await at.close()).toEqual([]);
  });

  it('a line that Teams delivers twice makes one post and one card', async () => {
    const at = await openTenancy();
    await writes(at.amy);
    const line = delivered(at, 'message');
    await Promise.all([at.teams.delivers(line), at.teams.delivers(line)]);
    await at.teams.quiet();
    expect(own(at.amy)).toHaveLength(1);
    await at.restart();
    await at.teams.delivers(line);
    expect(await at.events()).toEqual(['draft.written']);
    expect(await at.close()).toEqual([]);
  });
});

describe('an urgent post', () => {
  it('needs two of SLT where the policy says so', async () => {
    const at = await openTenancy();
    const form = only((await at.amy.says('/tweet')).messages);
    const fields = { text: 'School is closed today because of snow.', Occasion: 'Urgent' };
    await at.amy.presses('Check it', form, fields);
    const card = now(at.amy, form);
    await at.amy.presses('Send to SLT', card, { ticked: true });
    expect(sltCard(at).text).toContain('0 of 2 so far');
    await at.sam.presses('Approve', sltCard(at));
    expect(sltCard(at).text).toContain('1 of 2 so far (Sam Obi)');
    expect((await at.sam.presses('Approve', sltCard(at))).notices).toHaveLength(1);
    expect(await at.timeline()).toEqual([]);
    await at.lee.presses('Approve', sltCard(at));
    await at.passes(1000);
    expect(await at.timeline()).toHaveLength(1);
    expect(await at.close()).toEqual([]);
  });
});

describe('a card of yesterday', () => {
  it('that missed the news tells the truth when it is touched, and is put right', async () => {
    const at = await openTenancy();
    const card = await sends(at);
    const before = at.teams.world.messages.find(({ id }) => id === card.id)?.cards ?? [];
    await at.sam.presses('Decline', card);
    await at.sam.presses('Yes, decline', card, { reason: 'Not now.' });
    await at.restart();
    // As if the update had never arrived.
    const message = at.teams.world.messages.find(({ id }) => id === card.id);
    if (message) message.cards = before;
    await at.passes(24 * 60 * 60_000);
    const { notices } = await at.lee.presses('Approve', card);
    expect(notices.join()).toContain('declined');
    expect(now(at.jo, card).text).toContain('Declined by Sam Obi');
    expect(await at.timeline()).toEqual([]);
    expect(await at.close()).toEqual([]);
  });
});
