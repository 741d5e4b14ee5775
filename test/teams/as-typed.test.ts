/** What people type in Teams is shown as they typed it: it calls nobody, makes no link and imitates no card. */
import { expect, it } from 'vitest';
import { now, own, sends, sltCard, writes } from './steps.ts';
import { openTenancy, SLT, STAFF_ROOM } from './workspace.ts';

const TYPED =
  'Snow, <at>everyone</at>! **Bold** _it_ [bank](https://evil.example) # Head &amp; `x` {{DATE(2026)}}';

it('in every card and form, and nobody is pinged', async () => {
  const at = await openTenancy();
  const card = await writes(at.amy, TYPED);
  expect(card.text).toContain(TYPED);
  const { dialog } = await at.amy.presses('Edit', card);
  expect(Object.values(dialog?.fields ?? {})).toContain(TYPED);
  await at.amy.closes();
  const list = (await at.amy.says('tweet status')).messages[0];
  expect(list?.text).toContain('**Bold**');
  expect(await at.close()).toEqual([]);
});

it('in the card and the note that SLT and author read', async () => {
  const at = await openTenancy();
  const card = await sends(at, at.amy, 'A *fine* day for <at>SLT</at> &lt;all&gt;.');
  expect(sltCard(at).text).toContain('A *fine* day for <at>SLT</at> &lt;all&gt;.');
  const note = '<at>Amy Reid</at> **no**';
  await at.sam.presses('Ask for changes', card);
  await at.sam.presses('Yes, ask for changes', card, { note });
  for (const seen of [now(at.lee, card), own(at.amy)[0]]) expect(seen?.text).toContain(note);
  expect(at.teams.reads(SLT).join()).toContain(note);
  expect(await at.close()).toEqual([]);
});

it('also from a channel, where a mention of somebody else stands in the words', async () => {
  const at = await openTenancy();
  await at.amy.says('tweet Thank you <at>Sam</at> & all', { channel: STAFF_ROOM });
  expect(own(at.amy)[0]?.text).toContain('Thank you <at>Sam</at> & all');
  expect(await at.close()).toEqual([]);
});
