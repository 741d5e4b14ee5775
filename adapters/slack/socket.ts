/**
 * Socket Mode kept open. The SDK's own reconnecting starts again inside a timer and lets what fails there go
 * unhandled, which would end the process when a token is revoked or the network is away (socket-mode 3.1,
 * SocketModeClient.delayReconnectAttempt); so it is off, and the reconnecting is done here.
 */
import type { SocketModeReceiver } from '@slack/bolt';
import type { Log } from './log.ts';
import { errorName } from './web.ts';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 60_000;

export type Socket = { start: () => void; stop: () => Promise<void>; connected: () => boolean };

export function keptOpen(client: SocketModeReceiver['client'], log: Log): Socket {
  let stopped = false;
  let up = false;
  let failures = 0;
  let timer: NodeJS.Timeout | null = null;

  const connect = async () => {
    timer = null;
    try {
      await client.start();
      up = true;
      failures = 0;
      log.info({}, 'connected to Slack');
    } catch (error) {
      const why = errorName(error) ?? 'no answer';
      log.error({ why }, 'Slack could not be reached by Socket Mode; it is tried again');
      again();
    }
  };
  const again = () => {
    if (stopped || timer) return;
    // Slack asks for a fresh connection every hour or so: what is typed meanwhile must not be lost.
    const pause =
      failures === 0 ? 0 : Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(failures, 10));
    failures += 1;
    timer = setTimeout(connect, pause);
  };
  // What the SDK does with a message is a promise nobody waits for: one it cannot read would end the process.
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (...message) => {
    try {
      for (const read of readers) await read.apply(client, message);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      log.warn({ why }, 'something Slack sent could not be read');
    }
  });
  client.on('disconnected', () => {
    up = false;
    again();
  });

  return {
    start: () => void connect(),
    connected: () => up,
    stop: async () => {
      stopped = true;
      if (timer) clearTimeout(timer);
      if (up)
        await Promise.race([client.disconnect(), new Promise((done) => setTimeout(done, 1000))]);
    },
  };
}
