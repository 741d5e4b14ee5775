/** Rosters, faults by script and limits of the fake's connector, by the SDK's own client. */
import type { ConnectorClient } from 'botframework-connector';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectorOf, errorOf } from './cloud.ts';
import { AMY, ELSEWHERE, JO, LARKFIELD, SAM, SLT, STAFF_ROOM } from './larkfield.ts';
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
const withOne = (id: string, more: object = {}) =>
  loose({ isGroup: false, members: [{ id }], tenantId: teams.tenant, ...more });
const texts = (aad: string) =>
  teams
    .person(aad)
    .sees()
    .map(({ text }) => text);

describe('a roster', () => {
  it('tells who is in a team, by pages, and who is a guest', async () => {
    const small = await startTeams({ ...LARKFIELD, page: 2 });
    small.makesGuest(JO);
    const { conversations } = await connectorOf(small);
    const page = (more: object) =>
      conversations.getConversationPagedMembers(STAFF_ROOM, loose(more)) as Promise<{
        members: unknown[];
        continuationToken?: string;
      }>;
    const one = await page({ pageSize: 50 });
    const two = await page({ continuationToken: one.continuationToken });
    const all = [...one.members, ...two.members].map((each) => loose(each));
    expect(all.map(({ objectId, userRole }) => [objectId, userRole])).toEqual([
      [AMY, 'user'],
      [SAM, 'user'],
      [JO, 'guest'],
    ]);
    expect(all[0]).toMatchObject({ name: 'Amy Reid', tenantId: small.tenant });
    expect(all[0].userPrincipalName).toContain('amy.reid@');
    expect(two.continuationToken).toBeUndefined();
    await small.stop();
  });

  it('is told whole too, and one person at a time by either id', async () => {
    expect(await talk.getConversationMembers(STAFF_ROOM)).toHaveLength(3);
    const amy = teams.person(AMY);
    expect(await talk.getConversationMember(STAFF_ROOM, AMY)).toMatchObject({ id: amy.id });
    expect(await talk.getConversationMember(STAFF_ROOM, amy.id)).toMatchObject({
      name: 'Amy Reid',
    });
    expect(await errorOf(talk.getConversationMember(SLT, AMY))).toBe(
      '404 MemberNotFoundInConversation',
    );
  });

  it('is not told of a team the bot is not in', async () => {
    expect(await errorOf(talk.getConversationPagedMembers(ELSEWHERE))).toBe(
      '403 BotNotInConversationRoster',
    );
  });
});

describe('by script, the next call', () => {
  const post = async () =>
    talk.sendToConversation((await talk.createConversation(withOne(AMY))).id, said('x'));

  it.each([
    [412, '412 PreconditionFailed'],
    [429, '429 TooManyRequests'],
    [502, '502 ServiceError'],
    [504, '504 GatewayTimeout'],
  ])('ends in %i, and the one after it does not', async (status, error) => {
    teams.next('send', { status, retryAfter: 2 });
    const fault = await post().catch((each) => each);
    expect(`${fault.statusCode} ${fault.code}`).toBe(error);
    expect(fault.response.headers.get('retry-after')).toBe('2');
    expect(texts(AMY)).toEqual([]);
    await post();
    expect(texts(AMY)).toEqual(['x']);
  });

  it('breaks off before its work, or after', async () => {
    teams.next('send', { drop: 'before' }, { drop: 'after' });
    expect(await errorOf(post())).not.toBe('none');
    expect(texts(AMY)).toEqual([]);
    expect(await errorOf(post())).not.toBe('none');
    expect(texts(AMY)).toEqual(['x']);
  });

  it('is sent again by the SDK’s client as it comes, which so posts twice', async () => {
    const hasty = (await connectorOf(teams, { again: true })).conversations;
    const { id } = await hasty.createConversation(withOne(AMY));
    teams.next('send', { drop: 'after' });
    await hasty.sendToConversation(id, said('x'));
    expect(texts(AMY)).toEqual(['x', 'x']);
  });

  it('hangs, with its work done', async () => {
    teams.next('send', { hang: 150 });
    const start = performance.now();
    await post();
    expect(performance.now() - start).toBeGreaterThan(140);
    expect(texts(AMY)).toEqual(['x']);
  });
});

it('holds a conversation to seven messages a second where it is told to', async () => {
  const strict = await startTeams({ ...LARKFIELD, rates: true });
  const { conversations } = await connectorOf(strict);
  const { id } = await conversations.createConversation(withOne(AMY));
  for (let nth = 0; nth < 7; nth += 1)
    await conversations.sendToConversation(id, said(String(nth)));
  const eighth = await conversations.sendToConversation(id, said('7')).catch((fault) => fault);
  expect(eighth.statusCode).toBe(429);
  expect(Number(eighth.response.headers.get('retry-after'))).toBeGreaterThan(0);
  strict.later(1001);
  await conversations.sendToConversation(id, said('8'));
  expect(strict.person(AMY).sees()).toHaveLength(8);
  await strict.stop();
});
