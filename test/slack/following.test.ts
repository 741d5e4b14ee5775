/** How an author follows a draft: one card in their own messages, and the one only they see where they wrote it. */
import { describe, expect, it } from 'vitest';
import type { Grammar } from '../../src/ports/grammar.ts';
import { mainStream, now, only, POST, sends, sltCard, writes } from './steps.ts';
import { IN_SLACK, openWorkspace, STAFF } from './workspace.ts';

const HALF_AN_HOUR = 31 * 60_000;

describe('the card in the own messages', () => {
  it('is one, whatever happens, with the short words in its thread', async () => {
    const at = await openWorkspace();
    await sends(at);
    await at.sam.presses('Ask for changes', sltCard(at));
    await at.sam.fills({ note: 'Say which class.' });
    await at.sam.submits();
    const card = only(mainStream(at, at.amy));
    expect(card.text).toContain('Sam Obi asks for changes');
    await at.amy.presses('Edit', card);
    await at.amy.fills({ text: 'Year 4, class 4B, built a marble run.' });
    await at.amy.submits();
    await at.amy.fills({ ticked: true }, card);
    await at.amy.presses('Send to SLT', card);
    await at.sam.presses('Approve', sltCard(at));
    await at.passes(1000);
    expect(only(mainStream(at, at.amy)).text).toContain('Published');
    const threads = at.slack.world.messages.filter((each) => each.thread !== null);
    expect(threads.length).toBeGreaterThan(0);
    for (const each of threads) expect(each).toMatchObject({ thread: card.ts, channel: 'D0AMY' });
    expect(await at.close()).toEqual([]);
  });

  it('stands once for each draft', async () => {
    const at = await openWorkspace();
    await sends(at);
    await sends(at, 'Year 5 planted tulips.');
    expect(mainStream(at, at.amy).map((card) => /Post \d/.exec(card.text)?.[0])).toEqual([
      'Post 1',
      'Post 2',
    ]);
    expect(await at.close()).toEqual([]);
  });
});

/** A checker that answers when it is told to. */
function slowChecker(found: Awaited<ReturnType<Grammar['lint']>>) {
  const waiting: (() => void)[] = [];
  const grammar: Grammar = {
    lint: () => new Promise((done) => waiting.push(() => done(found))),
    close: async () => {},
  };
  return { grammar, answers: () => waiting.splice(0).forEach((each) => void each()) };
}

describe('spelling and grammar, read a moment later', () => {
  const school = (text: string) =>
    text.replace(
      'policy: standard',
      'policy: {extends: standard, rules: {standard-english: {severity: review}}}',
    );
  const WRONG = 'Year 4 wrote lovely poemms today.';
  const lint = {
    span: [20, 26] as const,
    kind: 'Spelling',
    message: '',
    suggestion: 'poems',
  };

  it('come to the one who wrote, on a new card where they change the verdict', async () => {
    const { grammar, answers } = slowChecker([lint]);
    const at = await openWorkspace({ school: school(IN_SLACK), instead: { grammar } });
    const card = await writes(at.amy, WRONG);
    expect(card.text).toContain('Still being looked at');
    answers();
    await at.slack.quiet();
    const all = at.amy.sees(STAFF);
    expect(all).toHaveLength(2);
    expect(all[1]).toMatchObject({ ephemeral: true });
    expect(all[1]?.text).not.toContain('Ready for SLT');
    expect(await at.close()).toEqual([]);
  });

  it('stay silent where nothing was found, and the old card still works', async () => {
    const { grammar, answers } = slowChecker([]);
    const at = await openWorkspace({ school: school(IN_SLACK), instead: { grammar } });
    const card = await writes(at.amy);
    answers();
    await at.slack.quiet();
    expect(at.amy.sees(STAFF)).toHaveLength(1);
    await at.amy.fills({ ticked: true }, card);
    await at.amy.presses('Send to SLT', card);
    expect(now(at.amy, card).text).toContain('With SLT');
    expect(await at.close()).toEqual([]);
  });
});

describe('a checklist whose post is worked on elsewhere', () => {
  it('is told of each change of its headline as often as Slack allows, and still tells the truth', async () => {
    const at = await openWorkspace();
    const card = await writes(at.amy);
    await at.amy.homeTab();
    await at.amy.presses('Open post 1', 'home');
    for (let round = 0; round < 4; round += 1) {
      await at.amy.fills({ ticked: true });
      await at.amy.submits();
      await at.sam.presses('Ask for changes', sltCard(at));
      await at.sam.fills({ note: 'Say which class.' });
      await at.sam.submits();
      await at.amy.presses('Edit');
      await at.amy.fills({ text: `${POST} Again: ${round}.` });
      await at.amy.submits();
    }
    // The first is the card itself; the address it came with is good for five more.
    expect(at.amy.sees(STAFF)).toHaveLength(6);
    await at.amy.closes();
    const { messages } = await at.amy.presses('Send to SLT', card);
    expect(messages.map((seen) => seen.text).join()).toContain('Again: 3.');
    expect(await at.close()).toEqual([]);
  });
});

describe('after more than half an hour', () => {
  it('a card only its author sees still sends when it is pressed', async () => {
    const at = await openWorkspace();
    const card = await writes(at.amy);
    await at.passes(HALF_AN_HOUR);
    await at.amy.fills({ ticked: true }, card);
    await at.amy.presses('Send to SLT', card);
    expect(sltCard(at).text).toContain(POST);
    expect(now(at.amy, card).text).toContain('With SLT');
    expect(await at.close()).toEqual([]);
  });

  it('a card that fell behind tells how it stands now, and does nothing else', async () => {
    const at = await openWorkspace();
    const card = await writes(at.amy);
    await at.amy.fills({ ticked: true }, card);
    await at.amy.presses('Send to SLT', card);
    await at.passes(HALF_AN_HOUR);
    await at.sam.presses('Approve', sltCard(at));
    await at.passes(1000);
    // Nothing reaches that card any more by itself.
    expect(now(at.amy, card).text).toContain('With SLT');
    const { messages } = await at.amy.presses('Withdraw', card);
    expect(messages.map((seen) => seen.text).join('\n')).toMatch(/published|is out/i);
    expect(await at.timeline()).toEqual([POST]);
    expect(await at.close()).toEqual([]);
  });

  it('a form that stood open for an hour is kept, and its card comes to the own messages', async () => {
    const at = await openWorkspace();
    await at.amy.types('/tweet', { channel: STAFF });
    await at.amy.fills({ text: POST });
    await at.passes(60 * 60_000);
    await at.amy.submits();
    // Who she is was learnt too long ago, so the form could not close with its acknowledgement.
    await at.amy.awaits('you can close this');
    await at.slack.quiet();
    await at.amy.closes();
    const card = only(at.amy.dm());
    expect(card.text).toContain(POST);
    await at.amy.fills({ ticked: true }, card);
    await at.amy.presses('Send to SLT', card);
    expect(only(mainStream(at, at.amy)).text).toContain('With SLT');
    expect(await at.close()).toEqual([]);
  });

  it('an edit from a checklist whose address is dead goes to the own messages', async () => {
    const at = await openWorkspace();
    const card = await writes(at.amy);
    await at.amy.presses('Edit', card);
    await at.passes(HALF_AN_HOUR);
    await at.amy.fills({ text: 'Year 4 built two.' });
    await at.amy.submits();
    await at.amy.awaits('you can close this');
    await at.slack.quiet();
    expect(only(at.amy.dm()).text).toContain('Year 4 built two.');
    expect(await at.close()).toEqual([]);
  });
});
