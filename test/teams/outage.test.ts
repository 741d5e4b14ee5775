/** What goes wrong between Bellbird and Teams: nothing is lost, nothing stands twice. */
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SCHOOL } from '../scenarios/staffroom.ts';
import { now, own, POST, sends, sltCard, writes } from './steps.ts';
import { AMY, inTeams, LEADERS, openTenancy, SLT, STAFF_ROOM, type Tenancy } from './workspace.ts';

const MINUTE = 60_000;

/** Lets time pass until the outbox has nothing left to try. */
async function settles(at: Tenancy, minutes = 30): Promise<void> {
  for (let passed = 0; passed < minutes; passed += 1) await at.passes(MINUTE);
}

describe('while Teams asks to wait', () => {
  it.each([412, 429, 500, 502, 504])('with %i the SLT card comes later, once', async (status) => {
    const at = await openTenancy();
    at.teams.next('create', { status, retryAfter: 90 });
    const card = await writes(at.amy);
    await at.amy.presses('Send to SLT', card, { ticked: true });
    expect(at.teams.reads(SLT)).toEqual([]);
    await at.passes(60_000);
    expect(at.teams.reads(SLT)).toEqual([]);
    await settles(at, 5);
    expect(at.teams.reads(SLT)).toHaveLength(1);
    await at.sam.presses('Approve', sltCard(at));
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    expect(await at.close()).toEqual([]);
  });

  it('a decision stands, and every card tells of it when Teams is back', async () => {
    const at = await openTenancy();
    const card = await sends(at);
    at.teams.next('update', ...Array.from({ length: 8 }, () => ({ status: 502, retryAfter: 1 })));
    await at.sam.presses('Approve', card);
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    await settles(at);
    for (const seen of [now(at.lee, card), own(at.amy)[0]]) {
      expect(seen?.text).toContain('Published');
    }
    expect(await at.close()).toEqual([]);
  });

  it('the answer to a line comes a moment later', async () => {
    const at = await openTenancy();
    at.teams.next('send', { status: 429, retryAfter: 1 });
    await at.amy.says(`tweet ${POST}`);
    const card = await at.amy.awaits('Ready for SLT');
    await at.teams.quiet();
    expect(own(at.amy)).toHaveLength(1);
    await at.amy.presses('Send to SLT', card, { ticked: true });
    expect(now(at.amy, card).text).toContain('With SLT');
    expect(await at.close()).toEqual([]);
  });
});

describe('where an answer of Teams is cut off', () => {
  it('a card in somebody’s own chat is not put there twice by the SDK', async () => {
    const at = await openTenancy();
    at.teams.next('send', { drop: 'after' });
    await at.amy.says(`tweet ${POST}`).catch(() => null);
    await at.teams.quiet();
    expect(own(at.amy)).toHaveLength(1);
    // Which message it is was never told; the post is found all the same, and its card works.
    await at.amy.presses('Send to SLT', own(at.amy)[0], { ticked: true });
    expect(at.teams.reads(SLT)).toHaveLength(1);
    at.teams.faults.length = 0;
    expect(await at.close()).toEqual([]);
  });

  it('whoever sent a form for a new post is told where the post is, for no card came of it', async () => {
    const at = await openTenancy();
    at.teams.next('send', { drop: 'before' });
    await at.amy.extension('Tweet', { channel: STAFF_ROOM });
    const { messages, notices } = await at.amy.submits({ text: POST });
    expect([messages, notices]).toEqual([[], [expect.stringContaining('tweet status')]]);
    await at.amy.says('tweet status');
    await at.amy.presses('Open post 1');
    expect(own(at.amy).at(-1)?.buttons).toContain('Send to SLT');
    expect(await at.close()).toEqual([]);
  });

  it('nobody is told that a card stands where none came: they press once more', async () => {
    const at = await openTenancy();
    await sends(at);
    const desk = (await at.sam.says('desk')).messages[0];
    at.teams.next('send', { drop: 'before' });
    const first = await at.sam.presses('Open post 1', desk);
    expect([first.messages, first.notices]).toEqual([[], [expect.stringContaining('once more')]]);
    const second = await at.sam.presses('Open post 1', desk);
    expect(second.messages[0]?.buttons).toContain('Approve');
    expect(second.notices).toEqual(['It stands below.']);
    expect(await at.close()).toEqual([]);
  });

  it('SLT’s card may stand twice: either can be pressed, and then both follow the post', async () => {
    const at = await openTenancy();
    at.teams.next('create', { drop: 'after' });
    await at.amy.presses('Send to SLT', await writes(at.amy), { ticked: true });
    await settles(at, 5);
    const [unknown, known] = at.sam.sees(SLT);
    expect([unknown?.buttons, at.sam.sees(SLT).length]).toEqual([known?.buttons, 2]);
    await at.sam.presses('Approve', unknown);
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    for (const card of at.lee.sees(SLT)) expect(card.text).toContain('Published');
    expect(await at.close()).toEqual([]);
  });

  it('and once it is decided on the other, the one nobody knows of tells so when it is pressed', async () => {
    const at = await openTenancy();
    at.teams.next('create', { drop: 'after' });
    await at.amy.presses('Send to SLT', await writes(at.amy), { ticked: true });
    await settles(at, 5);
    const [unknown, known] = at.sam.sees(SLT);
    await at.sam.presses('Decline', known);
    await at.sam.presses('Yes, decline', known, { 'Why not?': 'It was posted last week.' });
    const told = await at.lee.presses('Approve', unknown);
    expect(told.notices.join()).toMatch(/declined/);
    for (const card of at.lee.sees(SLT)) expect(card.buttons).toEqual([]);
    expect(await at.close()).toEqual([]);
  });

  it('a change of a card is made again, and it says the truth', async () => {
    const at = await openTenancy();
    const card = await sends(at);
    at.teams.next('update', { drop: 'before' }, { drop: 'after' }, { drop: 'before' });
    await at.sam.presses('Approve', card);
    await settles(at);
    expect(now(at.lee, card).text).toContain('Published');
    expect(await at.timeline()).toEqual([POST]);
    expect(await at.close()).toEqual([]);
  });
});

