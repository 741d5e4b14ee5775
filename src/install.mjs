/**
 * Installs what is missing before the first command of a new clone. Plain JavaScript for any Node from 20:
 * it runs before the Node that the project pins is there. All it says goes to stderr, so that a command's
 * own output stays clean.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** npm writes this file at the end of every install. */
const installed = `${root}node_modules/.package-lock.json`;
const wanted = `${root}package-lock.json`;
const pinnedNode = `${root}node_modules/.bin/node`;

const upToDate =
  existsSync(pinnedNode) &&
  existsSync(installed) &&
  statSync(installed).mtimeMs >= statSync(wanted).mtimeMs;

if (!upToDate) {
  process.stderr.write('Installing what Bellbird needs, once. This takes about a minute.\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Development packages too: the pinned Node is one of them.
  const done = spawnSync(
    npm,
    ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    },
  );
  if (done.status !== 0) {
    process.stderr.write(
      'The installation did not finish. Check the network and the free disk space, then try again.\n',
    );
    process.exit(done.status ?? 1);
  }
}
