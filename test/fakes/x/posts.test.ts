/** The fake's posts, asked for by the library that Bellbird uses: it keeps, gives and refuses what X does. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf } from './broken.ts';
import { libraryAt } from './client.ts';
import { type FakeX, startX } from './x.ts';

let x: FakeX;
beforeEach(async () => {
  x = await startX({ accounts: { Larkfield: {}, Hillside: {} } });
});
afterEach(() => x.stop());

const as = (handle: string) => libraryAt(x.url, x.keys(handle)).v2;
const post = async (text: string, handle = 'Larkfield') => (await as(handle).tweet(text)).data;
const read = (more: object = {}) =>
  as('Larkfield').userTimeline(x.account('Larkfield').id, {
    'tweet.fields': ['created_at', 'entities'],
    max_results: 100,
    ...more,
  });

describe('a post', () => {
  it('stands under an id that tells its time, and is read back', async () => {
    const before = Date.now();
    const { id, text } = await post('The choir sang well.');
    expect(text).toBe('The choir sang well.');
    const at = Number((BigInt(id) >> 22n) + 1_288_834_974_657n);
    expect(at).toBeGreaterThanOrEqual(before - 1);
    const [newest] = (await read()).tweets;
    expect(newest).toMatchObject({ id, text, edit_history_tweet_ids: [id] });
    expect(Math.abs(Date.parse(newest?.created_at ?? '') - at)).toBeLessThan(1000);
    expect(x.stands('Larkfield').map((each) => each.sent)).toEqual(['The choir sang well.']);
  });

  it.each([
    ['composes accents', 'Cafe\u0301', 'Café'],
    ['trims both ends', ' \n Hello \u00a0', 'Hello'],
    ['takes tabs and marks of direction out', 'One\t\u202etwo\ufeff', 'Onetwo'],
    ['leaves one blank line of many', 'One\n\n \n\nTwo', 'One\n\nTwo'],
    ['escapes the three signs', 'Years 1 & 2 < 3 > 0', 'Years 1 &amp; 2 &lt; 3 &gt; 0'],
  ])('%s', async (_what, sent, stands) => {
    expect((await post(sent)).text).toBe(stands);
  });

  it('has every link as a t.co, and says what was meant', async () => {
    const { text } = await post('See gov.uk/schools?a=1&b=2 & https://example.org.');
    const [, one, two] =
      /^See (https:\/\/t\.co\/\w{10}) &amp; (https:\/\/t\.co\/\w{10})\.$/.exec(text) ?? [];
    const urls = (await read()).tweets[0]?.entities?.urls ?? [];
    expect(urls.map((each) => [each.url, each.expanded_url])).toEqual([
      [one, 'http://gov.uk/schools?a=1&b=2'],
      [two, 'https://example.org'],
    ]);
    for (const { start, end, url } of urls) expect([...text].slice(start, end).join('')).toBe(url);
  });

  it('may weigh 280 and no more, a link counting 23', async () => {
    await post(`${'a'.repeat(256)} https://example.org/${'b'.repeat(200)}`);
    const refusal = await refusalOf(post('é'.repeat(281)));
    expect(refusal).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('not permitted') },
    });
    await expect(refusalOf(post('\u200b'))).resolves.toMatchObject({ status: 403 });
    expect(x.stands('Larkfield')).toHaveLength(1);
  });

  it('is refused as a duplicate of a recent one that the timeline shows, by X’s own words', async () => {
    await post('Sports day is on Friday.');
    const { status, body } = await refusalOf(post('Sports day is on Friday.\n'));
    expect([status, body.detail]).toEqual([
      403,
      'You are not allowed to create a Tweet with duplicate content.',
    ]);
    await post('Sports day is on Friday.', 'Hillside');
    x.later(13 * 3_600_000);
    await post('Sports day is on Friday.');
    expect(x.stands('Larkfield')).toHaveLength(2);
  });

  it('is taken twice while the timeline lags', async () => {
    x.lags({ reads: 1 });
    await post('Sports day is on Friday.');
    await post('Sports day is on Friday.');
    expect(x.stands('Larkfield')).toHaveLength(2);
  });

  it('takes only the four words for who may reply', async () => {
    const posted = await as('Larkfield').tweet({ text: 'One', reply_settings: 'mentionedUsers' });
    expect(x.world.posts.get(posted.data.id)?.replySettings).toBe('mentionedUsers');
    const refusal = await refusalOf(
      as('Larkfield').tweet({ text: 'Two', reply_settings: 'everyone' as never }),
    );
    expect(refusal.status).toBe(400);
    expect(x.malformed).toHaveLength(1);
  });
});

describe('what Bellbird must never ask of X', () => {
  it('is refused and remembered', async () => {
    const { id } = await post('One');
    const client = as('Larkfield');
    const calls = [
      client.reply('No', id),
      client.quote('No', id),
      client.like(x.account('Larkfield').id, id),
      client.block(x.account('Larkfield').id, '12'),
      client.sendDmToParticipant('12', { text: 'No' }),
      client.retweet(x.account('Larkfield').id, id),
      client.userTimeline(x.account('Hillside').id),
    ];
    for (const call of calls) expect((await refusalOf(call)).status).toBeGreaterThanOrEqual(400);
    expect(x.forbidden).toEqual([
      'POST /2/tweets with reply',
      'POST /2/tweets with quote_tweet_id',
      `POST /2/users/${x.account('Larkfield').id}/likes`,
      `POST /2/users/${x.account('Larkfield').id}/blocking`,
      'POST /2/dm_conversations/with/12/messages',
      `POST /2/users/${x.account('Larkfield').id}/retweets`,
      `timeline of ${x.account('Hillside').id} with the token of @Larkfield`,
    ]);
    expect(x.stands('Larkfield')).toHaveLength(1);
  });
});

describe('taking a post down', () => {
  it('removes it everywhere, and says the same of one that is gone', async () => {
    const { id } = await post('One');
    expect((await as('Larkfield').deleteTweet(id)).data).toEqual({ deleted: true });
    expect((await read()).tweets).toEqual([]);
    const gone = await as('Larkfield').tweets([id]);
    expect(gone.data).toBeUndefined();
    expect(gone.errors).toMatchObject([{ resource_id: id, title: 'Not Found Error' }]);
    expect((await as('Larkfield').deleteTweet(id)).data).toEqual({ deleted: true });
  });

  it('is refused for a post of another account', async () => {
    const { id } = await post('Ours', 'Hillside');
    expect((await refusalOf(as('Larkfield').deleteTweet(id))).status).toBe(403);
    expect(x.stands('Hillside')).toHaveLength(1);
  });
});

describe('reading an account', () => {
  it('gives pages, newest first, after one id and before another', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 12; n += 1) ids.push(x.posts('Larkfield', `Post ${n}`).id);
    const client = as('Larkfield');
    const first = await client.userTimeline(x.account('Larkfield').id, { max_results: 5 });
    expect(first.meta).toMatchObject({ result_count: 5, newest_id: ids[11], oldest_id: ids[7] });
    await first.fetchLast(100);
    expect(first.tweets.map(({ id }) => id)).toEqual([...ids].reverse());
    const between = await read({ since_id: ids[2], until_id: ids[5] });
    expect(between.tweets.map(({ id }) => id)).toEqual([ids[4], ids[3]]);
    expect((await read({ since_id: ids[11] })).meta).toEqual({ result_count: 0 });
  });

  it('takes 5 to 100 at a time, fields that there are, and nothing unknown', async () => {
    for (const query of [
      { max_results: 4 },
      { max_results: 101 },
      { since_id: 'one' },
      { count: 5 },
      { 'tweet.fields': 'colour' },
    ]) {
      const refusal = await refusalOf(read(query));
      expect([query, refusal.status, refusal.body.title]).toEqual([query, 400, 'Invalid Request']);
    }
    expect(x.malformed).toHaveLength(5);
  });

  it('shows a new post only after the lag, in readings or in time', async () => {
    x.lags({ reads: 2, ms: 60_000 });
    const { id } = await post('One');
    for (let n = 0; n < 3; n += 1) expect((await read()).tweets).toEqual([]);
    expect((await as('Larkfield').tweets([id])).data).toHaveLength(1);
    x.later(60_000);
    expect((await read()).tweets).toHaveLength(1);
  });

  it('shows an edited post once, as it is now, and each version under its own id', async () => {
    const { id } = await post('Sports day is on Fridy.');
    const { id: edited } = x.edits(id, 'Sports day is on Friday.');
    expect((await read()).tweets).toMatchObject([
      { id: edited, edit_history_tweet_ids: [id, edited] },
    ]);
    const looked = await as('Larkfield').tweets([id]);
    expect(looked.data).toMatchObject([
      { text: 'Sports day is on Fridy.', edit_history_tweet_ids: [id, edited] },
    ]);
  });

  it('has the newer names of fields where it is told to', async () => {
    const newer = await startX({ accounts: { Larkfield: {} }, words: 'post' });
    const client = libraryAt(newer.url, newer.keys('Larkfield')).v2;
    const { id } = (await client.tweet('One')).data;
    const { data } = await client.get('tweets', { ids: id, 'post.fields': 'created_at' });
    expect(data).toMatchObject([
      { id, edit_history_post_ids: [id], created_at: expect.any(String) },
    ]);
    await newer.stop();
  });
});
