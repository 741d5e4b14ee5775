/** What X answers of the people round an account, and what it lets an account do about them. */
import { thing, word } from '../slack/json.ts';
import { type Answer, invalid, missing, notPermitted, ok, suspendedUser } from './answer.ts';
import {
  type ListName,
  type Said,
  tie,
  tiesOf,
  type User,
  untie,
  userNamed,
  userOf,
} from './crowd.ts';
import { escaped, kept } from './text.ts';
import type { Account, World } from './world.ts';

const asked = (query: URLSearchParams, ...names: string[]): Set<string> =>
  new Set(names.flatMap((name) => (query.get(name) ?? '').split(',')));

const PICTURES = 'https://pbs.twimg.com/profile_images';
const NO_PICTURE = 'https://abs.twimg.com/sticky/default_profile_images/default_profile_normal.png';

/** A user as a reading gives it: the three fields that always come, and those that were asked for. */
export function userShown(world: World, user: User, query: URLSearchParams): object {
  const bio = kept(user.bio);
  const link = user.link === null ? null : kept(user.link);
  const entities = {
    ...(link ? { url: { urls: link.urls } } : {}),
    ...(bio.urls.length > 0 ? { description: { urls: bio.urls } } : {}),
  };
  const all: Record<string, unknown> = {
    created_at: new Date(user.createdAt).toISOString(),
    description: bio.text,
    ...(Object.keys(entities).length > 0 ? { entities } : {}),
    ...(user.location === '' ? {} : { location: escaped(user.location) }),
    protected: user.protected,
    public_metrics: {
      followers_count: user.followers,
      following_count: user.following,
      [world.words === 'tweet' ? 'tweet_count' : 'post_count']: user.posts,
      listed_count: 0,
    },
    profile_image_url: user.pictured ? `${PICTURES}/${user.id}/me_normal.jpg` : NO_PICTURE,
    url: link?.text ?? '',
    verified: false,
  };
  const fields = asked(query, 'user.fields');
  const given = Object.entries(all).filter(([name]) => fields.has(name));
  return { id: user.id, name: user.name, username: user.handle, ...Object.fromEntries(given) };
}

/** A token for the next page, in the letters of base32hex. */
const BEGIN = '7140dibdno9c7bt4';
const tokenOf = (place: bigint) => `${BEGIN}${place.toString(32)}`;

/** The place a token leads to; null where it is none of X's. */
function placeOf(token: string): bigint | null {
  const digits = token.startsWith(BEGIN) ? token.slice(BEGIN.length) : '';
  if (digits === '') return null;
  return [...digits].reduce((sum, digit) => sum * 32n + BigInt(Number.parseInt(digit, 32)), 0n);
}

/** The newest of these below where the token leads, and the token for the rest; an answer where it leads nowhere. */
function pageOf<T>(
  items: readonly T[],
  place: (item: T) => bigint,
  query: URLSearchParams,
): { page: T[]; next: string | null } | Answer {
  const token = query.get('pagination_token');
  const below = token === null ? null : placeOf(token);
  if (token !== null && below === null) {
    const message = `The \`pagination_token\` query parameter value [${token}] is not valid`;
    return invalid([{ message, parameters: { pagination_token: [token] } }]);
  }
  const most = Number(query.get('max_results') ?? 100);
  const page: T[] = [];
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at] as T;
    if (below !== null && place(item) >= below) continue;
    const last = page.at(-1);
    if (page.length === most && last) return { page, next: tokenOf(place(last)) };
    page.push(item);
  }
  return { page, next: null };
}

const absent = (parameter: string, value: string, user: User | null) =>
  user?.suspended ? suspendedUser(parameter, value) : missing(parameter, value, 'user');

/** `GET /2/users/by/username/:username`. */
export function named(world: World, handle: string, query: URLSearchParams): Answer {
  const user = userNamed(world, handle);
  if (user && !user.suspended) return ok({ data: userShown(world, user, query) });
  return ok({ errors: [absent('username', handle, user)] });
}

/** `GET /2/users?ids=`. */
export function users(world: World, query: URLSearchParams): Answer {
  const ids = (query.get('ids') ?? '').split(',');
  const there = ids.map((id) => ({ id, user: userOf(world, id) }));
  const data = there.flatMap(({ user }) =>
    user && !user.suspended ? userShown(world, user, query) : [],
  );
  const errors = there.flatMap(({ id, user }) =>
    user && !user.suspended ? [] : absent('ids', id, user),
  );
  return ok({ ...(data.length > 0 ? { data } : {}), ...(errors.length > 0 ? { errors } : {}) });
}

