/** The fake's connector, asked by the SDK's own client: it gives and refuses as the service does. */
import type { ConnectorClient } from 'botframework-connector';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectorOf, errorOf } from './cloud.ts';
import {
  AMY,
  cardOf,
  ELSEWHERE,
  GUS,
  JO,
  LARKFIELD,
  message,
  SAM,
  SLT,
  STAFF_ROOM,
  words,
} from './larkfield.ts';
import { type FakeTeams, startTeams } from './teams.ts';

let teams: FakeTeams;
let talk: ConnectorClient['conversations'];

beforeEach(async () => {
  teams = await startTeams(LARKFIELD);
  talk = (await connectorOf(teams)).conversations;
});
afterEach(() => teams.stop());

/** What a test sends is looser than the SDK's types. */
// biome-ignore lint/suspicious/noExplicitAny: a test may send what no type would let it
const loose = (it: unknown): any => it;
const said = (text: string) => loose({ type: 'message', text, textFormat: 'plain' });
const card = (text: string) => loose(message(cardOf([words(text)])));
const withOne = (id: string, more: object = {}) =>
  loose({ isGroup: false, members: [{ id }], tenantId: teams.tenant, ...more });
const inChannel = (id: string, activity: unknown = card('Sports day')) =>
  loose({ isGroup: true, channelData: { channel: { id } }, activity });
const texts = (aad: string) =>
  teams
    .person(aad)
    .sees()
    .map(({ text }) => text);

describe('a call without the app’s token', () => {
  it('is refused, and kept as a fault', async () => {
    const answer = await fetch(`${teams.serviceUrl}v3/conversations`, {
      method: 'POST',
      body: '{}',
    });
    expect(answer.status).toBe(401);
    expect(teams.faults).toEqual(['create: a call without the app’s own token']);
  });
});

it('knows no call that the connector has not', async () => {
  const headers = { authorization: `Bearer ${teams.appToken}` };
  const answer = await fetch(`${teams.serviceUrl}v3/shout`, { headers });
  expect(answer.status).toBe(404);
  expect(teams.faults).toEqual(['connector: no such call: GET /uk/v3/shout']);
});

describe('a chat with one person', () => {
  it('is made by their Entra object id, is the same when made again, and takes messages', async () => {
    const made = await talk.createConversation(withOne(AMY));
    const again = await talk.createConversation(withOne(teams.person(AMY).id));
    expect(made.id).toMatch(/^a:/);
    expect(again.id).toBe(made.id);
    const { id } = await talk.sendToConversation(made.id, said('Good morning'));
    expect(id).toMatch(/^\d+$/);
    expect(texts(AMY)).toEqual(['Good morning']);
    expect(texts(SAM)).toEqual([]);
    expect(teams.faults).toEqual([]);
  });

  it.each<[what: string, asked: () => unknown, error: string]>([
    ['without a tenant', () => withOne(AMY, { tenantId: undefined }), '400 BadSyntax'],
    ['with nobody', () => loose({ tenantId: teams.tenant }), '400 BadSyntax'],
    ['as a group', () => withOne(AMY, { isGroup: true }), '400 BadSyntax'],
    ['with somebody unknown', () => withOne('29:nobody'), '400 BadArgument'],
    [
      'in another tenant',
      () => withOne(AMY, { tenantId: 'else' }),
      '403 ForbiddenOperationException',
    ],
    [
      'with somebody the app is not installed for',
      () => withOne(GUS),
      '403 ForbiddenOperationException',
    ],
  ])('is not made %s', async (_what, asked, error) => {
    expect(await errorOf(talk.createConversation(loose(asked())))).toBe(error);
  });

  it('takes nothing once the app was removed, and does again after it is installed', async () => {
    const { id } = await talk.createConversation(withOne(AMY));
    const amy = teams.world.members.get(AMY);
    if (!amy) throw new Error('There is no Amy.');
    for (const team of teams.world.teams.values()) team.bot = false;
    amy.installed = false;
    expect(await errorOf(talk.sendToConversation(id, said('Hello')))).toBe(
      '403 BotNotInConversationRoster',
    );
    amy.installed = true;
    expect(await errorOf(talk.sendToConversation(id, said('Hello')))).toBe('none');
  });
});

describe('a channel', () => {
  it('gets a new conversation with its first message, and answers in it', async () => {
    const { id, activityId } = await talk.createConversation(inChannel(SLT));
    expect(id).toBe(`${SLT};messageid=${activityId}`);
    await talk.replyToActivity(id, activityId, said('Thank you'));
    await talk.sendToConversation(id, said('Once more'));
    expect(teams.reads(SLT)).toEqual(['Sports day', 'Thank you', 'Once more']);
    expect(
      teams
        .person(SAM)
        .sees(SLT)
        .map(({ conversation }) => conversation),
    ).toEqual([id, id, id]);
    expect(texts(AMY)).toEqual([]);
    expect(teams.faults).toEqual([]);
  });

  it.each<[what: string, asked: () => unknown, error: string]>([
    ['without a first message', () => inChannel(SLT, null), '400 BadSyntax'],
    ['where the bot was never added', () => inChannel(ELSEWHERE), '403 BotNotInConversationRoster'],
    ['that is not there', () => inChannel('19:none@thread.tacv2'), '404 ConversationNotFound'],
  ])('gets none %s', async (_what, asked, error) => {
    expect(await errorOf(talk.createConversation(loose(asked())))).toBe(error);
  });

  it('refuses all once the bot was removed, and knows nothing once it is deleted', async () => {
    const { id, activityId } = await talk.createConversation(inChannel(SLT));
    const team = teams.world.channels.get(SLT)?.team ?? '';
    const bot = (there: boolean) =>
      Object.assign(teams.world.teams.get(team) ?? {}, { bot: there });
    bot(false);
    const again = () => talk.updateActivity(id, activityId, card('Other'));
    expect(await errorOf(again())).toBe('403 BotNotInConversationRoster');
    bot(true);
    expect(await errorOf(again())).toBe('none');
    Object.assign(teams.world.channels.get(SLT) ?? {}, { gone: true });
    expect(await errorOf(again())).toBe('404 ConversationNotFound');
  });
});

