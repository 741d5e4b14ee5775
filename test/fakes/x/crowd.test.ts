/** The people at the fake X: what it shows of them, what only people can do there, and what it takes from nobody. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf } from './broken.ts';
import { libraryAt } from './client.ts';
import { type FakeX, startX } from './x.ts';

let x: FakeX;
beforeEach(async () => {
  x = await startX({ accounts: { Larkfield: {}, Sutton_Manor: { protected: true } } });
  for (const [n, handle] of ['Ada', 'Bob', 'Cyd'].entries())
    x.people.joins({ handle, id: `${n + 1}` });
});
afterEach(() => x.stop());

const v2 = (handle = 'Larkfield') => libraryAt(x.url, x.keys(handle)).v2;
const own = (handle = 'Larkfield') => x.account(handle).id;

describe('people at the fake X', () => {
  it('who are suspended are named as such, keep their handle, and are taken off pages already cut', async () => {
    for (const handle of ['Ada', 'Bob', 'Cyd']) x.people.follows(handle, 'Larkfield');
    x.people.suspends('Bob');
    const gone = await v2().get('users/by/username/bob');
    expect(gone).toMatchObject({ errors: [{ detail: 'User has been suspended: [bob].' }] });
    expect(gone).not.toHaveProperty('data');
    expect(() => x.people.joins({ handle: 'bob', id: '9' })).toThrow(/taken/);
    const path = `users/${own()}/followers`;
    const first = await v2().get(path, { max_results: 2 });
    expect(first.data.map(({ id }: { id: string }) => id)).toEqual(['3']);
    expect(first.meta).toMatchObject({ result_count: 1 });
    const rest = await v2().get(path, { max_results: 2, pagination_token: first.meta.next_token });
    expect(rest).toMatchObject({ data: [{ id: '1' }], meta: { result_count: 1 } });
    expect(rest.meta).not.toHaveProperty('next_token');
  });

  it('are shown with no more than was asked for', async () => {
    const { data } = await v2().get('users/by/username/Ada', { 'user.fields': 'protected' });
    expect(data).toEqual({ id: '1', name: 'Ada', username: 'Ada', protected: false });
  });

  it('who ask to follow a protected account stand on no list that can be read', async () => {
    x.people.follows('Ada', 'Sutton_Manor');
    const path = `users/${own('Sutton_Manor')}/followers`;
    expect(await v2('Sutton_Manor').get(path)).toEqual({ meta: { result_count: 0 } });
  });

  it('of another account are not for this one’s token', async () => {
    const call = v2().get(`users/${own('Sutton_Manor')}/blocking`);
    expect((await refusalOf(call)).status).toBe(403);
    expect(x.forbidden).toHaveLength(1);
  });
});

describe('what the fake X takes from a program', () => {
  it('is no follow on a self-serve tier, and one where the tier has it', async () => {
    const follow = () => v2().post(`users/${own()}/following`, { target_user_id: '1' });
    const refusal = await refusalOf(follow());
    expect([refusal.status, refusal.body.reason]).toEqual([403, 'client-not-enrolled']);
    x.offers('follow', true);
    expect(await follow()).toEqual({ data: { following: true, pending_follow: false } });
    expect(x.forbidden).toEqual([]);
  });

  it.each<['get' | 'post' | 'delete', string, object | undefined]>([
    ['post', 'users/:me/blocking', { target_user_id: '1' }],
    ['post', 'users/:me/likes', { tweet_id: '1' }],
    ['post', 'users/:me/retweets', { tweet_id: '1' }],
    ['post', 'dm_conversations/with/1/messages', { text: 'Hello' }],
    ['delete', 'users/:me/muting/1', undefined],
    ['get', 'users/1/liked_tweets', undefined],
  ])('is never %s %s, and each asking is kept', async (method, path, body) => {
    const to = path.replace(':me', own());
    const client = v2();
    const calls = {
      get: () => client.get(to),
      post: () => client.post(to, body as never),
      delete: () => client.delete(to),
    };
    expect((await refusalOf(calls[method]())).status).toBe(403);
    expect(x.forbidden).toHaveLength(1);
  });

  it.each<[string, object]>([
    ['users/:me/muting', { target_user_id: 1 }],
    ['users/:me/muting', { target_user_id: '1', more: true }],
    ['users/:me/muting', {}],
  ])('is no %s with %o', async (path, body) => {
    expect((await refusalOf(v2().post(path.replace(':me', own()), body as never))).status).toBe(
      400,
    );
    expect(x.malformed).toHaveLength(1);
  });

  it('is no page token of its own making, and no longer page than a thousand', async () => {
    const path = `users/${own()}/followers`;
    for (const query of [{ pagination_token: '0123456789abcdef' }, { max_results: 1_001 }])
      expect((await refusalOf(v2().get(path, query))).status).toBe(400);
  });
});
