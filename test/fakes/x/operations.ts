/**
 * The calls Bellbird may make of X, and how each must be made. Everything else is refused and kept as a
 * forbidden request: replies, quotes, likes, messages, blocks, and whatever X adds tomorrow.
 */
import type { Answer } from './answer.ts';
import { invalid } from './answer.ts';

export type Operation =
  | 'post'
  | 'remove'
  | 'me'
  | 'timeline'
  | 'look'
  | 'usage'
  | 'request-token'
  | 'access-token'
  | 'bearer'
  | 'user-named'
  | 'users'
  | 'followers'
  | 'following'
  | 'blocking'
  | 'mentions'
  | 'follow'
  | 'unfollow'
  | 'mute'
  | 'hide';

type Known = {
  operation: Operation;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: RegExp;
  /** What stands in the path; an id unless told. */
  names?: RegExp;
  /** Allowed in the query, and what a value must look like. */
  query?: Record<string, RegExp>;
};

const ID = /^\d{1,19}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const list = (names: string) => {
  const one = `(?:${names.trim().split(/\s+/).join('|')})`;
  return new RegExp(`^${one}(?:,${one})*$`);
};

/** The older names of fields of a post, by X's documents of 2023 to 2026. */
const TWEET_FIELDS = list(`article attachments author_id card_uri community_id context_annotations
  conversation_id created_at display_text_range edit_controls edit_history_tweet_ids entities geo id
  in_reply_to_user_id lang media_metadata non_public_metrics note_tweet organic_metrics
  possibly_sensitive promoted_metrics public_metrics referenced_tweets reply_settings scopes source
  suggested_source_links text withheld`);
/** The newer, by X's OpenAPI 2.167 of August 2026. */
const POST_FIELDS = list(`article article_title attachments card_uri community_id
  context_annotations conversation_id created_at display_text_range edit_controls entities geo id lang
  matched_media_notes media_metadata non_public_metrics note_post note_request_suggestions
  organic_metrics paid_partnership possibly_sensitive promoted_metrics public_metrics reply_settings
  scopes source suggested_source_links suggested_source_links_with_counts text withheld`);
const EXPANSIONS = list(`attachments\\.media_keys attachments\\.poll_ids author_id
  edit_history_tweet_ids edit_history_post_ids entities\\.mentions\\.username geo\\.place_id
  in_reply_to_user_id referenced_tweets\\.id referenced_posts`);
const USER_FIELDS = list(`affiliation confirmed_email connection_status created_at description
  entities id is_identity_verified location most_recent_tweet_id name parody pinned_tweet_id
  profile_banner_url profile_image_url protected public_metrics receives_your_dm
  subscribes_to_you subscription subscription_type url username verified verified_followers_count verified_type withheld`);
const POST_QUERY = {
  'tweet.fields': TWEET_FIELDS,
  'post.fields': POST_FIELDS,
  expansions: EXPANSIONS,
  'user.fields': USER_FIELDS,
};

const USER_QUERY = { 'user.fields': USER_FIELDS, 'post.fields': POST_FIELDS };
const LIST_QUERY = {
  ...USER_QUERY,
  max_results: /^([1-9]\d{0,2}|1000)$/,
  pagination_token: /^[0-9a-v]{16,}$/,
};
const userList = (operation: 'followers' | 'following' | 'blocking'): Known => ({
  operation,
  method: 'GET',
  path: new RegExp(`^/2/users/([^/]+)/${operation}$`),
  query: LIST_QUERY,
});

