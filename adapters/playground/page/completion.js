// @ts-check
/** The list of commands over the input: the ARIA combobox pattern with the focus staying in the input. */
import { byId, el } from './el.js';

/** @typedef {import('./shapes.js').Completion} Completion */
/**
 * @typedef {{
 *   refresh: () => void,
 *   close: () => void,
 *   isOpen: () => boolean,
 *   move: (by: 1 | -1) => void,
 *   chosen: (key: 'Tab' | 'Enter') => Completion | null,
 * }} CompletionList `chosen` gives what this key takes, null where the key means what it always means
 */

/**
 * The completions of what is typed.
 * @param {readonly Completion[]} all
 * @param {string} typed
 */
export function completionsOf(all, typed) {
  if (!/^\/[^\n]*$/.test(typed)) return [];
  const start = typed.toLowerCase();
  return all.filter(({ line }) => line.startsWith(start) || `${line} ` === start);
}

/**
 * @param {readonly Completion[]} all
 * @param {(completion: Completion) => void} take called when one is clicked
 * @returns {CompletionList}
 */
export function makeCompletionList(all, take) {
  const input = byId('line', HTMLTextAreaElement);
  const list = byId('completions', HTMLElement);
  /** @type {Completion[]} */
  let shown = [];
  let active = -1;
  let moved = false;

  /** @param {number} index */
  const activate = (index) => {
    active = index;
    for (const [at, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(at === index));
      if (at === index) option.scrollIntoView({ block: 'nearest' });
    }
    if (index < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `completion-${index}`);
  };
  const close = () => {
    shown = [];
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute('aria-expanded', 'false');
    activate(-1);
  };
  /** @param {Completion} completion @param {number} index */
  const option = (completion, index) => {
    const element = el(
      'div',
      { role: 'option', id: `completion-${index}`, 'aria-selected': 'false' },
      el('span', { class: 'completion-line' }, completion.line),
      el('span', { class: 'completion-help' }, completion.help),
    );
    // On pointerdown the input would lose the focus before a click is one.
    element.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      take(completion);
    });
    return element;
  };
  const refresh = () => {
    shown = completionsOf(all, input.value);
    moved = false;
    if (shown.length === 0) return close();
    list.replaceChildren(...shown.map(option));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    // After a space people are writing, not looking for a command: nothing is chosen for them.
    activate(input.value.includes(' ') ? -1 : 0);
  };

  return {
    refresh,
    close,
    isOpen: () => shown.length > 0,
    move: (by) => {
      moved = true;
      const from = active < 0 && by < 0 ? 0 : active;
      activate((from + by + shown.length) % shown.length);
    },
    chosen: (key) => {
      if (shown.length === 0) return null;
      if (key === 'Tab') return shown[Math.max(active, 0)] ?? null;
      const whole = all.some(({ line }) => line === input.value.trim().toLowerCase());
      return active >= 0 && (moved || !whole) ? (shown[active] ?? null) : null;
    },
  };
}
