/**
 * How Teams' clients draw a card, as near as it can be had here: the `adaptivecards` package in a page of its own,
 * with host configs by Microsoft's samples for Teams (samples/HostConfig/microsoft-teams-*.json in
 * microsoft/AdaptiveCards and microsoft/Teams-AdaptiveCards-Mobile) and buttons and boxes like those of the clients.
 */
import { readFile } from 'node:fs/promises';
import type { Json } from '../slack/json.ts';

const LIBRARY = new URL(
  '../../../node_modules/adaptivecards/dist/adaptivecards.min.js',
  import.meta.url,
);

export type Look = { dark: boolean; width: number };

type Ground = { ground: string; text: string; subtle: string };

/** What stands on a coloured ground is dark in the dark theme too. */
const COLOURED = { accent: '#C7DEF9', good: '#CCFFCC', attention: '#FFC5B2', warning: '#FFE2B2' };

function grounds(dark: boolean): Record<string, Ground> {
  const own = dark ? ['#ffffffff', '#bfffffff'] : ['#ff252424', '#bf252424'];
  const coloured = dark ? ['#ff201f1f', '#ff2d2c2c'] : own;
  const on = (ground: string, [text = '', subtle = '']: string[]) => ({ ground, text, subtle });
  return {
    default: on(dark ? '#ff2d2c2c' : '#ffffff', own),
    emphasis: on(dark ? '#ff292828' : '#fff9f8f7', own),
    ...Object.fromEntries(
      Object.entries(COLOURED).map(([name, ground]) => [name, on(ground, coloured)]),
    ),
  };
}

/** Inks that a text may ask for by name. Not all can be read on every ground: a card has to do without those. */
const inks = (dark: boolean) => ({
  accent: ink(dark ? '#ffa6a7dc' : '#6264a7', '#8b8cc7'),
  good: ink('#92c353', '#e592c353'),
  warning: ink('#f8d22a', '#e5f8d22a'),
  attention: ink(dark ? '#ffd74654' : '#c4314b', dark ? '#e5d74654' : '#e5c4314b'),
});

const ink = (text: string, subtle: string) => ({ default: text, subtle });

function hostConfig(dark: boolean): Json {
  const styles = Object.entries(grounds(dark)).map(([name, { ground, text, subtle }]) => [
    name,
    {
      backgroundColor: ground,
      foregroundColors: { default: ink(text, subtle), dark: ink(text, subtle), ...inks(dark) },
    },
  ]);
  return {
    supportsInteractivity: true,
    choiceSetInputValueSeparator: ',',
    fontFamily: '"Segoe UI", system-ui, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: '#EEEEEE' },
    textBlock: { headingLevel: 2 },
    containerStyles: Object.fromEntries(styles),
    actions: {
      maxActions: 6,
      spacing: 'Default',
      buttonSpacing: 8,
      actionsOrientation: 'Horizontal',
      actionAlignment: 'Left',
      showCard: { actionMode: 'Inline', inlineTopMargin: 16, style: 'emphasis' },
    },
    adaptiveCard: { allowCustomStyle: false },
  };
}

/** What the package leaves to the client. Teams lets a row of buttons wrap, and cuts a label that is wider than the card. */
const STYLE = `
:root { --page:#f5f5f5; --line:#e0e0e0; --ink:#242424; --box:#f3f2f1; --button:#fff; --main:#5b5fc7; --bad:#c4314b }
[data-theme=dark] { --page:#1f1f1f; --line:#3d3d3d; --ink:#fff; --box:#1f1f1f; --button:#292929; --main:#4f52b2; --bad:#f1959f }
body { margin:0; display:flex; flex-wrap:wrap; gap:8px; align-items:flex-start; background:var(--page) } [hidden] { display:none }
section { flex:none; border:1px solid var(--line); border-radius:8px; overflow:hidden; box-sizing:border-box }
.ac-actionSet { flex-wrap:wrap; gap:8px } .ac-actionSet > div { display:none } .ac-container { border-radius:4px }
.ac-textBlock, .ac-richTextBlock { overflow-wrap:anywhere; line-height:1.36 }
.ac-pushButton { font:600 14px "Segoe UI",system-ui,sans-serif; min-height:32px; padding:4px 12px; border:1px solid var(--line); border-radius:4px; background:var(--button); color:var(--ink); max-width:100%; overflow:hidden; text-overflow:ellipsis; white-space:nowrap }
.ac-pushButton.style-positive { background:var(--main); border-color:var(--main); color:#fff }
.ac-pushButton.style-destructive { color:var(--bad); border-color:var(--bad) }
.ac-pushButton.expandable::after { content:" ⌄" }
.ac-input { font:14px "Segoe UI",system-ui,sans-serif; color:var(--ink) }
.ac-textInput, .ac-multichoiceInput, .ac-dateInput, .ac-timeInput { width:100%; background:var(--box); border:1px solid var(--line); border-radius:4px; padding:5px 8px; min-height:32px }
.ac-multiline { min-height:72px; field-sizing:content } h2 { margin:0 }`;

/** JSON that may stand in a script element. */
const inScript = (value: unknown) =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028');

/**
 * A whole page with these cards, each in a section named after it. `window.complaints` holds what the package had
 * against each, `window.pressed` what was pressed. A TextBlock's bold, italics and links become such, as in Teams.
 */
export async function drawingPage(cards: Record<string, Json>, look: Look): Promise<string> {
  const library = await readFile(LIBRARY, 'utf8');
  return `<!doctype html><html lang="en-GB" data-theme="${look.dark ? 'dark' : 'light'}">
<meta charset="utf-8"><title>Teams</title><style>${STYLE} section { width:${look.width}px }</style>
<body><script>${library}</script><script>
window.pressed = [];
window.complaints = [];
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  const held = [];
  const safe = text
    .replace(/\\\\([!-/:-@[-\`{-~])/g, (_whole, sign) => '\\u0001' + (held.push(sign) - 1) + '\\u0002')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    .replace(/\\[([^\\]]*)\\]\\(([^)]*)\\)/g, '<a href="#">$1</a>')
    .replace(/(\\*\\*|__)(?=\\S)(.+?)\\1/g, '<b>$2</b>')
    .replace(/([*_])(?=\\S)(.+?)\\1/g, '<i>$2</i>');
  const span = document.createElement('span');
  span.innerHTML = safe.replace(/\\u0001(\\d+)\\u0002/g, (_whole, place) =>
    held[place].replace('&', '&amp;').replace('<', '&lt;'));
  result.outputHtml = span.outerHTML;
  result.didProcess = true;
};
{
const config = new AdaptiveCards.HostConfig(${inScript(hostConfig(look.dark))});
for (const [name, json] of Object.entries(${inScript(cards)})) {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = config;
  card.onExecuteAction = (action) => window.pressed.push(action.toJSON());
  const context = new AdaptiveCards.SerializationContext();
  // The package's own pattern for a language is a global one, which fails every second time it is asked.
  AdaptiveCards.CardElement.langProperty.regEx.lastIndex = 0;
  card.parse(json, context);
  for (let at = 0; at < context.eventCount; at += 1) {
    window.complaints.push(name + ': ' + context.getEventAt(at).message);
  }
  for (const each of card.validateProperties().validationEvents) {
    window.complaints.push(name + ': ' + each.message);
  }
  const section = document.createElement('section');
  section.dataset.card = name;
  const drawn = card.render();
  if (drawn) section.append(drawn);
  else window.complaints.push(name + ': was not drawn');
  document.body.append(section);
}
}
</script></body></html>`;
}