const KNOWN: readonly Known[] = [
  { operation: 'post', method: 'POST', path: /^\/2\/tweets$/ },
  { operation: 'remove', method: 'DELETE', path: /^\/2\/tweets\/([^/]+)$/ },
  {
    operation: 'me',
    method: 'GET',
    path: /^\/2\/users\/me$/,
    query: { 'user.fields': USER_FIELDS, 'tweet.fields': TWEET_FIELDS },
  },
  {
    operation: 'timeline',
    method: 'GET',
    path: /^\/2\/users\/([^/]+)\/tweets$/,
    query: {
      ...POST_QUERY,
      max_results: /^([5-9]|[1-9]\d|100)$/,
      since_id: ID,
      until_id: ID,
      start_time: TIME,
      end_time: TIME,
      pagination_token: /^[0-9a-v]+$/,
      exclude: list('replies retweets'),
    },
  },
  {
    operation: 'look',
    method: 'GET',
    path: /^\/2\/tweets$/,
    query: { ...POST_QUERY, ids: /^\d{1,19}(,\d{1,19}){0,99}$/ },
  },
  {
    operation: 'usage',
    method: 'GET',
    path: /^\/2\/usage\/tweets$/,
    query: {
      days: /^([1-9]|[1-8]\d|90)$/,
      'usage.fields': list(`cap_reset_day daily_client_app_usage daily_project_usage project_cap
        project_id project_usage`),
    },
  },
  {
    operation: 'user-named',
    method: 'GET',
    path: /^\/2\/users\/by\/username\/([^/]+)$/,
    names: /^[A-Za-z0-9_]{1,15}$/,
    query: USER_QUERY,
  },
  {
    operation: 'users',
    method: 'GET',
    path: /^\/2\/users$/,
    query: { ...USER_QUERY, ids: /^\d{1,19}(,\d{1,19}){0,99}$/ },
  },
  userList('followers'),
  userList('following'),
  userList('blocking'),
  {
    operation: 'mentions',
    method: 'GET',
    path: /^\/2\/users\/([^/]+)\/mentions$/,
    query: {
      ...POST_QUERY,
      max_results: /^([5-9]|[1-9]\d|100)$/,
      since_id: ID,
      pagination_token: /^[0-9a-v]+$/,
    },
  },
  { operation: 'follow', method: 'POST', path: /^\/2\/users\/([^/]+)\/following$/ },
  {
    operation: 'unfollow',
    method: 'DELETE',
    path: /^\/2\/users\/([^/]+)\/following\/([^/]+)$/,
  },
  { operation: 'mute', method: 'POST', path: /^\/2\/users\/([^/]+)\/muting$/ },
  { operation: 'hide', method: 'PUT', path: /^\/2\/tweets\/([^/]+)\/hidden$/ },
  { operation: 'request-token', method: 'POST', path: /^\/oauth\/request_token$/ },
  { operation: 'access-token', method: 'POST', path: /^\/oauth\/access_token$/ },
  { operation: 'bearer', method: 'POST', path: /^\/oauth2\/token$/ },
];

/** `target` is the second id in a path. */
export type Asked = { operation: Operation; id: string; target: string; known: Known };

/** The call this is, with the id in its path; null where it is none that Bellbird may make. */
export function operationOf(method: string, path: string): Asked | null {
  for (const known of KNOWN) {
    const found = known.method === method ? known.path.exec(path) : null;
    if (found)
      return { operation: known.operation, id: found[1] ?? '', target: found[2] ?? '', known };
  }
  return null;
}

/** What X calls a fault in a query or a path; null where there is none. */
export function queryFault(
  { known, id, target, operation }: Asked,
  query: URLSearchParams,
): Answer | null {
  const faults: { message: string; parameters: Record<string, string[]> }[] = [];
  const wrong = (name: string, value: string, message: string) =>
    faults.push({ message, parameters: { [name]: [value] } });
  for (const [name, value, shape] of [
    ['id', id, known.names ?? ID],
    ['target_user_id', target, ID],
  ] as const) {
    if (value !== '' && !shape.test(value))
      wrong(name, value, `The \`${name}\` query parameter value [${value}] is not valid`);
  }
  const seen = new Set<string>();
  for (const [name, value] of query) {
    const shape = known.query?.[name];
    if (!shape)
      wrong(
        name,
        value,
        `The query parameter [${name}] is not one of [${Object.keys(known.query ?? {}).join(',')}]`,
      );
    else if (seen.has(name))
      wrong(name, value, `The \`${name}\` query parameter can not be repeated`);
    else if (!shape.test(value))
      wrong(name, value, `The \`${name}\` query parameter value [${value}] is not valid`);
    seen.add(name);
  }
  if ((operation === 'look' || operation === 'users') && !seen.has('ids'))
    wrong('ids', '', 'The `ids` query parameter can not be empty');
  return faults.length > 0 ? invalid(faults) : null;
}
