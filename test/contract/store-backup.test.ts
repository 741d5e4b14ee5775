import { execFile } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { holdFolder } from '../../adapters/store/folder.ts';
import { restoreSqlite } from '../../adapters/store/restore.ts';
import { openSqlite } from '../../adapters/store/sqlite.ts';
import type { Store } from '../../src/ports/store.ts';
import { freshFolder } from './support/place.ts';
import { aDraft, anEvent, keepDraft, SCHOOL } from './support/samples.ts';

const run = promisify(execFile);
const child = fileURLToPath(new URL('./support/backup-child.ts', import.meta.url));
let folder: string;
let away: string;
let store: Store;
let backup: string;

beforeEach(async () => {
  folder = freshFolder();
  away = freshFolder();
  backup = join(away, 'monday.db');
  store = await openSqlite({ folder });
  await keepDraft(store, aDraft());
  await store.transaction((tx) => tx.append(anEvent()));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  rmSync(away, { recursive: true, force: true });
});

/** Opens what stands in the folder, looks, and closes it again. */
async function look<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const opened = await openSqlite({ folder });
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

function meddle(file: string, statement: string): void {
  const db = new DatabaseSync(file);
  db.exec(statement);
  db.close();
}

describe('a backup', () => {
  test('it is one file, for its owner only, and an existing file is not written over', async () => {
    await store.backup(backup);
    expect(readdirSync(away)).toEqual(['monday.db']);
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    const before = readFileSync(backup);
    await expect(store.backup(backup)).rejects.toThrow(/exists already.*not taken/);
    expect(readFileSync(backup).equals(before)).toBe(true);
  });

  test('into a folder that is not there it is refused in words', async () => {
    await expect(store.backup(join(away, 'no', 'monday.db'))).rejects.toThrow(/no folder/);
  });

  test('taken by another process while the school writes, it holds one whole moment', async () => {
    let writing = true;
    const write = async () => {
      for (let n = 2; writing; n += 1) {
        await store.transaction(async (tx) => {
          await tx.append(anEvent({ detail: { n } }));
          await tx.putJob({
            id: `j${n}`,
            school: SCHOOL,
            kind: 'notice',
            draft: '',
            payload: {},
            dueAt: n,
            tries: 0,
          });
        });
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const writer = write();
    await run(process.execPath, [child, folder, backup]);
    writing = false;
    await writer;
    const written = (await store.read.ledger(SCHOOL, 0, 1_000_000)).length;
    await store.close();
    await restoreSqlite({ folder, file: backup });
    store = await openSqlite({ folder });
    const entries = await store.read.ledger(SCHOOL, 0, 1_000_000);
    expect(entries.length).toBeLessThan(written);
    expect(await store.verifyLedger(SCHOOL)).toBeNull();
    // An entry and its job were written together, so they are there together.
    expect((await store.read.dueJobs(1_000_000, 1_000_000)).length).toBe(entries.length - 1);
  });
});

describe('a restore', () => {
  test('it brings back the day of the backup, and keeps what was there beside it', async () => {
    await store.backup(backup);
    await keepDraft(store, aDraft({ id: 'd2', number: 2 }));
    await store.close();
    const { kept } = await restoreSqlite({ folder, file: backup });
    expect(kept).toBe(join(folder, 'bellbird.db.before-restore'));
    expect(await look((now) => now.read.draft(SCHOOL, 'd1'))).toEqual(aDraft());
    expect(await look((now) => now.read.draft(SCHOOL, 'd2'))).toBeNull();
    expect(existsSync(backup)).toBe(true);
    const again = await restoreSqlite({ folder, file: kept ?? '' });
    expect(again.kept).toBe(join(folder, 'bellbird.db.before-restore-2'));
    expect(await look((now) => now.read.draft(SCHOOL, 'd2'))).toMatchObject({ number: 2 });
    expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  test('into an empty folder it simply puts the database there', async () => {
    await store.backup(backup);
    await store.close();
    rmSync(folder, { recursive: true });
    expect(await restoreSqlite({ folder, file: backup })).toEqual({ kept: null });
    expect(await look((now) => now.read.draft(SCHOOL, 'd1'))).toEqual(aDraft());
  });

  test('over a damaged database it works, and what the power cut left in its log is kept too', async () => {
    await store.backup(backup);
    await store.close();
    writeFileSync(join(folder, 'bellbird.db'), 'nothing but noise '.repeat(500));
    writeFileSync(join(folder, 'bellbird.db-wal'), 'more noise');
    const { kept } = await restoreSqlite({ folder, file: backup });
    expect(readFileSync(`${kept}-wal`, 'utf8')).toBe('more noise');
    expect(await look((now) => now.verifyLedger(SCHOOL))).toBeNull();
  });

  test('while a server holds the folder it is refused, and nothing changes', async () => {
    await store.backup(backup);
    const release = await holdFolder(folder);
    await expect(restoreSqlite({ folder, file: backup })).rejects.toThrow('already running');
    release();
    expect(readdirSync(folder).some((name) => name.includes('restore'))).toBe(false);
  });

  test('while another command has the database open it is refused, and nothing changes', async () => {
    await store.backup(backup);
    await keepDraft(store, aDraft({ id: 'd2', number: 2 }));
    await expect(restoreSqlite({ folder, file: backup })).rejects.toThrow(
      /Another Bellbird command/,
    );
    expect(await store.read.draft(SCHOOL, 'd2')).toMatchObject({ number: 2 });
  });

  test.each([
    ['is not there', () => rmSync(backup), /no file/],
    [
      'is a letter',
      () => writeFileSync(backup, 'Dear parents, '.repeat(500)),
      /not a Bellbird database/,
    ],
    ['is empty', () => writeFileSync(backup, ''), /not a Bellbird database/],
    [
      'is the database of something else',
      () => meddle(backup, 'pragma application_id = 7'),
      /not a Bellbird database/,
    ],
    [
      'comes from a newer Bellbird',
      () => meddle(backup, "insert into bellbird_versions values (9, 'x', 0)"),
      /version 9/,
    ],
    [
      'holds a ledger somebody changed',
      () => meddle(backup, "drop trigger ledger_not_changed; update ledger set actor = 'nobody'"),
      /ledger of "hilltop".*Entry 1 was changed/,
    ],
    [
      'is damaged inside',
      () => {
        const bytes = readFileSync(backup);
        bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 30_000);
        writeFileSync(backup, bytes);
      },
      /damaged/,
    ],
  ])('a backup that %s is refused, and the database stays', async (_, spoil, why) => {
    await store.backup(backup);
    await store.close();
    spoil();
    const before = readFileSync(join(folder, 'bellbird.db'));
    await expect(restoreSqlite({ folder, file: backup })).rejects.toThrow(why);
    expect(readFileSync(join(folder, 'bellbird.db')).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name !== 'lock.db')).toEqual(['bellbird.db']);
    store = await openSqlite({ folder });
  });

  test('a copy made by hand with its log beside it is taken with what is in the log', async () => {
    for (const end of ['', '-wal']) copyFileSync(join(folder, `bellbird.db${end}`), backup + end);
    await store.close();
    rmSync(join(folder, 'bellbird.db'));
    await restoreSqlite({ folder, file: backup });
    expect(await look((now) => now.read.draft(SCHOOL, 'd1'))).toEqual(aDraft());
  });
});
