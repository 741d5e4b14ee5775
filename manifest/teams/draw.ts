/** Renders the two icons from their SVGs, in the project's own browser: `node manifest/teams/draw.ts`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../../test/browser/chromium.ts';

/** Names as in manifest.json, and the size that Teams asks for, in pixels. */
const ICONS: [name: string, size: number][] = [
  ['color', 192],
  ['outline', 32],
];

const browser = await openBrowser();
try {
  for (const [name, size] of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const drawing = readFileSync(join(import.meta.dirname, `${name}.svg`), 'utf8');
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing}`);
    const path = join(import.meta.dirname, `${name}.png`);
    await page.screenshot({ path, omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
