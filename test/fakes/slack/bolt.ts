/** A real Bolt app over the fake, by either of Slack's ways in: to show that the fake speaks as Slack does. */
import type { AddressInfo } from 'node:net';
import { App, ExpressReceiver, LogLevel, SocketModeReceiver, webApi } from '@slack/bolt';
import { LARKFIELD } from './larkfield.ts';
import { type FakeSlack, startSlack } from './slack.ts';
import type { SlackOptions } from './world.ts';

export type Way = 'http' | 'socket';
export const WAYS: Way[] = ['http', 'socket'];

/** Starts a Bolt app with these listeners; `stop` ends it. */
export async function boltOver(slack: FakeSlack, way: Way, listen: (app: App) => void) {
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const logLevel = LogLevel.ERROR;
  const http = new ExpressReceiver({ signingSecret: slack.signingSecret, logLevel });
  const socket = new SocketModeReceiver({
    appToken: slack.appToken,
    logLevel,
    installerOptions: { clientOptions },
  });
  const receiver = way === 'http' ? http : socket;
  const app = new App({ token: slack.botToken, receiver, clientOptions, logLevel });
  listen(app);
  if (way === 'http') {
    const server = await http.start(0);
    const { port } = server.address() as AddressInfo;
    slack.deliversTo(`http://127.0.0.1:${port}/slack/events`);
  } else await socket.start();
  return { app, socket: socket.client, stop: () => receiver.stop() };
}

/** The workspace of the tests with an app in it. What has to be ended is put on `ends`. */
export async function schoolOver(
  way: Way,
  ends: (() => unknown)[],
  listen: (app: App) => void,
  more: SlackOptions = {},
) {
  const slack = await startSlack({ ...LARKFIELD, ...more });
  ends.push(() => slack.stop());
  const bolt = await boltOver(slack, way, listen);
  ends.push(() => bolt.stop());
  return slack;
}

/** A logger that says nothing. */
export const SILENT = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  setName() {},
  getLevel: () => LogLevel.ERROR,
};

/** Slack's own client over the fake; it tries once and says nothing by itself. */
export const clientOf = (slack: FakeSlack, token?: string, more: webApi.WebClientOptions = {}) =>
  new webApi.WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    logger: SILENT,
    ...more,
  });

/** The name of the error a call ends in, or 'none'. */
export const errorOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'none',
    (fault: { data?: { error?: string }; message: string }) => fault.data?.error ?? fault.message,
  );
