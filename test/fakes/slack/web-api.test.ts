/** The fake's Web API, asked by Slack's own client: it refuses what Slack refuses, by Slack's names. */
import type { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientOf, errorOf } from './bolt.ts';
import { AMY, actions, LARKFIELD, SAM, SLT, STAFF, section } from './larkfield.ts';
import { type FakeSlack, startSlack } from './slack.ts';

let slack: FakeSlack;
let web: webApi.WebClient;

beforeEach(async () => {
  slack = await startSlack(LARKFIELD);
  web = clientOf(slack, slack.botToken);
});
afterEach(() => slack.stop());

describe('a token', () => {
  it('tells the bot who it is, and its scopes', async () => {
    const me = await web.auth.test();
    expect(me).toMatchObject({ team_id: 'T0SCHOOL', user_id: 'U0BELLBIRD' });
    expect(me.response_metadata?.scopes).toContain('chat:write');
  });

  it.each([
    ['none at all', undefined, 'not_authed'],
    ['one of nobody', 'xoxb-nobody', 'invalid_auth'],
    ['the one for sockets', 'xapp-1-fake-0', 'not_allowed_token_type'],
  ])('is refused where it is %s', async (_what, token, error) => {
    expect(await errorOf(clientOf(slack, token).auth.test())).toBe(error);
  });

  it('opens no socket where it is the bot’s', async () => {
    expect(await errorOf(web.apps.connections.open({ token: slack.botToken }))).toBe(
      'not_allowed_token_type',
    );
  });

  it('is refused once it is revoked', async () => {
    slack.revokes(slack.botToken);
    expect(await errorOf(web.auth.test())).toBe('token_revoked');
  });
});

it('names the scope that is missing, and those that are there', async () => {
  const narrow = await startSlack({ ...LARKFIELD, scopes: ['chat:write'] });
  const client = clientOf(narrow, narrow.botToken);
  const asked = client.conversations.members({ channel: SLT });
  await expect(asked).rejects.toMatchObject({
    data: { error: 'missing_scope', needed: 'groups:read', provided: 'chat:write' },
  });
  await narrow.stop();
});

it('knows no other method, and keeps the call as a fault', async () => {
  expect(await errorOf(web.apiCall('chat.shout'))).toBe('unknown_method');
  expect(slack.faults).toEqual(['chat.shout: unknown_method']);
});

