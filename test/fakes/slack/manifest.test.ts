/** A manifest decides what the fake lets an app do, and what it tells it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clientOf, errorOf } from './bolt.ts';
import { AMY, LARKFIELD, SLT, STAFF } from './larkfield.ts';
import { type FakeSlack, fromManifest, startSlack } from './slack.ts';

const MANIFEST = {
  oauth_config: { scopes: { bot: ['commands', 'chat:write', 'channels:read'] } },
  settings: { event_subscriptions: { bot_events: ['app_home_opened'] } },
  features: {
    slash_commands: [{ command: '/tweet', description: 'Draft a post' }],
    shortcuts: [{ name: 'Tweet this', callback_id: 'tweet-this', type: 'message' }],
  },
};

let slack: FakeSlack;
beforeEach(async () => {
  slack = await startSlack({ ...LARKFIELD, ...fromManifest(MANIFEST) });
});
afterEach(() => slack.stop());

it('grants the scopes it lists and no other', async () => {
  const web = clientOf(slack, slack.botToken);
  expect(await errorOf(web.conversations.members({ channel: STAFF }))).toBe('none');
  expect(await errorOf(web.conversations.members({ channel: SLT }))).toBe('missing_scope');
  expect(await errorOf(web.users.info({ user: AMY }))).toBe('missing_scope');
});

it('has the commands and shortcuts it lists and no other', async () => {
  const amy = slack.person(AMY);
  await expect(amy.types('/policy')).rejects.toThrow('/policy is not a valid command here.');
  slack.says(AMY, STAFF, 'The fair');
  await expect(amy.shortcut('Pin this', 'The fair')).rejects.toThrow('There is no shortcut');
});

it('sends the events it asks for and no other', async () => {
  await slack.person(AMY).types('Hello');
  expect(slack.deliveries).toEqual([]);
  await slack.person(AMY).homeTab();
  expect(slack.deliveries).toMatchObject([{ payload: { event: { type: 'app_home_opened' } } }]);
});
