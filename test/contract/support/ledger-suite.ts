/** Contract of the store: the ledger, its chain, and what meddling with it looks like. */
import { expect, test } from 'vitest';
import { FIRST_PREV, ledgerHash } from '../../../src/ledger.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { Place } from './place.ts';
import { anEvent, SCHOOL, T0 } from './samples.ts';
import type { Stage } from './suite.ts';

async function write(store: Store, count: number): Promise<void> {
  await store.transaction(async (tx) => {
    for (let n = 1; n <= count; n += 1) await tx.append(anEvent({ at: T0 + n, detail: { n } }));
  });
}

/** What somebody with the file in hand, or the database's password, would do first. */
async function dropTriggers(place: Place): Promise<void> {
  const names =
    place.dialect === 'postgres'
      ? ['ledger_stands', 'ledger_not_emptied']
      : ['ledger_not_changed', 'ledger_not_removed', 'ledger_not_replaced'];
  for (const name of names) {
    await place.raw(`drop trigger ${name}${place.dialect === 'postgres' ? ' on ledger' : ''}`);
  }
}

export function ledgerSuite(stage: () => Stage): void {
  test('each entry follows the one before it, and each school has a chain of its own', async () => {
    const { store } = stage();
    await write(store, 3);
    const other = await store.transaction((tx) => tx.append(anEvent({ school: 'valley' })));
    expect([other.seq, other.prev]).toEqual([1, FIRST_PREV]);
    const entries = await store.read.ledger(SCHOOL, 0, 10);
    expect(entries.map((entry) => entry.seq)).toEqual([1, 2, 3]);
    expect(entries.map((entry) => entry.prev)).toEqual([
      FIRST_PREV,
      entries[0]?.hash,
      entries[1]?.hash,
    ]);
    const [first] = entries;
    expect(first?.hash).toBe(ledgerHash(anEvent({ at: T0 + 1, detail: { n: 1 } }), 1, FIRST_PREV));
    expect((await store.read.ledger(SCHOOL, 1, 1)).map((entry) => entry.seq)).toEqual([2]);
    expect(await store.read.ledgerSchools()).toEqual([SCHOOL, 'valley']);
    expect((await store.read.lastLedger(SCHOOL, 2)).map((entry) => entry.seq)).toEqual([3, 2]);
  });

  test('a detail is hashed as it reads back, whatever was put in it', async () => {
    const { store } = stage();
    const detail = { z: 1, a: { y: undefined, b: [new Date(T0), -0, 1e21] }, é: '🍞' };
    const entry = await store.transaction((tx) => tx.append(anEvent({ detail })));
    expect(await store.read.ledger(SCHOOL, 0, 1)).toEqual([entry]);
    expect(await store.verifyLedger(SCHOOL)).toBeNull();
  });

  test('fifty entries written at once by two processes make one unbroken chain', async () => {
    const { store, another } = stage();
    const second = await another();
    await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        (n % 2 ? store : second).transaction((tx) => tx.append(anEvent({ detail: { n } }))),
      ),
    );
    const entries = await store.read.ledger(SCHOOL, 0, 100);
    expect(entries.map((entry) => entry.seq)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
    expect(new Set(entries.map((entry) => entry.detail.n)).size).toBe(50);
    expect(await store.verifyLedger(SCHOOL)).toBeNull();
  });

  test('entries written side by side in one transaction follow each other', async () => {
    const { store } = stage();
    await store.transaction((tx) =>
      Promise.all([1, 2, 3, 4].map((n) => tx.append(anEvent({ detail: { n } })))),
    );
    expect(await store.verifyLedger(SCHOOL)).toBeNull();
    expect((await store.read.ledger(SCHOOL, 0, 10)).map((entry) => entry.detail.n)).toEqual([
      1, 2, 3, 4,
    ]);
  });

  test('a ledger longer than a page verifies, and so does an empty one', async () => {
    const { store } = stage();
    expect(await store.verifyLedger(SCHOOL)).toBeNull();
    await write(store, 1_000);
    expect(await store.verifyLedger(SCHOOL)).toBeNull();
  });

  test('a ledger verifies while entries are being written', async () => {
    const { store, another } = stage();
    const second = await another();
    await write(store, 1_200);
    const writing = Promise.all(Array.from({ length: 20 }, () => write(second, 1)));
    const faults = await Promise.all(Array.from({ length: 5 }, () => store.verifyLedger(SCHOOL)));
    await writing;
    expect(faults).toEqual([null, null, null, null, null]);
  });

  test.each(["update ledger set actor = 'nobody'", 'delete from ledger where seq = 2'])(
    'the database itself refuses: %s',
    async (statement) => {
      const { store, place } = stage();
      await write(store, 3);
      await expect(place.raw(statement)).rejects.toThrow('The ledger only grows');
      expect(await store.verifyLedger(SCHOOL)).toBeNull();
    },
  );

  test('the database refuses to put an entry in the place of another, or to empty the ledger', async () => {
    const { store, place } = stage();
    await write(store, 3);
    const statement =
      place.dialect === 'postgres'
        ? 'truncate ledger'
        : "insert or replace into ledger select school, seq, at, 'nobody', event, subject, detail, prev, hash from ledger";
    await expect(place.raw(statement)).rejects.toThrow('The ledger only grows');
    expect((await store.read.ledger(SCHOOL, 0, 10)).map((entry) => entry.actor)).toEqual([
      'amy',
      'amy',
      'amy',
    ]);
  });

  const columns = 'school, seq, at, actor, event, subject, detail, prev, hash';
  test.each([
    ['another actor', "update ledger set actor = 'nobody' where seq = 3", 3, /was changed/],
    ['another moment', 'update ledger set at = at + 1 where seq = 1', 1, /was changed/],
    ['another detail', `update ledger set detail = '{"n":9}' where seq = 5`, 5, /was changed/],
    ['a detail that is no JSON', `update ledger set detail = '{' where seq = 5`, 5, /was changed/],
    ['an entry taken out', 'delete from ledger where seq = 4', 4, /4 is missing.*is 5/],
    ['the first entry taken out', 'delete from ledger where seq = 1', 1, /1 is missing/],
    ['the end cut off', 'delete from ledger where seq > 4', 5, /5 is missing.*ends at 4.*6/],
    ['all of it gone', 'delete from ledger', 1, /1 is missing.*ends at 0/],
    [
      'a wrong link',
      `update ledger set prev = '${'1'.repeat(64)}' where seq = 2`,
      2,
      /does not follow/,
    ],
    [
      'an entry put in at the end',
      `insert into ledger (${columns}) select school, 7, at, actor, event, subject, detail, hash, hash from ledger where seq = 6`,
      7,
      /7/,
    ],
    [
      'an entry put in before the first',
      `insert into ledger (${columns}) select school, 0, at, actor, event, subject, detail, prev, hash from ledger where seq = 1`,
      1,
      /next one there is 0/,
    ],
    [
      'another end remembered by the desk',
      `update desks set head_hash = '${'1'.repeat(64)}'`,
      6,
      /another hash/,
    ],
    ['the desk removed', 'delete from desks', 1, /put in from outside/],
  ])('meddling with the ledger is found: %s', async (_, statement, seq, why) => {
    const { store, place } = stage();
    await write(store, 6);
    await dropTriggers(place);
    await place.raw(statement);
    expect(await store.verifyLedger(SCHOOL)).toEqual({
      school: SCHOOL,
      seq,
      why: expect.stringMatching(why),
    });
    expect(await store.read.ledgerSchools()).toEqual([SCHOOL]);
  });

  test('an entry rewritten with a hash of its own is found at the one that follows', async () => {
    const { store, place } = stage();
    await write(store, 6);
    await dropTriggers(place);
    const before = (await store.read.ledger(SCHOOL, 2, 1))[0];
    const forged = ledgerHash(
      anEvent({ at: T0 + 3, actor: 'nobody', detail: { n: 3 } }),
      3,
      before?.prev ?? '',
    );
    await place.raw(`update ledger set actor = 'nobody', hash = '${forged}' where seq = 3`);
    expect(await store.verifyLedger(SCHOOL)).toMatchObject({
      seq: 4,
      why: expect.stringContaining('does not follow entry 3'),
    });
  });
}
