/** Who decides on a post, what is asked of them, and what comes of it. */
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

  it('a teacher who presses Approve is told who can', async () => {
    const { slt } = await school.sent(WORDS);
    const refused = await school.ben.presses('Approve', slt);
    expect(refused.as).toBe('note');
    expect(refused.text).toContain('Sam Obi');
    expect((await school.again(slt)).labels).toContain('Approve');
  });

  it('a governor may read but not write or decide', async () => {
    const { slt } = await school.sent(WORDS);
    expect((await school.gus.types('/tweet Hello from the governors.')).as).toBe('note');
    expect((await school.gus.presses('Approve', slt)).as).toBe('note');
    expect((await school.gus.types('/policy')).as).toBe('card');
  });

  it('nobody decides on their own post, whatever their roles', async () => {
    const { slt } = await school.sent('Our choir sang in the park.', { by: school.sam });
    const own = await school.sam.presses('Approve', slt);
    expect(own.text).toContain('Nobody decides on their own post');
    expect((await school.lee.presses('Approve', slt)).as).toBe('replace');
  });

  it('two of SLT at once: one decides, the other is told who was first', async () => {
    const { slt } = await school.sent(WORDS);
    const answers = await Promise.all([
      school.sam.presses('Approve', slt),
      school.lee.presses('Decline', slt, { 'Why not': 'Not this week.' }),
    ]);
    const notes = answers.filter((answer) => answer.as === 'note');
    expect(notes).toHaveLength(1);
    expect(notes[0]?.text).toMatch(/Sam Obi approved it first|Lee Park declined it first/);
  });

  it('a double click decides once and publishes once', async () => {
    const { author, slt } = await school.sent(WORDS);
    await Promise.all([school.sam.presses('Approve', slt), school.sam.presses('Approve', slt)]);
    await school.says(author, '/timeline/');
    expect(await school.timeline()).toEqual([WORDS]);
    expect((await school.events()).filter((event) => event === 'draft.approved')).toHaveLength(1);
  });

  it('asking for changes needs a note, goes back to the author, and voids the card SLT still has open', async () => {
    const { author, slt } = await school.sent(WORDS);
    expect((await school.sam.presses('Ask for changes', slt, { 'What should': '  ' })).as).toBe(
      'note',
    );
    await school.sam.presses('Ask for changes', slt, {
      'What should': 'Please say which Romans.',
    });
    const asked = await school.says(author, 'Please say which Romans.');
    expect(asked.text).toContain('Sam Obi');
    const reworded = await school.rewords(school.amy, asked, { text: `${WORDS} Vale!` });
    if (!reworded.shown) throw new Error(reworded.text);
    await school.amy.presses('Send to SLT', reworded.shown, TICKED);
    // Until the new card stands, the old one is kept up to date.
    await school.says(slt, 'A newer card is further down');
    const fresh = await school.sltCard('Vale!', 'Approve');
    expect((await school.sam.presses('Approve', slt)).as).toBe('note');
    expect((await school.sam.presses('Approve', fresh)).as).toBe('replace');
    await school.says(fresh, '/timeline/');
    expect(await school.timeline()).toEqual([`${WORDS} Vale!`]);
  });

  it('declining needs a reason, which the author is shown', async () => {
    const { author, slt } = await school.sent(WORDS);
    expect((await school.sam.presses('Decline', slt, { 'Why not': '' })).as).toBe('note');
    await school.sam.presses('Decline', slt, { 'Why not': 'We posted the same last week.' });
    const card = await school.says(author, 'We posted the same last week.');
    expect(card.labels).not.toContain('Send to SLT');
  });

  it('an edit after approval voids it: nothing goes out until SLT has approved the new words', async () => {
    const { author, slt } = await school.sent(WORDS);
    await school.until('2026-03-10T18:30:00Z');
    await school.sam.presses('Approve', slt);
    const waiting = await school.says(author, 'tomorrow 8:00');
    await school.rewords(school.amy, waiting, { text: `${WORDS} Again.` });
    await school.until('2026-03-11T09:00:00Z');
    await school.says(slt, 'Amy Reid');
    expect(await school.timeline()).toEqual([]);
    expect(await school.events()).toContain('approval.voided');
  });

  it('a change by SLT waits for the author, who accepts it', async () => {
    const { author, slt } = await school.sent(WORDS);
    const text = 'Year 3 have finished their mosaics.';
    await school.rewords(school.sam, slt, { text });
    const changed = await school.says(author, text);
    const own = await school.sam.presses('Approve', await school.says(slt, text));
    expect(own.text).toContain('You wrote this wording');
    expect(changed.labels).toContain('Accept this wording');
    const accepted = await school.amy.presses('Accept this wording', changed, TICKED);
    expect(accepted.as).toBe('replace');
    await school.says(changed, '/timeline/');
    expect(await school.timeline()).toEqual([text]);
  });

  it('a change by SLT may be approved by another of SLT instead', async () => {
    const { slt } = await school.sent(WORDS);
    await school.rewords(school.sam, slt, { text: 'Year 3 made mosaics.' });
    const fresh = await school.says(slt, 'Year 3 made mosaics.');
    expect((await school.lee.presses('Approve', fresh)).as).toBe('replace');
    await school.says(fresh, '/timeline/');
  });

  describe('an urgent post', () => {
    const urgent = async (text: string) => {
      const card = await school.writes(school.amy, { text, occasion: 'Urgent' });
      await school.sends(school.amy, card);
      return school.sltCard(text.slice(0, 30), 'Approve');
    };

    it('asks two of SLT and goes out at any hour', async () => {
      await school.until('2026-03-14T23:30:00Z');
      const slt = await urgent('School is closed on Monday: no heating.');
      const first = await school.sam.presses('Approve', slt);
      expect(first.text).toContain('1 of 2');
      expect(await school.timeline()).toEqual([]);
      expect((await school.sam.presses('Approve', await school.again(slt))).as).toBe('note');
      await school.jo.presses('Approve', await school.again(slt));
      await school.says(slt, '/timeline/');
    });

    it('says whose yes it has, and tells the one who gave it that another is needed', async () => {
      const slt = await urgent('School is closed today: the boiler has burst.');
      await school.sam.presses('Approve', slt);
      const half = await school.says(slt, '1 of 2 so far (Sam Obi)');
      expect(half.text).toContain('Lee Park or Jo Clarke can decide.');
      const again = await school.sam.presses('Approve', half);
      expect(again.text).toContain('You have approved this wording already; one more is needed');
      expect(again.text).toContain('Lee Park or Jo Clarke');
    });

    it('bears the names of both when it is approved', async () => {
      const slt = await urgent('School is closed today: the boiler has burst.');
      await school.jo.types('/desk pause There has been an accident.');
      await school.sam.presses('Approve', slt);
      await school.passes(60_000);
      await school.lee.presses('Approve', await school.says(slt, '1 of 2'));
      const status = await school.amy.types('/tweet status 1');
      expect(status.text).toContain('Approved by Sam Obi and Lee Park');
    });

    it('may still be stopped by the one who approved it, while it waits for the second of two', async () => {
      const slt = await urgent('Gates open late today.');
      await school.sam.presses('Approve', slt);
      const stopped = await school.sam.presses('Decline', await school.says(slt, '1 of 2'), {
        'Why not': 'They are open after all.',
      });
      expect(stopped.as).toBe('replace');
      expect(await school.timeline()).toEqual([]);
    });
  });
});
