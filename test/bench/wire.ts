/**
 * A kept-alive connection that posts, one request at a time. Node's own client costs the generator
 * about as much as express costs the server; this one leaves the floor to the server.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export type Answered = { status: number; body: Buffer };

export type Wire = {
  /** Posts a body, of JSON where no header says otherwise. Throws when the connection breaks or nothing says where the answer ends. */
  post: (path: string, body: string, headers?: Record<string, string>) => Promise<Answered>;
  close: () => void;
};

const JSON_TEXT = { 'content-type': 'application/json' };
const HEAD_END = '\r\n\r\n';

/** A body sent in chunks, put together; null while some of it is missing. */
function chunksIn(seen: Buffer): Buffer | null {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const line = seen.indexOf('\r\n', at);
    if (line < 0) return null;
    const size = Number.parseInt(seen.toString('latin1', at, line), 16);
    const from = line + 2;
    if (seen.length < from + size + 2) return null;
    if (size === 0) return Buffer.concat(parts);
    parts.push(seen.subarray(from, from + size));
    at = from + size + 2;
  }
}

/** The first whole answer in what has come so far, or null while some of it is missing. */
function answerIn(seen: Buffer): Answered | null {
  const end = seen.indexOf(HEAD_END);
  if (end < 0) return null;
  const head = seen.subarray(0, end).toString('latin1');
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  const status = /^HTTP\/1\.1 (\d{3})/.exec(head)?.[1];
  if (status !== undefined && /\r\ntransfer-encoding: *chunked/i.test(head)) {
    const body = chunksIn(seen.subarray(end + HEAD_END.length));
    return body === null ? null : { status: Number(status), body };
  }
  if (length === undefined || status === undefined) {
    throw new Error(`The server answered without a length: ${head.slice(0, 200)}`);
  }
  const from = end + HEAD_END.length;
  const body = seen.subarray(from, from + Number(length));
  return body.length < Number(length) ? null : { status: Number(status), body };
}

type Waiting = { resolve: (answer: Answered) => void; reject: (fault: Error) => void };

function listen(socket: Socket, take: () => Waiting | null): void {
  let seen: Buffer = Buffer.alloc(0);
  const fail = (fault: Error) => take()?.reject(fault);
  socket.on('data', (chunk: Buffer) => {
    seen = seen.length === 0 ? chunk : Buffer.concat([seen, chunk]);
    try {
      const answer = answerIn(seen);
      if (answer === null) return;
      seen = Buffer.alloc(0);
      take()?.resolve(answer);
    } catch (fault) {
      fail(fault as Error);
    }
  });
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('The server closed the connection.')));
}

/** Opens a connection to a server on this machine; `url` is http, without a path. */
export async function openWire(url: string): Promise<Wire> {
  const { hostname, port, host } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  let waiting: Waiting | null = null;
  listen(socket, () => {
    const taken = waiting;
    waiting = null;
    return taken;
  });
  const post: Wire['post'] = (path, sent, headers = JSON_TEXT) =>
    new Promise((resolve, reject) => {
      if (waiting) return reject(new Error('This connection is busy. Wait for its answer first.'));
      waiting = { resolve, reject };
      const named = { host, ...headers, 'content-length': String(Buffer.byteLength(sent)) };
      const head = Object.entries(named).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.write(`POST ${path} HTTP/1.1\r\n${head.join('')}\r\n${sent}`);
    });
  return { post, close: () => socket.destroy() };
}