describe('a message of the bot', () => {
  it('is updated for all, by its conversation or by its channel', async () => {
    const { id, activityId } = await talk.createConversation(inChannel(SLT));
    expect(await talk.updateActivity(id, activityId, card('Approved'))).toMatchObject({
      id: activityId,
    });
    expect(texts(JO)).toEqual(['Approved']);
    await talk.updateActivity(SLT, activityId, card('Published'));
    expect(texts(JO)).toEqual(['Published']);
  });

  it('is deleted, and known by no good name afterwards', async () => {
    const { id, activityId } = await talk.createConversation(inChannel(SLT));
    await talk.deleteActivity(id, activityId);
    expect(teams.reads(SLT)).toEqual([]);
    expect(await errorOf(talk.updateActivity(id, activityId, card('x')))).toBe('403 ServiceError');
  });

  it('is not found by another id, in another conversation, or where a person wrote it', async () => {
    const one = await talk.createConversation(inChannel(SLT));
    const two = await talk.createConversation(inChannel(SLT));
    const missing = '404 ActivityNotFoundInConversation';
    expect(await errorOf(talk.updateActivity(one.id, '1', card('x')))).toBe(missing);
    expect(await errorOf(talk.updateActivity(one.id, two.activityId, card('x')))).toBe(missing);
    const { id } = teams.says(SAM, SLT, 'Well done');
    expect(await errorOf(talk.updateActivity(SLT, id, card('x')))).toBe('403 ServiceError');
  });

  it.each<[what: string, activity: unknown, error: string]>([
    ['with nothing in it', { type: 'message' }, '400 BadSyntax'],
    ['of no kind', { text: 'x' }, '400 BadSyntax'],
    ['over 80 KB', said('a'.repeat(82_000)), '413 MessageSizeTooBig'],
  ])('is refused %s', async (_what, activity, error) => {
    const { id } = await talk.createConversation(withOne(AMY));
    expect(await errorOf(talk.sendToConversation(id, loose(activity)))).toBe(error);
    expect(texts(AMY)).toEqual([]);
  });

  it('that is written in Markdown or mentions somebody reads so; plain text stands as it is', async () => {
    const { id } = await talk.createConversation(withOne(AMY));
    const text = '**Bold** <at>everyone</at> &amp; [here](https://x.example)';
    await talk.sendToConversation(id, loose({ type: 'message', text }));
    await talk.sendToConversation(id, said(text));
    expect(texts(AMY)).toEqual(['Bold everyone & here', text]);
    expect(teams.pings).toEqual([`everyone in ${id}`]);
  });

  it('with a card over 28 KB is shown, and is a fault of ours', async () => {
    const { id } = await talk.createConversation(withOne(AMY));
    await talk.sendToConversation(id, card('a'.repeat(29_000)));
    expect(texts(AMY)).toHaveLength(1);
    expect(teams.faults).toEqual([expect.stringMatching(/^send: a card of 29\d{3} bytes$/)]);
  });

  it('whose card is amiss is a fault, sent or updated', async () => {
    const { id } = await talk.createConversation(withOne(AMY));
    const bad = loose(message(cardOf([{ type: 'Chart' }])));
    const sent = await talk.sendToConversation(id, bad);
    await talk.updateActivity(id, sent.id, bad);
    const says = 'card.body[0] is no element Teams knows: Chart';
    expect(teams.faults).toEqual([`send: ${says}`, `update: ${says}`]);
  });

  it('that carries another attachment than a card is a fault', async () => {
    const { id } = await talk.createConversation(withOne(AMY));
    const attachments = [{ contentType: 'image/png', contentUrl: 'x' }];
    await talk.sendToConversation(id, loose({ ...said('x'), attachments }));
    expect(teams.faults).toEqual(['send: an attachment that is no Adaptive Card: image/png']);
  });
});

describe('a targeted message', () => {
  const targeted = async (recipient?: object) => {
    const path = `v3/conversations/${encodeURIComponent(STAFF_ROOM)}/activities?isTargetedActivity=true`;
    const answer = await fetch(`${teams.serviceUrl}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${teams.appToken}` },
      body: JSON.stringify({ ...said('Only for you'), recipient }),
    });
    return answer.status;
  };

  it('is seen by one person of the channel alone', async () => {
    expect(await targeted({ id: teams.person(AMY).id })).toBe(201);
    expect(teams.person(AMY).sees()).toMatchObject([{ text: 'Only for you', targeted: true }]);
    expect(texts(SAM)).toEqual([]);
    expect(teams.reads(STAFF_ROOM)).toEqual([]);
  });

  it('needs somebody to go to, who is there', async () => {
    expect(await targeted()).toBe(400);
    expect(await targeted({ id: teams.person(GUS).id })).toBe(404);
  });
});
