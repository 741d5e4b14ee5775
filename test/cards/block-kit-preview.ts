/**
 * A plain preview of Block Kit, close to what Slack shows and no prettier, since Slack itself is not here.
 * `node test/cards/block-kit-preview.ts` takes pictures of the sample cards into a new temporary folder.
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { askCard, unfoldedCard } from '../../cards/ask.ts';
import type { Card } from '../../cards/model.ts';
import { homeOf, type Modal, messageOf, modalOf } from '../../cards/render/block-kit.ts';
import type { Block, Inline, Input, Plain, Rich } from '../../cards/render/block-kit-shapes.ts';
import { openBrowser } from '../browser/chromium.ts';
import { samples } from './samples.ts';

export type Look = { dark: boolean; width: number };

const STYLE = `
:root { --bg:#fff; --ink:#1d1c1d; --soft:#616061; --line:#dddddd; --link:#1264a3; --green:#007a5a; --red:#e01e5a }
[data-theme=dark] { --bg:#1a1d21; --ink:#d1d2d3; --soft:#ababad; --line:#3c3f44; --link:#1d9bd1; --green:#148567; --red:#e0466f }
body { margin:0; background:var(--bg); color:var(--ink); font:15px/1.46 Lato,"Helvetica Neue",Arial,sans-serif }
section { margin:16px; padding:12px; border:1px solid var(--line); border-radius:8px; overflow-wrap:anywhere }
h1 { font-size:18px; line-height:1.3; margin:4px 0 8px } p, ul, blockquote { margin:0; white-space:pre-wrap }
ul { padding-left:24px } blockquote { border-left:4px solid var(--line); padding-left:12px; margin:4px 0 }
.b { margin:8px 0 } .small { font-size:13px; color:var(--soft); white-space:pre-wrap; margin:4px 0 } hr { border:0; border-top:1px solid var(--line); margin:12px 0 }
.sec { display:flex; gap:12px; align-items:flex-start } .sec p { flex:1 } .user { color:var(--link); background:#1d9bd11a }
button { font:700 13px/1 Lato,Arial,sans-serif; color:var(--ink); background:var(--bg); border:1px solid var(--soft); border-radius:4px; padding:9px 12px; margin:0 8px 8px 0; max-width:240px; overflow:hidden; text-overflow:ellipsis; white-space:nowrap }
button.primary { color:#fff; background:var(--green); border-color:var(--green) } button.danger { color:#fff; background:var(--red); border-color:var(--red) }
label b { display:block; margin-bottom:4px } .in { border:1px solid var(--soft); border-radius:4px; padding:8px; white-space:pre-wrap } .in.long { min-height:66px }
.bar { display:flex; justify-content:space-between; font-weight:900; font-size:18px; border-bottom:1px solid var(--line); padding-bottom:8px } .foot { text-align:right; border-top:1px solid var(--line); padding-top:12px }
a { color:var(--link) }`;

function safe(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function inline(each: Inline): string {
  if (each.type === 'user') return `<span class="user">@${safe(each.user_id)}</span>`;
  if (each.type === 'link') return `<a href="${safe(each.url)}">${safe(each.text)}</a>`;
  const text = safe(each.text);
  if (each.style?.bold) return `<b>${text}</b>`;
  return each.style?.italic ? `<i>${text}</i>` : text;
}

function rich(each: Rich): string {
  if (each.type === 'rich_text_list') return `<ul>${each.elements.map(bullet).join('')}</ul>`;
  const inside = each.elements.map(inline).join('');
  return each.type === 'rich_text_quote'
    ? `<blockquote>${inside}</blockquote>`
    : `<p>${inside}</p>`;
}

function bullet(each: { elements: Inline[] }): string {
  return `<li>${each.elements.map(inline).join('')}</li>`;
}

function button(text: Plain, style = ''): string {
  return `<button class="${style}">${safe(text.text)}</button>`;
}

function input(element: Input): string {
  switch (element.type) {
    case 'plain_text_input':
      return `<div class="in ${element.multiline ? 'long' : ''}">${safe(element.initial_value ?? '')}&nbsp;</div>`;
    case 'static_select':
      return `<div class="in">${safe(element.initial_option?.text.text ?? 'Select an item')} ▾</div>`;
    case 'checkboxes':
      return element.options
        .map((each) => {
          const on = element.initial_options?.some((one) => one.value === each.value);
          return `<div>${on ? '☑' : '☐'} ${safe(each.text.text)}</div>`;
        })
        .join('');
    case 'datepicker':
      return `<div class="in">${safe(element.initial_date ?? 'Select a date')} ▾</div>`;
    case 'timepicker':
      return `<div class="in">${safe(element.initial_time ?? 'Select a time')} ▾</div>`;
  }
}

function block(each: Block): string {
  switch (each.type) {
    case 'header':
      return `<h1>${safe(each.text.text)}</h1>`;
    case 'section': {
      const { text, accessory } = each;
      const beside = accessory ? button(accessory.text, accessory.style) : '';
      return `<div class="b sec"><p>${safe(text.text)}</p>${beside}</div>`;
    }
    case 'context':
      return `<div class="small">${each.elements.map((one) => safe(one.text)).join(' ')}</div>`;
    case 'divider':
      return '<hr>';
    case 'rich_text':
      return `<div class="b">${each.elements.map(rich).join('')}</div>`;
    case 'actions':
      return `<div class="b">${each.elements.map((one) => button(one.text, one.style)).join('')}</div>`;
    case 'input': {
      const may = each.optional ? ' (optional)' : '';
      const hint = each.hint ? `<div class="small">${safe(each.hint.text)}</div>` : '';
      return `<label class="b"><b>${safe(each.label.text)}${may}</b>${input(each.element)}</label>${hint}`;
    }
  }
}

function modal(view: Modal): string {
  const submit = view.submit ? button(view.submit, 'primary') : '';
  return `<div class="bar">${safe(view.title.text)}<span>×</span></div>${view.blocks.map(block).join('')}<div class="foot">${button(view.close)}${submit}</div>`;
}

/** What each card looks like where Slack shows it: a message, a modal, or the Home page. */
function drawn(cards: Record<string, Card>): Record<string, string> {
  const options = { place: 'p1', memberOf: () => 'U0AMY' };
  const html: Record<string, string> = {};
  for (const [name, card] of Object.entries(cards)) {
    if (name.startsWith('composer')) html[name] = modal(modalOf(card, { ...options, meta: {} }));
    else if (name.startsWith('home')) html[name] = homeOf(card, options).blocks.map(block).join('');
    else html[name] = messageOf(card, options).blocks.map(block).join('');
  }
  const approval = cards['approval flagged'];
  const ask = approval?.buttons.find((each) => each.asks);
  if (ask) html['ask for changes'] = modal(modalOf(askCard(ask), { ...options, meta: {} }));
  if (approval) html.details = modal(modalOf(unfoldedCard(approval), { ...options, meta: {} }));
  return html;
}

