/** One published post as a page of its own, as readers see it: no script, everything typed is escaped. */
import { segments } from '../timeline/segments.ts';
import type { ShelvedPost } from '../timeline/topic.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}

function whenWords(at: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
  return format.format(at);
}

function article(school: string, timezone: string, post: ShelvedPost): string {
  const text = segments(post.text)
    .map((piece) =>
      piece.kind === 'text'
        ? escapeHtml(piece.text)
        : `<span class="${piece.kind}">${escapeHtml(piece.text)}</span>`,
    )
    .join('');
  return `<article class="post post-alone">
  <span class="avatar" aria-hidden="true">${escapeHtml(initials(school))}</span>
  <header><strong>${escapeHtml(school)}</strong> <span class="handle">@${escapeHtml(post.handle)}</span></header>
  <p class="post-text" dir="auto">${text}</p>
  <footer><time datetime="${new Date(post.at).toISOString()}">${escapeHtml(whenWords(post.at, timezone))}</time></footer>
</article>`;
}

/** The page of a post; of a post that is not there, a page that says so. */
export function postPage(shown: {
  school: string;
  timezone: string;
  post: ShelvedPost | null;
}): string {
  const { school, timezone, post } = shown;
  const body = post
    ? article(school, timezone, post)
    : '<p class="nothing">There is no such post on this timeline.</p>';
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(school)} on the timeline</title>
<link rel="icon" href="/playground/page/bellbird.svg">
<link rel="stylesheet" href="/playground/page/tokens.css">
<link rel="stylesheet" href="/playground/page/timeline.css">
</head>
<body class="alone">
<main>
${body}
<p class="alone-foot"><a href="/">Back to the playground</a></p>
</main>
</body>
</html>
`;
}
