import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardFor } from '../../cards/draft-card.ts';
import { openBrowser } from '../browser/chromium.ts';
import { galleryPage } from './gallery.ts';
import { samples } from './samples.ts';
import { HANDLE, LIFE, view } from './views.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 412, height: 900 } });
});
afterAll(() => browser?.close());

async function show(cards: Parameters<typeof galleryPage>[0], width = 380): Promise<void> {
  await page.setContent(await galleryPage(cards, { dark: false, width }));
}
function pressed(): Promise<unknown[]> {
  return page.evaluate('window.pressed') as Promise<unknown[]>;
}

describe('In a real browser', () => {
  test('every card is drawn, has one heading, and fits a phone', async () => {
    const cards = samples();
    await show(cards, 340);
    expect(await page.locator('section').count()).toBe(Object.keys(cards).length);
    for (const section of await page.locator('section').all()) {
      const name = await section.getAttribute('data-card');
      expect(await section.getByRole('heading').count(), name ?? '').toBe(1);
      const wide = await section.evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(wide, name ?? '').toBe(0);
    }
  });

  test('folded rules open and close by keyboard', async () => {
    await show({ checklist: cardFor(LIFE.drafted, 'author') });
    const held = page.getByText('It is no answer to anybody');
    expect(await held.isVisible()).toBe(false);
    await page.getByRole('button', { name: '4 rules are fine' }).focus();
    await page.keyboard.press('Enter');
    expect(await held.isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    expect(await held.isVisible()).toBe(false);
  });

  test('nothing is sent without the ticks and the reason, and both go with it', async () => {
    const flagged = view({ verdict: { outcome: 'review', findings: [HANDLE] } });
    await show({ checklist: cardFor(flagged, 'author') });
    const send = page.getByRole('button', { name: 'Send to SLT' });
    await send.click();
    expect(await pressed()).toEqual([]);
    expect(await page.getByText('Please write a few words here.').isVisible()).toBe(true);
    await page.getByRole('textbox', { name: 'Why it is right to post' }).fill('They asked us to.');
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await send.click();
    expect(await pressed()).toEqual([
      {
        action: 'send',
        draft: 'd12',
        revision: 1,
        ticked: 'device',
        'reason:individual-handle': 'They asked us to.',
      },
    ]);
  });

  test('edit works with nothing filled in', async () => {
    await show({ checklist: cardFor(LIFE.drafted, 'author') });
    await page.getByRole('button', { name: 'Edit' }).click();
    expect(await pressed()).toEqual([{ action: 'edit', draft: 'd12', revision: 1 }]);
  });

  test('declining asks for the reason first, approving asks for nothing', async () => {
    await show({ approval: cardFor(LIFE.submitted, 'slt') });
    await page.getByRole('button', { name: 'Decline', exact: true }).click();
    await page.getByRole('button', { name: 'Yes, decline' }).click();
    expect(await pressed()).toEqual([]);
    await page.getByRole('textbox').fill('Not this week.');
    await page.getByRole('button', { name: 'Yes, decline' }).click();
    await page.getByRole('button', { name: 'Approve' }).click();
    expect(await pressed()).toEqual([
      { action: 'decline', draft: 'd12', revision: 1, reason: 'Not this week.' },
      { action: 'approve', draft: 'd12', revision: 1 },
    ]);
  });

  test('markup, dates and line breaks that somebody typed are only words', async () => {
    const text = '<b>Hi</b> **you** {{DATE(2026-01-01T00:00:00Z)}}\n[x](https://x.example)';
    await show({ checklist: cardFor(view({ revision: { text } }), 'author') });
    const drawn = await page.locator('section').innerText();
    expect(drawn).toContain(text);
    expect(await page.locator('section a, section b').count()).toBe(0);
  });
});
