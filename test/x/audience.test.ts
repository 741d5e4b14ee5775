/** What is X's own about the people round an account: its tiers, its words for who is gone, its limits and its prices. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readProfile } from '../../adapters/x/profiles.ts';
import { profileOf } from '../contract/audience.ts';
import type { FaultName } from '../fakes/x/x.ts';
import { OURS, type Served, served } from './served.ts';

let at: Served;
beforeEach(async () => {
  at = await served();
});
afterEach(async () => {
  await at.x.stop();
  expect(at.x.forbidden).toEqual([]);
  expect(at.x.malformed).toEqual([]);
});

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const USER = { data: { id: '12', username: 'Larkfield' } };

/** The people round an account over whatever answers so, with a status and a body. */
async function over(answer: (url: URL) => [status: number, body: object | string]) {
  const server = createServer((request, response) => {
    const [status, body] = answer(new URL(request.url ?? '', 'http://x'));
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const { audience, x } = await served(
    {},
    { apiUrl: `http://127.0.0.1:${port}`, keysOf: at.x.keys },
  );
  await x.stop();
  return audience;
}

const operations = () => at.x.calls.map(({ operation }) => operation);
const joins = (handle: string, change: Parameters<typeof profileOf>[1] = {}) => {
  const profile = profileOf(handle, change);
  at.x.people.joins({ ...profile, createdAt: profile.createdAt ?? 0 });
  return profile;
};

describe('somebody at X', () => {
  it('who took another handle is found by id, and whoever has the old one now is another', async () => {
    const { id } = joins('@BellMuseum');
    at.x.people.renames('@BellMuseum', '@BellsAndClocks');
    const other = joins('@BellMuseum', { id: '77' });
    expect(await at.audience.profile(OURS, '@BellMuseum')).toEqual({
      kind: 'found',
      profile: other,
    });
    expect((await at.audience.profiles(OURS, [id])).get(id)).toMatchObject({
      handle: '@BellsAndClocks',
    });
  });

  it('whose handle X would not take is not there, and X is not asked', async () => {
    for (const typed of ['@no-such', '', '@a_handle_of_20_signs', '@ünd'])
      expect(await at.audience.profile(OURS, typed)).toEqual({ kind: 'not-there' });
    expect(operations()).toEqual([]);
  });

  it('is read with their links whole, and no picture where they have none', async () => {
    const profile = joins('@Author', {
      bio: 'Books & talks: https://ives.example/books <3',
      link: 'https://ives.example/',
      location: 'Bath & Wells',
      pictured: false,
      protected: true,
      createdAt: Date.UTC(2024, 5, 1),
    });
    expect(await at.audience.profile(OURS, '@Author')).toEqual({ kind: 'found', profile });
  });

  it('is asked for a hundred at a time', async () => {
    const ids = Array.from(
      { length: 130 },
      (_, n) => joins(`@Somebody${n}`, { id: `${n + 1}` }).id,
    );
    expect([...(await at.audience.profiles(OURS, ids)).keys()]).toEqual(ids);
    expect(operations()).toEqual(['users', 'users']);
    expect(at.spent.reduce((sum, { times }) => sum + times, 0)).toBe(130);
  });

  it('is read from anything X may send without a fault', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const profile = readProfile(value);
        expect(profile === null || /^\d+$/.test(profile.id)).toBe(true);
      }),
    );
    const metrics = { followers_count: -1, following_count: '7', post_count: 3 };
    const raw = { id: '7', username: 'A', description: 5, public_metrics: metrics, created_at: '' };
    expect(readProfile(raw)).toMatchObject({ bio: '', followers: 0, posts: 3, createdAt: null });
  });

  it('has a page by their id where the handle may not be kept', () => {
    expect(at.audience.pageOf({ id: '7', handle: '' })).toBe('https://x.com/i/user/7');
  });
});

