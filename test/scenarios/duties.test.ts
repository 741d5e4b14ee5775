/** Work with a date: it falls due, people are reminded, the head is told, and it is done by somebody. */
import { afterEach, describe, expect, it } from 'vitest';
import { openOn, type SchoolAtWork } from './hands.ts';
import { platforms } from './platforms.ts';
import { eventually, SCHOOL } from './staffroom.ts';

const TERMS = `${SCHOOL}
terms: [{name: Spring, from: 2026-01-05, to: 2026-03-20}, {name: Summer, from: 2026-04-13, to: 2026-07-17}]
`;

describe.each(platforms)('at $platform', (platform) => {
  let school: SchoolAtWork;
  afterEach(() => school.close());
  const duties = async () => (await school.events()).filter((event) => event.startsWith('duty.'));

  it('the follower review falls due on Monday, and until it is done SLT is reminded and then the head', async () => {
    school = await openOn(platform, { instead: { audience: () => null } });
    expect((await school.sam.types('/desk duties')).text).toContain('falls due Mon 8:30');
    await school.until('2026-03-13T16:00:00Z');
    expect(await duties()).toEqual([]);
    await school.until('2026-03-16T08:31:00Z');
    const card = await school.sltCard('Follower review of @Larkfield', 'It is done');
    expect(card.text).toContain('To be done by Fri');
    await school.until('2026-03-20T08:31:00Z');
    await school.says(card, 'today');
    await school.until('2026-03-23T08:32:00Z');
    await school.says(card, 'Overdue since Fri');
    await school.until('2026-03-24T08:33:00Z');
    const told = await school.hears(school.jo, 'Overdue since Fri');
    expect(await duties()).toEqual(['duty.due', 'duty.reminded', 'duty.overdue', 'duty.head-told']);

    expect((await school.sam.types('/desk duties')).text).toContain('1 overdue');
    const found = { 'What did you look at': 'Looked at 12 new followers, all fine' };
    expect((await school.sam.presses('It is done', card, { 'What did you': ' ' })).as).toBe('note');
    const done = await school.sam.presses('It is done', card, found);
    expect(done.text).toContain('Done by Sam Obi');
    await school.says(told, 'Done by Sam Obi');
    expect((await school.lee.presses('It is done', card, found)).as).toBe('note');
    const list = await school.gus.types('/desk duties');
    expect(list.text).toContain('all fine');
    expect(list.text).toContain('falls due Mon');
    expect((await school.amy.types('/desk duties')).as).toBe('note');
  });

  it('no review falls due in the holidays, and one that was missed while Bellbird was down is told once', async () => {
    school = await openOn(platform, { school: TERMS });
    await school.until('2026-03-16T08:31:00Z');
    await school.sltCard('Follower review of @Larkfield', 'Start the review');
    await school.until('2026-04-10T12:00:00Z');
    await school.restart();
    await school.until('2026-04-13T08:00:00+01:00');
    expect(await duties()).toEqual(['duty.due']);
    await school.until('2026-04-13T08:32:00+01:00');
    await eventually(async () => (await duties()).at(-1) === 'duty.overdue');
    await school.sltCard('Overdue since Fri');
    expect(await duties()).toEqual(['duty.due', 'duty.overdue']);
  });
});
