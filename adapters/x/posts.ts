/** Posts as X sends them, read with its older and its newer field names, and put back into the words people typed. */
import tt from 'twitter-text';
import type { OutletPost, Pointed } from '../../src/ports/outlet.ts';

/** X's ids hold the moment they were made, ms since this one (4 November 2010), above their lowest 22 bits. */
const FIRST_MOMENT = 1_288_834_974_657n;
const TIME_FROM_BIT = 22n;

/** When an id was made, epoch ms. */
export const momentOf = (id: string): number =>
  Number((BigInt(id) >> TIME_FROM_BIT) + FIRST_MOMENT);

/** An id no post after this moment (epoch ms) comes before. */
export function idAt(moment: number): string {
  const since = BigInt(Math.trunc(moment)) - FIRST_MOMENT;
  return String((since < 0n ? 0n : since) << TIME_FROM_BIT);
}

/** True for what can be an id at X. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9]{1,19}$/.test(value);

type Raw = Record<string, unknown>;
const map = (value: unknown): Raw =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Raw) : {};
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const SIGNS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
/** Each once: `&amp;lt;` was typed as `&lt;`. */
const unescaped = (shown: string): string =>
  shown.replace(/&(?:amp|lt|gt);/g, (sign) => SIGNS[sign] ?? sign);

/** What X shows as its author typed it: full links in place of X's short ones, no link to its own photos, signs unescaped. */
export function typed(shown: string, entities: Raw): string {
  let out = shown;
  for (const each of list(entities.urls).map(map)) {
    const short = text(each.url);
    if (short === '') continue;
    const long = typeof each.media_key === 'string' ? '' : text(each.expanded_url) || short;
    out = out.replaceAll(short, () => long.replaceAll('&', '&amp;'));
  }
  return unescaped(out).trim().normalize('NFC');
}

/** Ids of all versions of a post, oldest first. */
function versions(raw: Raw): string[] {
  return list(raw.edit_history_post_ids ?? raw.edit_history_tweet_ids).filter(isId);
}

/** Long posts are cut short in `text`; the whole is in a note. */
function whole(raw: Raw): string {
  const note = map(raw.note_post ?? raw.note_tweet);
  return text(note.text) === ''
    ? typed(text(raw.text), map(raw.entities))
    : typed(text(note.text), map(note.entities));
}

/** The page of an account (with or without its @) at X. */
export const pageOf = (handle: string): string => `https://x.com/${handle.replace(/^@/, '')}`;

/** A post of this account at X. */
export const addressOf = (handle: string, id: string): string => `${pageOf(handle)}/status/${id}`;

/** The forms in which people copy a post's link: of the page, the app, a phone, the older name, and without a handle. */
const HOSTS = /^(?:www\.|mobile\.|m\.)?(?:x|twitter)\.com$/i;
const POST_PATH = /^\/(?:([A-Za-z0-9_]{1,15})|i\/web|i)\/status(?:es)?\/([0-9]{1,19})(?:\/.*)?$/;

/** The post a link leads to; null for any other link. `i` is no handle: X puts it where it leaves the account out. */
export function pointed(link: string): Pointed | null {
  const given = link.trim();
  const full = /^https?:\/\//i.test(given) ? given : `https://${given}`;
  if (!URL.canParse(full)) return null;
  const { hostname, pathname } = new URL(full);
  const [, handle, id] = (HOSTS.test(hostname) && POST_PATH.exec(pathname)) || [];
  if (id === undefined) return null;
  return { account: handle === undefined || handle === 'i' ? null : `@${handle}`, id };
}

/** A post as X sends it: with the ids of all its versions, oldest first, and its author's where X says it. */
export type ReadPost = { post: OutletPost; versions: string[]; author: string | null };

/** One post as X sends it, of the account with this handle; null where it has no id. */
export function readPost(value: unknown, handle: string): ReadPost | null {
  const raw = map(value);
  const { id } = raw;
  if (!isId(id)) return null;
  const all = versions(raw);
  const newest = all.at(-1) ?? id;
  const post = { id, url: addressOf(handle, id), text: whole(raw), at: momentOf(id) };
  return {
    post: newest === id ? post : { ...post, editedTo: newest },
    versions: all.length === 0 ? [id] : all,
    author: isId(raw.author_id) ? raw.author_id : null,
  };
}

/** Longer texts, in UTF-16 units, have their links left as they are: finding them takes time in proportion to the square. */
const LONGEST = 4000;

/** A link as X would show it too: it adds the scheme where none was typed, and writes the host its own way. */
function plainLink(link: string): string {
  const full = /^https?:\/\//i.test(link) ? link : `http://${link}`;
  if (!URL.canParse(full)) return link;
  const { host, pathname, search, hash } = new URL(full);
  return `${host}${pathname}${search}${hash}`.replace(/\/$/, '');
}

/** X takes control characters out (the tab too), and format characters in some places; nobody sees either. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}]/gu;
/** X trims a text and folds its blank lines; which of these it counts as blank differs from place to place. */
const BLANK = /[\s\p{Z}\u2800\u3164\uffa0]+/gu;

function plain(whole: string): string {
  const given = whole.normalize('NFC').replace(/\r\n?/g, '\n').replace(UNSEEN, '');
  let out = '';
  let from = 0;
  const links = given.length > LONGEST ? [] : tt.extractUrlsWithIndices(given);
  for (const { url, indices } of links) {
    out += `${given.slice(from, indices[0])}${plainLink(url)}`;
    from = indices[1];
  }
  return (out + given.slice(from)).replace(BLANK, ' ').trim();
}

/** True where this post says what was typed, but for what X rewrites: white space, accents' spelling, links. */
export function saysSame(post: OutletPost, wanted: string): boolean {
  return plain(post.text) === plain(wanted);
}
