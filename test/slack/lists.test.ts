/** Lists of posts in Slack: one's own, what waits, and what can be taken back. */
import { describe, expect, it } from 'vitest';
import { only, POST, sends, sltCard, writes } from './steps.ts';
import { openWorkspace, STAFF } from './workspace.ts';

const HOUR = 3_600_000;
const typed = { channel: STAFF };

describe('a list of posts', () => {
  it('says how many more there are than it shows', async () => {
    const at = await openWorkspace();
    for (let n = 1; n <= 13; n += 1) await writes(at.amy, `Year 4 built bridge number ${n}.`);
    const status = only((await at.amy.types('/tweet status', typed)).messages);
    expect(status.buttons).toHaveLength(10);
    expect(status.text).toContain('and 3 more');
    const back = only((await at.amy.types('/tweet withdraw', typed)).messages);
    expect(back.buttons).toContain('Withdraw post 13');
    expect(back.text).toContain('and 3 more');
    expect(await at.close()).toEqual([]);
  });
});

describe('reminders', () => {
  it('are told of by /desk reminders and on the desk: since when, how often, and when next', async () => {
    const at = await openWorkspace();
    await sends(at);
    const asked = only((await at.sam.types('/desk reminders', typed)).messages);
    expect(asked.text).toContain('with SLT since today 10:00');
    expect(asked.text).toContain('reminder today 14:00');
    await at.passes(4 * HOUR + 60_000);
    const again = only((await at.sam.types('/desk reminders', typed)).messages);
    expect(again.text).toMatch(/reminded once, next Wed|reminded once, next tomorrow/);
    const desk = only((await at.sam.types('/desk', typed)).messages);
    expect(desk.text).toContain('reminded once, next tomorrow');
    const no = only((await at.amy.types('/desk reminders', typed)).messages);
    expect(no.text).toContain('The desk is for Sam Obi');
    expect(await at.close()).toEqual([]);
  });

  it('say whose post waits and since when, and open it', async () => {
    const at = await openWorkspace();
    await sends(at);
    await at.passes(4 * HOUR + 60_000);
    const word = sltCard(at);
    expect(word.text).toContain('Amy Reid’s post 1 has waited since 10:00');
    expect(word.buttons).toEqual(['Open post 1']);
    const opened = await at.sam.presses('Open post 1', word);
    expect(only(opened.messages).buttons).toContain('Approve');
    expect(await at.close()).toEqual([]);
  });
});

describe('the page of somebody who decides', () => {
  it('has the post and its flags in the row, and approves it there', async () => {
    const at = await openWorkspace();
    const words = 'Thank you @SomeShop for the seeds.';
    const card = await writes(at.amy, words);
    await at.amy.fills({ ticked: true, 'Why it is right': 'They gave us the seeds.' }, card);
    await at.amy.presses('Send to SLT', card);
    const { home } = await at.sam.homeTab();
    expect(home?.text).toContain('Flagged: ');
    expect(home?.text).toContain(words);
    const { home: after } = await at.sam.presses('Approve post 1', 'home');
    expect((after ?? at.sam.home())?.buttons).not.toContain('Approve post 1');
    await at.passes(60_000);
    expect(await at.timeline()).toEqual([words]);
    expect(await at.close()).toEqual([]);
  });

  it('asks for changes there, and declines', async () => {
    const at = await openWorkspace();
    await sends(at);
    await sends(at, 'Year 5 planted beans.');
    await at.sam.homeTab();
    await at.sam.presses('Ask for changes to post 1', 'home');
    await at.sam.fills({ note: 'Say which class.' });
    await at.sam.submits();
    await at.sam.presses('Decline post 2', 'home');
    await at.sam.fills({ reason: 'Not this week.' });
    await at.sam.submits();
    expect(at.sam.home()?.text).toContain('Nothing is waiting');
    expect(
      at.amy
        .dm()
        .map(({ text }) => text)
        .join('\n'),
    ).toContain('Say which class.');
    expect(await at.events()).toContain('draft.declined');
    expect(await at.close()).toEqual([]);
  });

  it('decides nothing for the author of a post, and shows a teacher no more than Open', async () => {
    const at = await openWorkspace();
    const card = await writes(at.sam, POST);
    await at.sam.fills({ ticked: true }, card);
    await at.sam.presses('Send to SLT', card);
    for (const who of [at.sam, at.amy]) {
      const { home } = await who.homeTab();
      expect(home?.buttons.filter((label) => /Approve|Decline|changes/.test(label))).toEqual([]);
    }
    expect(at.sam.home()?.buttons).toContain('Open post 1');
    expect(await at.close()).toEqual([]);
  });

  it('shows the duties of whoever has some, and the review is started there', async () => {
    const at = await openWorkspace();
    expect((await at.amy.homeTab()).home?.text).not.toContain('Duties');
    expect((await at.sam.homeTab()).home?.text).toContain('falls due Mon 8:30');
    await at.passes(Date.parse('2026-03-16T08:31:00Z') - at.now);
    const { home } = await at.sam.homeTab();
    expect(home?.text).toContain('Duties: 1 to do');
    expect(home?.text).toContain('to be done by Fri 15:30');
    await at.sam.presses('Start the review', 'home');
    await at.passes(1000);
    const own = at.sam.dm().map(({ text }) => text);
    expect(own.join('\n')).toContain('followers of @Larkfield');
    expect((await at.gus.homeTab()).home?.buttons).not.toContain('Start the review');
    expect(await at.close()).toEqual([]);
  });
});
