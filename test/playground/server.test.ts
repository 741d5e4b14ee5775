/** The HTTP server by itself: health, counters, a taken port, faults, and stopping. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { makeMetrics } from '../../adapters/http/metrics.ts';
import { type RunningServer, type ServerOptions, startServer } from '../../adapters/http/server.ts';

const running: RunningServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

const logged: object[] = [];
async function start(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    ready: async () => true,
    metrics: () => '',
    mounts: [],
    log: { info: () => {}, error: (detail) => void logged.push(detail) },
    ...options,
  });
  running.push(server);
  return server;
}

test('it says whether it lives and whether it is ready', async () => {
  let ready = true;
  const { url } = await start({
    ready: async () => {
      if (!ready) throw new Error('the store is gone');
      return true;
    },
  });
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  ready = false;
  const response = await fetch(`${url}/readyz`);
  expect(response.status).toBe(503);
  expect((await response.json()).error).toContain('not ready');
});

test('counters are read in the form Prometheus reads', async () => {
  const metrics = makeMetrics();
  metrics.count('bellbird_posts_total', { school: 'St "A"\n' });
  metrics.count('bellbird_posts_total', { school: 'St "A"\n' }, 2);
  metrics.gauge('bellbird_waiting', () => 4);
  const { url } = await start({ metrics: metrics.text });
  const response = await fetch(`${url}/metrics`);
  expect(response.headers.get('content-type')).toContain('version=0.0.4');
  expect(await response.text()).toBe(
    '# TYPE bellbird_posts_total counter\nbellbird_posts_total{school="St \\"A\\"\\n"} 3\n' +
      '# TYPE bellbird_waiting gauge\nbellbird_waiting 4\n',
  );
});

test('a port in use stops the start and says which port and how to choose another', async () => {
  const { url } = await start();
  const port = Number(new URL(url).port);
  await expect(start({ port })).rejects.toThrow(
    new RegExp(`Port ${port} on 127.0.0.1 is in use.*PORT=${port + 1} npm start`),
  );
});

test('an address of another machine stops the start with a sentence', async () => {
  await expect(start({ host: '192.0.2.1' })).rejects.toThrow(/HOST is 192\.0\.2\.1/);
});

test('a fault inside gives a sentence to the caller and the rest to the log only', async () => {
  const { url } = await start({
    mounts: [
      (app) => {
        app.get('/broken', () => {
          throw new Error('secret detail');
        });
      },
    ],
  });
  const response = await fetch(`${url}/broken`);
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(JSON.parse(text).error).toMatch(/Try again\.$/);
  expect(text).not.toContain('secret');
  expect(logged.at(-1)).toMatchObject({ path: '/broken' });
});

test('an address that leads nowhere, or that no one can read, gets a sentence', async () => {
  const { url } = await start();
  expect(await (await fetch(`${url}/nowhere`)).json()).toEqual({
    error: 'There is nothing at GET /nowhere.',
  });
  const odd = await fetch(`${url}/%E0%A4%A`);
  expect(odd.status).toBeLessThan(500);
  expect((await odd.json()).error).toBeTruthy();
});

test('a connection that was opened and never used does not hold up the stop', async () => {
  const server = await start();
  const { port } = new URL(server.url);
  const spare = connect(Number(port), '127.0.0.1');
  await once(spare, 'connect');
  await fetch(`${server.url}/healthz`);
  const started = performance.now();
  await server.close();
  expect(performance.now() - started).toBeLessThan(500);
});

test('stopping lets an answer under way finish', async () => {
  let release = () => {};
  const waiting = new Promise<void>((resolve) => {
    release = resolve;
  });
  let arrived = () => {};
  const inside = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const server = await start({
    mounts: [
      (app) => {
        app.get('/slow', async (_request, response) => {
          arrived();
          await waiting;
          response.json({ done: true });
        });
      },
    ],
  });
  const answer = fetch(`${server.url}/slow`);
  await inside;
  const stopped = server.close();
  release();
  expect(await (await answer).json()).toEqual({ done: true });
  await stopped;
});