describe('a deed at X', () => {
  const mallory = () => joins('@Mallory');

  it('is a person’s to do where the tier has no such call, and X bills nothing', async () => {
    const { id } = mallory();
    for (const name of ['follow', 'unfollow'] as const)
      expect(await at.audience[name](OURS, id)).toMatchObject({ kind: 'by-hand' });
    expect(operations()).toEqual(['me', 'follow', 'unfollow']);
    expect(at.spent.map(({ what }) => what)).toEqual(['read']);
  });

  it('is done where the tier has it, and billed', async () => {
    at.x.offers('follow', true);
    at.x.offers('unfollow', true);
    const { id } = mallory();
    const following = async () => (await at.audience.following(OURS, null)).items.length;
    expect(await at.audience.follow(OURS, id)).toEqual({ kind: 'done' });
    expect(await following()).toBe(1);
    expect(await at.audience.unfollow(OURS, id)).toEqual({ kind: 'done' });
    expect(await following()).toBe(0);
    expect(at.spent.filter(({ what }) => what === 'deed')).toMatchObject([
      { times: 1, microdollars: 15_000 },
      { times: 1, microdollars: 10_000 },
    ]);
  });

  it('that a protected account must allow first is not done yet', async () => {
    at.x.offers('follow', true);
    const { id } = joins('@Quiet', { protected: true });
    const deed = await at.audience.follow(OURS, id);
    expect(deed).toMatchObject({ kind: 'by-hand', why: expect.stringContaining('protected') });
    expect((await at.audience.following(OURS, null)).items).toEqual([]);
  });

  it('that only people can do asks nothing of X', async () => {
    const { id } = mallory();
    for (const name of ['block', 'remove'] as const)
      expect(await at.audience[name](OURS, id)).toMatchObject({ kind: 'by-hand' });
    expect(await at.audience.requests(OURS, null)).toBeNull();
    expect(operations()).toEqual([]);
  });

  it('mutes, and says who is gone', async () => {
    const { id } = mallory();
    expect(await at.audience.mute(OURS, id)).toEqual({ kind: 'done' });
    expect(at.x.calls.findLast(({ operation }) => operation === 'mute')?.body).toEqual({
      target_user_id: id,
    });
    at.x.people.suspends('@Mallory');
    expect(await at.audience.mute(OURS, id)).toEqual({ kind: 'not-there' });
  });

  it('hides a reply at X, and leaves what is no reply of ours to a person', async () => {
    mallory();
    const post = at.x.posts(OURS, 'Sports day');
    const reply = at.x.people.says('@Mallory', `${OURS} boo`, { answers: post.id });
    const aside = at.x.people.says('@Mallory', `Look at ${OURS}`);
    expect(await at.audience.hide(OURS, reply.id)).toEqual({ kind: 'done' });
    expect(reply.hidden).toBe(true);
    expect(await at.audience.hide(OURS, aside.id)).toMatchObject({
      kind: 'by-hand',
      why: expect.stringContaining('no reply below one of ours'),
    });
    reply.deleted = true;
    expect(await at.audience.hide(OURS, reply.id)).toEqual({ kind: 'not-there' });
  });

  it.each<[FaultName, string, RegExp]>([
    ['rate', 'later', /quarter of an hour/],
    ['credit', 'by-hand', /credit/],
    ['capped', 'by-hand', /this month/],
    ['unauthorised', 'by-hand', /keys/],
    ['suspended', 'by-hand', /suspended/],
    ['5xx before storing', 'unknown', /503/],
    ['reset after storing', 'unknown', /broke off/],
    ['cut off', 'unknown', /broke off/],
    ['html', 'unknown', /did not say/],
    ['stored, then slow', 'unknown', /too long/],
  ])('met by "%s" is told as %s, and asked for once', async (is, kind, words) => {
    const { id } = mallory();
    at.x.next('mute', { is });
    const deed = await at.audience.mute(OURS, id);
    expect(deed).toMatchObject({ kind, why: expect.stringMatching(words) });
    if (deed.kind === 'later') expect(deed.at).toBeGreaterThan(at.x.world.now());
    expect(operations().filter((each) => each === 'mute')).toHaveLength(1);
  });

  it('with keys that only read is a person’s', async () => {
    const { id } = mallory();
    at.x.account(OURS).access = 'read';
    const deed = await at.audience.mute(OURS, id);
    expect(deed).toMatchObject({ kind: 'by-hand', why: expect.stringContaining('may read') });
  });

  it('to somebody of whom X says nothing clear is looked into', async () => {
    const { id } = mallory();
    at.x.offers('mute', false);
    expect((await at.audience.mute(OURS, id)).kind).toBe('by-hand');
    at.x.next('mute', { is: 'errors only' });
    expect(await at.audience.mute(OURS, id)).toMatchObject({ kind: 'by-hand' });
    expect(operations()).toContain('users');
  });
});

