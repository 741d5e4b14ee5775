/** How the fake reaches an app: signed requests, retries, sockets that come and go. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SocketModeReceiver } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boltOver, SILENT } from './bolt.ts';
import { AMY, LARKFIELD } from './larkfield.ts';
import { eventPayload } from './payloads.ts';
import { type FakeSlack, startSlack } from './slack.ts';

let slack: FakeSlack;
let ends: (() => unknown)[] = [];

beforeEach(async () => {
  slack = await startSlack({ ...LARKFIELD, patience: 200 });
});
afterEach(async () => {
  for (const end of ends.toReversed()) await end();
  ends = [];
  await slack.stop();
});

type Answers = (request: IncomingMessage, answer: ServerResponse) => void;

/** A door of no app at all, which answers as the test says; gives the headers of each try. */
async function bareDoor(...answers: Answers[]) {
  const tries: IncomingMessage['headers'][] = [];
  const server = createServer((request, answer) => {
    tries.push(request.headers);
    request.resume().on('end', () => answers.shift()?.(request, answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  slack.deliversTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  return tries;
}

const yes: Answers = (_request, answer) => void answer.end();
const broken: Answers = (_request, answer) => void answer.writeHead(500).end();
const silent: Answers = () => {};

describe('an event over HTTP', () => {
  it('is sent again while it is not acknowledged, with its number and why', async () => {
    const tries = await bareDoor(broken, silent, yes);
    await slack.person(AMY).homeTab();
    const told = tries.map((it) => [it['x-slack-retry-num'], it['x-slack-retry-reason']]);
    expect(told).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_timeout'],
    ]);
    expect(slack.faults).toEqual([]);
  });

  it('is given up after three retries, and that is a fault', async () => {
    const tries = await bareDoor(broken, broken, broken, broken, yes);
    await slack.person(AMY).homeTab();
    expect(tries).toHaveLength(4);
    expect(slack.faults).toEqual(['event: given up after 3 retries']);
  });

  it('is not sent to an app that never asked for it, or may not read it', async () => {
    const tries = await bareDoor(yes, yes);
    slack.world.events = new Set(['message.im']);
    await slack.person(AMY).homeTab();
    slack.world.scopes.delete('im:history');
    await slack.person(AMY).types('Hello');
    expect(tries).toEqual([]);
  });
});

it('a command over HTTP is sent once, however it is taken', async () => {
  const tries = await bareDoor(broken, yes);
  const { notices } = await slack.person(AMY).types('/tweet');
  expect(tries).toHaveLength(1);
  expect(notices).toEqual(['/tweet failed with the error "dispatch_failed"']);
});

describe('the signature', () => {
  const hello = () => ({
    kind: 'event' as const,
    payload: eventPayload(slack.world, { type: 'app_home_opened', user: AMY, tab: 'home' }),
  });

  it('is one that a real receiver takes; another secret, time or body it refuses', async () => {
    const bolt = await boltOver(slack, 'http', () => {});
    ends.push(bolt.stop);
    expect((await slack.posts(hello())).status).toBe(200);
    expect((await slack.posts(hello(), { secret: 'another' })).status).toBe(401);
    expect((await slack.posts(hello(), { at: Date.now() - 6 * 60_000 })).status).toBe(401);
    const headers = { 'x-slack-signature': `v0=${'0'.repeat(64)}` };
    expect((await slack.posts(hello(), { headers })).status).toBe(401);
  });
});

describe('a socket', () => {
  type Heard = { type: string; body: unknown; retry_num?: number; retry_reason?: string };

  /** Slack's own socket client, that acknowledges only what the test wants. */
  async function client(acks: (heard: Heard) => boolean) {
    const installerOptions = { clientOptions: { slackApiUrl: slack.apiUrl } };
    const receiver = new SocketModeReceiver({
      appToken: slack.appToken,
      logger: SILENT,
      installerOptions,
    });
    const heard: Heard[] = [];
    receiver.client.removeAllListeners('slack_event');
    receiver.client.on('slack_event', async (it: Heard & { ack: () => Promise<void> }) => {
      heard.push(it);
      if (acks(it)) await it.ack();
    });
    await receiver.client.start();
    ends.push(() => receiver.client.disconnect());
    return heard;
  }

  it('carries an event again while it is not acknowledged', async () => {
    const heard = await client(({ retry_num }) => retry_num === 2);
    await slack.person(AMY).homeTab();
    expect(heard.map(({ retry_num, retry_reason }) => [retry_num, retry_reason])).toEqual([
      [0, undefined],
      [1, 'http_timeout'],
      [2, 'http_timeout'],
    ]);
    expect(slack.faults).toEqual([]);
  });

  it('carries a message longer than one short frame, with every character', async () => {
    const heard = await client(() => true);
    const long = 'Größe 🐦 '.repeat(10_000);
    await slack.event({ type: 'app_home_opened', user: AMY, tab: long });
    expect(heard[0]?.body).toMatchObject({ event: { tab: long } });
  });

  it('is needed: without one a command fails at once', async () => {
    const { notices } = await slack.person(AMY).types('/tweet');
    expect(notices).toEqual(['/tweet failed with the error "dispatch_failed"']);
  });

  it('is opened by one ticket once, and by no other', async () => {
    const refusedAt = async (url: string) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(url);
        socket.onopen = () => {
          socket.close();
          resolve('open');
        };
        socket.onerror = () => resolve('refused');
      });
    const headers = { authorization: `Bearer ${slack.appToken}` };
    const answer = await fetch(`${slack.apiUrl}apps.connections.open`, { method: 'POST', headers });
    const { url } = (await answer.json()) as { url: string };
    expect(await refusedAt(url)).toBe('open');
    expect(await refusedAt(url)).toBe('refused');
    expect(await refusedAt(url.replace(/ticket=\w+/, 'ticket=mine'))).toBe('refused');
  });

  it('is opened again when Slack asks for it', async () => {
    const heard = await client(() => true);
    const opened = () => slack.calls.filter(({ method }) => method.startsWith('apps.')).length;
    slack.sockets.refresh();
    // The client pauses for five seconds before it comes again; what happens meanwhile is lost.
    await expect.poll(opened, { timeout: 20_000 }).toBe(2);
    await expect.poll(slack.sockets.count).toBe(1);
    await slack.person(AMY).homeTab();
    expect(heard).toHaveLength(1);
  });

  it('that breaks is gone for both', async () => {
    await client(() => true);
    slack.sockets.cut();
    await expect.poll(slack.sockets.count).toBe(0);
    expect((await slack.person(AMY).types('/tweet')).notices).toHaveLength(1);
  });
});

it('what was sent can be sent again, as Slack does when it is in doubt', async () => {
  const tries = await bareDoor(yes, yes, yes);
  await slack.person(AMY).types('/tweet Twice');
  const [first] = slack.deliveries;
  if (!first) throw new Error('Nothing was delivered.');
  await Promise.all([slack.delivers(first), slack.delivers(first)]);
  expect(tries).toHaveLength(3);
});
