/** What people type in Teams is shown as they typed it: it calls nobody, makes no link and imitates no card. */
import { expect, it } from 'vitest';
import { delivered, now, only, own, sends, sltCard, writes } from './steps.ts';
import { JO, openTenancy, SAM, SLT, STAFF_ROOM, TENANCY } from './workspace.ts';

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

it('also from a channel, where a tag that is no mention stands in the words', async () => {
  const at = await openTenancy();
  await at.amy.says('tweet Thank you <at>Sam</at> & all', { channel: STAFF_ROOM });
  expect(own(at.amy)[0]?.text).toContain('Thank you <at>Sam</at> & all');
  expect(await at.close()).toEqual([]);
});

it('but whoever is mentioned stands there by name, and Bellbird not at all', async () => {
  const at = await openTenancy({
    teams: { people: { ...TENANCY.people, [SAM]: "Sam O'Bi & Co" } },
  });
  const says = (words: string, more: object) =>
    at.amy.says(words, { channel: STAFF_ROOM, ...more });
  await says("tweet Thank you @Jo Clarke and @Sam O'Bi & Co, <at>all</at>.", {
    mentioning: [JO, SAM],
  });
  expect(own(at.amy).at(-1)?.text).toContain(
    "Thank you Jo Clarke and Sam O'Bi & Co, <at>all</at>.",
  );
  await says('@Bellbird tweet Our bird is @Bellbird', {});
  expect(own(at.amy).at(-1)?.text).toMatch(/^Our bird is$/m);
  const { messages } = await at.amy.says('tweet Well done, @Jo Clarke.', { mentioning: [JO] });
  expect(only(messages).text).toContain('Well done, Jo Clarke.');
  expect(await at.close()).toEqual([]);
});

it('also where a client writes the blank after a mention as HTML does', async () => {
  const at = await openTenancy();
  await at.amy.says('tweet First.', { channel: STAFF_ROOM });
  const line = delivered(at, 'message');
  const text = String(line.text).replace(
    '</at> tweet First.',
    '</at>&nbsp;tweet Second &nbsp; too.',
  );
  await at.teams.delivers({ ...line, id: `${line.id}1`, text });
  await at.teams.quiet();
  expect(own(at.amy).at(-1)?.text).toContain('Second &nbsp; too.');
  expect(await at.close()).toEqual([]);
});

/** The most Teams takes of a person at once: 100 KB of UTF-16. */
const HUGE = 50 * 1024;
/** The most that Bellbird makes a draft of. */
const LONG = 4000;
const fill = (words: string, length: number) =>
  words
    .repeat(Math.ceil(length / words.length))
    .slice(0, length)
    .trim();

const REPEATED: [what: string, words: string][] = [
  ['plain words', 'Year 4 built a marble run today. '],
  ['slips', 'lol gr8 pls thx '],
  ['mentions', '<at>everyone</at> '],
  ['handles', '@TeesBridges '],
  ['links', 'https://x.example/a '],
  ['quotes and strokes', '"\\" '],
  ['another script', '漢字'],
];

it('a message of 100 KB is answered with how much it may be, whatever it holds', async () => {
  const at = await openTenancy();
  for (const [what, words] of REPEATED) {
    const { messages } = await at.amy.says(`tweet ${fill(words, HUGE)}`);
    expect(only(messages).text, what).toMatch(/That is 5\d,\d{3} characters\. .* at most 4,000/);
  }
  expect(await at.events()).toEqual([]);
  expect(await at.close()).toEqual([]);
});

it('a draft of 4,000 characters has a card that Teams takes, whatever it holds, and can be edited', async () => {
  const at = await openTenancy();
  for (const [what, words] of REPEATED) {
    const card = only((await at.amy.says(`tweet ${fill(words, LONG)}`)).messages);
    expect(card.text, what).toContain('to put right first');
    expect(card.text, what).toContain(words.trim());
    const { dialog } = await at.amy.presses('Edit', card);
    expect(Object.values(dialog?.fields ?? {})[0], what).toContain(words.trim());
    await at.amy.submits({ text: 'Year 4 built a marble run today.' });
    expect(now(at.amy, card).text, what).toContain('Ready for SLT');
  }
  expect(await at.close()).toEqual([]);
});

it('of a message of 100 KB the form of "Tweet" takes as much as it holds, and a search its beginning', async () => {
  const at = await openTenancy();
  const words = fill('<at>everyone</at> & **all** ', HUGE);
  const html = `<p>${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</p>`;
  await at.ben.says(words, { channel: STAFF_ROOM, mention: false, html });
  const { dialog } = await at.amy.extension('Tweet', { on: words, channel: STAFF_ROOM });
  expect(Object.values(dialog?.fields ?? {})[0]).toBe(words.slice(0, 3000));
  await at.amy.closes();
  await at.amy.says(`policy ${words}`, { channel: STAFF_ROOM });
  expect(only(own(at.amy)).text).toContain('policy');
  expect(await at.close()).toEqual([]);
});
