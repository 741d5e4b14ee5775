/** The page in a real browser for those who use no mouse, a phone, or come back to what they began. */
import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { aPageEach } from '../browser/page.ts';
import { type House, openHouse, SCHOOL } from './house.ts';
import { approval, checklist } from './rote-front.ts';

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
const { line, staff, slt, type } = desk;
beforeEach(() => {
  page = desk.page;
});

/** Where the focus is: the text of the control, else of the card it is on. */
const focused = () =>
  page.evaluate(() => {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body) return 'nowhere';
    return activeElement.id || activeElement.textContent || activeElement.tagName;
  });

test('Amy can type at once, and a slash typed anywhere begins a command', async () => {
  expect(await focused()).toBe('line');
  await page.locator('#theme').focus();
  await page.keyboard.press('/');
  expect(await line().inputValue()).toBe('/');
  expect(await focused()).toBe('line');
  expect(await page.locator('[role=option]').count()).toBeGreaterThan(5);
  await page.keyboard.type('tweet and/or');
  expect(await line().inputValue()).toBe('/tweet and/or');
});

test('after Send by keyboard the focus stays on the card', async () => {
  await type('/tweet Sixty daffodils');
  const send = staff().getByRole('button', { name: 'Send to SLT' });
  await send.focus();
  await page.keyboard.press('Enter');
  await staff().getByText('Done: send').waitFor();
  expect(await focused()).toContain('Done: send');
  const ring = await staff()
    .locator('.card')
    .last()
    .evaluate((card) => getComputedStyle(card).outlineStyle);
  expect(ring).toBe('solid');
});

test('a refusal leaves Amy on the button she pressed', async () => {
  await house.chat.post('lickey', { to: 'slt' }, approval('Sixty daffodils'), 'ask-1');
  const approve = slt().getByRole('button', { name: 'Approve' });
  await approve.focus();
  await page.keyboard.press('Enter');
  await slt().getByText('Only SLT may approve.').waitFor();
  expect(await focused()).toBe('Approve');
  expect(await approve.isEnabled()).toBe(true);
});

test('news on a card leaves the caret in the reason somebody is typing', async () => {
  const place = { to: 'person', person: 'amy' } as const;
  const ref = await house.chat.post('lickey', place, checklist('Mud', 'Mud?'), 'card-1');
  await staff().locator('input[type=text]').first().click();
  await page.keyboard.type('It was a trip ');
  await house.chat.update('lickey', String(ref), checklist('Mud', 'Mud, still?'));
  await staff().getByText('Mud, still?').waitFor();
  await page.keyboard.type('to the woods');
  expect(await staff().locator('input[type=text]').first().inputValue()).toBe(
    'It was a trip to the woods',
  );
});

test('while Ask for changes is open, Tab reaches Decline', async () => {
  await house.chat.post('lickey', { to: 'slt' }, approval('Sixty daffodils'), 'ask-1');
  await slt().getByRole('button', { name: 'Ask for changes', exact: true }).press('Enter');
  await slt().locator('textarea').waitFor();
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Decline');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
});

test('a form closed with Escape comes back with its words when it is asked for again', async () => {
  await type('/tweet');
  const form = page.locator('dialog[open]');
  await form.locator('textarea').fill('Half a thought');
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
  await type('/tweet');
  await form.getByText('These are your words from before.').waitFor();
  expect(await form.locator('textarea').inputValue()).toBe('Half a thought');
  await form.getByRole('button', { name: 'Check it' }).click();
  await staff().getByText('Ready for SLT').waitFor();
  await type('/tweet');
  await form.waitFor();
  expect(await form.locator('textarea').inputValue()).toBe('');
});

test('words half typed by Amy are not shown to whoever takes her seat', async () => {
  await type('/tweet');
  await page.locator('dialog[open] textarea').fill('Half a thought');
  await page.keyboard.press('Escape');
  await page.locator('#person').selectOption('sam');
  expect(await page.getByRole('button', { name: 'Open it again' }).count()).toBe(0);
  await type('/tweet');
  expect(await page.locator('dialog[open] textarea').inputValue()).toBe('');
});

test('on a phone the SLT tab opens at the newest card, its beginning in view', async () => {
  await page.setViewportSize({ width: 390, height: 600 });
  for (let number = 1; number <= 12; number += 1) {
    const words = `Post ${number}. ${'We went on and on. '.repeat(number === 12 ? 60 : 3)}`;
    await house.chat.post('lickey', { to: 'slt' }, approval(words), `ask-${number}`);
  }
  const tab = page.locator('.tabs button[data-pane=slt]');
  await tab.locator('.dot').waitFor();
  await tab.click();
  const newest = slt().locator('article').last();
  const top = () =>
    newest.evaluate(
      (card) =>
        card.getBoundingClientRect().top - (card.parentElement?.getBoundingClientRect().top ?? 0),
    );
  await expect.poll(top).toBeLessThan(60);
  expect(await top()).toBeGreaterThanOrEqual(0);
});

test('somebody added to the school file is in the list of an open page, and a name that went sits nowhere', async () => {
  const [amy, ...others] = SCHOOL.people;
  if (!amy) throw new Error('nobody');
  const una = { id: 'una', name: 'Una Field', roles: ['teacher' as const] };
  house.reload([{ ...SCHOOL, people: [amy, ...others, una] }]);
  await page.locator('#person option[value=una]').waitFor({ state: 'attached' });
  expect(await page.locator('#person').inputValue()).toBe('amy');
  await page.locator('#person').selectOption('una');
  await type('/tweet From Una');
  await staff().getByText('Ready for SLT').waitFor();
  expect(house.received.at(-1)?.person).toBe('una');
  house.reload([SCHOOL]);
  await page.getByText('you are not on it now').waitFor();
  expect(await page.locator('#person').inputValue()).toBe('amy');
});

test('of several schools one is chosen by name, and what is said there is said there', async () => {
  expect(await page.locator('#school-choice').count()).toBe(0);
  const hill = {
    ...SCHOOL,
    id: 'hill',
    name: 'Hilltop School',
    people: [{ id: 'zoe', name: 'Zoe Hay', roles: ['teacher' as const] }],
    accounts: [{ handle: '@Hilltop', name: 'Hilltop School' }],
  };
  house.reload([SCHOOL, hill]);
  await page.getByLabel('School', { exact: true }).selectOption('hill');
  await page.waitForURL(/school=hill/);
  await expect.poll(() => page.locator('#person').inputValue()).toBe('zoe');
  await type('/tweet From the hill');
  await staff().getByText('Ready for SLT').waitFor();
  expect(house.received.at(-1)).toMatchObject({ school: 'hill', person: 'zoe' });
  await house.timeline.publish('@Hilltop', 'Out from the hill');
  await page.locator('#timeline-log').getByText('Out from the hill').waitFor();
  expect((await fetch(`${house.url}/timeline/Hilltop/1`)).status).toBe(404);
  await page.reload();
  expect(await page.getByLabel('School', { exact: true }).inputValue()).toBe('hill');
});
