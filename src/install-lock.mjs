/**
 * One installation at a time: a file beside node_modules says which processes are at it. Plain JavaScript
 * for any Node from 20, without packages.
 */
import { readFileSync, renameSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';

/** How often the holder says it is still there, and after what silence nobody believes it (ms). */
const BEAT = 2_000;
const SILENT = 300_000;

/** @typedef {{ with: (pid: number) => void, free: () => void }} Lock */

/** @param {unknown} error */
const codeOf = (error) => (error instanceof Error && 'code' in error ? error.code : null);

/**
 * What `work` gives, or undefined where the file it is about is not there.
 * @template T
 * @param {() => T} work
 */
function ifThere(work) {
  try {
    return work();
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * True where nobody of those named in the lock lives any more, or nothing has been heard of them for long.
 * @param {string} file
 * @param {string} said
 */
function isLeft(file, said) {
  const touched = ifThere(() => statSync(file).mtimeMs);
  if (touched === undefined) return false;
  // Without a line in it, its holder is about to write one.
  const pids = said.split('\n').filter(Boolean).map(Number);
  return Date.now() - touched > SILENT || (pids.length > 0 && !pids.some(isAlive));
}

/**
 * Puts a lock there. False where somebody else's is.
 * @param {string} file
 * @param {string} words
 */
function place(file, words) {
  try {
    writeFileSync(file, words, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes away a lock that was left behind; a second lock sees to it that nobody takes a new one for it.
 * @param {string} file
 * @param {string} said
 */
function clear(file, said) {
  const clearing = `${file}.clearing`;
  const since = ifThere(() => statSync(clearing).mtimeMs);
  if (since !== undefined && Date.now() - since > SILENT) ifThere(() => unlinkSync(clearing));
  if (!place(clearing, `${process.pid}\n`)) return;
  if (ifThere(() => readFileSync(file, 'utf8')) === said) unlinkSync(file);
  unlinkSync(clearing);
}

/**
 * Takes the lock, or gives null where another process is at work; call it again later then. `with` names
 * one more process (its pid) without which the work cannot be over; `free` gives the lock back.
 * @param {string} file
 * @returns {Lock | null}
 */
export function takeLock(file) {
  const own = `${process.pid}\n`;
  if (!place(file, own)) {
    const said = ifThere(() => readFileSync(file, 'utf8'));
    if (said !== undefined && isLeft(file, said)) clear(file, said);
    return null;
  }
  const beat = setInterval(() => ifThere(() => utimesSync(file, new Date(), new Date())), BEAT);
  beat.unref();
  return {
    with: (pid) => {
      writeFileSync(`${file}.${process.pid}`, `${own}${pid}\n`);
      renameSync(`${file}.${process.pid}`, file);
    },
    free: () => {
      clearInterval(beat);
      ifThere(() => unlinkSync(file));
    },
  };
}
