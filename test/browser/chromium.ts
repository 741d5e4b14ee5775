/** A real browser for tests: the Chromium inside the npm package on Linux x64, the machine's own Chrome elsewhere. */
import bundled from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

// One process for all would end with the first page closed; and the page's own security is under test too.
const LEFT_OUT = ['--single-process', '--disable-web-security', '--disable-site-isolation-trials'];
const QUIET = ['--no-sandbox', '--disable-background-networking', '--no-first-run'];

/** Opens it; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return chromium.launch({ channel: 'chrome', args: QUIET });
  }
  const own = bundled.args.filter((arg) => !LEFT_OUT.includes(arg));
  return chromium.launch({
    executablePath: await bundled.executablePath(),
    args: [...own, ...QUIET],
  });
}
