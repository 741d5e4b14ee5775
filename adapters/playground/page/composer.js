// @ts-check
/** Where people type: grows with its lines, completes commands, remembers the last lines. */
import { makeCompletionList } from './completion.js';
import { byId } from './el.js';

/** @typedef {{ text: () => string, fill: (text: string) => void, begin: (text: string) => void }} Composer `begin` leaves what is typed already */

const REMEMBERED = 50;

/**
 * @param {readonly import('./shapes.js').Completion[]} completions
 * @param {(text: string) => void} onSend
 * @returns {Composer}
 */
export function makeComposer(completions, onSend) {
  const form = byId('composer', HTMLFormElement);
  const input = byId('line', HTMLTextAreaElement);
  /** @type {string[]} */
  const lines = [];
  /** How far back in `lines`; -1 is what is being typed. */
  let back = -1;

  const grow = () => {
    input.style.height = 'auto';
    input.style.height = `${input.scrollHeight + 2}px`;
    form.classList.toggle('has-text', input.value.trim() !== '');
  };
  /** @param {string} text */
  const fill = (text) => {
    input.value = text;
    input.focus();
    input.setSelectionRange(text.length, text.length);
    grow();
  };
  const list = makeCompletionList(completions, ({ fill: text }) => {
    fill(text);
    list.refresh();
  });

  const submit = () => {
    const text = input.value;
    if (text.trim() === '') return;
    lines.unshift(text);
    lines.length = Math.min(lines.length, REMEMBERED);
    back = -1;
    input.value = '';
    grow();
    list.close();
    onSend(text);
  };
  /** @param {1 | -1} by */
  const recall = (by) => {
    const to = Math.min(Math.max(back + by, -1), lines.length - 1);
    if (to === back) return;
    back = to;
    fill(lines[to] ?? '');
    list.close();
  };
  /** True where the arrow would leave the input's first line, with nothing of their own typed. */
  const mayRecall = () => input.value === '' || (back >= 0 && input.value === lines[back]);

  /** @param {KeyboardEvent} event @returns {boolean} whether the key was ours */
  const onListKey = (event) => {
    if (!list.isOpen()) return false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      list.move(event.key === 'ArrowDown' ? 1 : -1);
      return true;
    }
    if (event.key === 'Escape') {
      list.close();
      return true;
    }
    if (event.key !== 'Tab' && event.key !== 'Enter') return false;
    if (event.shiftKey) return false;
    const completion = list.chosen(event.key);
    if (!completion) return false;
    fill(completion.fill);
    list.close();
    return true;
  };
  /** @param {KeyboardEvent} event @returns {boolean} */
  const onKey = (event) => {
    // While a word is being put together (Japanese, dead keys) every key is the keyboard's own.
    if (event.isComposing) return false;
    if (onListKey(event)) return true;
    if (event.key === 'Enter' && !event.shiftKey) {
      submit();
      return true;
    }
    if (event.key === 'ArrowUp' && mayRecall()) {
      recall(1);
      return true;
    }
    if (event.key === 'ArrowDown' && back >= 0 && mayRecall()) {
      recall(-1);
      return true;
    }
    return false;
  };

  input.addEventListener('keydown', (event) => {
    if (onKey(event)) event.preventDefault();
  });
  input.addEventListener('input', () => {
    back = -1;
    grow();
    list.refresh();
  });
  input.addEventListener('blur', () => list.close());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
    input.focus();
  });
  return {
    text: () => input.value,
    fill,
    begin: (text) => {
      fill(input.value === '' ? text : input.value);
      list.refresh();
    },
  };
}
