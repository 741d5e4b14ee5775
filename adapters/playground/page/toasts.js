// @ts-check
/** Short words at the foot of the page. */
import { byId, el } from './el.js';

const STAYS = 8000;

/**
 * Shows a sentence for some seconds, with a button where there is something to do.
 * @param {string} words
 * @param {{ label: string, press: () => void }} [offer]
 */
export function toast(words, offer) {
  const box = el('div', { class: 'toast' }, el('span', {}, words));
  const gone = () => box.remove();
  const timer = setTimeout(gone, offer ? STAYS * 3 : STAYS);
  if (offer) {
    const button = el('button', { type: 'button' }, offer.label);
    button.addEventListener('click', () => {
      clearTimeout(timer);
      gone();
      offer.press();
    });
    box.append(button);
  }
  byId('toasts', HTMLElement).replaceChildren(box);
}

/** Takes away what is shown. */
export function clearToasts() {
  byId('toasts', HTMLElement).replaceChildren();
}
