/** What can be read of X: an account's own posts, posts by id, who the token is, what was used of the cap. */
import { type Answer, missing, ok } from './answer.ts';
import { saidShown } from './around.ts';
import { isHidden, shown, standing } from './posts.ts';
import type { Account, Post, World } from './world.ts';

const fieldsOf = (query: URLSearchParams): Set<string> => {
  const names = ['tweet.fields', 'post.fields', 'expansions'];
  return new Set(names.flatMap((name) => (query.get(name) ?? '').split(',')));
};

/** Counted against the month's cap, a post each. */
function spend(world: World, posts: number): void {
  world.usage.used += posts;
}

const userIn = (account: Account) => ({
  id: account.id,
  name: account.name,
  username: account.handle,
});

function includesOf(account: Account, query: URLSearchParams, posts: number) {
  const wanted = (query.get('expansions') ?? '').split(',').includes('author_id');
  return wanted && posts > 0 ? { includes: { users: [userIn(account)] } } : {};
}

/** A token for the next page, in the letters of base32hex: what is read goes on below this id. */
const pageAfter = (post: Post) => `7140dibdno9c7bt4${BigInt(post.id).toString(32)}`;
const idOfPage = (token: string): bigint | null => {
  const digits = /^7140dibdno9c7bt4([0-9a-v]+)$/.exec(token)?.[1];
  if (!digits) return null;
  return [...digits].reduce((sum, digit) => sum * 32n + BigInt(Number.parseInt(digit, 32)), 0n);
};

/** `GET /2/users/:id/tweets`: newest first, each post once, as its newest version. */
export function timeline(world: World, account: Account, query: URLSearchParams): Answer {
  const since = BigInt(query.get('since_id') ?? -1);
  const until = query.has('until_id') ? BigInt(query.get('until_id') ?? 0) : null;
  const page = query.has('pagination_token') ? idOfPage(query.get('pagination_token') ?? '') : null;
  const from = Date.parse(query.get('start_time') ?? '') || 0;
  const to = Date.parse(query.get('end_time') ?? '') || Number.POSITIVE_INFINITY;
  const most = Number(query.get('max_results') ?? 10);
  const found: Post[] = [];
  for (const post of standing(world, account.id).reverse()) {
    if (isHidden(world, post)) {
      // Each reading that could have shown it brings it nearer.
      post.hidden.reads = Math.max(0, post.hidden.reads - 1);
      continue;
    }
    const id = BigInt(post.id);
    if (id <= since || (until !== null && id >= until) || (page !== null && id >= page)) continue;
    if (post.at < from || post.at >= to) continue;
    found.push(post);
  }
  const posts = found.slice(0, most);
  spend(world, posts.length);
  if (posts.length === 0) return ok({ meta: { result_count: 0 } });
  const last = posts.at(-1) as Post;
  const meta = {
    result_count: posts.length,
    newest_id: posts[0]?.id,
    oldest_id: last.id,
    ...(found.length > most ? { next_token: pageAfter(last) } : {}),
  };
  const fields = fieldsOf(query);
  const data = posts.map((post) => shown(world, post, fields));
  return ok({ data, ...includesOf(account, query, posts.length), meta });
}

/** `GET /2/tweets?ids=`: each version under its own id; those that are gone stand among the errors. */
export function look(world: World, account: Account, query: URLSearchParams): Answer {
  const ids = (query.get('ids') ?? '').split(',');
  const fields = fieldsOf(query);
  const data: unknown[] = [];
  const errors: unknown[] = [];
  for (const id of ids) {
    const post = world.posts.get(id);
    const said = world.crowd.said.get(id);
    if (post && !post.deleted && post.account === account.id) data.push(shown(world, post, fields));
    else if (said && !said.deleted) data.push(saidShown(world, said, query));
    else errors.push(missing('ids', id));
  }
  spend(world, data.length);
  return ok({
    ...(data.length > 0 ? { data } : {}),
    ...includesOf(account, query, data.length),
    ...(errors.length > 0 ? { errors } : {}),
  });
}

/** `GET /2/users/me`. */
export function me(world: World, account: Account, query: URLSearchParams): Answer {
  const newest = standing(world, account.id).at(-1)?.id;
  const all: Record<string, unknown> = {
    created_at: new Date(account.createdAt).toISOString(),
    description: '',
    protected: account.protected,
    verified: false,
    verified_type: 'none',
    url: '',
    profile_image_url: 'https://abs.twimg.com/sticky/default_profile_images/default_profile.png',
    public_metrics: {
      followers_count: 0,
      following_count: 0,
      tweet_count: standing(world, account.id).length,
      listed_count: 0,
    },
    ...(newest ? { most_recent_tweet_id: newest } : {}),
  };
  const fields = new Set((query.get('user.fields') ?? '').split(','));
  const asked = Object.entries(all).filter(([name]) => fields.has(name));
  return ok({ data: { ...userIn(account), ...Object.fromEntries(asked) } });
}

/** `GET /2/usage/tweets`, with the app's own token alone. Numbers come as strings. */
export function usage(world: World): Answer {
  const { cap, used, resetDay } = world.usage;
  return ok({
    data: {
      cap_reset_day: resetDay,
      project_cap: String(cap),
      project_id: '1700000000000000000',
      project_usage: String(used),
    },
  });
}
