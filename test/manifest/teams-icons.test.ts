import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../manifest/teams/manifest.json' with { type: 'json' };
import { openBrowser } from '../browser/chromium.ts';

const HERE = resolve(import.meta.dirname, '../../manifest/teams');
const { color, outline } = manifest.icons;
const COLOUR = { name: color, size: 192 };
const OUTLINE = { name: outline, size: 32 };

/** The pixels of pictures as red, green, blue and how solid, each 0 to 255. */
async function pixelsOf(pictures: { name: string; size: number }[]): Promise<number[][]> {
  const given = pictures.map(({ name, size }) => {
    const kind = name.endsWith('.svg') ? 'svg+xml' : 'png';
    const bytes = readFileSync(join(HERE, name), 'base64');
    return { source: `data:image/${kind};base64,${bytes}`, size };
  });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    return await page.evaluate(
      (all) =>
        Promise.all(
          all.map(async ({ source, size }) => {
            const image = new Image();
            image.src = source;
            await image.decode();
            const canvas = new OffscreenCanvas(size, size).getContext('2d');
            canvas?.drawImage(image, 0, 0);
            return [...(canvas?.getImageData(0, 0, size, size).data ?? [])];
          }),
        ),
      given,
    );
  } finally {
    await browser.close();
  }
}

/** How solid the pixel is that the value at `at` is of. */
const solid = (pixels: number[], at: number) => pixels[at - (at % 4) + 3] ?? 0;

/** How far apart two pictures are on the whole, 0 to 255, as they look on black. */
function apart(ours: number[], theirs: number[]): number {
  const seen = (pixels: number[], at: number) =>
    at % 4 === 3 ? solid(pixels, at) : ((pixels[at] ?? 0) * solid(pixels, at)) / 255;
  const sum = ours.reduce((far, _, at) => far + Math.abs(seen(ours, at) - seen(theirs, at)), 0);
  return sum / ours.length;
}

describe('the icons of the Teams app', () => {
  it('have the sizes that Teams asks for, and the colour one has no holes', () => {
    for (const [{ name, size }, kind] of [
      [COLOUR, 2],
      [OUTLINE, 6],
    ] as const) {
      const png = readFileSync(join(HERE, name));
      expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20), png[25]]).toEqual([size, size, kind]);
    }
  });

  it('are as they are drawn; the outline is white on nothing', async () => {
    const drawn = (icon: typeof COLOUR) => ({ ...icon, name: icon.name.replace('.png', '.svg') });
    const [colour = [], colourDrawn = [], line = [], lineDrawn = []] = await pixelsOf([
      COLOUR,
      drawn(COLOUR),
      OUTLINE,
      drawn(OUTLINE),
    ]);
    expect([colour.length, line.length]).toEqual([192 * 192 * 4, 32 * 32 * 4]);
    // Edges are smoothed a little otherwise in a picture than on a page.
    expect(apart(colour, colourDrawn)).toBeLessThan(2);
    expect(apart(line, lineDrawn)).toBeLessThan(5);
    const tinted = line.filter((value, at) => at % 4 < 3 && solid(line, at) > 0 && value < 250);
    expect(tinted).toEqual([]);
    const solids = line.filter((_, at) => at % 4 === 3);
    expect(solids.filter((each) => each === 0).length).toBeGreaterThan(500);
    expect(solids.filter((each) => each > 200).length).toBeGreaterThan(100);
  }, 60_000);
});
