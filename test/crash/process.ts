/** Starting one life of Bellbird, seeing it end, and ending it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Life } from './life.ts';

const LIFE = fileURLToPath(new URL('./life.ts', import.meta.url));
/** So that the hundredth start need not compile what the first did. */
const COMPILED = join(tmpdir(), `bellbird-compiled-${process.pid}`);
export const COMPILE_CACHE = COMPILED;

export type Ended = { signal: NodeJS.Signals | null; code: number | null; diedAt: string | null };

export type Living = {
  /** Where it serves; null when it died before it did. */
  ready: Promise<string | null>;
  ended: Promise<Ended>;
  isGone: () => boolean;
  /** SIGKILL, from outside. */
  kill: () => void;
  /** SIGTERM: it may finish what it does. */
  ask: () => void;
  /** What it wrote to standard error. */
  complaints: () => string;
};

export function bear(life: Life): Living {
  const child: ChildProcess = spawn(process.execPath, [LIFE, JSON.stringify(life)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: COMPILED },
  });
  let out = '';
  let complaints = '';
  let gone = false;
  const line = (word: string) =>
    out
      .split('\n')
      .slice(0, -1)
      .find((each) => each.startsWith(`${word} `))
      ?.slice(word.length + 1) ?? null;
  child.stderr?.on('data', (chunk) => {
    complaints += chunk;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once('exit', () => {
      gone = true;
    });
    // By now all it wrote has been read.
    child.once('close', (code, signal) => resolve({ code, signal, diedAt: line('dies') }));
  });
  const ready = new Promise<string | null>((resolve) => {
    child.stdout?.on('data', (chunk) => {
      out += chunk;
      const url = line('ready');
      if (url !== null) resolve(url);
    });
    ended.then(() => resolve(null));
  });
  return {
    ready,
    ended,
    isGone: () => gone,
    kill: () => child.kill('SIGKILL'),
    ask: () => child.kill('SIGTERM'),
    complaints: () => complaints,
  };
}
