/** SLT at their card: approving, asking for changes, declining, and every copy saying the same. */
import { describe, expect, it } from 'vitest';
import { now, only, POST, sends, sltCard, writes } from './steps.ts';
import { openWorkspace, SLT, STAFF } from './workspace.ts';

describe('the card in the SLT channel', () => {
  it('has flags and reasons before the post', async () => {
    const at = await openWorkspace();
    const card = await writes(at.amy, 'Thank you @SomeShop for the seeds.');
    expect(card.text).toMatch(/explain/);
    await at.amy.fills({ ticked: true, 'Why it is right': 'They gave us the seeds.' }, card);
    await at.amy.presses('Send to SLT', card);
    const { text } = sltCard(at);
    const places = ['Flagged', 'They gave us the seeds.', 'Thank you @SomeShop'].map((words) =>
      text.indexOf(words),
    );
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(places[0]).toBeLessThan(places[1] ?? 0);
    expect(text.indexOf('@Larkfield  ·')).toBeGreaterThan(places[1] ?? 0);
    expect(await at.close()).toEqual([]);
  });

  it('asks for changes with a form, and the author reads the note', async () => {
    const at = await openWorkspace();
    const card = await sends(at);
    const { modal } = await at.sam.presses('Ask for changes', card);
    expect(Object.keys(modal?.fields ?? {})).toEqual(['What should Amy Reid change?']);
    const empty = await at.sam.submits();
    expect(empty.modal).not.toBeNull();
    await at.sam.fills({ note: 'Say which class.' });
    expect((await at.sam.submits()).modal).toBeNull();
    expect(now(at.sam, card).buttons).toEqual([]);
    expect(at.amy.dm()[0]?.text).toContain('Say which class.');
    expect(await at.close()).toEqual([]);
  });

  it('changes wherever it was opened, not only where it was pressed', async () => {
    const at = await openWorkspace();
    const card = await sends(at);
    const desk = only((await at.lee.types('/desk', { channel: STAFF })).messages);
    const own = (await at.lee.presses('Open post 1', desk)).messages.find((seen) =>
      seen.buttons.includes('Approve'),
    );
    if (!own) throw new Error('no card was opened');
    await at.sam.presses('Decline', card);
    await at.sam.fills({ reason: 'Not now.' });
    await at.sam.submits();
    // A card only Lee sees cannot be changed from here, so the news stands below it.
    for (const seen of [at.lee.sees(STAFF).at(-1), now(at.lee, card)]) {
      expect(seen?.text).toContain('Declined by Sam Obi');
      expect(seen?.buttons).not.toContain('Approve');
    }
    const late = await at.lee.presses('Approve', own);
    expect(late.messages.map((seen) => seen.text).join()).toContain('Sam Obi declined');
    expect(await at.close()).toEqual([]);
  });

  it('answers a teacher who presses it alone, with who can', async () => {
    const at = await openWorkspace();
    const card = await sends(at);
    await at.slack.joins('U0BEN', SLT);
    for (const label of ['Approve', 'Ask for changes', 'Decline', 'Edit']) {
      const { messages, modal } = await at.ben.presses(label, card);
      expect(modal).toBeNull();
      expect(only(messages)).toMatchObject({ ephemeral: true, channel: SLT });
      expect(only(messages).text).toContain('Sam Obi, Lee Park or Jo Clarke');
    }
    expect(sltCard(at).ts).toBe(card.ts);
    expect(at.sam.sees(SLT)).toHaveLength(1);
    expect(await at.timeline()).toEqual([]);
    expect(await at.close()).toEqual([]);
  });

  it('lets nobody decide on their own post', async () => {
    const at = await openWorkspace();
    const written = await writes(at.sam);
    await at.sam.fills({ ticked: true }, written);
    await at.sam.presses('Send to SLT', written);
    const { messages } = await at.sam.presses('Approve', sltCard(at));
    expect(only(messages)).toMatchObject({ ephemeral: true });
    expect(only(messages).text).toContain('Lee Park or Jo Clarke');
    await at.passes(60_000);
    expect(await at.timeline()).toEqual([]);
    await at.lee.presses('Approve', sltCard(at));
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    expect(await at.close()).toEqual([]);
  });
});

