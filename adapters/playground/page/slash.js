// @ts-check
/** A slash typed anywhere begins a command, as in other chats. */
import { showPane } from './tabs.js';

/** @param {EventTarget | null} target */
function takesKeys(target) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
  );
}

/** @param {import('./composer.js').Composer} composer */
export function startSlash(composer) {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || takesKeys(event.target)) return;
    if (document.querySelector('dialog[open]')) return;
    // Firefox would open its own search.
    event.preventDefault();
    showPane('staff');
    composer.begin('/');
  });
}