describe('mentions at X', () => {
  it('carry links whole and how many pictures, and leave out what only passes on', async () => {
    joins('@Parent');
    const post = at.x.posts(OURS, 'Sports day');
    const text = `${OURS} see https://fair.example/2026?a=1&b=2 & come`;
    const said = at.x.people.says('@Parent', text, { answers: post.id, media: 2 });
    at.x.people.says('@Parent', `RT ${OURS}: Sports day`, { repost: true });
    const { items } = await at.audience.mentions(OURS, null, null);
    expect(items).toMatchObject([
      {
        id: said.id,
        text,
        media: 2,
        answers: post.id,
        url: `https://x.com/Parent/status/${said.id}`,
      },
    ]);
  });

  it('of a wave come page by page, each once, and each author is billed once a page', async () => {
    joins('@Troll');
    const said = Array.from({ length: 130 }, (_, n) => at.x.people.says('@Troll', `${OURS} ${n}`));
    const first = await at.audience.mentions(OURS, null, null);
    const rest = await at.audience.mentions(OURS, null, first.next);
    expect(rest.next).toBeNull();
    const ids = [...first.items, ...rest.items].map(({ id }) => id);
    expect(ids).toEqual(said.map(({ id }) => id).toReversed());
    const cost = at.spent.reduce((sum, { microdollars }) => sum + microdollars, 0);
    expect(cost).toBe(10_000 + 130 * 1_000 + 2 * 10_000);
  });

  it('of a protected author who does not let us see them are not shown', async () => {
    joins('@Parent', { protected: true });
    at.x.people.says('@Parent', `${OURS} hello`);
    expect((await at.audience.mentions(OURS, null, null)).items).toEqual([]);
    await expect(at.audience.mentions(OURS, 'abc', null)).rejects.toThrow(/whole numbers/);
  });

  it('are asked for by the newer words where X takes the older no more, and come without an author too', async () => {
    const said = { id: '70', author_id: '9', text: 'Hello @Larkfield' };
    const asked: string[] = [];
    const audience = await over(({ pathname, searchParams }) => {
      if (pathname.endsWith('/me')) return [200, USER];
      asked.push(
        [...searchParams.keys()].find((name) => /^(?:tweet|post)\.fields$/.test(name)) ?? '',
      );
      if (searchParams.has('tweet.fields')) return [400, { title: 'Invalid Request' }];
      return [200, { data: [said], meta: { result_count: 1 } }];
    });
    for (let times = 0; times < 2; times += 1) {
      const { items } = await audience.mentions(OURS, null, null);
      expect(items).toMatchObject([{ id: '70', author: { id: '9', handle: '' } }]);
      expect(items[0]?.url).toBe('https://x.com/i/status/70');
    }
    expect(asked).toEqual(['tweet.fields', 'post.fields', 'post.fields']);
  });
});

