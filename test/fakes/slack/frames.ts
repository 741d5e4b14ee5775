/** WebSocket frames (RFC 6455), the server's side: text, ping, pong, close; fragments are put together. */
import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const OP = { more: 0, text: 1, close: 8, ping: 9, pong: 10 };

/** The answer to a handshake with this `sec-websocket-key`. */
export const acceptOf = (key: string) =>
  createHash('sha1')
    .update(key + GUID)
    .digest('base64');

/** One unmasked, final frame. */
export function frame(op: keyof typeof OP, payload: Buffer): Buffer {
  const first = 0x80 | OP[op];
  if (payload.length < 126) return Buffer.concat([Buffer.from([first, payload.length]), payload]);
  const wide = payload.length > 0xffff;
  const head = Buffer.alloc(wide ? 10 : 4);
  head[0] = first;
  head[1] = wide ? 127 : 126;
  if (wide) head.writeBigUInt64BE(BigInt(payload.length), 2);
  else head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}

type Frame = { op: number; final: boolean; payload: Buffer; rest: Buffer };

/** The first whole frame of the bytes, unmasked; null while there is none. */
export function firstFrame(bytes: Buffer): Frame | null {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return null;
  const short = second & 0x7f;
  const wide = short === 127 ? 8 : short === 126 ? 2 : 0;
  const masked = (second & 0x80) !== 0;
  const start = 2 + wide + (masked ? 4 : 0);
  if (bytes.length < start) return null;
  const size =
    wide === 8 ? Number(bytes.readBigUInt64BE(2)) : wide === 2 ? bytes.readUInt16BE(2) : short;
  if (bytes.length < start + size) return null;
  const payload = Buffer.from(bytes.subarray(start, start + size));
  if (masked) {
    const mask = bytes.subarray(start - 4, start);
    for (let at = 0; at < payload.length; at += 1)
      payload[at] = (payload[at] ?? 0) ^ (mask[at % 4] ?? 0);
  }
  const rest = bytes.subarray(start + size);
  return { op: first & 0x0f, final: (first & 0x80) !== 0, payload, rest };
}

export type Line = {
  say: (text: string) => void;
  ping: () => void;
  /** Begins the closing handshake. */
  close: () => void;
  /** Breaks the connection without a word. */
  cut: () => void;
};

/** A WebSocket over a connection that has been upgraded; `lingers` leaves it open once closed. */
export function line(
  socket: Duplex,
  on: { text: (text: string) => void; gone: () => void; lingers: boolean },
): Line {
  let bytes: Buffer = Buffer.alloc(0);
  let parts: Buffer[] = [];
  let closing = false;
  const write = (op: keyof typeof OP, payload: Buffer) => {
    if (!socket.destroyed && socket.writable) socket.write(frame(op, payload));
  };

  function take({ op, final, payload }: Frame) {
    if (op === OP.ping) return write('pong', payload);
    if (op === OP.close) {
      if (!closing) write('close', payload);
      if (!on.lingers) socket.end();
      return on.gone();
    }
    if (op !== OP.text && op !== OP.more) return;
    parts.push(payload);
    if (!final) return;
    const whole = Buffer.concat(parts).toString('utf8');
    parts = [];
    on.text(whole);
  }

  socket.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (let next = firstFrame(bytes); next; next = firstFrame(bytes)) {
      bytes = next.rest;
      take(next);
    }
  });
  socket.on('error', on.gone);
  socket.on('close', on.gone);

  return {
    say: (text) => write('text', Buffer.from(text)),
    ping: () => write('ping', Buffer.from('bellbird')),
    close() {
      closing = true;
      write('close', Buffer.from([0x03, 0xe8]));
    },
    cut: () => void socket.destroy(),
  };
}
