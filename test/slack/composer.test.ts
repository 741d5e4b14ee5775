/** The form in which a post is written: counted while it is typed, stopped in place, filled in again. */
import { describe, expect, it } from 'vitest';
import { only, POST, sends, writes } from './steps.ts';
import { IN_SLACK, openWorkspace, STAFF } from './workspace.ts';

const TWO_ACCOUNTS = IN_SLACK.replace(
  'accounts: [{handle: "@Larkfield", outlet: timeline, visibility: public}]',
  'accounts:\n  - {handle: "@Larkfield", outlet: timeline, visibility: public}\n  - {handle: "@LarkfieldPE", outlet: timeline, visibility: public}',
);
const FIELD = 'What would you like to post?';
const NAMED = 'Well done Zuzanna Krol for a lovely poem.';

describe('/tweet alone', () => {
  it('opens a form that counts while one types', async () => {
    const at = await openWorkspace();
    const { modal, messages } = await at.amy.types('/tweet', { channel: STAFF });
    expect(messages).toEqual([]);
    expect(modal?.text).toContain('0 of 280');
    const typed = await at.amy.fills({ text: POST });
    expect(typed.modal?.text).toContain('41 of 280');
    expect(typed.modal?.fields[FIELD]).toBe(POST);
    const more = await at.amy.fills({ text: '🎉'.repeat(10) });
    expect(more.modal?.text).toContain('20 of 280');
    expect(await at.close()).toEqual([]);
  });

  it('keeps what was chosen beside the words, to the card and back into the form', async () => {
    const at = await openWorkspace({ school: TWO_ACCOUNTS });
    await at.amy.types('/tweet', { channel: STAFF });
    const chosen = {
      Account: '@LarkfieldPE',
      Occasion: 'School event',
      'When: day': '2026-03-12',
      'When: time': '09:30',
    };
    await at.amy.fills({ text: POST, ...chosen });
    const card = only((await at.amy.submits()).messages);
    expect(card.text).toContain('@LarkfieldPE');
    expect(card.text).toContain('School event');
    expect(card.text).toMatch(/Thu(rsday)? (12 March )?9:30/);
    const { modal } = await at.amy.presses('Edit', card);
    expect(modal?.fields).toEqual({ [FIELD]: POST, ...chosen });
    expect(await at.close()).toEqual([]);
  });

  it('shows what is stopped in the open form, where it can be put right at once', async () => {
    const at = await openWorkspace();
    await at.amy.types('/tweet', { channel: STAFF });
    await at.amy.fills({ text: NAMED });
    const stopped = await at.amy.submits();
    expect(stopped.messages).toEqual([]);
    expect(stopped.modal?.text).toContain('Put right');
    expect(stopped.modal?.fields[FIELD]).toBe(NAMED);
    await at.amy.fills({ text: 'Well done to our poets.' });
    const put = await at.amy.submits();
    expect(put.modal).toBeNull();
    expect(only(put.messages).text).toContain('Ready for SLT');
    expect(only(put.messages).text).toContain('Well done to our poets.');
    expect(await at.close()).toEqual([]);
  });

  it('shows all that was found with its words, what stops it first, and still while it is put right', async () => {
    const at = await openWorkspace();
    await at.amy.types('/tweet', { channel: STAFF });
    const asked = 'Tanks to @SomeShop and Zuzanna Krol, ring 07700 900123.';
    await at.amy.fills({ text: `${asked} Zuzanna Krol sang.` });
    const stopped = (await at.amy.submits()).modal;
    const typing = (await at.amy.fills({ text: `${asked} We sang.` })).modal;
    for (const modal of [stopped, typing]) {
      const found = ['07700 900123', 'Explain', '@SomeShop'];
      const [stop = -1, explain = -1, shop = -1] = found.map((words) => modal?.text.indexOf(words));
      expect(stop).toBeGreaterThan(0);
      expect(explain).toBeGreaterThan(stop);
      expect(shop).toBeGreaterThan(explain);
      expect(modal?.text.match(/Zuzanna Krol/g)).toHaveLength(1);
      expect(modal?.text).not.toContain('Something in it');
    }
    expect(await at.close()).toEqual([]);
  });

  it('counts what stands in the form where more was to stand there', async () => {
    const at = await openWorkspace();
    at.slack.says('U0BEN', STAFF, 'word '.repeat(1000).trim());
    const { modal } = await at.amy.shortcut('Tweet this', 'word '.repeat(1000).trim());
    expect(modal?.fields[FIELD]).toHaveLength(3000);
    expect(modal?.text).toContain('3000 of 280');
    expect(modal?.text).toContain('Only the first 3,000 characters fit');
    expect(await at.close()).toEqual([]);
  });

  it('says what is wrong with the day or the time beside it, not beside the words', async () => {
    const at = await openWorkspace();
    await at.amy.types('/tweet', { channel: STAFF });
    await at.amy.fills({ text: POST, 'When: time': '09:30' });
    const undated = (await at.amy.submits()).modal;
    expect(undated?.errors).toEqual({ 'When: day': 'Choose a date as well as a time.' });
    await at.amy.fills({ 'When: day': '2026-03-09' });
    const past = (await at.amy.submits()).modal;
    expect(past?.errors).toEqual({ 'When: time': expect.stringContaining('has passed') });
    await at.amy.fills({ 'When: day': '2028-03-09' });
    const far = (await at.amy.submits()).modal;
    expect(far?.errors).toEqual({ 'When: day': expect.stringContaining('more than a year') });
    expect(await at.close()).toEqual([]);
  });

  it('leaves a stopped draft in sight when the form is closed', async () => {
    const at = await openWorkspace();
    await at.amy.types('/tweet', { channel: STAFF });
    await at.amy.fills({ text: NAMED });
    await at.amy.submits();
    const card = only((await at.amy.closes()).messages);
    expect(card.text).toContain('to put right first');
    const again = await at.amy.presses('Edit', card);
    expect(again.modal?.fields[FIELD]).toBe(NAMED);
    expect(await at.close()).toEqual([]);
  });

  it('leaves nothing behind when it is closed before it was ever sent', async () => {
    const at = await openWorkspace();
    await at.amy.types('/tweet', { channel: STAFF });
    await at.amy.fills({ text: POST });
    expect((await at.amy.closes()).messages).toEqual([]);
    expect(await at.events()).toEqual([]);
    expect(await at.close()).toEqual([]);
  });
});

