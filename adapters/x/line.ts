/**
 * The line to X: the only place that knows the library. What stands in `Line` is all that can be asked of an
 * account: no reply, quote, like or message is among it. Every call has an end, and none is made twice.
 */
import { Agent as PlainAgent } from 'node:http';
import { Agent as SafeAgent } from 'node:https';
import {
  ApiPartialResponseError,
  ApiRequestError,
  ApiResponseError,
  type IClientSettings,
  TwitterApi,
} from 'twitter-api-v2';
import { answered, type Fault, type Headers, XFault } from './fault.ts';

/** OAuth 1.0a: the app's keys, and the account's. Never to be logged. */
export type XKeys = {
  appKey: string;
  appSecret: string;
  accessToken: string;
  accessSecret: string;
};

/** A whole answer below status 400. The body is text where it was no JSON. */
export type Answer = { body: unknown; headers: Headers };

export type Query = Record<string, string | number>;

export type Line = {
  me: () => Promise<Answer>;
  /** Own posts of a user, newest first. */
  timeline: (user: string, query: Query) => Promise<Answer>;
  /** Posts by their ids, at most a hundred. */
  byIds: (ids: readonly string[], query: Query) => Promise<Answer>;
  create: (body: { text: string; reply_settings?: string }) => Promise<Answer>;
  remove: (id: string) => Promise<Answer>;
  /** Whoever has this handle, without its @. */
  userNamed: (handle: string, query: Query) => Promise<Answer>;
  /** Users by their ids, at most a hundred. */
  users: (ids: readonly string[], query: Query) => Promise<Answer>;
  /** Users round a user, newest first. */
  followers: (user: string, query: Query) => Promise<Answer>;
  following: (user: string, query: Query) => Promise<Answer>;
  blocking: (user: string, query: Query) => Promise<Answer>;
  /** Posts that name a user, newest first. */
  mentions: (user: string, query: Query) => Promise<Answer>;
  follow: (user: string, target: string) => Promise<Answer>;
  unfollow: (user: string, target: string) => Promise<Answer>;
  mute: (user: string, target: string) => Promise<Answer>;
  /** Hides a reply below a post of the account's own. */
  hide: (id: string) => Promise<Answer>;
};

/**
 * How long each call may take as a whole, ms, and of that the connection; `change` is what changes something at X but
 * posts nothing. A post's is shorter than the desk's own patience with a call. A connection that is not up yet has
 * carried nothing: where a network swallows what is sent, that is the difference between a post that waits and one
 * of which nobody knows.
 */
export const PATIENCE = { connect: 8_000, read: 10_000, change: 20_000, post: 40_000 };
export type XPatience = typeof PATIENCE;

/** Codes of connections whose other end was not known to be X; Node sends nothing then (tried with Node 24). */
const NOT_TRUSTED =
  /^(?:CERT_|ERR_TLS_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(?:GET|VERIFY)_)/;

type Cause = Error & { code?: string; syscall?: string; errors?: readonly Cause[] };

/** A connection that was never made, to whichever of the addresses. */
function neverConnected(cause: Cause): boolean {
  if (cause.errors !== undefined && cause.errors.length > 0)
    return cause.errors.every(neverConnected);
  return cause.syscall === 'connect' || cause.syscall === 'getaddrinfo';
}

/** Node's codes in words that people read on a card. */
const IN_WORDS: Readonly<Record<string, string>> = {
  ABORT_ERR: 'it took too long',
  EAI_AGAIN: 'its name is not found',
  ENOTFOUND: 'its name is not found',
  ECONNREFUSED: 'the connection is refused',
  ECONNRESET: 'the connection broke off',
  EPIPE: 'the connection broke off',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no network',
  ETIMEDOUT: 'nothing answers',
};

function lineFault(cause: Cause): Fault {
  const code = cause.name === 'AbortError' ? 'ABORT_ERR' : (cause.code ?? '');
  const why = IN_WORDS[code] ?? (code || cause.message);
  if (neverConnected(cause)) return { kind: 'not-sent', why };
  return { kind: NOT_TRUSTED.test(code) ? 'not-trusted' : 'lost', why };
}

/** The library's errors as ours. Its `requestError` is always undefined: the cause is under `_options` (1.29). */
function faultOf(error: unknown): Fault {
  if (error instanceof ApiResponseError) {
    return answered(error.code, error.data, error.headers as Headers);
  }
  if (error instanceof ApiPartialResponseError) {
    const { statusCode = 0, headers } = error.response;
    // The status of a broken answer still counts where it says that nothing was done.
    if (statusCode >= 400) return answered(statusCode, null, headers);
    return { kind: 'lost', why: 'its answer broke off' };
  }
  if (error instanceof ApiRequestError) {
    const { _options: options } = error as unknown as { _options?: { error?: Cause } };
    return lineFault(options?.error ?? error);
  }
  const cause = error instanceof Error ? error : new Error(String(error));
  return { kind: 'lost', why: cause.message };
}

