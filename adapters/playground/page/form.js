// @ts-check
/** The dialog: a form to fill in. What was typed stays until it is saved, whatever happens on the way. */
import { drawCard } from './cards.js';
import { byId } from './el.js';
import { showNote } from './entries.js';
import { clearToasts, toast } from './toasts.js';

/** @typedef {import('./shapes.js').ShownCard} ShownCard */
/** @typedef {import('./shapes.js').Touch} Touch */
/**
 * @typedef {{
 *   open: (card: ShownCard, onTouch: (touch: Touch) => void) => void,
 *   refuse: (note: ShownCard | string) => void,
 *   busy: (busy: boolean) => void,
 *   done: () => void,
 *   redraw: () => void,
 *   forget: () => void,
 * }} Form `refuse` shows why it was not saved and keeps the form as it is; `forget` lets go of words not sent
 */

/**
 * Which form it is: what its buttons carry, a draft and its revision for one. So words typed over an older
 * wording do not come back over a newer one.
 * @param {ShownCard} card
 */
function nameOf(card) {
  const { actions = [] } = /** @type {{ actions?: { data?: unknown }[] }} */ (card.adaptive);
  return JSON.stringify([card.title, ...actions.map(({ data }) => data ?? null)]);
}

/** @returns {Form} */
export function makeForm() {
  const dialog = byId('form', HTMLDialogElement);
  const title = byId('form-title', HTMLElement);
  const noteBox = byId('form-note', HTMLElement);
  const frame = byId('form-card', HTMLElement);
  /** @type {{ card: ShownCard, onTouch: (touch: Touch) => void, drawn: import('./cards.js').DrawnCard } | null} */
  let filled = null;
  /** Words of forms that were closed without sending, in this page only: on no disk. @type {Map<string, Map<string, string>>} */
  const unsent = new Map();

  /** @param {ShownCard} card @param {(touch: Touch) => void} onTouch @param {Map<string, string>} [typed] */
  const draw = (card, onTouch, typed) => {
    const drawn = drawCard(card, onTouch, typed);
    filled = { card, onTouch, drawn };
    title.textContent = card.title;
    frame.replaceChildren(drawn.element);
  };
  const show = () => {
    dialog.showModal();
    const first = frame.querySelector('textarea, input, select, button');
    if (first instanceof HTMLElement) first.focus();
  };
  const offerAgain = () => {
    if (!filled) return;
    const typed = filled.drawn.typed();
    if (typed.size === 0) return void unsent.delete(nameOf(filled.card));
    unsent.set(nameOf(filled.card), typed);
    toast('Closed without sending. Your words are kept.', { label: 'Open it again', press: show });
  };
  byId('form-close', HTMLButtonElement).addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', offerAgain);

  return {
    open: (card, onTouch) => {
      clearToasts();
      noteBox.replaceChildren();
      const typed = unsent.get(nameOf(card));
      draw(card, onTouch, typed);
      if (typed)
        showNote(noteBox, 'These are your words from before. They were not sent.', onTouch);
      if (!dialog.open) show();
    },
    refuse: (note) => showNote(noteBox, note, filled?.onTouch ?? (() => {})),
    busy: (busy) => {
      if (busy) noteBox.replaceChildren();
      filled?.drawn.busy(busy);
    },
    done: () => {
      if (filled) unsent.delete(nameOf(filled.card));
      filled = null;
      dialog.close();
      frame.replaceChildren();
    },
    forget: () => {
      unsent.clear();
      filled = null;
      clearToasts();
      dialog.close();
    },
    redraw: () => {
      if (filled) draw(filled.card, filled.onTouch, filled.drawn.typed());
    },
  };
}
