// @ts-check
/** At phone width one pane shows at a time, with a dot on those that have something new. */

/** @typedef {import('./shapes.js').PaneName} PaneName */

const buttons = [...document.querySelectorAll('.tabs button')].filter(
  (button) => button instanceof HTMLButtonElement,
);

/** @param {HTMLButtonElement} button */
function dotOf(button) {
  return button.querySelector('.dot');
}

/** @param {PaneName} pane */
export function showPane(pane) {
  document.body.dataset.pane = pane;
  for (const button of buttons) {
    if (button.dataset.pane !== pane) {
      button.removeAttribute('aria-current');
      continue;
    }
    button.setAttribute('aria-current', 'true');
    dotOf(button)?.setAttribute('hidden', '');
  }
}

/**
 * Marks a pane that is not in view.
 * @param {PaneName} pane
 */
export function markNew(pane) {
  if (document.body.dataset.pane === pane) return;
  for (const button of buttons) {
    if (button.dataset.pane === pane) dotOf(button)?.removeAttribute('hidden');
  }
}

/** Takes every dot away: somebody else sits here now. */
export function clearMarks() {
  for (const button of buttons) dotOf(button)?.setAttribute('hidden', '');
}

/** Starts the buttons. */
export function startTabs() {
  for (const button of buttons) {
    button.addEventListener('click', () => {
      showPane(/** @type {PaneName} */ (button.dataset.pane));
    });
  }
}
