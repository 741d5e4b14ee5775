// @ts-check
/** One pane: entries in the order they first stood there, and the eye kept where it was. */
import { byId } from './el.js';

/** Nearer than this to the end (px) counts as being at the end. */
const NEAR = 80;

/**
 * @typedef {{ key: string, order: number, element: HTMLElement }} Entry
 * @typedef {{
 *   place: (entry: Entry) => void,
 *   remove: (key: string) => void,
 *   has: (key: string) => boolean,
 *   last: () => number,
 *   empty: () => boolean,
 *   clear: () => void,
 *   toEnd: () => void,
 * }} Pane `last` is the highest order so far
 */

/**
 * @param {string} name id of the pane; its log and its "New below" are named after it
 * @param {{ newestFirst?: boolean }} [options]
 * @returns {Pane}
 */
export function makePane(name, { newestFirst = false } = {}) {
  const log = byId(`${name}-log`, HTMLElement);
  // Long chats are scrolled with the arrow keys too, so the log takes the focus.
  log.tabIndex = 0;
  const jump = document.getElementById(`${name}-jump`);
  /** @type {Map<string, Entry>} */
  const entries = new Map();

  const atEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
  const toEnd = () => {
    log.scrollTop = newestFirst ? 0 : log.scrollHeight;
    jump?.setAttribute('hidden', '');
  };
  jump?.addEventListener('click', () => {
    toEnd();
    log.focus();
  });
  log.addEventListener('scroll', () => {
    if (atEnd()) jump?.setAttribute('hidden', '');
  });

  /** @param {Entry} entry */
  const insert = (entry) => {
    const sorted = [...entries.values()].sort((a, b) => a.order - b.order);
    if (newestFirst) sorted.reverse();
    const at = sorted.indexOf(entry);
    const after = sorted[at + 1];
    log.insertBefore(entry.element, after ? after.element : null);
  };

  /** @param {Entry} entry */
  const place = (entry) => {
    const standing = entries.get(entry.key);
    const stay = atEnd();
    if (standing && standing.order === entry.order) {
      const focused = standing.element.contains(document.activeElement);
      standing.element.replaceWith(entry.element);
      entries.set(entry.key, entry);
      if (focused) entry.element.focus({ preventScroll: true });
    } else {
      standing?.element.remove();
      entries.delete(entry.key);
      entries.set(entry.key, entry);
      insert(entry);
    }
    if (newestFirst) return;
    if (stay) toEnd();
    else if (!standing) jump?.removeAttribute('hidden');
  };

  return {
    place,
    remove: (key) => {
      entries.get(key)?.element.remove();
      entries.delete(key);
    },
    has: (key) => entries.has(key),
    last: () => Math.max(0, ...[...entries.values()].map(({ order }) => order)),
    empty: () => entries.size === 0,
    clear: () => {
      for (const { element } of entries.values()) element.remove();
      entries.clear();
      jump?.setAttribute('hidden', '');
    },
    toEnd,
  };
}
