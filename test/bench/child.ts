/** Programs that the bench starts: Bellbird and the echo, each a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);
export const ECHO = fileURLToPath(new URL('./echo.ts', import.meta.url));

/** Given up after this long, ms. */
const PATIENCE = 60_000;

export type Child = {
  pid: number;
  /** Resolves with the first URL it prints; throws with what it said when it ends before that. */
  url: Promise<string>;
  stop: () => Promise<void>;
};

/** Starts node on a script with this environment and no other, so that the caller's cannot colour a figure. */
export function startNode(args: readonly string[], env: Record<string, string> = {}): Child {
  const child = spawn(process.execPath, [...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  if (child.pid === undefined) throw new Error(`${args.join(' ')} could not be started.`);
  const url = firstUrl(child);
  // Whoever does not wait for the URL is told of a fault by what they wait for instead.
  url.catch(() => {});
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return { pid: child.pid, url, stop };
}

function firstUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(
      () => reject(new Error(`It is not ready yet. It said: ${said}`)),
      PATIENCE,
    );
    late.unref();
    const hear = (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (found) resolve(found);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) =>
      reject(new Error(`It ended with status ${code}. It said: ${said}`)),
    );
  });
}

/** The arguments that `npm start` gives to node, whatever package.json says they are. */
function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as {
    scripts: { start: string };
  };
  const [command, ...args] = scripts.start.split(' ');
  if (command !== 'node') throw new Error(`npm start runs "${scripts.start}", which is not node.`);
  return args.map((arg) => (arg.startsWith('-') ? arg : fileURLToPath(new URL(arg, ROOT))));
}

/** Bellbird as `npm start` runs it, on this data folder; the demo school unless a school file is given. */
export function startBellbird(place: {
  folder: string;
  school?: string;
  port?: number;
  env?: Record<string, string>;
  /** A script in place of the one that npm start runs, with its arguments. */
  script?: readonly string[];
}): Child {
  const args = startArguments();
  return startNode(place.script ? [...args.slice(0, -1), ...place.script] : args, {
    PORT: String(place.port ?? 0),
    BELLBIRD_DATA: place.folder,
    PLAYGROUND: '1',
    LOG_LEVEL: 'warn',
    ...place.env,
    ...(place.school === undefined ? {} : { BELLBIRD_SCHOOL: place.school }),
  });
}

/** Resident memory of a process in MB (10^6 bytes); null where the system does not tell by /proc. */
export function residentMb(pid: number): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
    return kilobytes === undefined ? null : (Number(kilobytes) * 1024) / 1e6;
  } catch {
    return null;
  }
}