/** Gives up a connection that is not up, and secure where it is to be, after so many ms. */
function inTime<A extends PlainAgent>(agent: A, ms: number): A {
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, done) => {
    const socket = connect(options, done);
    const why = { code: 'ETIMEDOUT', syscall: 'connect' };
    const timer = setTimeout(
      () => socket?.destroy(Object.assign(new Error('no connection in time'), why)),
      ms,
    );
    const over = () => clearTimeout(timer);
    socket?.once(agent instanceof SafeAgent ? 'secureConnect' : 'connect', over);
    socket?.once('close', over);
    return socket;
  };
  return agent;
}

/**
 * What the library is told of where X is and how long it may take. `apiUrl` null is X itself; another takes every
 * call in its place, signed as if for X.
 */
export function settingsFor(apiUrl: string | null, patience = PATIENCE): Partial<IClientSettings> {
  const place = apiUrl === null ? null : new URL(apiUrl);
  const Agent = place?.protocol === 'http:' ? PlainAgent : SafeAgent;
  const kept = inTime(new Agent({ keepAlive: true }), patience.connect);
  // A connection kept open may be shut at the other end just as a post goes out: its fate would be unknown, where a
  // new one that is refused has surely posted nothing.
  const fresh = inTime(new Agent({ keepAlive: false }), patience.connect);
  return {
    // The library waits for ever for a packed answer that breaks off.
    compression: false,
    plugins: [
      {
        onBeforeRequest: ({ params, computedParams, requestOptions }) => {
          // The library's own timeout counts silence only; an answer that trickles would never end.
          const signal = AbortSignal.timeout(params.timeout ?? PATIENCE.read);
          const agent = computedParams.method === 'GET' ? kept : fresh;
          Object.assign(requestOptions, { signal, agent });
          if (place === null) return;
          const { url } = computedParams;
          url.protocol = place.protocol;
          url.hostname = place.hostname;
          url.port = place.port;
          url.pathname = `${place.pathname.replace(/\/$/, '')}${url.pathname}`;
        },
      },
    ],
  };
}

/** The answer, or an XFault. */
export async function asked(call: Promise<{ data: unknown; headers: unknown }>): Promise<Answer> {
  try {
    const { data, headers } = await call;
    return { body: data, headers: headers as Headers };
  } catch (error) {
    throw new XFault(faultOf(error));
  }
}

/** A line to X for one account. Every call throws an XFault where it does not end well, and nothing else. */
export function openLine(keys: XKeys, apiUrl: string | null, patience = PATIENCE): Line {
  const { v2 } = new TwitterApi(keys, settingsFor(apiUrl, patience));
  const full = (timeout: number) => ({ fullResponse: true as const, timeout });
  const read = (path: string, query: Query, params?: Query) =>
    asked(v2.get(path, query, { ...full(patience.read), ...(params ? { params } : {}) }));
  const changed = (params: Query) => ({ ...full(patience.change), params });
  return {
    me: () => read('users/me', { 'user.fields': 'protected' }),
    timeline: (id, query) => read('users/:id/tweets', query, { id }),
    byIds: (ids, query) => read('tweets', { ids: ids.join(','), ...query }),
    create: (body) => asked(v2.post('tweets', body, full(patience.post))),
    remove: (id) => asked(v2.delete('tweets/:id', undefined, changed({ id }))),
    userNamed: (username, query) => read('users/by/username/:username', query, { username }),
    users: (ids, query) => read('users', { ids: ids.join(','), ...query }),
    followers: (id, query) => read('users/:id/followers', query, { id }),
    following: (id, query) => read('users/:id/following', query, { id }),
    blocking: (id, query) => read('users/:id/blocking', query, { id }),
    mentions: (id, query) => read('users/:id/mentions', query, { id }),
    follow: (id, target) =>
      asked(v2.post('users/:id/following', { target_user_id: target }, changed({ id }))),
    unfollow: (id, target) =>
      asked(v2.delete('users/:id/following/:target', undefined, changed({ id, target }))),
    mute: (id, target) =>
      asked(v2.post('users/:id/muting', { target_user_id: target }, changed({ id }))),
    hide: (id) => asked(v2.put('tweets/:id/hidden', { hidden: true }, changed({ id }))),
  };
}
