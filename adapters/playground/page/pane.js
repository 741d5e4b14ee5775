// @ts-check
/** One pane: entries in the order they first stood there, and the eye kept where it was. */
import { byId } from './el.js';
import { heldFocus } from './focus.js';

/** Nearer than this to the end (px) counts as being at the end. */
const NEAR = 80;
/** Room over an entry that is brought to the top (px). */
const MARGIN = 8;

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
 *   toNewest: () => void,
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

  /** True while something new came, or the end was asked for, and the pane did not show. */
  let owesEnd = false;

  const shows = () => log.clientHeight > 0;
  const atEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
  const newest = () =>
    [...entries.values()].reduce(
      (last, each) => (last === null || each.order >= last.order ? each : last),
      /** @type {Entry | null} */ (null),
    );
  const toEnd = () => {
    owesEnd = !shows();
    log.scrollTop = newestFirst ? 0 : log.scrollHeight;
    jump?.setAttribute('hidden', '');
  };
  /** To the end, or to the beginning of an entry there that is taller than the pane. */
  const toNewest = (element = newest()?.element) => {
    toEnd();
    const top = element?.getBoundingClientRect().top;
    const above = top === undefined ? 0 : log.getBoundingClientRect().top - top;
    if (!newestFirst && above > 0) log.scrollTop -= above + MARGIN;
  };
  // At phone width a pane has no height until its tab is pressed: only then can it be scrolled.
  new ResizeObserver(() => {
    if (owesEnd && shows()) toNewest();
  }).observe(log);
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
    const giveBack = standing ? heldFocus(standing.element) : null;
    entries.delete(entry.key);
    entries.set(entry.key, entry);
    if (standing && standing.order === entry.order) standing.element.replaceWith(entry.element);
    else {
      standing?.element.remove();
      insert(entry);
    }
    giveBack?.(entry.element);
    if (!shows()) owesEnd ||= !standing;
    if (newestFirst || !shows()) return;
    if (stay) toNewest(standing ? undefined : entry.element);
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
      owesEnd = false;
      jump?.setAttribute('hidden', '');
    },
    toEnd,
    toNewest: () => toNewest(),
  };
}
