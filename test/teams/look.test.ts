/** Every card as Teams gets it, drawn in a real browser as Teams' clients do: what a teacher with a phone has before them. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../cards/model.ts';
import { openBrowser } from '../browser/chromium.ts';
import { samples } from '../cards/samples.ts';
import { withWords } from '../cards/typed-cards.ts';
import { isThing, type Json, things, word } from '../fakes/slack/json.ts';
import { drawingPage, type Look } from '../fakes/teams/drawing.ts';
import { cutOff, operated, pale, unfold } from '../fakes/teams/eyes.ts';
import { type Sent, sentAs, sentInADay, sentSamples } from './sent-cards.ts';

/** Set to a folder to keep pictures of every card, so many on each. */
const PICTURES = process.env.PICTURES;
const ON_A_PICTURE = 8;
const ABREAST = 4;

const LOOKS: [name: string, look: Look][] = [
  ['on a small phone, in light', { dark: false, width: 320 }],
  ['on a small phone, in dark', { dark: true, width: 320 }],
  ['at a desk, in light', { dark: false, width: 600 }],
  ['at a desk, in dark', { dark: true, width: 600 }],
];
/** The most buttons of one row that open a form: each is looked at. */
const FORMS = 3;

let browser: Browser;
let page: Page;
let sent: Sent;
const crashes: string[] = [];

beforeAll(async () => {
  const [opened, all, day] = await Promise.all([openBrowser(), sentSamples(), sentInADay()]);
  browser = opened;
  sent = { ...all, ...day };
  page = await browser.newPage();
  page.on('pageerror', (fault) => crashes.push(String(fault)));
});
afterAll(() => browser?.close());

async function show(cards: Sent, look: Look): Promise<void> {
  await page.setViewportSize({ width: look.width, height: 800 });
  await page.setContent(await drawingPage(cards, look));
  expect(crashes).toEqual([]);
  expect(await page.locator('section').count()).toBe(Object.keys(cards).length);
}

async function picture(name: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  const before = page.viewportSize() ?? { width: 0, height: 0 };
  await page.setViewportSize({ ...before, width: (before.width + 8) * ABREAST });
  for (let from = 0; from < Object.keys(sent).length; from += ON_A_PICTURE) {
    await page.evaluate(
      ([first = 0, last = 0]) => {
        for (const [place, each] of document.querySelectorAll('section').entries())
          each.hidden = place < first || place >= last;
      },
      [from, from + ON_A_PICTURE],
    );
    const path = join(PICTURES, `${name} ${from / ON_A_PICTURE}.png`.replaceAll(/,? /g, '-'));
    await page.screenshot({ path, fullPage: true });
  }
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('section')) each.hidden = false;
  });
  await page.setViewportSize(before);
}

describe.each(LOOKS)('Every card %s', (name, look) => {
  it('is drawn without complaint, is nowhere cut off, and every word can be read', async () => {
    await show(sent, look);
    expect(await page.evaluate('window.complaints')).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
    expect(await pale(page)).toEqual([]);
    await picture(name);
    for (let form = 0; form < FORMS; form += 1) {
      await unfold(page, form);
      expect(await cutOff(page)).toEqual([]);
      expect(await pale(page)).toEqual([]);
      if (form === 0) await picture(`${name} unfolded`);
    }
  });
});

describe('Every card', () => {
  it('is among those looked at: each sample, the first word, forms, and what a day brings', () => {
    expect(Object.keys(sent)).toEqual(expect.arrayContaining(Object.keys(samples())));
    const said = JSON.stringify(sent);
    for (const words of [
      'Hello, I am Bellbird',
      'Not from this account',
      'Pictures and files',
      'more like these, which you will see',
    ])
      expect(said.includes(words), words).toBe(true);
    expect(Object.keys(sent).length).toBeGreaterThan(Object.keys(samples()).length + 20);
  });

  it('names everything that can be operated, forms behind buttons too', async () => {
    await show(sent, { dark: false, width: 360 });
    const seen: string[] = [];
    for (let form = 0; form < FORMS; form += 1) {
      await unfold(page, form);
      const { named, nameless } = await operated(page.locator('body'));
      expect(nameless).toEqual([]);
      seen.push(...named);
    }
    for (const each of ['textbox "Why it is right', 'checkbox "', 'combobox "Occasion', 'link "'])
      expect(seen.join('\n'), each).toContain(each);
  });

  it('begins with the answer, as its one heading', async () => {
    await show(sent, { dark: false, width: 360 });
    const seen = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('section')].map((section) => ({
        name: section.dataset.card ?? '',
        headings: [...section.querySelectorAll<HTMLElement>('h1, h2, h3, [role=heading]')].map(
          ({ innerText }) => innerText.trim(),
        ),
        says: section.innerText.trim(),
      })),
    );
    for (const { name, headings, says } of seen) {
      // The bar of a dialog says what it is.
      if (headings.length === 0) expect(JSON.stringify(sent[name]), name).toContain('"once"');
      else expect(headings, name).toHaveLength(1);
      expect(says.startsWith(headings[0] ?? ''), name).toBe(true);
    }
    expect(seen.filter(({ headings }) => headings.length === 1).length).toBeGreaterThan(60);
  });

  it('says in words whatever it says in colour', () => {
    for (const [name, card] of Object.entries(sent)) expect(coloursAlone(card), name).toEqual([]);
    const alone = { type: 'Container', style: 'attention', items: [run('No.')] };
    expect(coloursAlone({ body: [alone] })).toEqual(['a ground of attention without its word']);
    expect(coloursAlone({ body: [run('No.', { color: 'attention' })] })).toHaveLength(1);
  });
});

