/** The first commands of a new clone, with a npm that only pretends: two at once must not harm each other. */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');
let clone: string;

/** As `npm ci` does it: throws away what is there, and fails where somebody else is at the same work. */
const PRETENDING = `#!/usr/bin/env node
import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
appendFileSync('npm.log', 'began\\n');
if (existsSync('broken')) {
  console.error('npm error code ENOSPC\\nnpm error no space left on the disk of the office');
  process.exit(28);
}
if (existsSync('busy')) throw new Error('ENOTEMPTY: directory not empty');
writeFileSync('busy', '');
rmSync('node_modules', { recursive: true, force: true });
mkdirSync('node_modules/.bin', { recursive: true });
writeFileSync('node_modules/.bin/node', '');
writeFileSync('node_modules/.package-lock.json', '{}');
await sleep(existsSync('slow') ? 60_000 : 600);
rmSync('busy');
`;

const here = (name: string) => join(clone, name);

function command() {
  const env = { ...process.env, PATH: `${here('bin')}${delimiter}${process.env.PATH}` };
  const child = spawn(process.execPath, [here('src/install.mjs')], { env });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const ended = new Promise<{ code: number | null; said: string }>((done) =>
    child.on('close', (code) => done({ code, said })),
  );
  return { child, ended };
}

const runs = () => readFileSync(here('npm.log'), 'utf8').match(/began/g)?.length ?? 0;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'bellbird-install-'));
  mkdirSync(here('src'));
  mkdirSync(here('bin'));
  for (const file of ['install.mjs', 'install-lock.mjs']) {
    copyFileSync(join(SRC, file), here(`src/${file}`));
  }
  writeFileSync(here('package-lock.json'), '{}');
  utimesSync(here('package-lock.json'), 1, 1);
  writeFileSync(here('bin/package.json'), '{"type":"module"}');
  writeFileSync(here('bin/npm'), PRETENDING);
  chmodSync(here('bin/npm'), 0o755);
});

afterEach(() => rmSync(clone, { recursive: true, force: true }));

test('of three first commands at once one installs, and all go on', async () => {
  const all = await Promise.all([command().ended, command().ended, command().ended]);
  expect(all.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(runs()).toBe(1);
  expect(existsSync(here('.installing'))).toBe(false);
});

test('where the first cannot install, the second tries for itself', async () => {
  writeFileSync(here('broken'), '');
  const all = await Promise.all([command().ended, command().ended]);
  expect(all.map(({ code }) => code)).toEqual([28, 28]);
  expect(runs()).toBe(2);
});

test('a failed installation says what npm said last', async () => {
  writeFileSync(here('broken'), '');
  const { code, said } = await command().ended;
  expect(code).toBe(28);
  expect(said).toContain('npm error no space left on the disk of the office');
  expect(said).toMatch(/try again\.\n$/);
});

test('two commands after one that was ended by force install once, and nothing is left behind', async () => {
  writeFileSync(here('.installing'), '2147483647\n');
  const all = await Promise.all([command().ended, command().ended]);
  expect(all.map(({ code }) => code)).toEqual([0, 0]);
  expect(runs()).toBe(1);
  expect(existsSync(here('.installing'))).toBe(false);
  expect(existsSync(here('.installing.clearing'))).toBe(false);
});

test('a command stopped while it installs ends npm too, and the next one installs', async () => {
  writeFileSync(here('slow'), '');
  const first = command();
  while (!existsSync(here('busy'))) await new Promise((done) => setTimeout(done, 20));
  first.child.kill('SIGTERM');
  expect((await first.ended).code).toBe(1);
  rmSync(here('slow'));
  rmSync(here('busy'));
  rmSync(here('node_modules'), { recursive: true });
  expect((await command().ended).code).toBe(0);
  expect(runs()).toBe(2);
});
