/** Who may call the fake: signatures, tokens, access, limits, and logging in by PIN. */
import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf } from './broken.ts';
import { libraryAt } from './client.ts';
import { type FakeX, startX } from './x.ts';

let x: FakeX;
beforeEach(async () => {
  x = await startX({
    accounts: { Larkfield: { protected: true }, Reader: { access: 'read' } },
    limits: { post: 2 },
  });
});
afterEach(() => x.stop());

const as = (handle: string, other: object = {}) =>
  libraryAt(x.url, { ...x.keys(handle), ...other }).v2;

describe('a token', () => {
  it('says whose it is, and whether the account is protected', async () => {
    const { data } = await as('Larkfield').me({ 'user.fields': ['protected'] });
    expect(data).toEqual({
      id: x.account('Larkfield').id,
      name: 'Larkfield',
      username: 'Larkfield',
      protected: true,
    });
  });

  it.each([
    ['app key', { appKey: 'other' }],
    ['app secret', { appSecret: 'other' }],
    ['token', { accessToken: 'other' }],
    ['token secret', { accessSecret: 'other' }],
  ])('is refused with another %s', async (_what, other) => {
    expect((await refusalOf(as('Larkfield', other).me())).status).toBe(401);
  });

  it('is refused once it is revoked, and where X’s clock is ten minutes off', async () => {
    x.isOff(10 * 60_000);
    expect((await refusalOf(as('Larkfield').me())).status).toBe(401);
    x.isOff(0);
    await as('Larkfield').me();
    x.revokes('Larkfield');
    expect((await refusalOf(as('Larkfield').me())).status).toBe(401);
  });

  it('that only reads posts nothing, and says so by its access level', async () => {
    const { status, body, headers } = await refusalOf(as('Reader').tweet('One'));
    expect([status, body.type]).toEqual([
      403,
      expect.stringMatching(/\/problems\/oauth1-permissions$/),
    ]);
    expect(headers['x-access-level']).toBe('read');
    expect(x.stands('Reader')).toEqual([]);
  });

  it('of a suspended account, or without credit, does nothing', async () => {
    x.suspends('Larkfield');
    expect((await refusalOf(as('Larkfield').me())).body.type).toMatch(/user-suspended$/);
    x.credit(false);
    expect((await refusalOf(as('Reader').me())).status).toBe(402);
  });
});

it('knows a signature of RFC 5849 from one over another query, and takes no request twice', async () => {
  const { accessToken, accessSecret } = x.account('Larkfield');
  const oauth = {
    oauth_consumer_key: x.world.appKey,
    oauth_nonce: 'once',
    oauth_signature_method: 'HMAC-SHA1',
    oauth_timestamp: String(Math.floor(Date.now() / 1000)),
    oauth_token: accessToken,
    oauth_version: '1.0',
  };
  const pairs = Object.entries({ ...oauth, 'user.fields': 'protected' }).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  const base = ['GET', `${x.url}/2/users/me`, pairs.sort().join('&')]
    .map(encodeURIComponent)
    .join('&');
  const signature = createHmac('sha1', `${x.world.appSecret}&${accessSecret}`)
    .update(base)
    .digest('base64');
  const header = Object.entries({ ...oauth, oauth_signature: signature }).map(
    ([name, value]) => `${name}="${encodeURIComponent(value)}"`,
  );
  const ask = async (query: string) => {
    const answer = await fetch(`${x.url}/2/users/me?${query}`, {
      headers: { authorization: `OAuth ${header.join(', ')}` },
    });
    return answer.status;
  };
  expect(await ask('user.fields=protected,name')).toBe(401);
  expect(await ask('user.fields=protected')).toBe(200);
  expect(await ask('user.fields=protected')).toBe(401);
});

it('counts the calls of each user in a quarter of an hour, and tells by its headers', async () => {
  const { rateLimit } = await as('Larkfield').post(
    'tweets',
    { text: 'One' },
    { fullResponse: true },
  );
  expect(rateLimit).toMatchObject({ limit: 2, remaining: 1 });
  await as('Larkfield').tweet('Two');
  const { status, body, headers } = await refusalOf(as('Larkfield').tweet('Three'));
  expect([status, body.type, headers['x-rate-limit-remaining']]).toEqual([429, 'about:blank', '0']);
  const reset = Number(headers['x-rate-limit-reset']) * 1000;
  expect(reset).toBeGreaterThan(Date.parse(String(headers.date)));
  x.later(15 * 60_000 + 1000);
  await as('Larkfield').tweet('Three');
});

describe('logging in by PIN', () => {
  const app = () => libraryAt(x.url, { appKey: x.world.appKey, appSecret: x.world.appSecret });
  // The library reads a login's answer as a form only where it came from X's own address.
  const form = (answer: unknown) => Object.fromEntries(new URLSearchParams(String(answer)));
  const begin = async (callback = 'oob') =>
    form(await app().post('https://api.x.com/oauth/request_token', { oauth_callback: callback }));
  const end = async (token: Record<string, string>, pin: string) => {
    const tokens = {
      appKey: x.world.appKey,
      appSecret: x.world.appSecret,
      accessToken: token.oauth_token ?? '',
      accessSecret: token.oauth_token_secret ?? '',
    };
    const client = libraryAt(x.url, tokens);
    return form(
      await client.post('https://api.x.com/oauth/access_token', {
        oauth_token: token.oauth_token,
        oauth_verifier: pin,
      }),
    );
  };
  const page = (token: Record<string, string>) =>
    `https://api.x.com/oauth/authorize?oauth_token=${token.oauth_token}`;

  it('gives the account’s own token for the PIN, once', async () => {
    const token = await begin();
    expect(token.oauth_callback_confirmed).toBe('true');
    const pin = x.letsIn('Larkfield', page(token));
    expect(pin).toMatch(/^\d{7}$/);
    const { accessToken, accessSecret, id } = x.account('Larkfield');
    expect(await end(token, pin)).toEqual({
      oauth_token: accessToken,
      oauth_token_secret: accessSecret,
      user_id: id,
      screen_name: 'Larkfield',
    });
    expect((await refusalOf(end(token, pin))).status).toBe(401);
  });

  it('refuses another PIN, a link used twice, and a callback nobody registered', async () => {
    const token = await begin();
    x.letsIn('Larkfield', page(token));
    expect((await refusalOf(end(token, '0000000'))).status).toBe(401);
    expect(() => x.letsIn('Larkfield', page(token))).toThrow('not good any more');
    expect((await refusalOf(begin('https://example.org/'))).status).toBe(403);
  });
});

it('tells what was used of the cap to the app’s own token alone', async () => {
  expect((await refusalOf(as('Larkfield').get('usage/tweets'))).body.title).toBe(
    'Unsupported Authentication',
  );
  const app = await libraryAt(x.url, {
    appKey: x.world.appKey,
    appSecret: x.world.appSecret,
  }).appLogin();
  x.posts('Larkfield', 'One');
  await as('Larkfield').userTimeline(x.account('Larkfield').id);
  const { data } = await app.v2.get('usage/tweets', {
    'usage.fields': 'project_usage,project_cap',
  });
  expect(data).toMatchObject({ project_usage: '1', project_cap: '2000000' });
});
