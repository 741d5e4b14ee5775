/** Published posts as pages, as readers see them: no script, everything typed is escaped. */
import { segments } from '../timeline/segments.ts';
import type { ShelvedPost } from '../timeline/topic.ts';
import { escapeHtml, initials, pageAlone } from './html.ts';

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
  if (post === null) return pageAlone(school, nothing(NO_POST));
  return pageAlone(school, post.removed ? nothing(GONE) : article(school, timezone, post));
}

/** The page of an account: what stands there, newest first. */
export function accountPage({ school, timezone, posts }: Account & { posts: ShelvedPost[] }) {
  const articles = posts.map((post) => article(school, timezone, post));
  return pageAlone(school, articles.length === 0 ? nothing(NO_POSTS) : articles.join('\n'));
}

function nothing(says: string): string {
  return `<p class="nothing">${says}</p>`;
}
