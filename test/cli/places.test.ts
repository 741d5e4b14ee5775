/** The command line on a folder that holds nothing yet, or the wrong thing: it never gives false comfort. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../adapters/store/sqlite.ts';

const CLI = resolve(import.meta.dirname, '../../src/cli.ts');
let folder: string;
let data: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bellbird-places-'));
  data = join(folder, 'dta');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function bellbird(...args: string[]) {
  const env = { ...process.env, BELLBIRD_DATA: data };
  const done = spawnSync(process.execPath, [CLI, ...args], { cwd: folder, encoding: 'utf8', env });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

describe('a data folder with a mistyped name', () => {
  it.each([
    ['ledger', 'verify'],
    ['ledger', 'export'],
    ['backup', 'monday.db'],
    ['roll', 'status'],
  ])('%s %s says that there is no database in it, and makes nothing', (...words) => {
    const done = bellbird(...words);
    expect(done.err).toContain(`There is no Bellbird database in ${data}.`);
    expect([done.status, done.out, existsSync(data)]).toEqual([1, '', false]);
    expect(existsSync(join(folder, 'monday.db'))).toBe(false);
  });

  it('a folder with an empty file for a database is no better', () => {
    mkdirSync(data);
    writeFileSync(join(data, 'bellbird.db'), '');
    const done = bellbird('ledger', 'verify');
    expect([done.status, done.out]).toEqual([1, '']);
    expect(done.err).toContain('There is no Bellbird database in');
  });

  it('a roll may be imported there, for that is setting up, and the command says what it made', () => {
    const roll = join(folder, 'roll.csv');
    const head = 'first_name,last_name,year_group,photo_consent,name_consent,work_consent';
    writeFileSync(roll, `${head}\nZebedee,Quillfeather,Year 1,yes,no,yes\n`);
    const done = bellbird('roll', 'import', roll);
    expect(done.err).toBe('');
    expect(done.out).toContain(`Made a new database: ${join(data, 'bellbird.db')}`);
    expect(done.out).toContain('1 pupil, roll version 1');
  });
});

it('a ledger with nothing in it is said to be empty', async () => {
  await (await openSqlite({ folder: data })).close();
  const done = bellbird('ledger', 'verify');
  expect([done.status, done.err]).toEqual([0, '']);
  expect(done.out).toContain('Nothing has been recorded yet');
});

it('the command line says its version, counts one thing as one, and says "policy" once', () => {
  expect(bellbird('--version').out).toMatch(/^\d+\.\d+\.\d+\n$/);
  const demo = bellbird('school', 'validate').out;
  expect(demo).toMatch(/6 people, 1 account\.\n$/);
  const unknown = bellbird('policy', 'validate', 'nonesuch');
  expect(unknown.status).toBe(1);
  expect(unknown.err).toMatch(/^no policy is called "nonesuch"\./);
});

it('what to type is told so that it works as typed', () => {
  mkdirSync(data);
  writeFileSync(join(data, 'bellbird.db'), 'Dear parents, '.repeat(1000));
  expect(bellbird('ledger', 'verify').err).toContain('npm run -s bellbird -- restore <file>');
});
