/** The two minutes in which a head tries Bellbird: the real server, the real page, a real browser. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { openSchool, type SchoolAtWork } from '../scenarios/staffroom.ts';
import { aPageEach, WIDE } from './page.ts';

/** Set to a folder to keep pictures of each step, in light, dark and at phone width. */
const PICTURES = process.env.PICTURES;

let school: SchoolAtWork;
let page: Page;

const desk = aPageEach(async () => {
  school = await openSchool();
  return { url: school.url, as: 'amy-reid', close: school.close };
});
const { staff, slt, type } = desk;
beforeEach(() => {
  page = desk.page;
});

async function become(person: string): Promise<void> {
  await page.locator('header select').selectOption(person);
}

async function picture(name: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  for (const [look, size] of [
    ['light', WIDE],
    ['dark', WIDE],
    ['light', { width: 390, height: 844 }],
  ] as const) {
    await page.emulateMedia({ colorScheme: look });
    await page.setViewportSize(size);
    await page.screenshot({ path: join(PICTURES, `${name}-${look}-${size.width}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(WIDE);
}

it('a teacher types a post, fixes a finding and sends it; SLT approves; it stands on the timeline', async () => {
  await picture('1-hello');
  await type('/tweet Year 3 have fin​ished their Roman mosaics.');
  const checklist = staff().locator('article', { hasText: 'to put right first' }).last();
  await checklist.waitFor();
  expect(await checklist.getByRole('button', { name: 'Send to SLT' }).count()).toBe(0);
  await picture('2-blocked');
  await checklist.getByRole('button', { name: 'Make the text plain' }).click();
  const ready = staff().locator('article', { hasText: 'Ready for SLT' }).last();
  await ready.waitFor();
  await picture('3-ready');
  for (const box of await ready.getByRole('checkbox').all()) await box.check();
  await ready.getByRole('button', { name: 'Send to SLT' }).click();

  const asked = slt().locator('article', { hasText: 'Roman mosaics' }).last();
  await asked.getByRole('button', { name: 'Approve' }).waitFor();
  await picture('4-with-slt');
  await asked.getByRole('button', { name: 'Approve' }).click();
  await slt().getByText('Nobody decides on their own post').waitFor();
  await picture('5-refused');

  await become('ben-shah');
  await slt()
    .locator('article', { hasText: 'Roman mosaics' })
    .last()
    .getByRole('button', { name: 'Approve' })
    .click();
  await slt()
    .getByText(/Only Sam Obi, Lee Park or Jo Clarke can decide/)
    .waitFor();
  expect(await school.timeline()).toEqual([]);

  await become('sam-obi');
  await slt()
    .locator('article', { hasText: 'Roman mosaics' })
    .last()
    .getByRole('button', { name: 'Approve' })
    .click();
  await page
    .locator('#timeline-log')
    .getByText('Year 3 have finished their Roman mosaics.')
    .waitFor();
  await slt()
    .getByRole('heading', { name: /Published/ })
    .waitFor();
  expect(await slt().getByRole('button', { name: 'Approve' }).count()).toBe(0);
  await become('amy-reid');
  await staff().getByText('Your post is out').waitFor();
  await picture('6-published');
  expect(await school.timeline()).toEqual(['Year 3 have finished their Roman mosaics.']);
});

it('a head asks what the rules are', async () => {
  await become('jo-clarke');
  await type('/policy photos');
  await staff().getByText('ST-16').waitFor();
  await picture('7-policy');
  await type('/desk');
  await staff().getByText('Posting is on').waitFor();
  await picture('8-desk');
  await type('/help');
  await staff().getByText('What you can type').waitFor();
  await picture('9-help');
});

it('the composer keeps what was typed when it is refused, and makes a draft when it is right', async () => {
  await type('/tweet');
  const form = page.getByRole('dialog');
  await form
    .getByLabel(/What would you like to post/)
    .fill('Our bean plants are taller than Year 1.');
  await form.locator('input[type=date]').fill('2020-01-01');
  await form.locator('input[type=time]').fill('10:00');
  await picture('10-composer');
  await form.getByRole('button', { name: 'Check it' }).click();
  await form.getByText('That time has passed').waitFor();
  expect(await form.getByLabel(/What would you like to post/).inputValue()).toContain(
    'bean plants',
  );
  await picture('11-composer-refused');
  await form.locator('input[type=date]').fill('2026-03-11');
  await form.getByRole('button', { name: 'Check it' }).click();
  await staff().getByText('tomorrow 10:00').waitFor();
});

it('the page comes back by itself after the server was restarted, with every card as it stands', async () => {
  await type('/tweet Year 3 have finished their Roman mosaics.');
  await staff().getByText('Ready for SLT').waitFor();
  const { port } = new URL(school.url);
  await school.restart({ port: Number(port) });
  await type('/tweet status');
  await staff().getByText('Your posts').waitFor({ timeout: 20_000 });
  await page.reload();
  await staff().getByText('Ready for SLT').waitFor();
});