/** What people type that could be more than words. */
const TYPED = [
  '<at>everyone</at>, **all** _of_ you',
  '[bank](https://evil.example) ~~no~~ `x`',
  '<b>Hi</b> <img src=x onerror=alert(1)>',
  '# Head\n- one\n1. two\n> three',
  '&lt;at&gt;SLT&lt;/at&gt; \\*kept\\*',
  '{{DATE(2026-01-01T00:00:00Z)}} {{TIME(x)}}',
  '😀 é 漢 \u202eדwards',
];
/** Without an end a line could break at. */
const ENDLESS = 'W'.repeat(280);
const NOTHING_OF_ITS_OWN = 'section :is(a, b, i, em, strong, u, s, at, img, script, code, h1, h3)';

const isForm = (card: Card) =>
  card.parts.some((part) => part.part === 'field' && part.field.id === 'text');

/** Every card these words can get into, as Teams gets them. */
function everywhere(all: readonly string[]): Promise<Sent> {
  const cards = all.flatMap((words, which) =>
    withWords(words).map((card, place) => [
      `${isForm(card) ? 'composer' : 'card'} ${place}, words ${which}`,
      card,
    ]),
  );
  return sentAs(Object.fromEntries(cards));
}

describe('What people type', () => {
  it('is shown as typed on every card, and makes nothing but words', async () => {
    const cards = await everywhere(TYPED);
    await show(cards, { dark: false, width: 320 });
    expect(await page.evaluate('window.complaints')).toEqual([]);
    const drawn = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('section')].map((section) => {
        const boxes = [...section.querySelectorAll<HTMLTextAreaElement>('textarea, input')];
        return [section.innerText, ...boxes.map(({ value }) => value)].join('\n');
      }),
    );
    for (const [place, name] of Object.keys(cards).entries()) {
      const says = drawn[place] ?? '';
      const words = TYPED[Number(name.split(' ').at(-1))] ?? '';
      // What somebody searches our rules for stands nowhere: it may name a pupil, and Teams keeps every card.
      expect(says.includes(words), `${name}: ${words}`).toBe(!says.includes('our policy says'));
    }
    expect(drawn.length).toBeGreaterThan(30 * TYPED.length);
    expect(await page.locator(NOTHING_OF_ITS_OWN).count()).toBe(0);
    expect(await cutOff(page)).toEqual([]);
  });

  it('would be more than words where a card gave it to a TextBlock as it is', async () => {
    const card = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'TextBlock', text: '**all** [bank](https://evil.example)' }],
    };
    await show({ card }, { dark: false, width: 320 });
    expect(await page.locator(NOTHING_OF_ITS_OWN).count()).toBe(2);
  });

  it('may be one word without an end, and nothing stands out', async () => {
    await show(await everywhere([ENDLESS]), { dark: false, width: 320 });
    expect(await cutOff(page)).toEqual([]);
  });
});

const run = (text: string, look: Json = {}) => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text, ...look }],
});

const LOUD = ['good', 'warning', 'attention', 'accent'];

/** What a card says by colour and by nothing else. */
function coloursAlone(it: unknown): string[] {
  if (Array.isArray(it)) return it.flatMap(coloursAlone);
  if (!isThing(it)) return [];
  const faults = Object.values(it).flatMap(coloursAlone);
  if (it.color !== undefined) faults.push(`words in ${String(it.color)}`);
  if (it.type === 'Container' && LOUD.includes(word(it.style))) {
    const [first = {}] = things(it.items);
    const [begins = {}] = things(first.inlines);
    const says =
      first.style === 'heading' || (begins.weight === 'Bolder' && /: $/.test(word(begins.text)));
    if (!says) faults.push(`a ground of ${word(it.style)} without its word`);
  }
  if (it.highlight === true && word(it.text).trim() === '') faults.push('a mark on nothing');
  return faults;
}
