/** Reading who mentions an account, and in which words. */
import type { Mention } from '../../src/audience/mention.ts';
import type { Profile } from '../../src/audience/profile.ts';
import type { MentionPage } from '../../src/ports/audience.ts';
import type { XAccount } from './account.ts';
import { XFault } from './fault.ts';
import { nextOf } from './people.ts';
import { isId, readPost } from './posts.ts';
import { readProfile, USER_FIELDS, unseenProfile } from './profiles.ts';
import { inWords, type Words } from './words.ts';

/** X sends at most so many at once (its API description, `max_results`), and no fewer than five. */
const LONGEST_PAGE = 100;

/** Authors come as users of their own; by the newer words, what a post answers comes only as a post of its own. */
const FIELDS: Words = {
  tweet: {
    'tweet.fields':
      'attachments,author_id,edit_history_tweet_ids,entities,note_tweet,referenced_tweets',
    expansions: 'author_id',
    ...USER_FIELDS,
  },
  post: {
    'post.fields': 'attachments,entities,note_post',
    expansions: 'author_id,referenced_posts',
    ...USER_FIELDS,
  },
};

type Raw = Record<string, unknown>;
const map = (value: unknown): Raw =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Raw) : {};
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

type Reference = { type: unknown; id: unknown };
const referencesOf = (raw: Raw): Reference[] =>
  list(raw.referenced_tweets ?? raw.referenced_posts).map((each) => map(each) as Reference);

/** One mention; null for what is none: a repost says nothing of its own. */
function readMention(value: unknown, authors: ReadonlyMap<string, Profile>): Mention | null {
  const raw = map(value);
  const by = typeof raw.author_id === 'string' ? raw.author_id : '';
  const author = authors.get(by) ?? unseenProfile(by);
  // X finds a post under any handle; `i` is what it puts in place of one.
  const read = readPost(raw, author.handle === '' ? 'i' : author.handle);
  const references = referencesOf(raw);
  if (read === null || references.some(({ type }) => type === 'retweeted')) return null;
  const { id, url, text, at } = read.post;
  const answers = references.find(({ type }) => type === 'replied_to')?.id;
  return {
    id,
    url,
    author,
    text,
    at,
    answers: isId(answers) ? answers : null,
    media: list(map(raw.attachments).media_keys).length,
    hidden: false,
  };
}

/** An account's mentions, read at X. Throws an XFault. */
export function mentionsOf(account: XAccount, pageSize = LONGEST_PAGE) {
  const inItsWords = inWords(FIELDS);

  /** Those after `since`, newest first. X bills each post, and each of their authors as a user. */
  return async (since: string | null, cursor: string | null): Promise<MentionPage> => {
    if (since !== null && !isId(since)) {
      throw new Error(`"${since}" is no id of a mention; ids are whole numbers.`);
    }
    const user = await account.user();
    const query = {
      max_results: pageSize,
      ...(since === null ? {} : { since_id: since }),
      ...(cursor === null ? {} : { pagination_token: cursor }),
    };
    const answer = await inItsWords((fields) =>
      account.read('mentions', () => account.line.mentions(user, { ...query, ...fields })),
    );
    const body = map(answer.body);
    if (body.data === undefined && body.meta === undefined) {
      throw new XFault({ kind: 'lost', why: 'its answer holds no list' });
    }
    const includes = map(body.includes);
    const authors = new Map<string, Profile>();
    for (const raw of list(includes.users)) {
      const profile = readProfile(raw);
      if (profile) authors.set(profile.id, profile);
    }
    const read = list(body.data);
    account.hasRead('mention', read.length);
    account.hasRead('user', authors.size);
    account.hasRead('post looked up', list(includes.posts).length);
    const items = read.flatMap((raw) => readMention(raw, authors) ?? []);
    const newest = read.map((raw) => map(raw).id).find(isId) ?? null;
    return { items, next: nextOf(body), newest, read: read.length };
  };
}
