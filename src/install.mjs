/**
 * Installs what is missing before the first command of a new clone. Plain JavaScript for any Node from 20:
 * it runs before the Node that the project pins is there. All it says goes to stderr, so that a command's
 * own output stays clean. Of two first commands at once, one installs and the other waits for it.
 */
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { takeLock } from './install-lock.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** npm writes this file at the end of every install. */
const installed = `${root}node_modules/.package-lock.json`;
const wanted = `${root}package-lock.json`;
const pinnedNode = `${root}node_modules/.bin/node`;
const lockFile = `${root}.installing`;

/** How often one who waits looks again (ms), and how much of what npm says is told (lines). */
const LOOK = 250;
const LAST_LINES = 12;

/** @param {string} words */
const says = (words) => process.stderr.write(`${words}\n`);

const upToDate = () =>
  existsSync(pinnedNode) &&
  existsSync(installed) &&
  statSync(installed).mtimeMs >= statSync(wanted).mtimeMs;

/** The lock, or null where another command has installed everything meanwhile. */
async function lockUnlessInstalled() {
  for (let looks = 0; ; looks += 1) {
    // Asked only while nobody else installs: npm may have written that file and not be done.
    const lock = takeLock(lockFile);
    if (lock && !upToDate()) return lock;
    lock?.free();
    if (lock) return null;
    if (looks === 4)
      says(
        'Another command is installing what Bellbird needs, so this one waits for it. If none is, delete the file .installing beside package.json.',
      );
    await sleep(LOOK);
  }
}

/**
 * Runs npm; gives its exit code and what it said. A signal that ends this command ends npm with it.
 * @param {import('./install-lock.mjs').Lock} lock
 * @returns {Promise<{ code: number, said: string }>}
 */
function runNpm(lock) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Development packages too: the pinned Node is one of them.
  const child = spawn(npm, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  if (child.pid !== undefined) lock.with(child.pid);
  let said = '';
  /** @param {string} chunk */
  const hear = (chunk) => {
    said = `${said}${chunk}`.slice(-20_000);
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  return new Promise((done) => {
    child.on('error', (error) => done({ code: 1, said: `npm could not be run: ${error.message}` }));
    child.on('close', (code, signal) =>
      done({ code: code ?? 1, said: signal ? `${said}\nnpm was ended by ${signal}.` : said }),
    );
  });
}

async function install() {
  const lock = await lockUnlessInstalled();
  if (lock === null) return;
  says('Installing what Bellbird needs, once. This takes about a minute.');
  try {
    const { code, said } = await runNpm(lock);
    if (code === 0) return;
    const last = said.trimEnd().split('\n').slice(-LAST_LINES).join('\n');
    says(
      `The installation did not finish. npm said last:\n${last}\nPut that right (often it is the network or a full disk), then try again.`,
    );
    process.exitCode = code;
  } finally {
    lock.free();
  }
}

if (!upToDate() || existsSync(lockFile)) await install();
