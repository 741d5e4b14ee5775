/** All that the fake X knows: one plain state, shared by its doors. */
import { randomBytes } from 'node:crypto';
import { type Crowd, emptyCrowd } from './crowd.ts';
import type { Fault } from './faults.ts';
import type { Operation } from './operations.ts';
import type { UrlEntity } from './text.ts';

export type Account = {
  id: string;
  /** Without the @. */
  handle: string;
  name: string;
  protected: boolean;
  /** X has shut it: every call of its user is refused. */
  suspended: boolean;
  createdAt: number;
  accessToken: string;
  accessSecret: string;
  /** What the token may do: an app that was made to write after a person logged in still has a token that reads. */
  access: 'read' | 'read-write';
  revoked: boolean;
};

export type Post = {
  id: string;
  account: string;
  /** As X keeps it: normalised, links shortened, `&`, `<` and `>` escaped. */
  text: string;
  /** As it was sent. */
  sent: string;
  urls: UrlEntity[];
  replySettings: string;
  at: number;
  /** Ids of all its versions, oldest first; shared by them. */
  versions: string[];
  deleted: boolean;
  /** The timeline does not show it for so many more readings, and not before this moment. */
  hidden: { reads: number; until: number };
};

/** One request that came, and what became of it. */
export type Call = {
  operation: Operation;
  account: string | null;
  at: number;
  /** The fault the script or the weather had for it; null: none. */
  fault: Fault | null;
  /** What X sent back; null where it sent nothing whole. */
  status: number | null;
  /** The id of the post it stored. */
  stored: string | null;
  query: Record<string, string>;
  body: unknown;
};

/** Calls a user may make of each kind within 15 minutes. */
export type Limits = Record<Operation, number>;

export type Lag = { reads: number; ms: number };

export type Weather = (call: Call) => Fault | null;

export type XOptions = {
  /** Handles, with or without their @, and how their accounts differ from an ordinary one. */
  accounts?: Record<string, Partial<Account>>;
  now?: () => number;
  limits?: Partial<Limits>;
  /** The names of fields in what X sends: the older of `tweet`, the newer of `post`. */
  words?: 'tweet' | 'post';
};

/** What X's documents gave for one user in November 2026; the headers are what counts. */
const LIMITS: Limits = {
  post: 100,
  remove: 50,
  me: 75,
  timeline: 900,
  look: 900,
  usage: 50,
  'request-token': 100,
  'access-token': 100,
  bearer: 100,
  'user-named': 900,
  users: 900,
  followers: 300,
  following: 300,
  blocking: 15,
  mentions: 300,
  follow: 50,
  unfollow: 50,
  mute: 50,
  hide: 50,
};
export const WINDOW = 15 * 60_000;
/** X counts the ms of its ids from here: 4 November 2010, 01:42:54.657 UTC. */
const FIRST_MOMENT = 1_288_834_974_657;

const key = (bytes: number) => randomBytes(bytes).toString('base64url');
export const bare = (handle: string) => handle.replace(/^@/, '');

function accountOf(handle: string, index: number, given: Partial<Account>): Account {
  const id = String(1_500_000_000 + index);
  return {
    id,
    handle: bare(handle),
    name: bare(handle),
    protected: false,
    suspended: false,
    createdAt: Date.parse('2019-09-02T08:00:00Z'),
    accessToken: `${id}-${key(20)}`,
    accessSecret: key(33),
    access: 'read-write',
    revoked: false,
    ...given,
  };
}

export function worldOf(options: XOptions) {
  const clock = { ahead: 0 };
  const now = () => (options.now ?? Date.now)() + clock.ahead;
  const accounts = Object.entries(options.accounts ?? {}).map(([handle, given], index) =>
    accountOf(handle, index, given),
  );
  let newest = 0n;
  return {
    clock,
    now,
    /** How far X's clock is from this machine's, ms: what a signature's time is judged by. */
    skew: 0,
    origin: '',
    appKey: key(18),
    appSecret: key(37),
    bearer: `AAAA${key(60)}`,
    words: options.words ?? 'tweet',
    accounts,
    byToken: new Map(accounts.map((account) => [account.accessToken, account])),
    byId: new Map(accounts.map((account) => [account.id, account])),
    posts: new Map<string, Post>(),
    /** Every version ever stored of each account's posts, oldest first. */
    books: new Map<string, Post[]>(accounts.map((account) => [account.id, []])),
    /** Everybody else, and how they stand to the accounts. */
    crowd: emptyCrowd() as Crowd,
    /** What the app's tier does not have: following, for every self-serve one since April 2026. */
    off: new Set<Operation>(['follow', 'unfollow']),
    calls: [] as Call[],
    /** Requests for what Bellbird must never ask of X: replies, likes, messages, blocks and all else unknown. */
    forbidden: [] as string[],
    /** Requests that X would refuse as badly made. */
    malformed: [] as string[],
    limits: { ...LIMITS, ...options.limits },
    windows: new Map<string, { left: number; resets: number }>(),
    script: new Map<string, Fault[]>(),
    weather: null as Weather | null,
    /** New posts stay off the timeline for so many readings, and so long (ms). */
    lag: (): Lag => ({ reads: 0, ms: 0 }),
    /** How long X thinks before each answer, ms. */
    latency: 0,
    /** The project's monthly cap on reads, and what was used of it. */
    usage: { cap: 2_000_000, used: 0, resetDay: 15 },
    credit: true,
    nonces: new Set<string>(),
    requestTokens: new Map<string, RequestToken>(),
    /** The next id: the time's own place, and above all before it. */
    nextId: () => {
      const byTime = BigInt(Math.max(0, Math.trunc(now()) - FIRST_MOMENT)) << 22n;
      newest = byTime > newest ? byTime : newest + 1n;
      return String(newest);
    },
  };
}

/** A login under way: made by the app, let through by a person who reads a PIN. */
export type RequestToken = { secret: string; account: string | null; pin: string | null };

export type World = ReturnType<typeof worldOf>;
