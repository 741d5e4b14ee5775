/** What is X's own as an outlet: what it costs, what it need not ask, its limits, and who may reply. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PATIENCE } from '../../adapters/x/line.ts';
import { PATIENCE as DESK } from '../../src/desk/world.ts';
import type { WhoMayReply } from '../../src/policy/schema.ts';
import { OURS, type Served, served, THEIRS } from './served.ts';

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

const operations = () => at.x.calls.map(({ operation }) => operation);
const posted = async (text: string, outlet = at.outlet) => {
  const outcome = await outlet.publish(OURS, text);
  if (outcome.kind !== 'posted') throw new Error(`not posted: ${JSON.stringify(outcome)}`);
  return outcome.post;
};

describe('the newest post', () => {
  it('is read once, and known from then on', async () => {
    at.x.posts(OURS, 'By hand');
    const first = await at.outlet.newest(OURS);
    expect(first).toBe(at.x.stands(OURS)[0]?.id);
    for (const text of ['One', 'Two']) {
      await at.outlet.newest(OURS);
      await posted(text);
    }
    expect(await at.outlet.newest(OURS)).toBe(at.x.stands(OURS)[2]?.id);
    expect(operations()).toEqual(['me', 'timeline', 'post', 'post']);
  });

  it('that another process has posted since is found from the older one', async () => {
    await posted('One');
    const since = await at.outlet.newest(OURS);
    const other = await posted('Two', at.again());
    expect(await at.outlet.newest(OURS)).toBe(since);
    expect((await at.outlet.postsSince(OURS, since)).map(({ id }) => id)).toEqual([other.id]);
  });

  it('and every page after it is read, oldest first', async () => {
    for (let count = 1; count <= 230; count += 1) at.x.posts(OURS, `Post ${count}`);
    const posts = await at.outlet.postsSince(OURS, null);
    expect(posts.map(({ text }) => text)).toEqual(
      Array.from({ length: 230 }, (_, count) => `Post ${count + 1}`),
    );
    expect(operations()).toEqual(['me', 'timeline', 'timeline', 'timeline']);
  });
});

describe('looking at posts', () => {
  it('reads each of the account’s own timeline, which is cheaper, and by its id only what is not there', async () => {
    const [one, , three] = ['One', 'Two', 'Three'].map((text) => at.x.posts(OURS, text).id);
    const ids = [three, one, '7'] as string[];
    const found = await at.outlet.look(OURS, ids);
    expect([...found].map(([id, post]) => [id, post?.text])).toEqual([
      [three, 'Three'],
      [one, 'One'],
      ['7', undefined],
    ]);
    expect(operations()).toEqual(['me', 'timeline', 'timeline', 'timeline', 'look']);
    expect(at.x.calls.at(-1)?.query.ids).toBe('7');
    expect(at.spent.slice(1).map(({ microdollars }) => microdollars)).toEqual([1_000, 1_000]);
  });

  it('believes no timeline that a post is gone: X is asked for it by its id', async () => {
    at.x.lags({ reads: 1 });
    const post = await posted('One');
    expect((await at.outlet.look(OURS, [post.id])).get(post.id)).toEqual(post);
    expect(operations()).toEqual(['me', 'post', 'timeline', 'look']);
  });

  it('shows where a post was edited to, and that one is gone', async () => {
    const edited = await posted('The fair is on Friday.');
    const gone = await posted('The fair is off.');
    const newer = at.x.edits(edited.id, 'The fair is on Saturday.');
    at.x.deletes(gone.id);
    const found = await at.outlet.look(OURS, [edited.id, gone.id]);
    expect(found.get(edited.id)).toEqual({ ...edited, editedTo: newer.id });
    expect(found.get(gone.id)).toBeNull();
  });
});

describe('what it costs', () => {
  it('is told of every call that X bills, and of no other', async () => {
    await at.outlet.newest(OURS);
    const post = await posted('One');
    await posted('Two https://school.org.uk/fair');
    await at.outlet.publish(OURS, 'One'.repeat(200));
    await at.outlet.postsSince(OURS, null);
    await at.outlet.look(OURS, [post.id, '7']);
    await at.outlet.remove(OURS, post.id);
    expect(at.spent.map(({ account, ...spend }) => Object.values(spend))).toEqual([
      ['read', 1, 10_000],
      ['post', 1, 15_000],
      ['post with a link', 1, 200_000],
      ['read', 2, 2_000],
      ['read', 1, 1_000],
      ['read', 1, 1_000],
      ['removal', 1, 10_000],
    ]);
    expect(new Set(at.spent.map(({ account }) => account))).toEqual(new Set([OURS]));
  });

  it('is told for a post that nobody knows the fate of, for X may bill it', async () => {
    at.x.next('post', { is: 'reset after storing' });
    await at.outlet.publish(OURS, 'One');
    expect(at.spent.at(-1)).toMatchObject({ what: 'post', times: 1 });
  });

  it.each([
    ['The fair is on Friday.', null],
    ['See https://school.org.uk', 'a post with a link costs about $0.20 on X, one without $0.015'],
    ['See school.org.uk/fair', 'a post with a link costs about $0.20 on X, one without $0.015'],
    ['It is 5.30 pm... so come', null],
  ])('is said on the checklist where it is dear: %s', (text, says) => {
    expect(at.outlet.price(text)).toBe(says);
  });
});

describe('X’s limits', () => {
  it('a post that X would surely refuse is not asked for, and goes out when X takes it again', async () => {
    at.x.world.limits.post = 2;
    await posted('One');
    await posted('Two');
    const outcome = await at.outlet.publish(OURS, 'Three');
    expect(outcome).toMatchObject({ kind: 'later' });
    expect(operations().filter((operation) => operation === 'post')).toHaveLength(2);
    // Another account's posts are counted by themselves.
    expect(await at.outlet.publish(THEIRS, 'One')).toMatchObject({ kind: 'posted' });
    if (outcome.kind !== 'later') return;
    at.x.later(outcome.at - at.x.world.now());
    await posted('Three');
  });

  it('a process that knows of no limit hears of it, and then keeps it', async () => {
    at.x.world.limits.post = 1;
    await posted('One');
    const other = at.again();
    for (const _ of [1, 2, 3]) {
      expect(await other.publish(OURS, 'Two')).toMatchObject({ kind: 'later' });
    }
    expect(at.x.calls.map(({ status }) => status).filter((status) => status === 429)).toEqual([
      429,
    ]);
  });

  it('a cap that is raised, or credit that is bought, lets the next post go at once', async () => {
    at.x.next('post', { is: 'capped' }, { is: 'credit' });
    for (const _ of ['capped', 'credit']) {
      expect(await at.outlet.publish(OURS, 'One')).toMatchObject({ kind: 'refused' });
    }
    await posted('One');
  });

  it('reads that X would refuse are not made either, and a post needs none', async () => {
    at.x.world.limits.timeline = 1;
    at.x.posts(OURS, 'By hand');
    await at.outlet.postsSince(OURS, null);
    await expect(at.outlet.postsSince(OURS, null)).rejects.toThrow('takes no more of these calls');
    await posted('One');
    expect(operations()).toEqual(['me', 'timeline', 'post']);
    const other = at.again();
    expect(await other.newest(OURS)).toMatch(/^\d+$/);
  });
});

it('other keys in the school file are taken up without a start', async () => {
  let keys = at.x.keys(THEIRS);
  const { outlet } = await served({}, { apiUrl: at.x.url, keysOf: () => keys });
  expect(await outlet.publish(OURS, 'One')).toMatchObject({ kind: 'refused' });
  keys = at.x.keys(OURS);
  expect(await outlet.publish(OURS, 'One')).toMatchObject({ kind: 'posted' });
});

it('a post is given up by X’s outlet before the desk gives up its call, and a read sooner', () => {
  expect(PATIENCE.post).toBeLessThan(DESK.call);
  expect(PATIENCE.read).toBeLessThan(PATIENCE.post);
});

describe('who may reply', () => {
  it.each<[WhoMayReply, string | undefined]>([
    ['mentioned', 'mentionedUsers'],
    ['following', 'following'],
    ['everyone', undefined],
  ])('by the policy: %s', async (who, setting) => {
    const one = await served({}, { whoMayReply: () => who });
    await one.outlet.publish(OURS, 'One');
    const body = one.x.calls.find(({ operation }) => operation === 'post')?.body;
    expect(body).toEqual({ text: 'One', ...(setting ? { reply_settings: setting } : {}) });
    await one.x.stop();
  });
});

/** The outlet over whatever answers so, with a status and a body. */
async function over(answer: (url: URL) => [status: number, body: object]) {
  const server = createServer((request, response) => {
    const [status, body] = answer(new URL(request.url ?? '', 'http://x'));
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const made = { apiUrl: `http://127.0.0.1:${port}`, keysOf: at.x.keys };
  const { outlet, x } = await served({}, made);
  await x.stop();
  return outlet;
}

const USER = { data: { id: '12', username: 'Larkfield' } };
const PROBLEMS = 'https://api.x.com/2/problems';
const GONE = `${PROBLEMS}/resource-not-found`;

it.each([
  ['resource-not-found', true],
  ['resource-unavailable', true],
  ['not-authorized-for-resource', true],
  ['internal-error', false],
])('a post of which X says %s is gone: %s', async (type, gone) => {
  const errors = [{ value: '7', type: `${PROBLEMS}/${type}` }];
  const outlet = await over(({ pathname }) => [200, pathname.endsWith('/me') ? USER : { errors }]);
  const looked = outlet.look(OURS, ['7']);
  if (gone) expect(await looked).toEqual(new Map([['7', null]]));
  else await expect(looked).rejects.toThrow('said nothing of');
});

describe('an X that takes the older names of fields no more', () => {
  it('is asked by the newer, once it has said so', async () => {
    const asked: string[] = [];
    const post = { id: '1900000000000000001', text: 'One', author_id: '12' };
    const outlet = await over(({ pathname, searchParams }) => {
      asked.push(`${pathname} ${[...searchParams.keys()].sort().join(' ')}`);
      if (searchParams.has('tweet.fields')) return [400, { type: `${PROBLEMS}/invalid-request` }];
      if (pathname.endsWith('/me')) return [200, USER];
      if (!searchParams.has('ids')) return [200, { data: [post] }];
      return [200, { errors: [{ value: '1900000000000000002', type: GONE }] }];
    });
    expect(await outlet.postsSince(OURS, null)).toHaveLength(1);
    const looked = await outlet.look(OURS, ['1900000000000000001', '1900000000000000002']);
    expect([...looked.values()].map((each) => each?.text)).toEqual(['One', undefined]);
    expect(asked).toEqual([
      '/2/users/me user.fields',
      '/2/users/12/tweets exclude max_results tweet.fields',
      '/2/users/12/tweets exclude max_results post.fields',
      '/2/users/12/tweets exclude max_results post.fields since_id until_id',
      '/2/users/12/tweets exclude max_results post.fields since_id until_id',
      '/2/tweets ids tweet.fields',
      '/2/tweets expansions ids post.fields',
    ]);
  });
});
