/** The key under which the roll's names are hashed. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

const FILE = 'secret';
const SHORTEST = 16;

/**
 * Gives the secret: the one from the environment, else the one in the data folder, made there on first use
 * (readable by its owner only). Throws a sentence when the file cannot be used. A roll hashed under another
 * secret would match nobody, so a file that is there but broken is never replaced.
 */
export function secretOf(folder: string, given: string | null): string {
  if (given !== null) return given;
  const file = join(folder, FILE);
  if (!existsSync(file)) make(file);
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length >= SHORTEST) return secret;
  throw new Error(
    `${file} should hold at least ${SHORTEST} characters and holds ${secret.length}. Put the right file back from your backup; without it the roll matches nobody and must be imported anew.`,
  );
}

/**
 * Whole or not at all, whenever the process dies; and of two that start at once on a shared folder, both
 * then read the one that was there first.
 */
function make(file: string): void {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    const open = openSync(draft, 'wx', 0o600);
    try {
      writeSync(open, `${randomBytes(32).toString('base64url')}\n`);
      fsyncSync(open);
    } finally {
      closeSync(open);
    }
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
