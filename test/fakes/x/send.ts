/** Putting an answer on the wire as X does, whole or with what the fault makes of it. */
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { type Answer, HTML } from './answer.ts';
import type { Fault } from './faults.ts';
import type { World } from './world.ts';

export type Wire = { out: ServerResponse; gzip: boolean; headers: Record<string, string> };

function bytesOf(answer: Answer): Buffer {
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  return Buffer.from(text);
}

/** Sends an answer; `cut` breaks it off half way. X packs what it sends wherever the caller can unpack it. */
export function send(world: World, wire: Wire, answer: Answer, cut = false): void {
  const plain = bytesOf(answer);
  const body = wire.gzip ? gzipSync(plain) : plain;
  wire.out.writeHead(answer.status, {
    date: new Date(world.now() + world.skew).toUTCString(),
    'content-type': answer.type ?? 'application/json; charset=utf-8',
    'content-length': String(body.length),
    'cache-control': 'no-cache, no-store, max-age=0',
    'api-version': '2.167',
    ...(wire.gzip ? { 'content-encoding': 'gzip' } : {}),
    ...wire.headers,
    ...answer.headers,
  });
  if (!cut) wire.out.end(body);
  else wire.out.write(body.subarray(0, Math.floor(body.length / 2)), () => wire.out.socket?.end());
}

/** The connection is gone, with a reset and not a goodbye. */
export function reset({ out }: Wire): void {
  out.socket?.resetAndDestroy();
}

const INTERNAL = {
  title: 'Internal Error',
  detail: 'Something went wrong.',
  type: 'https://api.twitter.com/2/problems/internal-error',
  status: 500,
};

/** What a fault makes of the answer to a call that has been done. */
export function spoilt(fault: Fault, answer: Answer): Answer {
  switch (fault.is) {
    case 'html':
    case 'html after storing':
      return HTML;
    case 'errors only':
      return { status: 200, body: { errors: [INTERNAL] } };
    case 'no id':
      return { status: 201, body: { data: {} } };
    case 'garbage after storing':
      return { status: 201, body: '{"data":{"id":"19\u0000,,' };
    default:
      return answer;
  }
}
