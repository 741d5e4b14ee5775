/** HTML of the pages that readers of the timeline see: everything typed is escaped. */

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** At most two letters to know somebody by. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}

/** A page with one thing on it. `script` is the address of its script, where it has one. */
export function pageAlone(title: string, body: string, script: string | null = null): string {
  const run = script === null ? '' : `<script type="module" src="${script}"></script>\n`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} on the timeline</title>
<link rel="icon" href="/playground/page/bellbird.svg">
<link rel="stylesheet" href="/playground/page/tokens.css">
<link rel="stylesheet" href="/playground/page/timeline.css">
${run}</head>
<body class="alone">
<main>
${body}
<p class="alone-foot"><a href="/">Back to the playground</a></p>
</main>
</body>
</html>
`;
}