describe('the own page below a card', () => {
  it('no longer asks for a decision that was made on the card over it', async () => {
    const at = await openWorkspace();
    await sends(at);
    const { home } = await at.sam.homeTab();
    expect(home?.text).toContain('with SLT');
    await at.sam.presses('Open post 1', 'home');
    const approved = await at.sam.presses('Approve');
    expect(approved.modal?.text).toContain('Sam Obi');
    expect(at.sam.home()?.text).not.toContain('with SLT');
    expect(at.sam.home()?.text).toContain('Nothing is waiting');
    expect(await at.close()).toEqual([]);
  });

  it('shows what its author sent from the card over it', async () => {
    const at = await openWorkspace();
    await writes(at.amy);
    await at.amy.homeTab();
    expect(at.amy.home()?.text).toContain('not sent yet');
    await at.amy.presses('Open post 1', 'home');
    await at.amy.fills({ ticked: true });
    await at.amy.submits();
    expect(at.amy.home()?.text).toContain('with SLT');
    expect(await at.close()).toEqual([]);
  });
});

describe('at the same moment', () => {
  it('of two who decide one is first, and the other is told who', async () => {
    const at = await openWorkspace();
    const card = await sends(at);
    await Promise.all([at.sam.presses('Approve', card), at.lee.presses('Approve', card)]);
    const decided = (await at.events()).filter((event) => /approve/.test(event));
    const told = [...at.sam.sees(SLT), ...at.lee.sees(SLT)].filter((seen) => seen.ephemeral);
    expect(only(told).text).toMatch(/Sam Obi|Lee Park/);
    expect(decided).toHaveLength(1);
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    expect(await at.close()).toEqual([]);
  });

  it('a press that Slack delivers twice counts once, and says nothing amiss', async () => {
    const at = await openWorkspace();
    const card = await sends(at);
    const message = at.slack.world.messages.find((each) => each.ts === card.ts);
    if (!message) throw new Error('no card');
    const { messageActionsPayload } = await import('../fakes/slack/payloads.ts');
    const block = message.blocks.find((each) => each.type === 'actions');
    const [element] = (block?.elements ?? []) as object[];
    if (!block || !element) throw new Error('no button');
    const press = messageActionsPayload(
      at.slack.world,
      'U0SAM',
      message,
      [block, element as never],
      {},
    );
    const delivery = { kind: 'interaction' as const, payload: press };
    await Promise.all([at.slack.delivers(delivery), at.slack.delivers(delivery)]);
    await at.slack.quiet();
    expect(at.sam.sees(SLT).filter((seen) => seen.ephemeral)).toEqual([]);
    expect(sltCard(at).text).toContain('Sam Obi');
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    expect(await at.close()).toEqual([]);
  });
});

describe('an urgent post', () => {
  it('needs two of SLT where the policy says so', async () => {
    const at = await openWorkspace();
    await at.amy.types('/tweet', { channel: STAFF });
    await at.amy.fills({ text: 'School is closed today because of snow.', Occasion: 'Urgent' });
    const card = only((await at.amy.submits()).messages);
    await at.amy.fills({ ticked: true }, card);
    await at.amy.presses('Send to SLT', card);
    const asked = sltCard(at);
    expect(asked.text).toMatch(/^❓? ?.*Urgent: Amy Reid asks SLT/);
    expect(asked.text).toContain('0 of 2 so far');
    await at.sam.presses('Approve', asked);
    expect(sltCard(at).text).toContain('1 of 2 so far (Sam Obi)');
    const twice = await at.sam.presses('Approve', sltCard(at));
    expect(only(twice.messages)).toMatchObject({ ephemeral: true });
    expect(await at.timeline()).toEqual([]);
    await at.lee.presses('Approve', sltCard(at));
    await at.passes(1000);
    expect(await at.timeline()).toHaveLength(1);
    expect(await at.close()).toEqual([]);
  });
});

describe('a wording that SLT has changed', () => {
  it('waits for its author, who accepts it in their own messages', async () => {
    const at = await openWorkspace();
    const card = await sends(at);
    await at.sam.presses('Edit', card);
    await at.sam.fills({ text: 'Year 4 built a fine marble run.' });
    await at.sam.submits();
    expect(sltCard(at).text).toContain('New wording');
    const own = at.amy.dm().find((seen) => seen.text.includes('has changed your post'));
    if (!own) throw new Error('the author was not asked');
    await at.amy.fills({ ticked: true }, own);
    await at.amy.presses('Accept this wording', own);
    await at.passes(1000);
    expect(await at.timeline()).toEqual(['Year 4 built a fine marble run.']);
    expect(await at.close()).toEqual([]);
  });
});
