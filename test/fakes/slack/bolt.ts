/** A real Bolt app over the fake, by either of Slack's ways in: to show that the fake speaks as Slack does. */
import type { AddressInfo } from 'node:net';
import { App, ExpressReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { FakeSlack } from './slack.ts';

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
