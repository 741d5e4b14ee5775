/** Reading an account's own posts: those after one, and some by their ids. */
import type { OutletPost } from '../../src/ports/outlet.ts';
import type { XAccount } from './account.ts';
import { XFault } from './fault.ts';
import type { Query } from './line.ts';
import { addressOf, isId, type ReadPost, readPost } from './posts.ts';
import { inWords, type Words } from './words.ts';

/** X sends at most so many posts at once, and so many by their ids. */
const PAGE = 100;
/** X sends no fewer than this. */
const SMALLEST_PAGE = 5;

/** X's ids stay below this (they are signed, of 64 bits). */
const NO_ID = 2n ** 63n - 1n;

/** What is asked of a post on the account's own timeline. Whose it is need not be asked there. */
const FIELDS = {
  tweet: { 'tweet.fields': 'edit_history_tweet_ids,entities,note_tweet' },
  post: { 'post.fields': 'entities,note_post' },
} satisfies Words;
/** And of one by its id: by its newer words its author costs the reading of a user. */
const WITH_AUTHOR: Words = {
  tweet: { 'tweet.fields': `author_id,${FIELDS.tweet['tweet.fields']}` },
  post: { ...FIELDS.post, expansions: 'author_id' },
};

/** What X says of an own post that nobody sees any more: deleted by its owner, or taken away by X. */
const GONE = /\/(?:resource-not-found|resource-unavailable|not-authorized-for-resource)$/;

type Raw = Record<string, unknown>;
const map = (value: unknown): Raw =>
  value !== null && typeof value === 'object' ? (value as Raw) : {};
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** An account's own posts, read at X. */
export function timelineOf(account: XAccount) {
  const inWordsOfTimeline = inWords(FIELDS);
  const inWordsOfLookup = inWords(WITH_AUTHOR);

  async function page(query: Query): Promise<{ posts: OutletPost[]; next: string | null }> {
    const user = await account.user();
    // Reposts are nothing of ours, and X bills each post it sends. It may count a post that begins with a handle
    // among the replies, so those are not left out.
    const asked = { exclude: 'retweets', ...query };
    const answer = await inWordsOfTimeline((fields) =>
      account.read('timeline', () => account.line.timeline(user, { ...asked, ...fields })),
    );
    const body = map(answer.body);
    const posts = list(body.data).flatMap((raw) => readPost(raw, account.handle)?.post ?? []);
    account.hasRead('own post', posts.length);
    for (const { id, editedTo } of posts) account.saw(editedTo ?? id);
    const next = map(body.meta).next_token;
    return { posts, next: typeof next === 'string' && next !== '' ? next : null };
  }

  async function since(id: string | null): Promise<OutletPost[]> {
    if (id !== null && !isId(id)) {
      throw new Error(`"${id}" is no id of a post; ids are whole numbers.`);
    }
    const query = { max_results: PAGE, ...(id === null ? {} : { since_id: id }) };
    const found: OutletPost[] = [];
    for (let next: string | null = null; ; ) {
      const read = await page(next === null ? query : { ...query, pagination_token: next });
      found.push(...read.posts);
      next = read.next;
      if (next === null) break;
    }
    return found.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  }

  /** Asks for as few posts as X lets us, to learn the newest. */
  async function newest(): Promise<string | null> {
    await page({ max_results: SMALLEST_PAGE });
    return account.newest();
  }

  /** Of each of these ids (at most a hundred) what stands there of this user; null where X says there is nothing. */
  async function hundred(user: string, ids: readonly string[]) {
    const answer = await inWordsOfLookup((fields) =>
      account.read('by-ids', () => account.line.byIds(ids, fields)),
    );
    const body = map(answer.body);
    const posts = list(body.data).flatMap((raw) => readPost(raw, account.handle) ?? []);
    account.hasRead('post looked up', posts.length);
    const gone = new Set(
      list(body.errors)
        .map(map)
        .filter((error) => GONE.test(String(error.type)))
        .map((error) => String(error.value ?? error.resource_id)),
    );
    return ids.map((id): [string, OutletPost | null] => {
      // Should X give the newest version in place of the one asked for, that is what the post is now.
      const there =
        posts.find(({ post }) => post.id === id) ??
        posts.find(({ versions }) => versions.includes(id));
      if (there === undefined) {
        if (gone.has(id)) return [id, null];
        throw new XFault({ kind: 'lost', why: `it said nothing of the post ${id}` });
      }
      if (there.author === null) {
        throw new XFault({ kind: 'lost', why: `it did not say whose the post ${id} is` });
      }
      return [id, there.author === user ? asVersion(there, id) : null];
    });
  }

  /** The post under the id it was asked by, with where its newest version stands. */
  function asVersion({ post, versions }: ReadPost, id: string): OutletPost {
    const newest = versions.at(-1);
    const url = addressOf(account.handle, id);
    const { text, at } = post;
    return {
      id,
      url,
      text,
      at,
      ...(newest === undefined || newest === id ? {} : { editedTo: newest }),
    };
  }

  /**
   * The post of this id by itself, read of the account's own timeline, which costs a fifth of asking by ids. Null
   * where the timeline does not give it under this id: it is late, was edited, is gone, or is not its own.
   */
  async function alone(id: string): Promise<OutletPost | null> {
    const at = BigInt(id);
    if (at === 0n || at >= NO_ID) return null;
    const { posts } = await page({
      max_results: SMALLEST_PAGE,
      since_id: String(at - 1n),
      until_id: String(at + 1n),
    });
    return posts.find((post) => post.id === id && post.editedTo === undefined) ?? null;
  }

  /** What the timeline does not give is asked for by its id: only X's own word makes a post one that is gone. */
  async function look(ids: readonly string[]): Promise<Map<string, OutletPost | null>> {
    const user = await account.user();
    const found = new Map<string, OutletPost | null>();
    const there = await Promise.all(ids.map(alone));
    for (const [index, id] of ids.entries()) found.set(id, there[index] ?? null);
    const others = ids.filter((id) => found.get(id) === null);
    for (let from = 0; from < others.length; from += PAGE) {
      for (const [id, post] of await hundred(user, others.slice(from, from + PAGE)))
        found.set(id, post);
    }
    return found;
  }

  /** Whether there is a post of this id, whoever's it is. */
  async function stands(id: string): Promise<boolean> {
    const answer = await account.read('by-ids', () => account.line.byIds([id], {}));
    const { data, errors } = map(answer.body);
    const there = list(data).length;
    account.hasRead('post looked up', there);
    if (there > 0) return true;
    if (list(errors).some((error) => GONE.test(String(map(error).type)))) return false;
    throw new XFault({ kind: 'lost', why: `it said nothing of the post ${id}` });
  }

  return { since, newest, look, stands };
}
