/** Posting, taking down, and what people do in X's own app behind Bellbird's back. */
import { thing, word } from '../slack/json.ts';
import { type Answer, duplicate, forbidden, notPermitted, ok } from './answer.ts';
import { kept, LIMIT, processed, weightOf } from './text.ts';
import type { Account, Post, World } from './world.ts';

/**
 * X takes a post for a duplicate where one of the account's newest posts that its timeline shows says the
 * same, and is not old: a timeline that lags hides it, and so does a link, whose t.co is another each time
 * (twitter/the-algorithm, `DuplicateTweetFinder`). How many and how old is not told; these are ours.
 */
const DUPLICATES_AMONG = 10;
const DUPLICATES_WITHIN = 12 * 3_600_000;

export const isHidden = (world: World, post: Post) =>
  post.hidden.reads > 0 || world.now() < post.hidden.until;

/** What stands on an account: the newest version of each post that is not deleted, oldest first. */
export const standing = (world: World, account: string): Post[] =>
  (world.books.get(account) ?? []).filter(
    (post) => !post.deleted && post.versions.at(-1) === post.id,
  );

function isDuplicate(world: World, account: Account, text: string): boolean {
  const newest = standing(world, account.id).filter((post) => !isHidden(world, post));
  return newest
    .slice(-DUPLICATES_AMONG)
    .some((post) => post.text === text && world.now() - post.at < DUPLICATES_WITHIN);
}

function store(world: World, account: Account, given: Pick<Post, 'sent' | 'text' | 'urls'>): Post {
  const id = world.nextId();
  const at = world.now();
  const { reads, ms } = world.lag();
  const post: Post = {
    ...given,
    id,
    account: account.id,
    replySettings: 'everyone',
    at,
    versions: [id],
    deleted: false,
    hidden: { reads, until: ms === 0 ? 0 : at + ms },
  };
  world.posts.set(id, post);
  world.books.get(account.id)?.push(post);
  return post;
}

const versionsName = (world: World) =>
  world.words === 'tweet' ? 'edit_history_tweet_ids' : 'edit_history_post_ids';

/** Answers a well-made `POST /2/tweets`. */
export function create(
  world: World,
  account: Account,
  body: unknown,
): { answer: Answer; post: Post | null } {
  const { text, reply_settings } = thing(body);
  const sent = word(text);
  const clean = processed(sent);
  const refuse = (answer: Answer) => ({ answer, post: null });
  if (!sent.isWellFormed() || clean === '') return refuse(notPermitted());
  if (weightOf(clean) > LIMIT) return refuse(notPermitted());
  const { text: stored, urls } = kept(clean);
  if (isDuplicate(world, account, stored)) return refuse(duplicate());
  const post = store(world, account, { sent, text: stored, urls });
  if (reply_settings !== undefined) post.replySettings = word(reply_settings);
  const data = { id: post.id, text: post.text, [versionsName(world)]: post.versions };
  return { answer: ok({ data }, 201), post };
}

/** Answers a well-made `DELETE /2/tweets/:id`. What is gone already is "deleted" again: X does not say that it was not there. */
export function remove(world: World, account: Account, id: string): Answer {
  const post = world.posts.get(id);
  if (post && post.account !== account.id) {
    return forbidden('You are not authorized to delete this Tweet.');
  }
  if (post) takeDown(world, post);
  return ok({ data: { deleted: true } });
}

/** With a post all its versions go. */
export function takeDown(world: World, post: Post): void {
  for (const version of post.versions) {
    const each = world.posts.get(version);
    if (each) each.deleted = true;
  }
}

/** Somebody edits a post in X's app: another version, with an id of its own. */
export function edit(world: World, account: Account, id: string, text: string): Post {
  const old = world.posts.get(id);
  if (!old || old.account !== account.id || old.deleted) throw new Error(`There is no post ${id}.`);
  const post = store(world, account, { sent: text, ...kept(processed(text)) });
  post.hidden = { reads: 0, until: 0 };
  old.versions.push(post.id);
  post.versions = old.versions;
  return post;
}

/** Somebody posts in X's app. */
export function postedByHand(world: World, account: Account, text: string): Post {
  return store(world, account, { sent: text, ...kept(processed(text)) });
}

/** A post as a reading gives it: the three fields that always come, and those that were asked for. */
export function shown(
  world: World,
  post: Post,
  fields: ReadonlySet<string>,
): Record<string, unknown> {
  const all: Record<string, unknown> = {
    author_id: post.account,
    conversation_id: post.versions[0],
    created_at: new Date(post.at).toISOString(),
    lang: 'en',
    possibly_sensitive: false,
    reply_settings: post.replySettings,
    ...(post.urls.length > 0 ? { entities: { urls: post.urls } } : {}),
  };
  const asked = Object.entries(all).filter(([name]) => fields.has(name));
  const first = { id: post.id, text: post.text, [versionsName(world)]: post.versions };
  return { ...first, ...Object.fromEntries(asked) };
}
