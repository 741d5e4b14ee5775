/** What people type in Teams is shown as they typed it: it calls nobody, makes no link and imitates no card. */
import { expect, it } from 'vitest';
import { now, only, own, sends, sltCard, writes } from './steps.ts';
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

/** As much as Teams takes of a person at once, and more than it takes of an app. */
const HUGE = 84 * 1024;
const hugeOf = (words: string) => words.repeat(Math.ceil(HUGE / words.length)).slice(0, HUGE);

it.each<[what: string, words: string]>([
  ['of plain words', 'Year 4 built a marble run today. '],
  ['of slips', 'lol gr8 pls '],
  ['of mentions', '<at>everyone</at> '],
  ['of handles', '@TeesBridges '],
  ['of links', 'https://x.example/a '],
  ['of quotes', '"\\" '],
  ['of another script', '漢字'],
])(
  'a message of 84 KB %s is answered by a card that Teams takes, and can be edited',
  async (_what, words) => {
    const at = await openTenancy();
    const card = only((await at.amy.says(`tweet ${hugeOf(words)}`)).messages);
    expect(card.text).toContain('to put right first');
    expect(card.text).toContain(words.trim());
    const { dialog } = await at.amy.presses('Edit', card);
    expect(Object.values(dialog?.fields ?? {})[0]).toContain(words.trim());
    await at.amy.submits({ text: 'Year 4 built a marble run today.' });
    expect(now(at.amy, card).text).toContain('Ready for SLT');
    expect(await at.close()).toEqual([]);
  },
);

it('a message of 84 KB under the menu of "Tweet", and in a channel, is taken as far as a form goes', async () => {
  const at = await openTenancy();
  const words = hugeOf('<at>everyone</at> & **all** ');
  await at.ben.says(words, { channel: STAFF_ROOM, mention: false });
  const { dialog } = await at.amy.extension('Tweet', { on: words, channel: STAFF_ROOM });
  expect(Object.values(dialog?.fields ?? {})[0]).toBe(words.slice(0, 3000));
  await at.amy.closes();
  await at.amy.says(`policy ${words}`, { channel: STAFF_ROOM });
  expect(own(at.amy)).toHaveLength(1);
  expect(await at.close()).toEqual([]);
});
