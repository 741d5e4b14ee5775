/** The frames of a socket, however the network cuts them up. */
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { acceptOf, firstFrame, frame, line } from './frames.ts';

/** A frame as a client sends it: masked. */
function masked(whole: Buffer, { final = true, op }: { final?: boolean; op?: number } = {}) {
  const it = firstFrame(whole);
  if (!it) throw new Error('Not a whole frame.');
  const head = Buffer.from(whole.subarray(0, whole.length - it.payload.length));
  head[0] = (final ? 0x80 : 0) | (op ?? it.op);
  head[1] = (head[1] ?? 0) | 0x80;
  const mask = Buffer.from([7, 91, 200, 33]);
  const body = it.payload.map((byte, at) => byte ^ (mask[at % 4] ?? 0));
  return Buffer.concat([head, mask, body]);
}

/** A connection on which only what a test feeds is heard: a PassThrough alone would be a mirror. */
function deaf() {
  const socket = new PassThrough();
  socket.write = () => true;
  return socket;
}

function listening() {
  const socket = deaf();
  const heard: string[] = [];
  line(socket, { text: (text) => void heard.push(text), gone() {}, lingers: true });
  return { feed: (bytes: Buffer) => socket.emit('data', bytes), heard };
}

it('answers the handshake as the standard’s own example does', () => {
  expect(acceptOf('dGhlIHNhbXBsZSBub25jZQ==')).toBe('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
});

it('hears every text whole, wherever it is cut', () => {
  const sizes = fc.constantFrom(0, 1, 125, 126, 65_535, 65_536);
  fc.assert(
    fc.property(
      fc.array(sizes, { maxLength: 3 }),
      fc.integer({ min: 1, max: 5000 }),
      (all, cut) => {
        const texts = all.map((size) => 'ä'.repeat(size >> 1) + 'x'.repeat(size % 2));
        const bytes = Buffer.concat(texts.map((text) => masked(frame('text', Buffer.from(text)))));
        const { feed, heard } = listening();
        for (let at = 0; at < bytes.length; at += cut) feed(bytes.subarray(at, at + cut));
        expect(heard).toEqual(texts);
      },
    ),
    { numRuns: 40 },
  );
});

it('puts a text together that comes in parts, a ping between them', () => {
  const { feed, heard } = listening();
  feed(masked(frame('text', Buffer.from('Sports ')), { final: false }));
  feed(masked(frame('ping', Buffer.from('there'))));
  feed(masked(frame('more', Buffer.from('day'))));
  expect(heard).toEqual(['Sports day']);
});

it.each([
  [true, 'stays open, as Slack leaves it'],
  [false, 'is hung up'],
])('where it lingers is %s, a connection that is closed %s', (lingers) => {
  const socket = deaf();
  const ends: string[] = [];
  line(socket, { text() {}, gone: () => void ends.push('gone'), lingers });
  socket.emit('data', masked(frame('close', Buffer.from([0x03, 0xe8]))));
  expect(ends).toContain('gone');
  expect(socket.writableEnded).toBe(!lingers);
});
