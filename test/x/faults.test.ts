/** X on a bad day, over the wire: whether a post stands is never told wrongly, and no call is made twice. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createMute, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { xAccounts } from '../../adapters/x/accounts.ts';
import { type Line, openLine } from '../../adapters/x/line.ts';
import { xOutlet } from '../../adapters/x/outlet.ts';
import type { PublishOutcome } from '../../src/ports/outlet.ts';
import { FAULT_NAMES, type FaultName, STORES } from '../fakes/x/faults.ts';
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

const WORDS = 'The choir sang well.';

/** Connections to something that takes them and says nothing. */
const mutes: Socket[] = [];
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A line to whatever answers so. */
async function lineTo(answer: (response: ServerResponse) => void): Promise<Line> {
  const server = createServer((_request, response) => answer(response));
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const patience = { connect: 100, read: 150, change: 150, post: 150 };
  return openLine(at.x.keys(OURS), `http://127.0.0.1:${port}`, patience);
}
const calls = (operation: string) => at.x.calls.filter((call) => call.operation === operation);

/** What is known after each fault. All that X stores and says wrongly, or not at all, is unknown. */
const KNOWN: Partial<Record<FaultName, PublishOutcome['kind']>> = {
  rate: 'later',
  capped: 'refused',
  credit: 'refused',
  unauthorised: 'refused',
  suspended: 'refused',
  duplicate: 'refused',
};

describe('a post to an X on a bad day', () => {
  it.each(FAULT_NAMES)('%s', async (name) => {
    await at.outlet.newest(OURS);
    at.x.next('post', { is: name, ms: 600 });
    const outcome = await at.outlet.publish(OURS, WORDS);
    expect(outcome.kind).toBe(KNOWN[name] ?? 'unknown');
    expect(calls('post')).toHaveLength(1);
    await at.x.quiet();
    expect(at.x.stands(OURS)).toHaveLength(STORES.has(name) ? 1 : 0);
    // Whatever it said: what stands is found by its words, and what does not is not.
    const found = (await at.outlet.postsSince(OURS, null)).filter((post) =>
      at.outlet.matches(post, WORDS),
    );
    expect(found).toHaveLength(STORES.has(name) ? 1 : 0);
  });

  it('an X that takes no connection has surely not posted, and it is tried again later', async () => {
    await at.outlet.publish(OURS, 'The hall is painted.');
    await at.x.refuses();
    const outcome = await at.outlet.publish(OURS, WORDS);
    expect(outcome).toMatchObject({ kind: 'later' });
    await at.x.answers();
    expect(await at.outlet.publish(OURS, WORDS)).toMatchObject({ kind: 'posted' });
  });

  it('a name that nobody knows has surely not posted', async () => {
    const accounts = xAccounts({
      clock: { now: Date.now },
      apiUrl: 'https://api.x.invalid',
      keysOf: at.x.keys,
      ownsApp: () => true,
      spent: () => {},
      instead: { pause: async () => {} },
    });
    const outlet = xOutlet({ accounts, whoMayReply: () => 'mentioned' });
    expect(await outlet.publish(OURS, WORDS)).toMatchObject({ kind: 'later' });
  });

  it('an answer that trickles for ever has an end too', async () => {
    const line = await lineTo((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      setInterval(() => response.write(' '), 20).unref();
    });
    await expect(line.create({ text: WORDS })).rejects.toMatchObject({ fault: { kind: 'lost' } });
  });

  it.each([401, 403, 429, 503])(
    'a %i whose words break off still has its number',
    async (status) => {
      const line = await lineTo((response) => {
        response.writeHead(status, { 'content-type': 'application/json', 'content-length': '200' });
        response.write('{"title":"Forb', () => response.destroy());
      });
      const fault = { kind: 'answered', status, readable: false };
      await expect(line.create({ text: WORDS })).rejects.toMatchObject({ fault });
    },
  );

  it.each([
    ['is never made safe', 100, 'not-sent'],
    ['may still be made safe when the call ends', 10_000, 'lost'],
  ])('a connection that %s', async (_, connect, kind) => {
    const mute = createMute((socket) => void mutes.push(socket));
    await new Promise<void>((ready) => mute.listen(0, '127.0.0.1', ready));
    const { port } = mute.address() as AddressInfo;
    const patience = { connect, read: 400, change: 400, post: 400 };
    const line = openLine(at.x.keys(OURS), `https://127.0.0.1:${port}`, patience);
    await expect(line.create({ text: WORDS })).rejects.toMatchObject({ fault: { kind } });
    await expect(line.me()).rejects.toMatchObject({ fault: { kind } });
    for (const socket of mutes.splice(0)) socket.destroy();
    mute.close();
  });

  it('keys of another account post nothing, and nothing is asked but whose they are', async () => {
    const accounts = xAccounts({
      clock: { now: Date.now },
      apiUrl: at.x.url,
      keysOf: () => at.x.keys('@Sutton_Manor'),
      ownsApp: () => true,
      spent: () => {},
    });
    const outlet = xOutlet({ accounts, whoMayReply: () => 'mentioned' });
    await outlet.newest(OURS);
    const outcome = await outlet.publish(OURS, WORDS);
    expect(outcome).toMatchObject({ kind: 'refused', concerns: 'account' });
    if (outcome.kind === 'refused') expect(outcome.why).toContain('@Sutton_Manor');
    expect(new Set(at.x.calls.map(({ operation }) => operation))).toEqual(new Set(['me']));
  });

  it('a token taken back is the call’s to tell, not the look before it', async () => {
    at.x.revokes(OURS);
    // Whoever asks for the newest post is given one to go on with, from before any that could follow.
    expect(await at.outlet.newest(OURS)).toMatch(/^\d+$/);
    const outcome = await at.outlet.publish(OURS, WORDS);
    expect(outcome).toMatchObject({ kind: 'refused', concerns: 'account' });
  });
});

