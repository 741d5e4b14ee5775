/** What there is to see on a page of drawn cards, read in the browser: what is cut off, too pale, or has no name. */
import type { Locator, Page } from 'playwright-core';

/** WCAG 2.2, 1.4.3: for text of this size. */
const READABLE = 4.5;

/** Opens every fold of every card, and of each row of buttons the form behind its nth button. */
export async function unfold(page: Page, nth: number): Promise<void> {
  await page.evaluate((which) => {
    for (const each of document.querySelectorAll<HTMLElement>('.ac-pushButton[aria-controls]')) {
      const fold = document.getElementById(each.getAttribute('aria-controls') ?? '');
      if (fold && !fold.checkVisibility()) each.click();
    }
    for (const row of document.querySelectorAll('.ac-actionSet')) {
      row.querySelectorAll<HTMLElement>(':scope > .expandable')[which]?.click();
    }
  }, nth);
}

/** Cards that are wider than their place, and words that are cut off, as sentences. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('section')].flatMap((section) => {
      const name = section.dataset.card ?? '';
      const edge = section.getBoundingClientRect().right;
      const faults: string[] = [];
      if (section.scrollWidth > section.clientWidth) faults.push(`${name} is too wide`);
      for (const each of section.querySelectorAll<HTMLElement>('.ac-container *')) {
        if (each.getBoundingClientRect().right > edge + 0.5)
          faults.push(`${name}: ${each.className} stands out`);
      }
      for (const each of section.querySelectorAll<HTMLElement>('.ac-pushButton')) {
        if (each.scrollWidth > each.clientWidth)
          faults.push(`${name}: “${each.textContent}” is cut off`);
      }
      return [...new Set(faults)];
    }),
  );
}

/** Text that stands out too little from its ground, as sentences. The client's own buttons and stars are left out. */
export function pale(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    type Colour = [red: number, green: number, blue: number, alpha: number];
    const read = (css: string): Colour => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
      return [red, green, blue, alpha];
    };
    const over = (top: Colour, under: Colour): Colour => {
      const mixed = (at: 0 | 1 | 2) => top[at] * top[3] + under[at] * (1 - top[3]);
      return [mixed(0), mixed(1), mixed(2), 1];
    };
    const light = (colour: Colour) => {
      const [red = 0, green = 0, blue = 0] = colour.slice(0, 3).map((each) => {
        const part = each / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const groundOf = (element: Element | null): Colour =>
      element === null
        ? [255, 255, 255, 1]
        : over(read(getComputedStyle(element).backgroundColor), groundOf(element.parentElement));
    const faults = new Set<string>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const element = text.parentElement;
      const words = text.textContent?.trim() ?? '';
      if (!element || words === '' || words === '*') continue;
      if (!element.closest('section') || element.closest('.ac-pushButton')) continue;
      if (!element.checkVisibility()) continue;
      const ground = groundOf(element);
      const ink = over(read(getComputedStyle(element).color), ground);
      const [dark = 0, bright = 0] = [light(ink), light(ground)].sort((a, b) => a - b);
      const contrast = (bright + 0.05) / (dark + 0.05);
      const card = element.closest('section')?.dataset.card;
      if (contrast < least) faults.add(`${card}: “${words}” has ${contrast.toFixed(1)} to 1`);
    }
    return [...faults];
  }, READABLE);
}

const OPERATED =
  /^\s*- (?:button|textbox|combobox|checkbox|radio|link|spinbutton|searchbox)\b(.*)$/;

/** What can be operated in a card, each as a screen reader names it: lines of the browser's own accessibility tree. */
export async function operated(card: Locator): Promise<{ named: string[]; nameless: string[] }> {
  const lines = (await card.ariaSnapshot()).split('\n').filter((line) => OPERATED.test(line));
  const hasName = (line: string) => /^ "[^"]*\S/.test(OPERATED.exec(line)?.[1] ?? '');
  return {
    named: lines.filter(hasName),
    nameless: lines.filter((line) => !hasName(line)),
  };
}