describe('where the bot was taken out of SLT’s team', () => {
  it('SLT is told in their own chats, once, and the card comes when it is put back', async () => {
    const at = await openTenancy();
    await at.teams.removesBot(LEADERS);
    const card = await writes(at.amy);
    await at.amy.presses('Send to SLT', card, { ticked: true });
    await settles(at, 10);
    for (const who of [at.sam, at.lee, at.jo]) {
      expect(own(who)).toHaveLength(1);
      expect(own(who)[0]?.text).toContain('Add the app to the team again');
    }
    await at.sam.says('desk');
    expect(own(at.sam).at(-1)?.buttons).toContain('Open post 1');
    await at.teams.addsBot(LEADERS);
    await settles(at, 60);
    expect(at.teams.reads(SLT)).toHaveLength(1);
    await at.lee.presses('Approve', sltCard(at));
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    expect(await at.close()).toEqual([]);
  });

  it('or its channel deleted, the desk still shows the post, and it can be decided there', async () => {
    const at = await openTenancy();
    await at.teams.deletesChannel(SLT);
    const card = await writes(at.amy);
    await at.amy.presses('Send to SLT', card, { ticked: true });
    await at.passes(MINUTE);
    expect(own(at.sam)[0]?.text).toContain('teams.slt_channel');
    await at.sam.says('desk');
    await at.sam.presses('Open post 1');
    await at.sam.presses('Approve', own(at.sam).at(-1));
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    expect(await at.close()).toEqual([]);
  });
});

describe('somebody who has taken the app away', () => {
  it('is not written to any more, and their post goes its way', async () => {
    const at = await openTenancy();
    const card = await sends(at);
    for (const team of at.teams.world.teams.values()) team.members.delete(AMY);
    await at.amy.uninstalls();
    await at.sam.presses('Approve', card);
    await settles(at, 5);
    expect(await at.timeline()).toEqual([POST]);
    expect(now(at.lee, card).text).toContain('Published');
    const calls = at.teams.calls.length;
    await settles(at, 60);
    expect(at.teams.calls.length).toBe(calls);
    expect(await at.close()).toEqual([]);
  });
});

describe('a restart', () => {
  it('finds a slot in a calendar that was changed meanwhile, and every card tells of it', async () => {
    const closed = (...years: string[]) => `${inTeams(SCHOOL)}closures: [${years.join(', ')}]\n`;
    const works = '{name: Works, from: 2026-03-10, to: 2026-12-31}';
    const more = '{name: More works, from: 2027-01-01, to: 2027-12-31}';
    const at = await openTenancy({ school: closed(works, more) });
    const card = await sends(at);
    await at.sam.presses('Approve', card);
    expect(now(at.lee, card).text).toContain('leave no time for it');
    await at.restart(() => writeFileSync(at.file, closed(works.replace('12-31', '03-12'))));
    for (const seen of [now(at.lee, card), own(at.amy)[0]]) {
      expect(seen?.text).toContain('Fri 8:00');
    }
    expect(await at.close()).toEqual([]);
  });

  it('between card and press changes nothing for anybody', async () => {
    const at = await openTenancy();
    const card = await sends(at);
    await at.restart();
    await at.sam.presses('Approve', card);
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    for (const seen of [now(at.lee, card), own(at.amy)[0]]) {
      expect(seen?.text).toContain('Published');
    }
    expect(await at.close()).toEqual([]);
  });
});
