// @ts-check
/** One entry of a chat or the timeline, as an element. */
import { drawCard } from './cards.js';
import { el, initials } from './el.js';

/** @typedef {import('./shapes.js').ShownCard} ShownCard */
/** @typedef {import('./shapes.js').Touch} Touch */
/** @typedef {import('./cards.js').DrawnCard} DrawnCard */

/** @param {number} at @param {string} words */
function time(at, words) {
  return el('time', { datetime: new Date(at).toISOString() }, words);
}

/**
 * A line somebody typed.
 * @param {{ name: string, text: string, at: number, when: string, state: string | null }} line
 *   `state` is a word on where it is on its way, null once it is there
 */
export function lineEntry({ name, text, at, when, state }) {
  const foot = el('p', { class: 'entry-foot' }, state ?? time(at, when));
  return el(
    'article',
    { class: state ? 'entry line line-going' : 'entry line', 'aria-label': `${name}, ${when}` },
    el('p', { class: 'bubble', dir: 'auto' }, text),
    foot,
  );
}

function bird() {
  return el('img', {
    class: 'bird',
    src: '/playground/page/bellbird.svg',
    alt: '',
    width: 32,
    height: 32,
  });
}

/**
 * A word from Bellbird that stands only in this page.
 * @param {{ words: string, at: number, when: string }} said
 */
export function wordEntry({ words, at, when }) {
  return el(
    'article',
    { class: 'entry said', 'aria-label': `Bellbird, ${when}` },
    bird(),
    el(
      'div',
      { class: 'said-body' },
      el('p', { class: 'word' }, words),
      el('p', { class: 'entry-foot' }, 'Only you see this · ', time(at, when)),
    ),
  );
}

/**
 * Bellbird is looking at it.
 * @returns {HTMLElement}
 */
export function waitingEntry() {
  const dots = el('p', { class: 'dots' }, el('span', { class: 'unseen' }, 'Bellbird is reading'));
  for (let dot = 0; dot < 3; dot += 1) dots.append(el('span', { 'aria-hidden': 'true' }));
  return el('article', { class: 'entry said' }, bird(), el('div', { class: 'said-body' }, dots));
}

/**
 * A card. `note` is shown under it until it changes; `only` says that nobody else sees it, nor a reload.
 * @param {{ card: ShownCard, at: number, when: string, only: boolean }} message
 * @param {(touch: Touch) => void} onTouch
 * @param {Map<string, string>} [typed]
 * @returns {{ element: HTMLElement, drawn: DrawnCard, note: (card: ShownCard | string | null) => void }}
 */
export function cardEntry({ card, at, when, only }, onTouch, typed) {
  const drawn = drawCard(card, onTouch, typed);
  const noteBox = el('div', { class: 'note', role: 'status' });
  const frame = el('div', { class: `card mark-${card.mark ?? 'none'}` }, drawn.element);
  const foot = el('p', { class: 'entry-foot' }, only ? 'Only you see this · ' : '', time(at, when));
  const element = el(
    'article',
    { class: 'entry said', 'aria-label': `Bellbird, ${when}: ${card.summary}`, tabindex: '-1' },
    bird(),
    el('div', { class: 'said-body' }, frame, noteBox, foot),
  );
  return { element, drawn, note: (shown) => showNote(noteBox, shown, onTouch) };
}

/**
 * Shows a note in a box, or empties the box.
 * @param {HTMLElement} box
 * @param {ShownCard | string | null} shown
 * @param {(touch: Touch) => void} onTouch
 */
export function showNote(box, shown, onTouch) {
  box.replaceChildren();
  if (shown === null) return;
  const close = el(
    'button',
    { type: 'button', class: 'note-close' },
    el('span', { 'aria-hidden': 'true' }, '×'),
    el('span', { class: 'unseen' }, 'Put this note away'),
  );
  close.addEventListener('click', () => box.replaceChildren());
  const body = el(
    'div',
    {},
    typeof shown === 'string' ? el('p', {}, shown) : drawCard(shown, onTouch).element,
  );
  box.append(el('div', { class: 'note-body' }, body, close));
  box.scrollIntoView({ block: 'nearest' });
}

/**
 * A published post, as readers see it; of one that was taken down they see nothing, and the page says so.
 * @param {import('./shapes.js').Post} post
 * @param {string} school
 * @param {string} when
 */
export function postEntry(post, school, when) {
  if (post.removed) {
    const gone = `@${post.handle} · ${when}: this post was taken down.`;
    return el('article', { class: 'post post-gone' }, el('p', {}, gone));
  }
  const text = el('p', { class: 'post-text', dir: 'auto' });
  for (const segment of post.segments) {
    text.append(
      segment.kind === 'text' ? segment.text : el('span', { class: segment.kind }, segment.text),
    );
  }
  return el(
    'article',
    { class: 'post', 'aria-label': `${school}, ${when}` },
    el('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(school)),
    el(
      'header',
      {},
      el('strong', {}, school),
      ' ',
      el('span', { class: 'handle' }, `@${post.handle}`),
      el('span', { class: 'handle', 'aria-hidden': 'true' }, ' · '),
      el(
        'a',
        { class: 'handle', href: post.url, target: '_blank', rel: 'noopener' },
        time(post.at, when),
      ),
    ),
    text,
  );
}
