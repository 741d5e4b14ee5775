// @ts-check
/** Drawing a card with the adaptivecards package, and telling what was pressed on it. */
import { hostConfig } from './host-config.js';
import { isDark } from './theme.js';

/** @typedef {import('./shapes.js').ShownCard} ShownCard */
/** @typedef {import('./shapes.js').Touch} Touch */
/**
 * @typedef {{
 *   element: HTMLElement,
 *   typed: () => Map<string, string>,
 *   busy: (busy: boolean) => void,
 * }} DrawnCard `typed` gives what a person changed, by field id; `busy` makes its buttons do nothing for a while
 */

/** @returns {typeof import('adaptivecards')} */
function library() {
  return /** @type {any} */ (globalThis).AdaptiveCards;
}

const ESCAPES = /** @type {Record<string, string>} */ ({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
});

/** Once: no Markdown is read, only the backslashes that keep other readers from reading any are taken out. */
export function prepareCards() {
  const { AdaptiveCard, GlobalSettings } = library();
  GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    const plain = text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
    const html = plain.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
    result.outputHtml = `<p>${html.replaceAll('\n', '<br>')}</p>`;
    result.didProcess = true;
  };
}

/** @param {unknown} value */
function isWeb(value) {
  return typeof value === 'string' && /^(?:https?:\/\/|\/(?!\/))/i.test(value);
}

/**
 * @param {Record<string, unknown>} data what a button of the card carries, with the fields beside it
 * @returns {Touch}
 */
function touchOf(data) {
  const { action, draft, revision, item, ...rest } = data;
  /** @type {Record<string, string>} */
  const fields = {};
  for (const [id, value] of Object.entries(rest)) {
    if (value !== undefined && value !== null) fields[id] = String(value);
  }
  return {
    action: String(action),
    fields,
    ...(typeof draft === 'string' ? { draft } : {}),
    ...(typeof revision === 'number' ? { revision } : {}),
    ...(typeof item === 'string' ? { item } : {}),
  };
}

/**
 * Draws a card.
 * @param {ShownCard} card
 * @param {(touch: Touch) => void} onTouch
 * @param {Map<string, string>} [typed] what was typed into the card this one takes the place of
 * @returns {DrawnCard}
 */
export function drawCard(card, onTouch, typed = new Map()) {
  const { AdaptiveCard, HostConfig, SubmitAction, ExecuteAction, OpenUrlAction } = library();
  const drawing = new AdaptiveCard();
  drawing.hostConfig = new HostConfig(hostConfig(isDark()));
  let resting = false;
  drawing.onExecuteAction = (action) => {
    if (resting) return;
    if (action instanceof OpenUrlAction) {
      if (isWeb(action.url)) open(action.url, '_blank', 'noopener');
    } else if (action instanceof SubmitAction || action instanceof ExecuteAction) {
      const data = /** @type {Record<string, unknown>} */ (action.data ?? {});
      // The package leaves empty fields out; a field somebody emptied must arrive empty.
      const empty = Object.fromEntries(
        Object.keys(action.getReferencedInputs() ?? {}).map((id) => [id, '']),
      );
      onTouch(touchOf({ ...empty, ...data }));
    }
  };
  drawing.onAnchorClicked = (_element, anchor) => !isWeb(anchor.getAttribute('href'));
  drawing.parse(card.adaptive);
  const inputs = drawing.getAllInputs(true);
  /** @type {Map<string, string>} */
  const given = new Map();
  for (const input of inputs) {
    const { id } = input;
    const settable = /** @type {{ defaultValue?: string }} */ (/** @type {unknown} */ (input));
    if (!id) continue;
    given.set(id, settable.defaultValue ?? '');
    const kept = typed.get(id);
    if (kept !== undefined) settable.defaultValue = kept;
  }
  const element = drawing.render() ?? document.createElement('div');
  // The package takes the buttons behind an opened one out of the Tab order; they are there to be reached.
  drawing.onInlineCardExpanded = () => {
    for (const button of element.querySelectorAll('button')) button.tabIndex = 0;
  };
  for (const link of element.querySelectorAll('a[href]')) {
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener');
  }

  const changed = () => {
    /** @type {Map<string, string>} */
    const found = new Map();
    for (const input of inputs) {
      const value = input.value === undefined || input.value === null ? '' : String(input.value);
      if (input.id && value !== given.get(input.id)) found.set(input.id, value);
    }
    return found;
  };
  /** @param {boolean} busy */
  const setBusy = (busy) => {
    resting = busy;
    element.setAttribute('aria-busy', String(busy));
    // Not `disabled`: that would take the focus from the button just pressed.
    for (const button of element.querySelectorAll('button')) {
      if (busy) button.setAttribute('aria-disabled', 'true');
      else button.removeAttribute('aria-disabled');
    }
  };
  return { element, typed: changed, busy: setBusy };
}
