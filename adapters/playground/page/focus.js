// @ts-check
/** The focus of somebody whose card is drawn anew under their hands. */

const CONTROLS = 'button, input, textarea, select, a[href]';

/** @param {Element} element */
function controlsOf(element) {
  return [...element.querySelectorAll(CONTROLS)];
}

/**
 * Null where the focus is not in the element. Else a function that gives it to the element that takes its
 * place: to the same control, caret and all, where that is there still, else to the element itself.
 * @param {HTMLElement} before
 * @returns {((after: HTMLElement) => void) | null}
 */
export function heldFocus(before) {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || !before.contains(activeElement)) return null;
  const at = controlsOf(before).indexOf(activeElement);
  const typing =
    activeElement instanceof HTMLTextAreaElement ||
    (activeElement instanceof HTMLInputElement && activeElement.type === 'text');
  const caret = typing ? [activeElement.selectionStart, activeElement.selectionEnd] : null;
  return (after) => {
    const same = at < 0 ? null : controlsOf(after)[at];
    const still =
      same instanceof HTMLElement &&
      same.tagName === activeElement.tagName &&
      same.textContent === activeElement.textContent;
    const target = still ? same : after;
    target.focus({ preventScroll: true });
    const takesCaret = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
    if (caret && takesCaret) target.setSelectionRange(caret[0] ?? null, caret[1] ?? null);
  };
}
