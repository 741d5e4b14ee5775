import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { type Figure, percentile, ratioOf, rounded, table } from './figures.ts';
import { flatOut, steady } from './load.ts';

async function serving<T>(
  listener: RequestListener,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
}

const target = (url: string) => ({ url, path: '/', body: () => '{}' });

test('a stall of the server counts against every request that fell due in it', async () => {
  let stallUntil = 0;
  let seen = 0;
  const latencies = await serving(
    (_request, response) => {
      seen += 1;
      if (seen === 20) stallUntil = performance.now() + 300;
      const wait = Math.max(0, stallUntil - performance.now());
      setTimeout(() => response.setHeader('content-length', 2).end('ok'), wait);
    },
    (url) => steady(target(url), { rate: 100, seconds: 1, wires: 2 }),
  );
  expect(latencies).toHaveLength(100);
  // With two connections only two requests meet the stall; thirty were due while it lasted.
  expect(latencies.filter((ms) => ms > 50).length).toBeGreaterThan(15);
});

test('an answer that is no answer stops the load, with what the server said', async () => {
  const load = serving(
    (_request, response) => response.writeHead(500, { 'content-length': 4 }).end('oops'),
    (url) => flatOut(target(url), { seconds: 1 }),
  );
  await expect(load).rejects.toThrow('The server answered 500: oops');
});

test('a percentile is a value that was measured', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([0.5, 0.99, 1].map((share) => percentile(values, share))).toEqual([50, 99, 100]);
  expect(percentile([7], 0.01)).toBe(7);
  expect(() => percentile([], 0.5)).toThrow('Nothing was measured');
});

test('the table tells a missed aim and fails nothing', () => {
  const figure: Figure = {
    what: 'a post',
    value: 30,
    unit: 'ms',
    floor: { name: 'echo', value: 2 },
    aim: { of: 'value', most: 15 },
  };
  expect(ratioOf(figure)).toBe(15);
  expect(table([{ part: 'tweet', about: '…', figures: [figure], notes: [] }])).toMatch(
    /a post +30 ms +2 ms \(echo\) +× 15 +≤ 15 ms: missed/,
  );
  expect([0.001234, 12.345, 12_345].map(rounded)).toEqual(['0.00123', '12.3', '12,345']);
});