describe('a form that was lost', () => {
  it('gives its words back for half an hour when it is opened anew', async () => {
    const at = await openWorkspace();
    await at.amy.types('/tweet', { channel: STAFF });
    await at.amy.fills({ text: POST, Occasion: 'School event' });
    await at.amy.fills({ text: `${POST} It was long.` });
    await at.amy.closes();
    const again = (await at.amy.types('/tweet', { channel: STAFF })).modal;
    expect(again?.text).toContain('You had begun these words');
    expect(again?.text).toContain('54 of 280');
    expect(again?.fields).toMatchObject({
      [FIELD]: `${POST} It was long.`,
      Occasion: 'School event',
    });
    await at.amy.closes();
    expect((await at.ben.types('/tweet', { channel: STAFF })).modal?.fields[FIELD]).toBe('');
    await at.passes(31 * 60_000);
    const late = (await at.amy.types('/tweet', { channel: STAFF })).modal;
    expect(late?.fields[FIELD]).toBe('');
    expect(late?.text).not.toContain('You had begun');
    expect(await at.events()).toEqual([]);
    expect(await at.close()).toEqual([]);
  });

  it('gives back none that were sent, and none that were cleared', async () => {
    const at = await openWorkspace();
    await at.amy.types('/tweet', { channel: STAFF });
    await at.amy.fills({ text: POST });
    await at.amy.submits();
    expect((await at.amy.types('/tweet', { channel: STAFF })).modal?.fields[FIELD]).toBe('');
    await at.amy.fills({ text: POST });
    await at.amy.fills({ text: '' });
    await at.amy.closes();
    expect((await at.amy.types('/tweet', { channel: STAFF })).modal?.fields[FIELD]).toBe('');
    expect(await at.close()).toEqual([]);
  });

  it('of a post that is edited gives back the new words, while it is the same wording', async () => {
    const at = await openWorkspace();
    const card = await writes(at.amy);
    await at.amy.presses('Edit', card);
    await at.amy.fills({ text: 'Year 4 built three.' });
    await at.amy.closes();
    const again = (await at.amy.presses('Edit', card)).modal;
    expect(again?.text).toContain('You had begun these words');
    expect(again?.fields[FIELD]).toBe('Year 4 built three.');
    await at.amy.fills({ text: 'Year 4 built four.' });
    const saved = only((await at.amy.submits()).messages);
    const anew = (await at.amy.presses('Edit', saved)).modal;
    expect(anew?.fields[FIELD]).toBe('Year 4 built four.');
    expect(anew?.text).not.toContain('You had begun');
    expect(await at.close()).toEqual([]);
  });
});

describe('Edit', () => {
  const OTHER = 'Year 4 built two marble runs.';

  it('from the checklist puts the new words on that very card', async () => {
    const at = await openWorkspace();
    const card = await writes(at.amy);
    const { modal } = await at.amy.presses('Edit', card);
    expect(modal?.fields[FIELD]).toBe(POST);
    await at.amy.fills({ text: OTHER });
    const changed = only((await at.amy.submits()).messages);
    expect(changed.ts).toBe(card.ts);
    expect(changed.text).toContain(OTHER);
    expect(await at.close()).toEqual([]);
  });

  it('from the card in the own messages changes it there, and takes the question to SLT back', async () => {
    const at = await openWorkspace();
    const slt = await sends(at);
    const dm = only(at.amy.dm());
    await at.amy.presses('Edit', dm);
    await at.amy.fills({ text: OTHER });
    await at.amy.submits();
    expect(only(at.amy.dm()).ts).toBe(dm.ts);
    expect(only(at.amy.dm()).text).toContain(OTHER);
    const asked = at.sam.sees().find((seen) => seen.ts === slt.ts);
    expect(asked?.buttons).not.toContain('Approve');
    expect(await at.close()).toEqual([]);
  });

  it('from the card that opens over the own page changes it there, and the page below', async () => {
    const at = await openWorkspace();
    await writes(at.amy);
    await at.amy.homeTab();
    const opened = await at.amy.presses('Open post 1', 'home');
    expect(opened.modal?.text).toContain(POST);
    await at.amy.presses('Edit');
    await at.amy.fills({ text: OTHER });
    const saved = await at.amy.submits();
    expect(saved.modal?.text).toContain(OTHER);
    expect(saved.modal?.text).toContain('Ready for SLT');
    expect(saved.home?.text).toContain(OTHER);
    expect(await at.close()).toEqual([]);
  });
});
