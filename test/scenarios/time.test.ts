/** When posts go out, and what happens where nobody decides or SLT has paused. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOn, type SchoolAtWork } from './hands.ts';
import { platforms } from './platforms.ts';
import { HOUR, MINUTE } from './staffroom.ts';

const WORDS = 'Year 3 have finished their Roman mosaics, and the hall looks splendid.';

describe.each(platforms)('at $platform', (platform) => {
  let school: SchoolAtWork;
  beforeEach(async () => {
    school = await openOn(platform);
  });
  afterEach(() => school.close());

  it('a post approved at 19:05 on the Friday before the clocks change goes out Monday 08:00', async () => {
    await school.until('2026-03-27T19:05:00Z');
    const { author, slt } = await school.sent(WORDS);
    await school.sam.presses('Approve', slt);
    await school.says(author, 'Mon 8:00');
    await school.until('2026-03-30T06:59:00Z');
    expect(await school.timeline()).toEqual([]);
    await school.until('2026-03-30T07:00:00Z');
    await school.says(author, '/timeline/');
  });

  it('a slot that passed while Bellbird was down is not made up for at night', async () => {
    const wording = { text: WORDS, day: '2026-03-10', time: '17:50' };
    const sent = await school.sends(school.amy, await school.writes(school.amy, wording));
    if (!sent.shown) throw new Error(sent.text);
    const author = await school.followed(school.amy, sent.shown, 'Roman');
    await school.sam.presses('Approve', await school.sltCard('Roman', 'Approve'));
    await school.says(author, '17:50');
    await school.until('2026-03-10T22:15:00Z');
    await school.says(author, 'tomorrow 8:00');
    expect(await school.timeline()).toEqual([]);
    await school.until('2026-03-11T08:00:00Z');
    await school.says(author, '/timeline/');
  });

  it('SLT is reminded after four school hours, and the post expires after five school days', async () => {
    const { author, slt } = await school.sent(WORDS);
    await school.passes(3 * HOUR);
    const reminders = (await school.sltCards()).filter(({ text }) =>
      text.includes('has waited since'),
    );
    expect(reminders).toEqual([]);
    await school.passes(HOUR + MINUTE);
    await school.sltCard('Amy Reid’s post 1 has waited since 10:00', 'Open post 1');
    await school.until('2026-03-17T09:00:00Z');
    expect((await school.again(slt)).labels).toContain('Approve');
    await school.until('2026-03-18T00:00:00Z');
    await school.says(author, 'no decision in time');
    expect(await school.events()).toContain('draft.expired');
    expect((await school.sam.presses('Approve', slt)).as).toBe('note');
  });

  it('while SLT has paused posting nothing goes out, urgent or not, and resuming lets it go', async () => {
    const paused = await school.sam.types('/desk pause There has been an accident.');
    expect(paused.text).toContain('paused');
    const { author, slt } = await school.sent(WORDS);
    expect(slt.text).toContain('paused');
    await school.lee.presses('Approve', slt);
    await school.passes(2 * HOUR);
    expect((await school.amy.types('/desk resume')).as).toBe('note');
    await school.restart();
    await school.passes(MINUTE);
    expect(await school.timeline()).toEqual([]);
    await school.jo.types('/desk resume');
    await school.says(author, '/timeline/');
    expect(await school.events()).toEqual(expect.arrayContaining(['desk.paused', 'desk.resumed']));
  });
});