describe('taking a post down on a bad day', () => {
  const stands = async () => {
    const outcome = await at.outlet.publish(OURS, WORDS);
    if (outcome.kind !== 'posted') throw new Error('not posted');
    return outcome.post.id;
  };

  it.each([
    ['5xx before storing', 'unknown'],
    ['5xx after storing', 'unknown'],
    ['reset after storing', 'unknown'],
    ['html', 'unknown'],
    ['rate', 'unknown'],
    ['credit', 'refused'],
    ['suspended', 'refused'],
  ] as const)('%s: %s', async (is, kind) => {
    const id = await stands();
    at.x.next('remove', { is });
    const outcome = await at.outlet.remove(OURS, id);
    expect(outcome.kind).toBe(kind);
    expect(calls('remove')).toHaveLength(1);
    // Asking again does no harm and tells how it stands.
    const again = await at.outlet.remove(OURS, id);
    if (is !== 'rate') expect(['removed', 'not-there']).toContain(again.kind);
  });

  it('a post whose look X refuses is left alone', async () => {
    const id = await stands();
    at.x.next('timeline', { is: 'credit' });
    expect(await at.outlet.remove(OURS, id)).toMatchObject({ kind: 'refused' });
    expect(calls('remove')).toEqual([]);
    expect(at.x.stands(OURS)).toHaveLength(1);
  });

  it('a post comes down also while the account cannot be read', async () => {
    const id = await stands();
    at.x.next('timeline', { is: 'html' }, { is: 'html' }, { is: 'html' });
    expect(await at.outlet.remove(OURS, id)).toEqual({ kind: 'removed' });
    expect(at.x.stands(OURS)).toEqual([]);
  });

  it('what X will not take down is said in words about that, and not about a post to be sent', async () => {
    const id = await stands();
    at.x.next('remove', { is: 'duplicate' });
    const outcome = await at.outlet.remove(OURS, id);
    expect(outcome).toMatchObject({ kind: 'refused', concerns: 'account' });
    expect(JSON.stringify(outcome)).toContain('would not take it down');
    expect(JSON.stringify(outcome)).not.toMatch(/send it again|go out again/);
  });

  it('an X that takes no connection is asked again', async () => {
    const id = await stands();
    await at.x.refuses();
    expect(await at.outlet.remove(OURS, id)).toMatchObject({ kind: 'unknown' });
    await at.x.answers();
    expect(await at.outlet.remove(OURS, id)).toEqual({ kind: 'removed' });
  });
});

describe('reading on a bad day', () => {
  it.each(['5xx before storing', 'reset before storing', 'html', 'cut off'] as const)(
    'what only stumbled is asked again after a pause: %s',
    async (is) => {
      await at.outlet.publish(OURS, WORDS);
      at.x.next('timeline', { is }, { is });
      expect(await at.outlet.postsSince(OURS, null)).toHaveLength(1);
      expect(calls('timeline')).toHaveLength(3);
      expect(at.pauses).toEqual([375, 750]);
    },
  );

  it('after three times it has failed', async () => {
    await at.outlet.publish(OURS, WORDS);
    at.x.next('timeline', { is: 'html' }, { is: 'html' }, { is: 'html' });
    await expect(at.outlet.postsSince(OURS, null)).rejects.toThrow('gave no answer');
    expect(calls('timeline')).toHaveLength(3);
  });

  it('waits as long as X asks, and not at all where that is too long', async () => {
    await at.outlet.publish(OURS, WORDS);
    at.x.next('timeline', { is: '5xx before storing', retryAfter: 3 });
    expect(await at.outlet.postsSince(OURS, null)).toHaveLength(1);
    expect(at.pauses).toEqual([3_000]);
    at.x.next('timeline', { is: '5xx before storing', retryAfter: 300 });
    await expect(at.outlet.postsSince(OURS, null)).rejects.toThrow('503');
    expect(at.pauses).toEqual([3_000]);
  });

  it('what is refused is not asked again', async () => {
    await at.outlet.publish(OURS, WORDS);
    at.x.next('timeline', { is: 'credit' });
    await expect(at.outlet.postsSince(OURS, null)).rejects.toThrow('402');
    expect(calls('timeline')).toHaveLength(1);
  });

  it('an answer that says nothing of a post does not make it gone', async () => {
    const outcome = await at.outlet.publish(OURS, WORDS);
    if (outcome.kind !== 'posted') throw new Error('not posted');
    at.x.next('timeline', { is: 'errors only' });
    at.x.next('look', { is: 'errors only' });
    await expect(at.outlet.look(OURS, [outcome.post.id])).rejects.toThrow('said nothing of');
  });
});
