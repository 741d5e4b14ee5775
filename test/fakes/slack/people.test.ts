/** People, groups and Home tabs at the fake, asked for by Slack's own client. */
import type { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientOf, errorOf } from './bolt.ts';
import { AMY, JO, LARKFIELD, plain, SAM, STAFF, section } from './larkfield.ts';
import { type FakeSlack, startSlack } from './slack.ts';

let slack: FakeSlack;
let web: webApi.WebClient;
beforeEach(async () => {
  slack = await startSlack(LARKFIELD);
  web = clientOf(slack, slack.botToken);
});
afterEach(() => slack.stop());

describe('people', () => {
  it('are told of as they are: gone, guests, bots', async () => {
    slack.world.events = new Set();
    await slack.deactivates(SAM);
    await slack.makesGuest(JO);
    expect((await web.users.info({ user: SAM })).user).toMatchObject({ deleted: true });
    expect((await web.users.info({ user: JO })).user).toMatchObject({ is_restricted: true });
    expect((await web.users.info({ user: 'U0BELLBIRD' })).user).toMatchObject({ is_bot: true });
    expect(await errorOf(web.users.info({ user: 'U0NOBODY' }))).toBe('user_not_found');
    expect(await errorOf(web.chat.postMessage({ channel: SAM, text: 'x' }))).toBe(
      'channel_not_found',
    );
  });

  it('of a channel come in pages', async () => {
    const first = await web.conversations.members({ channel: STAFF, limit: 3 });
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await web.conversations.members({ channel: STAFF, limit: 3, cursor });
    expect([...(first.members ?? []), ...(second.members ?? [])]).toEqual([
      AMY,
      SAM,
      JO,
      'U0BELLBIRD',
    ]);
    expect(second.response_metadata?.next_cursor).toBe('');
  });

  it('of a user group change with it; a free plan has no groups', async () => {
    slack.regroups('S0SLT', [JO]);
    expect((await web.usergroups.users.list({ usergroup: 'S0SLT' })).users).toEqual([JO]);
    const free = await startSlack({ ...LARKFIELD, plan: 'free' });
    const client = clientOf(free, free.botToken);
    expect(await errorOf(client.usergroups.users.list({ usergroup: 'S0SLT' }))).toBe(
      'plan_upgrade_required',
    );
    await free.stop();
  });

  it('are not read from JSON, which Slack passes over for what only asks', async () => {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${slack.botToken}`,
    };
    const body = JSON.stringify({ user: AMY });
    const answer = await fetch(`${slack.apiUrl}users.info`, { method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({ ok: false, error: 'user_not_found' });
  });
});

describe('a Home tab', () => {
  const home = (text: string) => ({ type: 'home' as const, blocks: [section(text)] });

  it('is published, and again by its hash', async () => {
    const { view } = await web.views.publish({ user_id: AMY, view: home('First') });
    const hash = view?.hash ?? '';
    await web.views.publish({ user_id: AMY, view: home('Second'), hash });
    expect(slack.person(AMY).home()?.text).toContain('Second');
    expect(await errorOf(web.views.publish({ user_id: AMY, view: home('Third'), hash }))).toBe(
      'hash_conflict',
    );
    expect(slack.person(SAM).home()).toBeNull();
  });

  it('has no title and no button to submit', async () => {
    const view = { ...home('x'), submit: plain('Save') };
    expect(await errorOf(web.views.publish({ user_id: AMY, view }))).toBe('invalid_arguments');
    expect(slack.faults[0]).toContain('invalid additional property: submit');
  });
});
