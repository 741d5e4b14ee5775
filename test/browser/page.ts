/** A page in a real browser for each test, which must end without a complaint of the page's own. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { openBrowser } from './chromium.ts';

/** A desk's screen. */
export const WIDE = { width: 1400, height: 900 };
/** Nothing on this page takes longer, ms. */
const LONGEST = 10_000;

/** What the browser says by itself while the server is away is no fault of the page. */
const isAway = (says: string) => says.includes('net::ERR') || says.includes('Failed to load');

type Where = { url: string; as: string; close: () => Promise<void> };

/**
 * Opens a page before each test, on what `open` gives, as the person it names; closes both after it. Every
 * error on the page fails the test.
 */
export function aPageEach(open: () => Promise<Where>) {
  let browser: Browser;
  let page: Page;
  let where: Where;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    where = await open();
    complaints.length = 0;
    page = await browser.newPage({ viewport: WIDE });
    page.setDefaultTimeout(LONGEST);
    page.on('pageerror', (fault) => complaints.push(String(fault)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isAway(message.text())) complaints.push(message.text());
    });
    await page.goto(`${where.url}/?as=${where.as}`);
    await page.getByText('Hello, I am Bellbird').waitFor();
  });
  afterEach(async () => {
    await page.close();
    await where.close();
    expect(complaints).toEqual([]);
  });

  const line = () => page.locator('#line');
  return {
    get page() {
      return page;
    },
    get browser() {
      return browser;
    },
    line,
    staff: () => page.locator('#staff-log'),
    slt: () => page.locator('#slt-log'),
    /** Types a line and sends it. */
    type: async (text: string) => {
      await line().fill(text);
      await line().press('Enter');
    },
  };
}