describe('a message', () => {
  it('is posted where the bot is, updated and deleted', async () => {
    const { ts = '' } = await web.chat.postMessage({ channel: STAFF, text: 'Morning' });
    await web.chat.update({ channel: STAFF, ts, text: 'Good morning' });
    expect(slack.reads(STAFF)).toEqual(['Good morning']);
    await web.chat.delete({ channel: STAFF, ts });
    expect(slack.reads(STAFF)).toEqual([]);
    expect(slack.faults).toEqual([]);
  });

  it('to a person’s id stands in their messages with the bot, which the answer names', async () => {
    const { channel } = await web.chat.postMessage({ channel: AMY, text: 'Your draft' });
    expect(channel).toBe('D0AMY');
    expect(slack.person(AMY).dm()).toMatchObject([{ text: 'Your draft' }]);
    expect(slack.person(SAM).sees()).toEqual([]);
  });

  it.each([
    ['a channel nobody has', 'C0NONE', 'channel_not_found'],
    ['a channel the bot is not in', 'C0ELSE', 'not_in_channel'],
    ['a closed channel it cannot see', 'C0SHUT', 'channel_not_found'],
  ])('is refused in %s', async (_where, channel, error) => {
    expect(await errorOf(web.chat.postMessage({ channel, text: 'Hello' }))).toBe(error);
  });

  it('is refused in an archived channel, and where the bot was removed', async () => {
    const { ts = '' } = await web.chat.postMessage({ channel: STAFF, text: 'before' });
    slack.archives(STAFF);
    expect(await errorOf(web.chat.update({ channel: STAFF, ts, text: 'x' }))).toBe('is_inactive');
    expect(await errorOf(web.chat.postMessage({ channel: STAFF, text: 'x' }))).toBe('is_archived');
    slack.world.events = new Set();
    await slack.removesBot(SLT);
    expect(await errorOf(web.chat.postMessage({ channel: SLT, text: 'x' }))).toBe(
      'channel_not_found',
    );
  });

  it('needs words, and not too many', async () => {
    expect(await errorOf(web.chat.postMessage({ channel: STAFF, text: '' }))).toBe('no_text');
    const long = web.chat.postMessage({ channel: STAFF, text: 'a'.repeat(4001) });
    expect(await errorOf(long)).toBe('msg_too_long');
  });

  it('is refused with a faulty block, and says where it is', async () => {
    const blocks = [section('Fine'), section('a'.repeat(3001))];
    const call = web.chat.postMessage({ channel: STAFF, text: 'x', blocks });
    const line = '[ERROR] must be less than 3001 characters [json-pointer:/blocks/1/text/text]';
    await expect(call).rejects.toMatchObject({
      data: { error: 'invalid_blocks', response_metadata: { messages: [line] } },
    });
    expect(slack.faults).toEqual([`chat.postMessage: ${line}`]);
  });

  it('is refused where all its blocks together are too long', async () => {
    const blocks = Array.from({ length: 6 }, () => section('a'.repeat(2500)));
    expect(await errorOf(web.chat.postMessage({ channel: STAFF, text: 'x', blocks }))).toBe(
      'msg_blocks_too_long',
    );
  });

  it('of somebody else cannot be updated', async () => {
    const { ts } = slack.says(AMY, STAFF, 'Mine');
    expect(await errorOf(web.chat.update({ channel: STAFF, ts, text: 'Yours' }))).toBe(
      'cant_update_message',
    );
  });

  it('loses its blocks to an update of text alone', async () => {
    const blocks = [section('The card'), actions('Approve')];
    const { ts = '' } = await web.chat.postMessage({ channel: SLT, text: 'x', blocks });
    await web.chat.update({ channel: SLT, ts, text: 'other' });
    expect(slack.reads(SLT)).toEqual(['other']);
  });

  it('for one person is seen by them alone, until they reload, and is never updated', async () => {
    const { message_ts: ts = '' } = await web.chat.postEphemeral({
      channel: STAFF,
      user: AMY,
      text: 'Only you',
    });
    expect(slack.person(AMY).sees()).toMatchObject([{ text: 'Only you', ephemeral: true }]);
    expect(slack.person(SAM).sees()).toEqual([]);
    expect(await errorOf(web.chat.update({ channel: STAFF, ts, text: 'x' }))).toBe(
      'message_not_found',
    );
    slack.person(AMY).reloads();
    expect(slack.person(AMY).sees()).toEqual([]);
  });

  it('for one person needs them in the channel', async () => {
    const call = web.chat.postEphemeral({ channel: SLT, user: AMY, text: 'x' });
    expect(await errorOf(call)).toBe('user_not_in_channel');
  });

  it('has a link of its own', async () => {
    const { ts = '' } = await web.chat.postMessage({ channel: SLT, text: 'x' });
    const { permalink } = await web.chat.getPermalink({ channel: SLT, message_ts: ts });
    expect(permalink).toContain(`/archives/${SLT}/p`);
  });
});

describe('on a bad day', () => {
  const post = () => web.chat.postMessage({ channel: STAFF, text: 'Hello' });

  it('Slack asks to wait, once, and says how long', async () => {
    slack.next('chat.postMessage', { status: 429, retryAfter: 2 });
    const strict = clientOf(slack, slack.botToken, { rejectRateLimitedCalls: true });
    const call = strict.chat.postMessage({ channel: STAFF, text: 'Hello' });
    await expect(call).rejects.toMatchObject({ retryAfter: 2 });
    await post();
    expect(slack.reads(STAFF)).toEqual(['Hello']);
  });

  it('Slack fails, or names an error, and nothing is posted', async () => {
    slack.next('chat.postMessage', { status: 500 }, { error: 'is_archived' });
    await expect(post()).rejects.toMatchObject({ statusCode: 500 });
    expect(await errorOf(post())).toBe('is_archived');
    expect(slack.reads(STAFF)).toEqual([]);
  });

  it('the connection breaks before the post stands, or after', async () => {
    slack.next('chat.postMessage', { drop: 'before' }, { drop: 'after' });
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    expect(slack.reads(STAFF)).toEqual([]);
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
    expect(slack.reads(STAFF)).toEqual(['Hello']);
  });

  it('Slack keeps the caller waiting, though the post stands', async () => {
    slack.next('chat.postMessage', { hang: 300 });
    const hasty = clientOf(slack, slack.botToken, { timeout: 100 });
    await expect(hasty.chat.postMessage({ channel: STAFF, text: 'Hello' })).rejects.toThrow();
    expect(slack.reads(STAFF)).toEqual(['Hello']);
  });
});
