/** Every fault of the fake, as the library meets it: what it answers, and whether the post stands. */
import { Agent } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { breakOf, refusalOf } from './broken.ts';
import { libraryAt } from './client.ts';
import { FAULT_NAMES, FAULTS, type FaultName, STORES } from './faults.ts';
import { type FakeX, startX } from './x.ts';

let x: FakeX;
beforeEach(async () => {
  x = await startX({ accounts: { Larkfield: {} } });
});
afterEach(() => x.stop());

const post = (text = 'One', timeout = 5_000) =>
  libraryAt(x.url, x.keys('Larkfield'), { timeout }).v2.tweet(text);

const REFUSALS: [FaultName, number, string | RegExp][] = [
  ['5xx before storing', 503, 'about:blank'],
  ['rate', 429, 'about:blank'],
  ['capped', 429, /\/2\/problems\/usage-capped$/],
  ['credit', 402, /\/2\/problems\/credits$/],
  ['unauthorised', 401, 'about:blank'],
  ['suspended', 403, /user-suspended$/],
  ['duplicate', 403, 'about:blank'],
  ['5xx after storing', 503, 'about:blank'],
];
/** The library takes these for success. */
const GIVEN: [FaultName, unknown][] = [
  ['html', expect.stringContaining('<html>')],
  ['html after storing', expect.stringContaining('<html>')],
  ['errors only', { errors: [expect.objectContaining({ title: 'Internal Error' })] }],
  ['no id', { data: {} }],
];
const BREAKS: [FaultName, RegExp][] = [
  ['reset before storing', /ECONNRESET/],
  ['reset after storing', /ECONNRESET/],
  ['garbage after storing', /part of an answer/],
];
/** The library waits for ever for the rest of a packed answer, whatever timeout it was given. */
const SLOW: FaultName[] = ['slow, then stored', 'stored, then slow'];

describe('a fault by script', () => {
  it.each(REFUSALS)('"%s" is answered with %i', async (is, status, type) => {
    x.next('post', { is });
    const refusal = await refusalOf(post());
    expect(refusal.status).toBe(status);
    expect(refusal.body.type).toEqual(
      typeof type === 'string' ? type : expect.stringMatching(type),
    );
  });

  it('of a cap that is used up still comes with what is left of the quarter of an hour', async () => {
    x.next('post', { is: 'capped' });
    const { headers } = await refusalOf(post());
    expect(headers['x-rate-limit-remaining']).toBe('99');
  });

  it.each(GIVEN)('"%s" looks like success', async (is, given) => {
    x.next('post', { is });
    expect(await post()).toEqual(given);
  });

  it.each(BREAKS)('"%s" breaks off', async (is, how) => {
    x.next('post', { is });
    expect(await breakOf(post())).toMatch(how);
  });

  it.each(SLOW)('"%s" outlasts the caller', async (is) => {
    x.next('post', { is, ms: 150 });
    expect(await breakOf(post('One', 30))).toMatch(/timeout/i);
    await x.quiet();
    expect(x.stands('Larkfield')).toHaveLength(1);
  });

  it('"cut off" breaks a plain answer off, and leaves the library waiting for the rest of a packed one', async () => {
    const { v2 } = libraryAt(x.url, x.keys('Larkfield'));
    x.next('post', { is: 'cut off' }, { is: 'cut off' });
    expect(await breakOf(v2.post('tweets', { text: 'One' }, { compression: 'identity' }))).toBe(
      'part of an answer',
    );
    const packed = v2.post('tweets', { text: 'Two' }, { timeout: 50 }).then(
      () => 'answered',
      () => 'broke off',
    );
    const patience = new Promise((resolve) => setTimeout(resolve, 200, 'still waiting'));
    expect(await Promise.race([packed, patience])).toBe('still waiting');
    expect(x.stands('Larkfield')).toHaveLength(2);
  });

  it.each(FAULT_NAMES)('"%s" leaves the post standing, or not, as it says', async (is) => {
    x.next('post', { is, ms: 1 });
    await Promise.race([
      post().catch(() => {}),
      new Promise((resolve) => setTimeout(resolve, 100)),
    ]);
    await x.quiet();
    expect(x.stands('Larkfield')).toHaveLength(STORES.has(is) ? 1 : 0);
    expect(FAULTS[is]).toMatch(STORES.has(is) ? /stor/i : /./);
    const [call] = x.calls;
    expect(call?.fault?.is).toBe(is);
    expect(call?.stored === null).toBe(!STORES.has(is));
    await post('Two');
  });

  it('befalls one call each, and the weather those that no script is for', async () => {
    x.weather(({ operation }) =>
      operation === 'me' ? { is: '5xx before storing', status: 502, retryAfter: 7 } : null,
    );
    const { v2 } = libraryAt(x.url, x.keys('Larkfield'));
    await v2.tweet('One');
    expect(await refusalOf(v2.me())).toMatchObject({
      status: 502,
      headers: { 'retry-after': '7' },
    });
    x.weather(null);
    await v2.me();
  });
});

it('refuses connections and takes them again at the same place', async () => {
  const { v2 } = libraryAt(x.url, x.keys('Larkfield'), { agent: new Agent() });
  await v2.me();
  x.refuses();
  expect(await breakOf(v2.tweet('One'))).toBe('ECONNREFUSED');
  await x.answers();
  await v2.tweet('One');
  expect(x.stands('Larkfield')).toHaveLength(1);
});