/** A list of the account's, newest first. Those X has suspended are taken off a page once it is cut. */
export function listed(
  world: World,
  account: Account,
  list: ListName,
  query: URLSearchParams,
): Answer {
  const cut = pageOf([...tiesOf(world, account.id, list)], ([, seq]) => BigInt(seq), query);
  if ('status' in cut) return cut;
  const data = cut.page.flatMap(([user]) => {
    const there = userOf(world, user);
    return there && !there.suspended ? userShown(world, there, query) : [];
  });
  const meta = {
    result_count: data.length,
    ...(cut.next === null ? {} : { next_token: cut.next }),
  };
  return ok({ ...(data.length > 0 ? { data } : {}), meta });
}

/** A post of somebody else's as a reading gives it. By the newer words, two fields come only by their expansions. */
export function saidShown(world: World, said: Said, query: URLSearchParams): object {
  const fields = asked(query, 'tweet.fields', 'post.fields', 'expansions');
  const older = world.words === 'tweet';
  const references = [
    ...(said.answers === null ? [] : [{ type: 'replied_to', id: said.answers }]),
    ...(said.repost ? [{ type: 'retweeted', id: String(BigInt(said.id) - 1n) }] : []),
  ];
  const given = {
    ...(fields.has('author_id') ? { author_id: said.by } : {}),
    ...(fields.has('entities') && said.urls.length > 0 ? { entities: { urls: said.urls } } : {}),
    ...(fields.has('attachments') && said.media > 0
      ? { attachments: { media_keys: Array.from({ length: said.media }, (_, n) => `3_${n}`) } }
      : {}),
    ...(references.length > 0 && (fields.has('referenced_tweets') || fields.has('referenced_posts'))
      ? { [older ? 'referenced_tweets' : 'referenced_posts']: references }
      : {}),
  };
  const history = older ? 'edit_history_tweet_ids' : 'edit_history_post_ids';
  return { id: said.id, text: said.text, [history]: [said.id], ...given };
}

/** X shows nothing of those it suspended, nor of the protected who let this account see nothing. */
function isSeen(world: World, account: Account, { by, deleted }: Said): boolean {
  const author = userOf(world, by);
  if (deleted || !author || author.suspended) return false;
  const lets = tiesOf(world, account.id, 'following').has(by);
  return !author.protected || lets;
}

/** `GET /2/users/:id/mentions`, newest first. */
export function mentions(world: World, account: Account, query: URLSearchParams): Answer {
  const since = BigInt(query.get('since_id') ?? -1);
  const found = [...world.crowd.said.values()].filter(
    (said) =>
      said.names.includes(account.id) && BigInt(said.id) > since && isSeen(world, account, said),
  );
  const cut = pageOf(found, ({ id }) => BigInt(id), query);
  if ('status' in cut) return cut;
  const { page, next } = cut;
  if (page.length === 0) return ok({ meta: { result_count: 0 } });
  const wanted = asked(query, 'expansions').has('author_id');
  const authors = [...new Set(page.map(({ by }) => by))].map((by) => userOf(world, by) as User);
  const meta = {
    result_count: page.length,
    newest_id: page[0]?.id,
    oldest_id: page.at(-1)?.id,
    ...(next === null ? {} : { next_token: next }),
  };
  return ok({
    data: page.map((said) => saidShown(world, said, query)),
    ...(wanted
      ? { includes: { users: authors.map((user) => userShown(world, user, query)) } }
      : {}),
    meta,
  });
}

/** Whom a deed is done to; X's documents do not say how it answers where they are gone: here, as a reading does. */
function target(world: World, id: string, then: (user: User) => Record<string, unknown>): Answer {
  const user = userOf(world, id);
  if (!user || user.suspended) return ok({ errors: [absent('target_user_id', id, user)] });
  return ok({ data: then(user) });
}

/** `POST /2/users/:id/following`: a protected user is only asked. */
export const follow = (world: World, account: Account, body: unknown): Answer =>
  target(world, word(thing(body).target_user_id), (user) => {
    tie(world, account.id, user.protected ? 'requested' : 'following', user.id);
    return { following: !user.protected, pending_follow: user.protected };
  });

/** `DELETE /2/users/:source_user_id/following/:target_user_id`. */
export const unfollow = (world: World, account: Account, id: string): Answer =>
  target(world, id, (user) => {
    untie(world, account.id, 'following', user.id);
    return { following: false };
  });

/** `POST /2/users/:id/muting`. */
export const mute = (world: World, account: Account, body: unknown): Answer =>
  target(world, word(thing(body).target_user_id), (user) => {
    tie(world, account.id, 'muting', user.id);
    return { muting: true };
  });

/** `PUT /2/tweets/:tweet_id/hidden`: only what answers a post of the account's own, and as often as anybody likes. */
export function hide(world: World, account: Account, id: string): Answer {
  const said = world.crowd.said.get(id);
  const answered = said?.answers ? world.posts.get(said.answers) : undefined;
  if (!said || said.deleted || answered?.account !== account.id) return notPermitted();
  said.hidden = true;
  return ok({ data: { hidden: true } });
}
