/** Published posts as pages, as readers see them: no script, everything typed is escaped. */
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

type Account = { school: string; timezone: string };

const NO_POST = 'There is no such post on this timeline.';
const GONE = 'This post was taken down.';
const NO_POSTS = 'Nothing stands on this timeline.';

/** The page of a post; of one that is not there, or not any more, a page that says so. */
export function postPage({ school, timezone, post }: Account & { post: ShelvedPost | null }) {
  if (post === null) return page(school, nothing(NO_POST));
  return page(school, post.removed ? nothing(GONE) : article(school, timezone, post));
}

/** The page of an account: what stands there, newest first. */
export function accountPage({ school, timezone, posts }: Account & { posts: ShelvedPost[] }) {
  const articles = posts.map((post) => article(school, timezone, post));
  return page(school, articles.length === 0 ? nothing(NO_POSTS) : articles.join('\n'));
}

function nothing(says: string): string {
  return `<p class="nothing">${says}</p>`;
}

function page(school: string, body: string): string {
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
