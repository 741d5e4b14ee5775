/** What Slack does on a bad day: nothing is lost, and nobody waits unseen. */
import { describe, expect, it } from 'vitest';
import { only, POST, sends, sltCard, writes } from './steps.ts';
import { openWorkspace, SLT, type Workspace } from './workspace.ts';

const MINUTE = 60_000;

async function askSlt(at: Workspace) {
  const card = await writes(at.amy);
  await at.amy.fills({ ticked: true }, card);
  await at.amy.presses('Send to SLT', card);
}

const inSlt = (at: Workspace) => at.slack.reads(SLT).filter((text) => text.includes('asks SLT'));
const posted = (at: Workspace, channel: string) =>
  at.slack.calls.filter(
    ({ method, args }) => method === 'chat.postMessage' && args.channel === channel,
  );

describe('while SLT is to be asked', () => {
  it('Slack asks to wait: the card comes after that, not before, and once', async () => {
    const at = await openWorkspace();
    at.slack.next('chat.postMessage', { status: 429, retryAfter: 30 });
    await askSlt(at);
    expect(inSlt(at)).toEqual([]);
    const before = posted(at, SLT).length;
    await at.passes(29_000);
    expect(posted(at, SLT)).toHaveLength(before);
    await at.passes(2_000);
    expect(inSlt(at)).toHaveLength(1);
    await at.sam.presses('Approve', sltCard(at));
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    expect(await at.close()).toEqual([]);
  });

  it.each([
    ['fails', { status: 500 as const }],
    ['is away', { status: 503 as const }],
    ['breaks off', { drop: 'before' as const }],
  ])('Slack %s: the card comes when it is back', async (_what, fault) => {
    const at = await openWorkspace();
    at.slack.next('chat.postMessage', fault, fault, fault, fault);
    await askSlt(at);
    for (let tries = 0; tries < 6; tries += 1) await at.passes(MINUTE);
    expect(inSlt(at)).toHaveLength(1);
    expect(only(at.amy.dm()).text).toContain('With SLT');
    expect(await at.close()).toEqual([]);
  });

  it.each([0, 1])(
    'Slack’s answer is cut off: the card stands twice, and a press on either (%i) is right',
    async (which) => {
      const at = await openWorkspace();
      at.slack.next('chat.postMessage', { drop: 'after' });
      await askSlt(at);
      await at.passes(MINUTE);
      const cards = at.sam.sees(SLT);
      expect(cards).toHaveLength(2);
      await at.sam.presses('Approve', cards[which]);
      await at.passes(1000);
      for (const card of at.sam.sees(SLT)) {
        if (card.buttons.includes('Approve')) await at.lee.presses('Approve', card);
      }
      await at.passes(MINUTE);
      for (const card of at.sam.sees(SLT)) {
        expect(card.text).toContain('Published');
        expect(card.buttons).toEqual(['Take it down']);
      }
      expect(await at.timeline()).toEqual([POST]);
      expect(await at.close()).toEqual([]);
    },
  );

  it('Bellbird stops: the card comes after the start', async () => {
    const at = await openWorkspace();
    at.slack.next('chat.postMessage', { status: 503 }, { status: 503 });
    await askSlt(at);
    await at.restart();
    await at.passes(MINUTE);
    expect(inSlt(at)).toHaveLength(1);
    expect(await at.close()).toEqual([]);
  });
});

describe('when SLT’s channel', () => {
  it('is archived, each of SLT is told once, and the card comes when it is put right', async () => {
    const at = await openWorkspace();
    at.slack.archives(SLT);
    await askSlt(at);
    await at.passes(MINUTE);
    await at.passes(MINUTE);
    for (const who of [at.sam, at.lee, at.jo]) {
      expect(only(who.dm()).text).toContain('archived');
    }
    const channel = at.slack.world.channels.get(SLT);
    if (channel) channel.archived = false;
    await at.passes(10 * MINUTE);
    expect(inSlt(at)).toHaveLength(1);
    expect(await at.close()).toEqual([]);
  });

  it('has lost the bot, each of SLT is told what to type, and the card comes after', async () => {
    const at = await openWorkspace();
    await at.slack.removesBot(SLT);
    await askSlt(at);
    expect(only(at.sam.dm()).text).toContain('/invite @Bellbird');
    await at.slack.joins('U0BELLBIRD', SLT);
    await at.passes(10 * MINUTE);
    expect(inSlt(at)).toHaveLength(1);
    expect(await at.close()).toEqual([]);
  });

  it('was archived with a card in it, the post can still be decided from the desk', async () => {
    const at = await openWorkspace();
    await sends(at);
    at.slack.archives(SLT);
    const desk = only((await at.sam.types('/desk')).messages);
    const opened = await at.sam.presses('Open post 1', desk);
    const card = opened.messages.find((seen) => seen.buttons.includes('Approve'));
    await at.sam.presses('Approve', card);
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    expect(await at.close()).toEqual([]);
  });
});

describe('Slack as a whole', () => {
  it('is down for an hour while a post goes out, and every card is right afterwards', async () => {
    const at = await openWorkspace();
    const card = await sends(at);
    const down = Array.from({ length: 40 }, () => ({ status: 503 as const }));
    at.slack.next('chat.update', ...down);
    at.slack.next('chat.postMessage', ...down);
    await at.sam.presses('Approve', card);
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    at.slack.world.script.clear();
    await at.passes(10 * MINUTE);
    expect(sltCard(at).text).toContain('Published');
    expect(at.amy.dm()[0]?.text).toContain('Published');
    expect(await at.close()).toEqual([]);
  });

  it('revokes the token while Bellbird runs: what waits comes when there is one again', async () => {
    const at = await openWorkspace();
    at.slack.revokes(at.slack.botToken);
    await askSlt(at);
    expect(inSlt(at)).toEqual([]);
    at.slack.world.revoked.clear();
    await at.passes(10 * MINUTE);
    expect(inSlt(at)).toHaveLength(1);
    expect(await at.close()).toEqual([]);
  });
});
