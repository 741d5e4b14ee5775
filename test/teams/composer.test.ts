/** Writing and rewording in dialogs: from a card, from the compose box, from a message. */
import { describe, expect, it } from 'vitest';
import { delivered, now, only, own, POST, sends, sltCard, writes } from './steps.ts';
import { openTenancy, STAFF_ROOM } from './workspace.ts';

describe('Edit', () => {
  it('opens a dialog with the words, and the card the author follows has the new ones', async () => {
    const at = await openTenancy();
    const card = await writes(at.amy);
    const { dialog } = await at.amy.presses('Edit', card);
    expect(Object.values(dialog?.fields ?? {})).toContain(POST);
    const { dialog: left } = await at.amy.submits({ text: 'Year 4 built two marble runs.' });
    expect(left).toBeNull();
    expect(now(at.amy, card).text).toContain('two marble runs');
    expect(own(at.amy)).toHaveLength(1);
    expect(await at.close()).toEqual([]);
  });

  it('keeps a dialog open whose words are stopped, with why and what was typed', async () => {
    const at = await openTenancy();
    const card = await writes(at.amy);
    await at.amy.presses('Edit', card);
    const stopped = 'Josh Bellweather won the race.';
    const { dialog } = await at.amy.submits({ text: stopped });
    expect(Object.values(dialog?.fields ?? {})).toContain(stopped);
    expect(dialog?.text).toContain('Put right');
    const after = await at.amy.submits({ text: 'Year 4 ran well today.' });
    expect(after.dialog).toBeNull();
    expect(now(at.amy, card).text).toContain('Year 4 ran well');
    expect(await at.close()).toEqual([]);
  });

  it('shows the form again with a sentence where a date makes no sense', async () => {
    const at = await openTenancy();
    const card = await writes(at.amy);
    await at.amy.presses('Edit', card);
    const { dialog } = await at.amy.submits({ 'when-date': '2020-01-01', 'when-time': '10:00' });
    expect(dialog?.text.split('\n').slice(0, 4).join()).toMatch(/past|over|time/i);
    expect(Object.values(dialog?.fields ?? {})).toContain(POST);
    expect(await at.close()).toEqual([]);
  });

  it('by SLT asks the author, who accepts it in their own chat', async () => {
    const at = await openTenancy();
    const card = await sends(at);
    await at.sam.presses('Edit', card);
    await at.sam.submits({ text: 'Year 4 built a fine marble run.' });
    expect(sltCard(at).text).toContain('New wording');
    const asked = own(at.amy).find((seen) => seen.buttons.includes('Accept this wording'));
    if (!asked) throw new Error('the author was not asked');
    await at.amy.presses('Accept this wording', asked, { ticked: true });
    await at.passes(1000);
    expect(await at.timeline()).toEqual(['Year 4 built a fine marble run.']);
    expect(await at.close()).toEqual([]);
  });

  it('of a post that was sent meanwhile says so, and loses nothing that was typed', async () => {
    const at = await openTenancy();
    const card = await sends(at).then(() => own(at.amy)[0]);
    if (!card) throw new Error('no card');
    await at.sam.presses('Edit', sltCard(at));
    await at.lee.presses('Approve', sltCard(at));
    await at.passes(1000);
    const { dialog } = await at.sam.submits({ text: 'Too late a wording.' });
    expect(dialog?.text).toMatch(/out already|going out/);
    expect(Object.values(dialog?.fields ?? {})).toContain('Too late a wording.');
    expect(await at.timeline()).toEqual([POST]);
    expect(await at.close()).toEqual([]);
  });
});

describe('"Tweet" beneath the compose box', () => {
  it('opens the composer, and the checklist comes to the person alone', async () => {
    const at = await openTenancy();
    const { dialog } = await at.amy.extension('Tweet', { channel: STAFF_ROOM });
    expect(dialog?.text.match(/Write a post/g)).toHaveLength(1);
    const { messages, dialog: left } = await at.amy.submits({ text: POST });
    expect(left).toBeNull();
    expect(only(messages).text).toContain('Ready for SLT');
    expect(own(at.amy)).toHaveLength(1);
    expect(at.teams.reads(STAFF_ROOM)).toEqual([]);
    await at.amy.presses('Send to SLT', undefined, { ticked: true });
    expect(own(at.amy)).toHaveLength(1);
    expect(own(at.amy)[0]?.text).toContain('With SLT');
    expect(await at.close()).toEqual([]);
  });

  it('on a message takes its words as they read', async () => {
    const at = await openTenancy();
    const html = '<p>Tea &amp; cake at <b>3</b><br>All &lt;welcome&gt;</p>';
    await at.ben.says('Tea', { channel: STAFF_ROOM, mention: false, html });
    const { dialog } = await at.amy.extension('Tweet', { on: 'Tea', channel: STAFF_ROOM });
    expect(Object.values(dialog?.fields ?? {})).toContain('Tea & cake at 3\nAll <welcome>');
    expect(await at.close()).toEqual([]);
  });

  it('whose words are stopped keeps the form open, and the post is found when it is closed', async () => {
    const at = await openTenancy();
    await at.amy.extension('Tweet', { channel: STAFF_ROOM });
    const { dialog, messages } = await at.amy.submits({ text: 'Josh Bellweather won the race.' });
    expect(dialog?.text).toContain('Put right');
    expect(messages).toHaveLength(1);
    await at.amy.submits({ text: 'Year 4 ran well today.' });
    expect(own(at.amy)).toHaveLength(1);
    expect(own(at.amy)[0]?.text).toContain('Ready for SLT');
    expect(await at.events()).toEqual(['draft.written', 'draft.reworded']);
    expect(await at.close()).toEqual([]);
  });

  it('whose form the client sends again makes one post', async () => {
    const at = await openTenancy();
    await at.amy.extension('Tweet', { channel: STAFF_ROOM });
    await at.amy.submits({ text: POST });
    const submit = delivered(at, 'composeExtension/submitAction');
    // The client asks again as something new: another id, the same value.
    await Promise.all(['f:2', 'f:3'].map((id) => at.teams.delivers({ ...submit, id })));
    await at.teams.quiet();
    expect(await at.events()).toEqual(['draft.written']);
    expect(own(at.amy).map((seen) => seen.text)).toHaveLength(1);
    expect(await at.close()).toEqual([]);
  });

  it('from a chat with a colleague answers in the author’s own chat, then and later', async () => {
    const at = await openTenancy();
    await at.amy.extension('Tweet', { among: 'people' });
    expect((await at.amy.submits({ text: POST })).notices).toEqual([]);
    expect(only(own(at.amy)).text).toContain('Ready for SLT');
    await at.amy.presses('Send to SLT', only(own(at.amy)), { ticked: true });
    // News of another post, after the form was opened among people once more.
    await at.amy.extension('Tweet', { among: 'people' });
    await at.amy.closes();
    await at.amy.says('tweet Year 2 sang today.', { channel: STAFF_ROOM });
    expect(own(at.amy).at(-1)?.text).toContain('Year 2 sang today.');
    expect(await at.close()).toEqual([]);
  });
});
