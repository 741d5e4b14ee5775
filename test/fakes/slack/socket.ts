/** Socket Mode: connections opened with a ticket, envelopes sent down them, their acknowledgements. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { acceptOf, type Line, line } from './frames.ts';
import { type Json, parsed, thing, word } from './json.ts';
import { APP } from './people.ts';
import type { World } from './world.ts';

/** Slack keeps at most ten connections of one app. */
const MOST = 10;
const PING_EVERY = 5000;

export type Envelope = {
  type: 'slash_commands' | 'interactive' | 'events_api';
  payload: Json;
  accepts_response_payload: boolean;
  retry_attempt?: number;
  retry_reason?: string;
};

export type Sockets = ReturnType<typeof socketsOf>;

/** The connections of Socket Mode. */
export function socketsOf(world: World) {
  const lines = new Set<Line>();
  const waiting = new Map<string, (payload: Json) => void>();
  let turn = 0;

  function heard(text: string) {
    const answer = thing(parsed(text));
    const id = word(answer.envelope_id);
    const settle = waiting.get(id);
    if (!settle) return world.fault('socket', `an acknowledgement nobody waits for: ${id || text}`);
    waiting.delete(id);
    settle(thing(answer.payload));
  }

  /** Takes a connection with a good ticket, and greets it; hangs up on any other. */
  function upgrade(incoming: IncomingMessage, socket: Duplex) {
    const url = new URL(incoming.url ?? '/', world.origin);
    const ticket = url.searchParams.get('ticket') ?? '';
    const key = incoming.headers['sec-websocket-key'];
    if (!key || !world.tickets.delete(ticket) || lines.size >= MOST) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const head = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
    socket.write(`${head.join('\r\n')}\r\nSec-WebSocket-Accept: ${acceptOf(key)}\r\n\r\n`);
    const gone = () => {
      clearInterval(pings);
      if (lines.delete(it)) world.stirred();
    };
    const it = line(socket, { text: heard, gone, lingers: world.lingers });
    const pings = setInterval(it.ping, PING_EVERY).unref();
    lines.add(it);
    const debug_info = { host: 'applink-fake', approximate_connection_time: 18060 };
    const hello = { type: 'hello', num_connections: lines.size, debug_info };
    it.say(JSON.stringify({ ...hello, connection_info: { app_id: APP } }));
    world.stirred();
  }

  /**
   * Sends an envelope down one of the connections, in turn, and gives what its acknowledgement holds:
   * 'none' where nobody is connected, 'late' where none comes in time.
   */
  function send(envelope: Envelope): Promise<Json | 'none' | 'late'> {
    const all = [...lines];
    const it = all[turn % Math.max(all.length, 1)];
    turn += 1;
    if (!it) return Promise.resolve('none');
    const envelope_id = randomUUID();
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        waiting.set(envelope_id, () => {});
        resolve('late');
      }, world.patience);
      waiting.set(envelope_id, (payload) => {
        clearTimeout(timer);
        resolve(payload);
      });
      it.say(JSON.stringify({ envelope_id, ...envelope }));
    });
  }

  return {
    upgrade,
    send,
    count: () => lines.size,
    /** Tells every connection to go and come again, as Slack does every few hours. */
    refresh(reason: 'warning' | 'refresh_requested' | 'link_disabled' = 'refresh_requested') {
      const said = JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'fake' } });
      for (const it of lines) it.say(said);
    },
    /** Breaks every connection. */
    cut() {
      for (const it of lines) it.cut();
    },
    /** Closes every connection properly. */
    close() {
      for (const it of lines) it.close();
    },
  };
}
