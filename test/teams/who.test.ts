/** Who is who in Teams: Entra object ids, the school's tenant, guests, and SLT as its channel knows it. */
import { describe, expect, it } from 'vitest';
import { SCHOOL } from '../scenarios/staffroom.ts';
import { own, POST, sends, sltCard } from './steps.ts';
import {
  BEN,
  ELSEWHERE,
  GUS,
  inTeams,
  JO,
  LEADERS,
  LEE,
  NIA,
  openTenancy,
  SAM,
  STAFF_ROOM,
  TENANCY,
  VAL,
} from './workspace.ts';

describe('is not let in', () => {
  it('somebody who is in no school file, and is told who can add them', async () => {
    const at = await openTenancy();
    const nia = at.teams.person(NIA);
    expect((await nia.says(`tweet ${POST}`)).messages[0]?.text).toContain('Jo Clarke');
    const { notices } = await nia.extension('Tweet', { channel: STAFF_ROOM });
    expect(notices.join()).toContain('Jo Clarke');
    expect(await at.events()).toEqual([]);
    expect(await at.close()).toEqual([]);
  });

  it('somebody of another tenant, though the school file knew their id', async () => {
    const people = { ...TENANCY.people, [SAM]: { name: 'Sam Obi', tenant: ELSEWHERE } };
    const at = await openTenancy({ teams: { people } });
    const card = await sends(at);
    const { messages } = await at.sam.says('tweet Something of Sam’s.');
    expect(messages[0]?.text).toContain('none of the schools');
    const { notices } = await at.sam.presses('Approve', card);
    expect(notices.join()).toContain('none of the schools');
    await at.passes(60_000);
    expect(await at.timeline()).toEqual([]);
    expect(await at.close()).toEqual([]);
  });

  it('a guest, though the school file names them', async () => {
    const school = inTeams(SCHOOL).replace(
      'approvals:',
      `  - {name: Val Stone, roles: [slt], teams: ${VAL}}\napprovals:`,
    );
    const at = await openTenancy({ school });
    const val = at.teams.person(VAL);
    expect((await val.says(`tweet ${POST}`)).messages[0]?.text).toContain('Guests');
    await at.teams.joins(VAL, LEADERS);
    const card = await sends(at);
    expect((await val.presses('Approve', card)).notices.join()).toContain('Guests');
    expect((await val.presses('Edit', card)).notices.join()).toContain('Guests');
    await at.passes(60_000);
    expect(await at.timeline()).toEqual([]);
    expect(await at.close()).toEqual([]);
  });

  it('somebody who became a guest a minute ago', async () => {
    const at = await openTenancy();
    await at.sam.says('desk');
    const card = await sends(at);
    at.teams.makesGuest(SAM);
    await at.passes(61_000);
    expect((await at.sam.presses('Approve', card)).notices.join()).toContain('Guests');
    await at.lee.presses('Approve', card);
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    expect(await at.close()).toEqual([]);
  });

  it('a governor at deciding', async () => {
    const at = await openTenancy();
    await at.teams.joins(GUS, LEADERS);
    const card = await sends(at);
    expect((await at.gus.presses('Approve', card)).notices.join()).toContain('Sam Obi');
    expect(await at.close()).toEqual([]);
  });
});

describe('where SLT is whoever is in its channel', () => {
  const school = inTeams(SCHOOL, 'channel');

  it('who joins may decide, and who has left may not, though the school file lists them', async () => {
    const at = await openTenancy({ school });
    const card = await sends(at);
    const desk = (await at.sam.says('desk')).messages[0];
    await at.sam.presses('Open post 1', desk);
    const opened = own(at.sam).at(-1);
    await at.teams.joins(BEN, LEADERS);
    await at.teams.leaves(SAM, LEADERS);
    await at.passes(61_000);
    const late = await at.sam.presses('Approve', opened);
    expect(late.notices.join()).toContain('Ben Shah');
    expect(late.notices.join()).not.toContain('Sam Obi');
    expect(await at.timeline()).toEqual([]);
    await at.ben.presses('Approve', card);
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    expect(await at.close()).toEqual([]);
  });

  it('nobody is SLT by the school file alone', async () => {
    const teams = {
      ...TENANCY.teams,
      [LEADERS]: {
        name: 'SLT',
        members: [LEE, JO, GUS],
        channels: TENANCY.teams?.[LEADERS]?.channels ?? {},
      },
    };
    const at = await openTenancy({ school, teams: { teams } });
    await at.amy.says(`tweet ${POST}`);
    await at.amy.presses('Send to SLT', undefined, { ticked: true });
    const desk = await at.sam.says('desk pause Because.');
    expect(desk.messages[0]?.text).toMatch(/Lee Park/);
    expect(desk.messages[0]?.text).not.toMatch(/Sam Obi/);
    expect(await at.close()).toEqual([]);
  });

  it('reads a roster of many pages', async () => {
    const at = await openTenancy({ school, teams: { page: 2 } });
    const card = await sends(at);
    await at.jo.presses('Approve', card);
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    expect(await at.close()).toEqual([]);
  });

  it('the last known SLT holds while Teams does not say', async () => {
    const at = await openTenancy({ school });
    const card = await sends(at);
    await at.passes(120_000);
    at.teams.next('members', { status: 502 }, { status: 502 }, { status: 502 });
    await at.sam.presses('Approve', card);
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    expect(own(at.amy)[0]?.text).toContain('Published');
    expect(sltCard(at).text).toContain('Sam Obi');
    expect(await at.close()).toEqual([]);
  });
});
