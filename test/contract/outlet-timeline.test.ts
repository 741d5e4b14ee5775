/** The timeline outlet keeps the contract, on a bad day too, and what is its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openSqlite } from '../../adapters/store/sqlite.ts';
import { timelineOutlet } from '../../adapters/timeline/outlet.ts';
import { segments } from '../../adapters/timeline/segments.ts';
import type { Outlet } from '../../src/ports/outlet.ts';
import type { Shelf } from '../../src/ports/shelf.ts';
import { badDay } from '../fakes/outlet.ts';
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

/** A timeline on a shelf of its own that can go away, with whatever is put round it. */
async function opened(over: (outlet: Outlet) => Outlet = (outlet) => outlet) {
  const { shelf, failing } = breakable(await openShelf());
  return {
    outlet: over(timeline(shelf)),
    accounts: ['@Lickey_Hills', '@Sutton_Manor'] as const,
    goAway: () => {
      for (const call of ['put', 'add', 'get', 'after', 'newest'] as const) failing.add(call);
    },
  };
}

outletContract('timeline', () => opened());
outletContract('bad day, with no fault asked for', () => opened(badDay().over));

describe('the bad day', () => {
  const ACCOUNT = '@Lickey_Hills';

  test.each([
    ['refuses', 'refused', 0],
    ['posts, and its answer is lost', 'unknown', 1],
    ['loses the post', 'unknown', 0],
  ] as const)('that %s answers as the port allows', async (fault, kind, stands) => {
    const day = badDay();
    const { outlet } = await opened(day.over);
    day.next(fault);
    expect((await outlet.publish(ACCOUNT, 'Once')).kind).toBe(kind);
    expect(await outlet.postsSince(ACCOUNT, null)).toHaveLength(stands);
    expect((await outlet.publish(ACCOUNT, 'Then')).kind).toBe('posted');
    expect(day.calls).toBe(2);
  });

  test('that keeps us waiting has posted by then, and answers when it is let go', async () => {
    const day = badDay();
    const { outlet } = await opened(day.over);
    day.next('posts and keeps us waiting');
    const answer = outlet.publish(ACCOUNT, 'Once');
    await expect.poll(() => outlet.postsSince(ACCOUNT, null)).toHaveLength(1);
    day.answer();
    expect((await answer).kind).toBe('posted');
  });

  test('that cannot be read, or lags behind, is so as often as asked and then reads again', async () => {
    const day = badDay();
    const { outlet } = await opened(day.over);
    await outlet.publish(ACCOUNT, 'Once');
    day.failReads(1);
    await expect(outlet.postsSince(ACCOUNT, null)).rejects.toThrow();
    day.lagBehind(1);
    expect(await outlet.postsSince(ACCOUNT, null)).toEqual([]);
    expect(await outlet.postsSince(ACCOUNT, null)).toHaveLength(1);
  });
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
