/**
 * The gallery: sample cards in a real browser, drawn by the adaptivecards package with the playground's own
 * host config and sheets. `node test/cards/gallery.ts` takes pictures into a new temporary folder.
 */
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hostConfig } from '../../adapters/playground/page/host-config.js';
import type { Card } from '../../cards/model.ts';
import { adaptiveCard } from '../../cards/render/adaptive.ts';
import { openBrowser } from '../browser/chromium.ts';
import { samples } from './samples.ts';

const PAGE = new URL('../../adapters/playground/page/', import.meta.url);
const LIBRARY = new URL(
  '../../node_modules/adaptivecards/dist/adaptivecards.min.js',
  import.meta.url,
);

export type Look = { dark: boolean; width: number };

/** JSON that may stand in a script element. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028');
}

/**
 * A whole HTML page with these cards, each in a section named after it. What was pressed is in
 * `window.pressed`: the data of each action.
 */
export async function galleryPage(cards: Record<string, Card>, look: Look): Promise<string> {
  const [library, ...sheets] = await Promise.all([
    readFile(LIBRARY, 'utf8'),
    ...['tokens.css', 'cards.css', 'inside-card.css'].map((sheet) =>
      readFile(new URL(sheet, PAGE), 'utf8'),
    ),
  ]);
  const drawn = Object.entries(cards).map(([name, card], place) => ({
    name,
    card: adaptiveCard(card, { place: String(place) }),
  }));
  return `<!doctype html><html lang="en-GB" data-theme="${look.dark ? 'dark' : 'light'}">
<meta charset="utf-8"><title>Gallery</title><style>${sheets.join('\n')}
section { width: ${look.width}px; margin: 16px; border: 1px solid var(--line); border-radius: 12px; overflow: hidden }
</style><body><script>${library}</script><script>
window.pressed = [];
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  const span = document.createElement('span');
  span.textContent = text.replace(/\\\\([!-/:-@[-\`{-~])/g, '$1');
  result.outputHtml = span.outerHTML;
  result.didProcess = true;
};
for (const { name, card } of ${inScript(drawn)}) {
  const drawing = new AdaptiveCards.AdaptiveCard();
  drawing.hostConfig = new AdaptiveCards.HostConfig(${inScript(hostConfig(look.dark))});
  drawing.onExecuteAction = (action) => window.pressed.push(action.data ?? null);
  drawing.parse(card);
  const section = document.createElement('section');
  section.dataset.card = name;
  section.append(drawing.render());
  document.body.append(section);
}
</script></body></html>`;
}

/** Takes a picture of every card in every look; gives the folder they are in. */
export async function takePictures(looks: readonly Look[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cards-'));
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    for (const look of looks) {
      await page.setViewportSize({ width: look.width + 32, height: 800 });
      await page.setContent(await galleryPage(samples(), look));
      const theme = look.dark ? 'dark' : 'light';
      for (const section of await page.locator('section').all()) {
        const name = (await section.getAttribute('data-card')) ?? 'card';
        const file = `${name.replaceAll(' ', '-')}-${theme}-${look.width}.png`;
        await section.screenshot({ path: join(folder, file) });
      }
      await page.screenshot({
        path: join(folder, `all-${theme}-${look.width}.png`),
        fullPage: true,
      });
    }
  } finally {
    await browser.close();
  }
  return folder;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const looks = [false, true].flatMap((dark) => [380, 560].map((width) => ({ dark, width })));
  console.log(await takePictures(looks));
}
