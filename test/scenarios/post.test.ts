/** A post from the moment it is typed until it is sent, withdrawn or listed. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOn, type SchoolAtWork, TICKED } from './hands.ts';
import { platforms } from './platforms.ts';

const WORDS = 'Year 3 have finished their Roman mosaics, and the hall looks splendid.';

describe.each(platforms)('at $platform', (platform) => {
  let school: SchoolAtWork;
  beforeEach(async () => {
    school = await openOn(platform);
  });
  afterEach(() => school.close());

  it('a post that is typed, sent and approved stands on the timeline, and its author is told with the link', async () => {
    const { author, slt } = await school.sent(WORDS);
    expect(slt.text).toContain('Amy Reid');
    expect(slt.labels).toEqual(expect.arrayContaining(['Approve', 'Ask for changes', 'Decline']));

    const approved = await school.sam.presses('Approve', slt);
    expect(approved.as).toBe('replace');
    expect((await school.again(slt)).labels).not.toContain('Approve');
    await school.says(author, 'Sam Obi');
    await school.says(author, '/timeline/');
    await school.says(slt, '/timeline/');
    expect(await school.timeline()).toEqual([WORDS]);
    await school.hears(school.amy, 'Your post is out');
    expect((await school.amy.cards()).at(-1)?.text).toContain('Your post is out');
    expect(await school.events()).toEqual([
      'draft.written',
      'draft.submitted',
      'draft.approved',
      'draft.scheduled',
      'post.attempted',
      'post.published',
    ]);
    expect(await school.world.store.verifyLedger('larkfield')).toBeNull();
  });

  it('the checklist shows the post, its count, the rules that are fine, and where and when it goes out', async () => {
    const { as, shown } = await school.amy.types(`/tweet ${WORDS}`);
    expect(as).toBe('card');
    expect(shown?.text).toContain(WORDS);
    expect(shown?.text).toContain(`${WORDS.length} of 280`);
    expect(shown?.text).toContain('as soon as SLT approve it');
    expect(shown?.text).toMatch(/rules are fine/);
    expect(shown?.labels).toEqual(['Send to SLT', 'Edit', 'Discard']);
  });

  it('a blocked draft has no Send button', async () => {
    const card = await school.drafts(school.amy, '@NationalTrust what a day we had');
    expect(card.buttons).not.toContain('Send to SLT');
    expect(await school.sltCards()).toEqual([]);
  });

  it('a sure fix is one tap, and makes a new revision', async () => {
    const card = await school.drafts(school.amy, 'Year 3 read the wh\u200bole book today.');
    const fixed = await school.amy.presses('Make the text plain', card);
    expect(fixed.text).toContain('Year 3 read the whole book today.');
    expect((await school.amy.presses('Make the text plain', card)).as).toBe('note');
  });

  it('sending without the boxes ticked or a reason given says what is missing', async () => {
    const words = 'Lovely day at the farm with @FernleyFarmPark, thank you.';
    const bare = await school.drafts(school.amy, words);
    const unexplained = await school.amy.presses('Send to SLT', bare, TICKED);
    expect(unexplained.text).toMatch(/a few words/);
    await school.amy.types('/tweet withdraw');

    const card = await school.drafts(school.amy, words);
    const why = { 'Why it is right to post': 'They agreed on the telephone this morning.' };
    expect((await school.amy.presses('Send to SLT', card, why)).text).toMatch(/tick/i);
    const done = await school.amy.presses('Send to SLT', card, { ...why, ...TICKED });
    expect(done.as).toBe('replace');
    const slt = await school.sltCard('Lovely day');
    expect(slt.text).toContain('They agreed on the telephone this morning.');
    expect(slt.text.indexOf('They agreed')).toBeLessThan(
      slt.text.indexOf('Lovely day at the farm with'),
    );
  });

  it('/tweet alone opens the composer, and what is typed there becomes a draft at the time asked for', async () => {
    const wording = { text: WORDS, occasion: 'Everyday', day: '2026-03-11', time: '09:30' };
    const saved = await school.writes(school.amy, wording);
    expect(saved.text).toContain('tomorrow 9:30');
  });

  it('status lists the posts of a teacher, and the queue what waits in the school', async () => {
    await school.sent(WORDS);
    await school.drafts(school.amy, 'Year 4 are planting beans.');
    const status = await school.amy.types('/tweet status');
    expect(status.text).toContain('Year 4 are planting beans.');
    expect(status.text).toContain('Roman mosaics');
    const queue = await school.ben.types('/tweet queue');
    expect(queue.text).toContain('Roman mosaics');
    expect(queue.text).not.toContain('planting beans');
  });

  it('withdraw and a word that is no number is no post', async () => {
    const { as, text } = await school.amy.types('/tweet withdraw the last one');
    expect(as).toBe('note');
    expect(text).toContain('/tweet withdraw 12');
  });

  it('a post that begins with the word status is a post', async () => {
    const { text } = await school.amy.types('/tweet Status update from the pond: four newts.');
    expect(text).toContain('Status update from the pond: four newts.');
  });

  it('withdraw takes back the one post there is, and asks which where there are several', async () => {
    const { slt } = await school.sent(WORDS);
    const gone = await school.amy.types('/tweet withdraw');
    expect(gone.text.toLowerCase()).toContain('withdrawn');
    await school.says(slt, 'ithdrawn');
    expect((await school.sam.presses('Approve', slt)).as).toBe('note');
    await school.drafts(school.amy, 'One.');
    await school.drafts(school.amy, 'Two.');
    const list = await school.amy.types('/tweet withdraw');
    expect(list.text).toContain('Which one');
    if (!list.shown) throw new Error(list.text);
    expect(list.shown.buttons.sort()).toEqual(['Withdraw post 2', 'Withdraw post 3']);
    const two = await school.amy.presses('Withdraw post 2', list.shown);
    expect(two.text.toLowerCase()).toContain('withdrawn');
    await school.drafts(school.amy, 'Three.');
    expect((await school.amy.types('/tweet withdraw 3')).text.toLowerCase()).toContain('withdrawn');
  });

  it.each([
    ['nothing but spaces', '   ', 'dialog'],
    ['a null character', 'Hello \u0000 there', 'note'],
    ['fifty thousand characters', 'a'.repeat(49_000), 'note'],
  ])('%s gets a clear sentence and leaves nothing behind', async (_, text, as) => {
    const answer = await school.amy.types(`/tweet ${text}`);
    expect(answer.as).toBe(as);
    expect(await school.events()).toEqual([]);
  });

  it('a desk command of a teacher is refused with the names of those who can', async () => {
    const answer = await school.amy.types('/desk pause');
    expect(answer.as).toBe('note');
    expect(answer.text).toContain('Sam Obi');
  });

  it('the policy card says which policy and version is in force, and finds what is asked for', async () => {
    const all = await school.amy.types('/policy');
    expect(all.text).toMatch(/version/i);
    const photos = await school.amy.types('/policy photos');
    expect(photos.text).toMatch(/photo/i);
    const words = await school.amy.types('/policy who may follow us');
    expect(words.text).toMatch(/follow/i);
    const none = await school.amy.types('/policy xylophone');
    expect(none.text).not.toBe('');
  });
});
