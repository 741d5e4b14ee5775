import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { storeFaultInWords } from '../../adapters/store/fault.ts';
import { holdFolder } from '../../adapters/store/folder.ts';
import { openSqlite } from '../../adapters/store/sqlite.ts';
import { forKysely } from '../../adapters/store/sqlite-shim.ts';
import { freshFolder } from './support/place.ts';

const child = fileURLToPath(new URL('./support/hold-child.ts', import.meta.url));
let folder: string;
let children: ChildProcess[] = [];

beforeEach(() => {
  folder = freshFolder();
});
afterEach(async () => {
  for (const each of children) await kill(each);
  children = [];
  rmSync(folder, { recursive: true, force: true });
});

/** Starts another process that wants the folder; gives it and what it said. */
async function other(
  options: { uid?: number; how?: string } = {},
): Promise<[ChildProcess, string]> {
  const args = [child, folder, options.how ?? 'alone'];
  const started = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
  children.push(started);
  const [said] = await once(started.stdout, 'data');
  return [started, String(said).trim()];
}

async function kill(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  process.kill('SIGKILL');
  await once(process, 'exit');
}

describe('the data folder', () => {
  test('it is made where it is missing, for nobody else on the machine to read', async () => {
    const made = join(folder, 'school', 'data');
    const release = await holdFolder(made);
    expect(statSync(made).mode & 0o777).toBe(0o700);
    expect(readdirSync(made)).toEqual(['lock.db']);
    expect(statSync(join(made, 'lock.db')).mode & 0o777).toBe(0o600);
    release();
  });

  test('a second Bellbird on the same folder is told so, and may have it once the first has ended', async () => {
    const release = await holdFolder(folder);
    await expect(holdFolder(folder)).rejects.toThrow(
      /Another Bellbird is already running on .*BELLBIRD_DATA/,
    );
    expect((await other())[1]).toContain('Another Bellbird is already running');
    release();
    release();
    expect((await other())[1]).toBe('held');
  });

  test('a Bellbird that was killed leaves no lock behind', async () => {
    const [holder, said] = await other();
    expect(said).toBe('held');
    await expect(holdFolder(folder)).rejects.toThrow('already running');
    await kill(holder);
    (await holdFolder(folder))();
  });

  test('several processes over Postgres may share a folder, one with its database there may not join', async () => {
    const release = await holdFolder(folder, { shared: true });
    expect((await other({ how: 'shared' }))[1]).toBe('held');
    await expect(holdFolder(folder)).rejects.toThrow('already running');
    release();
  });

  test('one that holds the folder alone keeps out those that would share it', async () => {
    const release = await holdFolder(folder);
    await expect(holdFolder(folder, { shared: true })).rejects.toThrow('already running');
    release();
  });

  test('a command may read and write the database while a server holds the folder', async () => {
    expect((await other())[1]).toBe('held');
    const store = await openSqlite({ folder });
    expect(await store.transaction((tx) => tx.nextDraftNumber('hilltop'))).toBe(1);
    await store.close();
  });

  test('a folder that may not be written is named, with what to do', async () => {
    chmodSync(folder, 0o555);
    if (process.getuid?.() !== 0) {
      await expect(holdFolder(folder)).rejects.toThrow(/may not write to its data folder.*EACCES/);
      return;
    }
    // Root may write anywhere: so as somebody else.
    const [, said] = await other({ uid: 65_534 });
    expect(said).toMatch(/may not write to its data folder.*BELLBIRD_DATA.*EACCES/);
    expect(said).toContain(folder);
  });

  test('a file in the place of the folder is refused in words', async () => {
    const file = join(folder, 'data');
    writeFileSync(file, 'a letter');
    await expect(holdFolder(file)).rejects.toThrow(/it is a file, or lies beneath one/);
    await expect(openSqlite({ folder: join(file, 'deeper') })).rejects.toThrow(
      /is a file, or lies/,
    );
  });
});

describe('a database in trouble', () => {
  test('a file that is no database is refused in words, and left as it is', async () => {
    const file = join(folder, 'bellbird.db');
    writeFileSync(file, 'Dear parents, '.repeat(1_000));
    await expect(openSqlite({ folder })).rejects.toThrow(
      /damaged, or is not a database.*npm run -s bellbird -- restore/,
    );
    expect(statSync(file).size).toBe(14_000);
  });

  test('a folder in the place of the database is refused in words', async () => {
    mkdirSync(join(folder, 'bellbird.db'));
    await expect(openSqlite({ folder })).rejects.toThrow(/cannot open its database file/);
  });

  test('nobody else on the machine may read the database', async () => {
    const store = await openSqlite({ folder });
    await store.transaction((tx) => tx.lockDesk('hilltop'));
    for (const name of readdirSync(folder)) {
      expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0);
    }
    await store.close();
    expect(existsSync(join(folder, 'bellbird.db-wal'))).toBe(false);
  });

  test('a full disk is said in words, and the whole transaction is undone', async () => {
    const db = new DatabaseSync(join(folder, 'small.db'));
    db.exec('create table words (text text); pragma max_page_count = 8');
    const kysely = forKysely(db, 'immediate');
    const run = (sql: string, ...values: unknown[]) => kysely.prepare(sql).run(values);
    run('begin');
    run('insert into words values (?)', 'kept no longer');
    expect(() => run('insert into words values (?)', 'x'.repeat(100_000))).toThrow(
      /disk .* is full.*SQLite 13/,
    );
    run('rollback');
    expect(kysely.prepare('select * from words').all([])).toEqual([]);
    kysely.close();
  });

  test('nothing more is written in a transaction that SQLite has undone by itself', () => {
    const db = new DatabaseSync(':memory:');
    db.exec('create table words (text text)');
    const kysely = forKysely(db, 'immediate');
    kysely.prepare('begin').run([]);
    // What SQLite does when the disk is full at the wrong moment.
    db.exec('rollback');
    expect(() => kysely.prepare('insert into words values (1)').run([])).toThrow(
      'undid this transaction',
    );
    kysely.prepare('rollback').run([]);
    expect(kysely.prepare('select * from words').all([])).toEqual([]);
    kysely.close();
  });

  test('another process that keeps the database busy is waited for', async () => {
    const store = await openSqlite({ folder });
    const busy = new DatabaseSync(join(folder, 'bellbird.db'));
    busy.exec('begin immediate');
    setTimeout(() => busy.exec('commit'), 300);
    expect(await store.transaction((tx) => tx.nextDraftNumber('hilltop'))).toBe(1);
    busy.close();
    await store.close();
  });

  test.each([
    [{ code: 'ENOSPC' }, /disk .* is full.*\(ENOSPC\)/],
    [{ code: 'EROFS' }, /may not write.*\(EROFS\)/],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 8 }, /may not write.*\(SQLite 8\)/],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 11 }, /damaged/],
    [
      { code: 'ERR_SQLITE_ERROR', errcode: 10 | (3 << 8) },
      /disk did not read or write.*\(SQLite 10\)/,
    ],
    [{ cause: { code: '53100' } }, /disk under Postgres is full/],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 19 }, null],
    [new Error('something else'), null],
    ['a word', null],
    [null, null],
  ])('the fault %j is said as %s', (error, words) => {
    const said = storeFaultInWords(error);
    if (words === null) expect(said).toBeNull();
    else expect(said).toMatch(words);
  });
});
