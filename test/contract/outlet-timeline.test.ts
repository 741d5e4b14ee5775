/** The timeline outlet keeps the contract, and what is its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openSqlite } from '../../adapters/store/sqlite.ts';
import { timelineOutlet } from '../../adapters/timeline/outlet.ts';
import { segments } from '../../adapters/timeline/segments.ts';
import type { Shelf } from '../../src/ports/shelf.ts';
import { outletContract } from './outlet.ts';

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

async function openShelf(): Promise<Shelf> {
  const folder = await mkdtemp(join(tmpdir(), 'bellbird-outlet-'));
  const store = await openSqlite({ folder });
  endings.push(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  return store.shelf;
}

/** A shelf whose named calls fail from the moment `failing` names them. */
function breakable(shelf: Shelf) {
  const failing = new Set<keyof Shelf>();
  const guard = <Args extends unknown[], Gives>(
    name: keyof Shelf,
    call: (...args: Args) => Promise<Gives>,
  ) => {
    return async (...args: Args) => {
      if (failing.has(name)) throw new Error('the disk is full');
      return call(...args);
    };
  };
  const broken: Shelf = {
    put: guard('put', shelf.put),
    add: guard('add', shelf.add),
    get: guard('get', shelf.get),
    after: guard('after', shelf.after),
    newest: guard('newest', shelf.newest),
  };
  return { shelf: broken, failing };
}

const NOON = Date.UTC(2026, 2, 20, 12);
const timeline = (shelf: Shelf, now = () => NOON) =>
  timelineOutlet({ shelf, clock: { now }, baseUrl: 'http://127.0.0.1:3978' });

outletContract('timeline', async () => {
  const { shelf, failing } = breakable(await openShelf());
  return {
    outlet: timeline(shelf),
    accounts: ['@Lickey_Hills', '@Sutton_Manor'] as const,
    goAway: () => {
      for (const call of ['put', 'add', 'get', 'after', 'newest'] as const) failing.add(call);
    },
  };
});

test('a post that broke off while it was written is of unknown fate', async () => {
  const { shelf, failing } = breakable(await openShelf());
  failing.add('add');
  const outcome = await timeline(shelf).publish('@Lickey_Hills', 'Half way');
  expect(outcome).toEqual({
    kind: 'unknown',
    why: 'The timeline broke off while posting: the disk is full',
  });
});

test('ids still rise when the clock is put back an hour', async () => {
  let now = NOON;
  const outlet = timeline(await openShelf(), () => now);
  await outlet.publish('@Lickey_Hills', 'Before');
  now -= 3_600_000;
  await outlet.publish('@Lickey_Hills', 'After');
  const [before, after] = await outlet.postsSince('@Lickey_Hills', null);
  expect(BigInt(after?.id ?? 0) > BigInt(before?.id ?? 0)).toBe(true);
});

test('a handle is the same account in capitals and without its @', async () => {
  const outlet = timeline(await openShelf());
  await outlet.publish('@Lickey_Hills', 'Hello');
  expect(await outlet.newest('LICKEY_HILLS')).toBe(await outlet.newest('@lickey_hills'));
  expect(await outlet.newest('LICKEY_HILLS')).not.toBeNull();
});

test('more posts than one reading takes are all read back', async () => {
  const outlet = timeline(await openShelf());
  for (let post = 0; post < 401; post += 1) await outlet.publish('@Lickey_Hills', `Post ${post}`);
  expect(await outlet.postsSince('@Lickey_Hills', null)).toHaveLength(401);
});

test('half a character is refused', async () => {
  const outcome = await timeline(await openShelf()).publish('@Lickey_Hills', 'Sunny \ud83c day');
  expect(outcome).toMatchObject({ kind: 'refused', why: 'The post holds half a character.' });
});

test('links, hashtags and handles are told apart, and no letter is lost', () => {
  const text = 'See https://www.gov.uk/schools with @BBCBitesize 🌼 #Spring now';
  const found = segments(text);
  expect(found.map((piece) => piece.text).join('')).toBe(text);
  expect(found.filter((piece) => piece.kind !== 'text')).toEqual([
    { kind: 'link', text: 'https://www.gov.uk/schools' },
    { kind: 'mention', text: '@BBCBitesize' },
    { kind: 'hashtag', text: '#Spring' },
  ]);
});
