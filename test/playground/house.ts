/** A playground on a free port over a store in a folder of its own, with a front that answers by rote. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../adapters/http/server.ts';
import { playgroundChat } from '../../adapters/playground/chat.ts';
import { liveShelf } from '../../adapters/playground/live-shelf.ts';
import { playgroundRoutes } from '../../adapters/playground/routes.ts';
import type { PlaygroundSchool } from '../../adapters/playground/school.ts';
import { openSqlite } from '../../adapters/store/sqlite.ts';
import { timelineOutlet } from '../../adapters/timeline/outlet.ts';
import { roteFront } from './rote-front.ts';

export const SCHOOL: PlaygroundSchool = {
  id: 'lickey',
  name: 'Lickey Hills Primary School',
  timezone: 'Europe/London',
  people: [
    { id: 'amy', name: 'Amy Reid', roles: ['teacher', 'nominated'] },
    { id: 'sam', name: 'Sam Obi', roles: ['slt'] },
    { id: 'gov', name: 'Gwen Orr', roles: ['governor'] },
  ],
  accounts: [{ handle: '@Lickey_Hills', name: 'Lickey Hills Primary School' }],
};

/** Opens a playground; `port` and `folder` bring one back where an earlier one stood. */
export async function openHouse(
  where: { port?: number; folder?: string; schools?: readonly PlaygroundSchool[] } = {},
) {
  const schools = { now: where.schools ?? [SCHOOL] };
  const listeners = new Set<() => void>();
  const onSchools = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const folder = where.folder ?? (await mkdtemp(join(tmpdir(), 'bellbird-playground-')));
  const store = await openSqlite({ folder });
  const shelf = liveShelf(store.shelf);
  const rote = roteFront();
  const faults: string[] = [];
  const log = { info: () => {}, error: (_: object, message: string) => void faults.push(message) };
  const mount = playgroundRoutes({
    schools: () => schools.now,
    onSchools,
    front: rote.front,
    shelf,
    log,
  });
  const port = where.port ?? 0;
  const host = '127.0.0.1';
  const server = await startServer({
    host,
    port,
    ready: async () => true,
    metrics: () => 'bellbird_up 1\n',
    mounts: [mount],
    log,
  });
  const clock = { now: () => Date.now() };
  return {
    url: server.url,
    port: Number(new URL(server.url).port),
    folder,
    shelf,
    store,
    faults,
    received: rote.received,
    rote,
    chat: playgroundChat({ shelf, clock }),
    timeline: timelineOutlet({ shelf, clock, baseUrl: server.url }),
    /** Puts other schools in force, as a reload of the files does. */
    reload: (now: readonly PlaygroundSchool[]) => {
      schools.now = now;
      for (const listener of listeners) listener();
    },
    /** Stops the server and the store; the folder stays. */
    stop: async () => {
      await server.close();
      await store.close();
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}

export type House = Awaited<ReturnType<typeof openHouse>>;

/** Posts JSON and reads the JSON that comes back. */
export async function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

let deliveries = 0;
/** A delivery id nobody used before. */
export function delivery(): string {
  deliveries += 1;
  return `delivery-${process.pid}-${deliveries}`;
}
