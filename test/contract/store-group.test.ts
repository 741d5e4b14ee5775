/** Transactions of the default store that wait at the same moment share a commit, and nothing else. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { grouped } from '../../adapters/store/group.ts';
import { openSqlite } from '../../adapters/store/sqlite.ts';
import { forKysely } from '../../adapters/store/sqlite-shim.ts';
import type { Database, Tables } from '../../adapters/store/tables.ts';
import { turn } from '../../src/desk/turn.ts';
import type { World } from '../../src/desk/world.ts';
import type { School } from '../../src/school/school.ts';
import { freshFolder } from './support/place.ts';
import { aDraft, anApproval, anEvent, SCHOOL, T0 } from './support/samples.ts';

let folder: string;
beforeEach(() => {
  folder = freshFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const settled = async (all: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(all)).map((each) =>
    each.status === 'fulfilled' ? each.value : String((each.reason as Error).message),
  );

describe('transactions that wait at the same moment', () => {
  test('are committed together, and nobody else sees any of them before', async () => {
    const store = await openSqlite({ folder });
    const told: string[] = [];
    const seen: unknown[] = [];
    await Promise.all([
      store.transaction((tx) => tx.addDraft(aDraft())).then(() => told.push('first')),
      store.transaction(async (tx) => {
        seen.push((await tx.draft(SCHOOL, 'd1'))?.id, await store.read.draft(SCHOOL, 'd1'));
        // Were the first told already, it would say so now.
        await new Promise((done) => setTimeout(done, 5));
        seen.push([...told]);
      }),
    ]);
    expect(seen).toEqual(['d1', null, []]);
    expect(told).toEqual(['first']);
    expect((await store.read.draft(SCHOOL, 'd1'))?.id).toBe('d1');
    await store.close();
  });

  test('stand though one of them fails, which fails alone and leaves nothing', async () => {
    const store = await openSqlite({ folder });
    const written = (id: string, number: number, fault?: string) =>
      store.transaction(async (tx) => {
        const draft = aDraft({ id, number });
        await tx.addDraft(draft);
        await tx.append(anEvent({ subject: id }));
        if (fault) throw new Error(fault);
        return id;
      });
    const all = [
      written('a', 1),
      written('b', 2, 'the kettle boiled over'),
      written('c', 3),
      // The database itself says no: the number is taken.
      written('d', 3),
      written('e', 2),
    ];
    const ends = await settled(all);
    expect(ends).toEqual([
      'a',
      'the kettle boiled over',
      'c',
      expect.stringMatching(/unique/i),
      'e',
    ]);
    expect(await store.read.draft(SCHOOL, 'b')).toBeNull();
    const ledger = await store.read.ledger(SCHOOL, 0, 10);
    expect(ledger.map(({ subject }) => subject)).toEqual(['a', 'c', 'e']);
    expect(await store.verifyLedger(SCHOOL)).toBeNull();
    await store.close();
  });

  test('stand though what one of them did is refused only at the commit', async () => {
    const store = await openSqlite({ folder });
    const event = (subject: string) => store.transaction((tx) => tx.append(anEvent({ subject })));
    const ends = await settled([
      event('a').then(() => 'a'),
      // Of a draft that is not there: SQLite asks for it at the commit.
      store.transaction((tx) => tx.openApproval(SCHOOL, anApproval({ draft: 'nowhere' }))),
      event('c').then(() => 'c'),
    ]);
    expect(ends).toEqual(['a', expect.stringMatching(/foreign key/i), 'c']);
    const ledger = await store.read.ledger(SCHOOL, 0, 10);
    expect(ledger.map(({ subject }) => subject)).toEqual(['a', 'c']);
    expect(await store.verifyLedger(SCHOOL)).toBeNull();
    await store.close();
  });

  test('are more than one commit takes, and all are made once, in the order asked for', async () => {
    const store = await openSqlite({ folder });
    const all = Array.from({ length: 150 }, (_, index) =>
      store.transaction((tx) => tx.append(anEvent({ subject: `s${index}` }))),
    );
    const entries = await Promise.all(all);
    expect(entries.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
    expect(await store.verifyLedger(SCHOOL)).toBeNull();
    await store.close();
  });

  test('leave nothing and have told nobody where the process is killed before the commit', async () => {
    const script = fileURLToPath(new URL('./support/group-child.ts', import.meta.url));
    const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    const [, signal] = await once(child, 'close');
    expect(signal).toBe('SIGKILL');
    expect(said.trim()).toBe('before dies');
    const store = await openSqlite({ folder });
    expect(await store.read.draft(SCHOOL, 'before')).not.toBeNull();
    expect(await store.read.howMany(SCHOOL, ['drafted'])).toBe(1);
    expect(await store.read.ledger(SCHOOL, 0, 10)).toEqual([]);
    await store.close();
  });
});

describe('a commit that the disk does not take', () => {
  /** A table of words behind the store's own shim; `broken` says whether a commit fails. */
  function words(broken: () => boolean) {
    const file = new DatabaseSync(join(folder, 'words.db'));
    file.exec('create table words (word text)');
    const shim = forKysely(file, 'immediate');
    const database: typeof shim = {
      ...shim,
      prepare: (statement) => {
        if (statement === 'commit' && broken())
          throw Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR' });
        return shim.prepare(statement);
      },
    };
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
    const transact = grouped(
      () => db.startTransaction().execute(),
      () => false,
    );
    const add = (word: string) => (tx: Database) =>
      sql`insert into words values (${word})`.execute(tx);
    const kept = () => file.prepare('select word from words').all();
    return { file, transact, add, kept, close: () => db.destroy() };
  }

  test('fails all that share it, also the one that had failed by itself, and keeps nothing', async () => {
    let broken = true;
    const { transact, add, kept, close } = words(() => broken);
    const runs: string[] = [];
    const ends = await settled([
      transact(async (db) => {
        runs.push('a');
        await add('a')(db);
      }),
      transact(async () => {
        throw new Error('somebody was first');
      }),
    ]);
    expect(ends).toEqual(['disk I/O error', 'disk I/O error']);
    expect(runs).toEqual(['a']);
    expect(kept()).toEqual([]);
    broken = false;
    await transact(add('b'));
    expect(kept()).toEqual([{ word: 'b' }]);
    await close();
  });

  test('is not to be had where SQLite has undone all by itself: then each is tried alone', async () => {
    const { file, transact, add, kept, close } = words(() => false);
    const ends = await settled([
      transact(add('a')).then(() => 'a'),
      transact(async (db) => {
        await add('b')(db);
        // What SQLite does when the disk is full at the wrong moment.
        file.exec('rollback');
        throw new Error('the disk is full');
      }),
      transact(add('c')).then(() => 'c'),
    ]);
    expect(ends).toEqual(['a', 'the disk is full', 'c']);
    expect(kept()).toEqual([{ word: 'a' }, { word: 'c' }]);
    await close();
  });
});

test('a turn that is refused by what was then not kept is a fault, not a refusal', async () => {
  const store = await openSqlite({ folder });
  let full = true;
  const transaction: typeof store.transaction = (work) =>
    store.transaction(work).catch((fault) => {
      throw full ? new Error('the disk is full') : fault;
    });
  const world = { store: { ...store, transaction }, clock: { now: () => T0 } } as unknown as World;
  const refused = () =>
    turn(world, { school: { id: SCHOOL } as School, person: null, delivery: null }, async () => ({
      ok: false,
      says: 'Sam was first.',
    }));
  await expect(refused()).rejects.toThrow('the disk is full');
  full = false;
  expect(await refused()).toEqual({ ok: false, says: 'Sam was first.' });
  await store.close();
});
