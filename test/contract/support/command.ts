/** `node src/main.ts` as whoever installs it starts it: a process of its own, with nothing in its environment but what is given. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export type Started = {
  /** Where it serves, or null when it ended instead. */
  url: string | null;
  pid: number;
  /** All it has written so far, to either. */
  said: () => string;
  /** Its exit status; null when a signal ended it. */
  ended: Promise<number | null>;
  signal: (signal: NodeJS.Signals) => void;
};

/** Starts Bellbird and waits until it serves or has ended. PORT is any free one where none is given. */
export async function startBellbird(env: Record<string, string>): Promise<Started> {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, PORT: '0', PLAYGROUND: '1', LOG_LEVEL: 'warn', ...env },
  });
  let said = '';
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => resolve(code));
  });
  const url = await new Promise<string | null>((resolve) => {
    const hear = (chunk: Buffer) => {
      said += chunk;
      const at = /Open (http:\S+)\/ to try it/.exec(said)?.[1];
      if (at) resolve(at);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    ended.then(() => resolve(null));
  });
  return {
    url,
    pid: child.pid ?? 0,
    said: () => said,
    ended,
    signal: (signal) => void child.kill(signal),
  };
}