/** A whole HTML page with these cards, each in a section named after it. */
export function previewPage(cards: Record<string, Card>, look: Look): string {
  const sections = Object.entries(drawn(cards)).map(
    ([name, html]) =>
      `<section data-card="${safe(name)}" style="width:${look.width - 58}px">${html}</section>`,
  );
  return `<!doctype html><html lang="en-GB" data-theme="${look.dark ? 'dark' : 'light'}"><meta charset="utf-8"><title>Block Kit</title><style>${STYLE}</style><body>${sections.join('')}</body></html>`;
}

async function takePictures(looks: readonly Look[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'block-kit-'));
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    for (const look of looks) {
      await page.setViewportSize({ width: look.width, height: 800 });
      await page.setContent(previewPage(samples(), look));
      for (const section of await page.locator('section').all()) {
        const name = (await section.getAttribute('data-card')) ?? 'card';
        const theme = look.dark ? 'dark' : 'light';
        const file = `${name.replaceAll(' ', '-')}-${look.width}-${theme}.png`;
        await section.screenshot({ path: join(folder, file) });
      }
    }
  } finally {
    await browser.close();
  }
  return folder;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const looks = [390, 700].flatMap((width) => [false, true].map((dark) => ({ dark, width })));
  console.log(await takePictures(looks));
}
