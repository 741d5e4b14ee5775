/** What people type, and what happens about the app, reaches a real CloudAdapter as Teams sends it. */
import { TeamsInfo, TurnContext } from 'botbuilder';
import { afterEach, describe, expect, it } from 'vitest';
import { type Logic, schoolOver } from './cloud.ts';
import { AMY, LEADERS, SAM, SLT, STAFF, STAFF_ROOM } from './larkfield.ts';
import type { TeamsOptions } from './world.ts';

let ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.toReversed()) await end();
  ends = [];
});

const school = (logic: Logic, more?: TeamsOptions) => schoolOver(ends, logic, more);

describe('words typed', () => {
  it('in the chat reach the app with who said them, and its answer is seen', async () => {
    const heard: unknown[] = [];
    const teams = await school(async (turn, activity) => {
      heard.push(activity);
      await turn.sendActivity({
        type: 'message',
        text: `You said ${activity.text}`,
        textFormat: 'plain',
      });
    });
    const { messages, notices } = await teams.person(AMY).says('/tweet Sports <day> & *fun*');
    expect(messages).toMatchObject([
      { text: 'You said /tweet Sports <day> & *fun*', from: 'Bellbird' },
    ]);
    expect(notices).toEqual([]);
    expect(heard).toMatchObject([
      {
        channelId: 'msteams',
        textFormat: 'plain',
        locale: 'en-GB',
        from: { id: expect.stringMatching(/^29:/), name: 'Amy Reid', aadObjectId: AMY },
        recipient: { id: `28:${teams.appId}`, name: 'Bellbird' },
        conversation: { conversationType: 'personal', tenantId: teams.tenant },
        channelData: { tenant: { id: teams.tenant } },
      },
    ]);
    expect(teams.person(SAM).sees()).toEqual([]);
    expect(teams.faults).toEqual([]);
  });

  it('in a channel come with the bot’s mention, which the SDK takes out', async () => {
    const heard: unknown[] = [];
    const teams = await school((_turn, activity) => {
      heard.push([activity.text, activity.conversation.id, activity.channelData.team.id]);
      heard.push(TurnContext.removeRecipientMention(activity));
    });
    const amy = teams.person(AMY);
    await amy.says('tweet <at>everyone</at> Sports day', { channel: STAFF_ROOM });
    const [posted] = amy.sees(STAFF_ROOM);
    expect(heard).toEqual([
      ['<at>Bellbird</at> tweet <at>everyone</at> Sports day\n', posted?.conversation, STAFF],
      'tweet <at>everyone</at> Sports day',
    ]);
    expect(posted).toMatchObject({ from: 'Amy Reid', targeted: false });
    expect(teams.faults).toEqual([]);
  });

  it('in a channel without a mention are heard by no bot', async () => {
    let heard = 0;
    const teams = await school(() => {
      heard += 1;
    });
    await teams.person(AMY).says('tweet', { channel: STAFF_ROOM, mention: false });
    expect(heard).toBe(0);
    expect(teams.reads(STAFF_ROOM)).toEqual(['tweet']);
    await expect(teams.person(AMY).says('tweet', { channel: SLT })).rejects.toThrow('is not in');
  });

  it('from the slash menu are a message to the bot alone', async () => {
    const heard: unknown[] = [];
    const teams = await school((_turn, { text, recipient }) => {
      heard.push([text, recipient]);
    });
    await teams.person(AMY).slash('tweet Sports day', { channel: STAFF_ROOM });
    expect(heard).toEqual([
      ['tweet Sports day', { id: `28:${teams.appId}`, name: 'Bellbird', isTargeted: true }],
    ]);
    expect(teams.reads(STAFF_ROOM)).toEqual([]);
    expect(teams.person(AMY).sees()).toMatchObject([{ targeted: true }]);
  });
});

it('somebody of another tenant is told by what they send', async () => {
  const heard: unknown[] = [];
  const tenant = 'd15ea5e0-0000-4000-8000-000000000001';
  const people = { [AMY]: { name: 'Amy Reid', tenant } };
  const teams = await school(
    (_turn, { conversation, channelData }) => {
      heard.push([conversation.tenantId, channelData.tenant.id]);
    },
    { people, teams: {} },
  );
  await teams.person(AMY).says('tweet');
  expect(heard).toEqual([[tenant, tenant]]);
  expect(teams.tenant).not.toBe(tenant);
});

describe('the app', () => {
  it('hears that it was installed, and removed', async () => {
    const heard: unknown[] = [];
    const teams = await school((_turn, { type, action, membersAdded, conversation }) => {
      heard.push([type, action ?? membersAdded?.[0]?.id, conversation.conversationType]);
    });
    const amy = teams.person(AMY);
    await amy.installs();
    await amy.uninstalls();
    expect(heard).toEqual([
      ['installationUpdate', 'add', 'personal'],
      ['conversationUpdate', `28:${teams.appId}`, 'personal'],
      ['installationUpdate', 'remove', 'personal'],
    ]);
  });

  it('hears who joins and leaves a team it is in, and that a channel is gone', async () => {
    const heard: unknown[] = [];
    const teams = await school((_turn, { channelData, membersAdded, membersRemoved, type }) => {
      const who = (membersAdded ?? membersRemoved)?.[0];
      heard.push([channelData.eventType ?? type, who?.aadObjectId ?? who?.id]);
    });
    await teams.joins(AMY, LEADERS);
    await expect(
      teams.person(AMY).says('x', { channel: SLT, mention: false }),
    ).resolves.toBeDefined();
    await teams.leaves(AMY, LEADERS);
    await teams.deletesChannel(SLT);
    await teams.removesBot(LEADERS);
    await teams.joins(AMY, LEADERS);
    await teams.addsBot(LEADERS);
    expect(heard).toEqual([
      ['teamMemberAdded', AMY],
      ['teamMemberRemoved', AMY],
      ['channelDeleted', undefined],
      ['teamMemberRemoved', undefined],
      ['teamMemberAdded', undefined],
      ['teamMemberAdded', `28:${teams.appId}`],
    ]);
  });

  it('asks by TeamsInfo who is in a team and what channels it has', async () => {
    const found: unknown[] = [];
    const teams = await school(async (turn) => {
      const { members } = await TeamsInfo.getPagedTeamMembers(turn, LEADERS);
      found.push(members.map(({ name }) => name));
      found.push(
        (await TeamsInfo.getTeamChannels(turn, LEADERS)).map(({ id, name }) => name ?? id),
      );
      found.push((await TeamsInfo.getTeamDetails(turn, LEADERS)).name);
      found.push((await TeamsInfo.getMember(turn, AMY)).email);
    });
    await teams.person(AMY).says('who');
    expect(found).toEqual([
      ['Sam Obi', 'Jo Clarke'],
      [LEADERS, 'Posts'],
      'SLT',
      'amy.reid@larkfield.example',
    ]);
    expect(teams.faults).toEqual([]);
  });
});