it.each([
  ['a plain 404, as of a call that is gone', 404, { title: 'Not Found' }, 'by-hand'],
  [
    'nobody of that id',
    404,
    { type: 'https://api.x.com/2/problems/resource-not-found' },
    'unknown',
  ],
  ['a 403 that is no answer of X’s', 403, '<html>', 'unknown'],
])('a follow that is answered with %s', async (_what, status, body, kind) => {
  const audience = await over(({ pathname }) => {
    if (pathname.endsWith('/me')) return [200, USER];
    return pathname.endsWith('/following') ? [status, body] : [503, {}];
  });
  expect((await audience.follow(OURS, '7')).kind).toBe(kind);
});

describe('reading at X', () => {
  it('goes on after X stumbles, with pauses that grow, and no sooner than it asks', async () => {
    at.x.next(
      'followers',
      { is: '5xx before storing', retryAfter: 2 },
      { is: 'reset before storing' },
    );
    expect(await at.audience.followers(OURS, null)).toEqual({ items: [], next: null });
    expect(at.pauses).toEqual([2_000, 750]);
  });

  it('that X’s limit stops says when to go on, and asks no more till then', async () => {
    at.x.world.limits.followers = 1;
    await at.audience.followers(OURS, null);
    const stopped = await at.audience.followers(OURS, null).catch((error: unknown) => error);
    expect(stopped).toMatchObject({ message: expect.stringContaining('quarter of an hour') });
    const { retryAfter } = stopped as { retryAfter: number };
    expect(retryAfter).toBeGreaterThan(0);
    expect(operations()).toEqual(['me', 'followers']);
    at.x.later(retryAfter);
    expect(await at.audience.followers(OURS, null)).toEqual({ items: [], next: null });
  });

  it('without credit says so in words for people', async () => {
    at.x.credit(false);
    await expect(at.audience.followers(OURS, null)).rejects.toThrow(/credit with X is used up/);
  });

  it('of a page that says neither who nor that there is nobody has failed', async () => {
    at.x.next('followers', { is: 'errors only' });
    await expect(at.audience.followers(OURS, null)).rejects.toThrow();
  });

  it('costs what X’s price list says, less where the account owns the app', async () => {
    const other = await served({}, { ownsApp: () => false });
    const of = (audience: Served['audience']) =>
      (['profile', 'follower', 'following', 'blocking', 'mention'] as const).map(
        (what) => audience.costOf(OURS, what, 1_000).microdollars / 1_000_000,
      );
    expect(of(at.audience)).toEqual([10, 1, 1, 1, 11]);
    expect(of(other.audience)).toEqual([10, 10, 10, 1, 15]);
    await other.x.stop();
  });

  it('of 20,000 followers goes page by page within the limits, over restarts, each once, at the price told', async () => {
    const MANY = 20_000;
    for (let n = 0; n < MANY; n += 1) {
      joins(`@f${n}`, { id: String(5_000 + n) });
      at.x.people.follows(`@f${n}`, OURS);
    }
    at.x.people.suspends('@f19990');
    at.x.world.limits.followers = 8;
    const met = new Set<string>();
    let waits = 0;
    for (let cursor: string | null = null, more = true, { audience } = at; more; ) {
      try {
        const page = await audience.followers(OURS, cursor);
        for (const { id } of page.items) {
          expect(met.has(id)).toBe(false);
          met.add(id);
        }
        cursor = page.next;
        more = cursor !== null;
      } catch (error) {
        waits += 1;
        at.x.later((error as { retryAfter: number }).retryAfter);
        audience = at.audienceAgain();
      }
    }
    expect(met.size).toBe(MANY - 1);
    expect(waits).toBe(2);
    expect(at.x.calls.filter(({ operation }) => operation === 'followers')).toHaveLength(20);
    expect(at.x.calls.every(({ status }) => status === 200)).toBe(true);
    const read = at.spent.filter(({ microdollars }) => microdollars !== 10_000);
    const cost = read.reduce((sum, { microdollars }) => sum + microdollars, 0);
    expect(cost).toBe(at.audience.costOf(OURS, 'follower', MANY - 1).microdollars);
  });
});
