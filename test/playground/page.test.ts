/** The page in a real browser: typing, pressing, losing the server and finding it again. */
import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { aPageEach } from '../browser/page.ts';
import { type House, openHouse } from './house.ts';
import { approval, checklist, word } from './rote-front.ts';

let house: House;
let page: Page;

const desk = aPageEach(async () => {
  house = await openHouse();
  const close = async () => {
    await house.stop();
    await house.clear();
  };
  return { url: house.url, as: 'amy', close };
});
const { line, staff, type } = desk;
beforeEach(() => {
  page = desk.page;
});

test('Amy finds a command by its first letters and completes it by keyboard', async () => {
  await line().pressSequentially('/tw');
  expect(await page.locator('[role=option]').count()).toBe(5);
  expect(await line().getAttribute('aria-expanded')).toBe('true');
  await line().press('ArrowDown');
  const active = await line().getAttribute('aria-activedescendant');
  expect(await page.locator(`#${active}`).textContent()).toContain('/tweet status');
  await line().press('Enter');
  expect(await line().inputValue()).toBe('/tweet status');
  await line().fill('/po');
  await line().press('Escape');
  expect(await page.locator('#completions').isVisible()).toBe(false);
  await line().press('Tab');
  expect(await line().inputValue()).toBe('/po');
});

test('a whole command is sent by Enter, though longer ones begin the same', async () => {
  await line().pressSequentially('/tweet');
  await line().press('Enter');
  await page.locator('dialog[open]').waitFor();
  expect(house.received[0]?.intent).toMatchObject({ command: 'tweet', text: '' });
});

test('lines of their own are sent as typed, and the last line comes back with the arrow', async () => {
  await line().fill('/tweet One');
  await line().press('Shift+Enter');
  await line().pressSequentially('Two');
  await line().press('Enter');
  await staff().getByText('Ready for SLT').waitFor();
  expect(house.received[0]?.intent).toMatchObject({ text: 'One\nTwo' });
  expect(await line().inputValue()).toBe('');
  await line().press('ArrowUp');
  expect(await line().inputValue()).toBe('/tweet One\nTwo');
});

test('what is typed while the server is away goes out once when it is back', async () => {
  const { port, folder } = house;
  await house.stop();
  await page.locator('#status').getByText('Bellbird is away').waitFor();
  await type('/tweet From the dark');
  await staff().getByText('Not sent yet').waitFor();
  house = await openHouse({ port, folder });
  await staff().getByText('Ready for SLT').waitFor({ timeout: 15_000 });
  await page.locator('#status').waitFor({ state: 'hidden' });
  expect(house.received).toHaveLength(1);
  expect(await staff().getByText('From the dark').count()).toBe(2);
});

test('a button cannot be pressed twice while its answer is under way', async () => {
  await type('/tweet Slow one');
  await staff().getByText('Ready for SLT').waitFor();
  let release = () => {};
  house.rote.hold = new Promise((resolve) => {
    release = resolve;
  });
  const send = staff().getByRole('button', { name: 'Send to SLT' });
  await send.click();
  await expect.poll(() => send.isDisabled()).toBe(true);
  release();
  await staff().getByText('Done: send').waitFor();
  expect(house.received).toHaveLength(2);
});

test('a refused form stays open with every word, and closing it keeps them too', async () => {
  await type('/tweet');
  const form = page.locator('dialog[open]');
  await form.getByRole('button', { name: 'Check it' }).click();
  await form.getByText('There are no words in it yet.').waitFor();
  await form.locator('textarea').fill('Half a thought');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Open it again' }).click();
  expect(await form.locator('textarea').inputValue()).toBe('Half a thought');
  await form.getByRole('button', { name: 'Check it' }).click();
  await staff().getByText('Ready for SLT').waitFor();
  expect(await page.locator('dialog[open]').count()).toBe(0);
  expect(house.received.at(-1)?.intent).toMatchObject({
    fields: { text: 'Half a thought', occasion: 'everyday' },
  });
});

test('news on a card does not take away the reason somebody is typing into it', async () => {
  const place = { to: 'person', person: 'amy' } as const;
  const ref = await house.chat.post('lickey', place, checklist('Mud', 'Mud?'), 'card-1');
  const reason = staff().locator('input[type=text], input:not([type])').first();
  await reason.fill('It was a trip to the woods');
  await house.chat.update('lickey', String(ref), checklist('Mud', 'Mud, still?'));
  await staff().getByText('Mud, still?').waitFor();
  expect(await reason.inputValue()).toBe('It was a trip to the woods');
});

test('Amy pressing Approve is told at the card who may, and Sam sees the same card', async () => {
  await house.chat.post('lickey', { to: 'slt' }, approval('Sixty daffodils'), 'ask-1');
  const slt = page.locator('#slt-log');
  await slt.getByRole('button', { name: 'Approve' }).click();
  await slt.getByText('Only SLT may approve.').waitFor();
  await page.locator('#person').selectOption('sam');
  await page.getByText('Everyone in SLT sees this.').waitFor();
  await slt.getByRole('button', { name: 'Ask for changes' }).click();
  await slt.locator('textarea').fill('Say which year');
  await slt.getByRole('button', { name: 'Yes, ask for changes' }).click();
  await slt.getByText('Done: changes').waitFor();
  expect(house.received.at(-1)).toMatchObject({
    person: 'sam',
    intent: { action: 'changes', draft: 'd1', revision: 1, fields: { note: 'Say which year' } },
  });
});

test('markup that people type stays text, in lines, cards and posts', async () => {
  const nasty = '<img src=x onerror="document.title=1"> **bold** [a](http://b.example)';
  await type(`/tweet ${nasty}`);
  await staff().getByText('Ready for SLT').waitFor();
  await house.timeline.publish('@Lickey_Hills', nasty);
  await page.locator('#timeline-log').getByText('**bold**').waitFor();
  expect(await page.locator('.log img[src="x"]').count()).toBe(0);
  expect(await staff().getByText('**bold** [a](http://b.example)').count()).toBe(2);
});

test('at phone width one pane shows, and a dot says where something is new', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.locator('#slt').isVisible()).toBe(false);
  await house.chat.post('lickey', { to: 'slt' }, word('Amy asks'), 'ask-1');
  const tab = page.locator('.tabs button[data-pane=slt]');
  await tab.locator('.dot').waitFor();
  await tab.click();
  await page.locator('#slt-log').getByText('Amy asks').waitFor();
  expect(await tab.locator('.dot').isVisible()).toBe(false);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBe(390);
});

test('dark colours are chosen by a button and kept for the next visit', async () => {
  await page.getByRole('button', { name: 'Dark colours' }).click();
  await page.reload();
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  await expect.poll(theme).toBe('dark');
  const button = page.getByRole('button', { name: 'Dark colours' });
  await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
});
