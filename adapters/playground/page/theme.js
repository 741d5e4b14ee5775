// @ts-check
/** Light or dark: the system's wish, until somebody presses the button. */
import { byId } from './el.js';

const KEPT = 'bellbird-colours';
const system = matchMedia('(prefers-color-scheme: dark)');

// At once, before anything is asked of the server: a page that changes colours late hurts the eyes.
const kept = localStorage.getItem(KEPT);
if (kept === 'dark' || kept === 'light') document.documentElement.dataset.theme = kept;

/** True when the page is dark now. */
export function isDark() {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === 'dark' : system.matches;
}

/**
 * Starts the button. `onChange` is called when the colours change, by whatever way.
 * @param {() => void} onChange
 */
export function startTheme(onChange) {
  const button = byId('theme', HTMLButtonElement);
  const show = () => button.setAttribute('aria-pressed', String(isDark()));
  button.addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    localStorage.setItem(KEPT, theme);
    show();
    onChange();
  });
  system.addEventListener('change', () => {
    show();
    onChange();
  });
  show();
}
