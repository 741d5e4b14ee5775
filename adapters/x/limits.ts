/** What X said of how many calls an account has left, so that none is made that it would surely refuse. */
import type { Headers } from './fault.ts';

/** X counts each of them by itself, for each account. */
export type Endpoint =
  | 'me'
  | 'timeline'
  | 'by-ids'
  | 'post'
  | 'remove'
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

/** X counts in windows of 15 minutes, and in days; a moment further off is a clock that is wrong. */
const WINDOW = 15 * 60_000;
const DAY = 24 * 3_600_000;
/** Where X says only that it is too much. */
const WITHOUT_WORD = 60_000;

function header(headers: Headers, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

const count = (headers: Headers, name: string): number | null => {
  const value = header(headers, name);
  return value !== null && /^\d+$/.test(value) ? Number(value) : null;
};

/** When a limit ends, by the headers that begin so: null where calls are left. */
function endOf(headers: Headers, begin: string, now: number, longest: number): number | null {
  if (count(headers, `${begin}-remaining`) !== 0) return null;
  const reset = count(headers, `${begin}-reset`);
  if (reset === null) return null;
  return Math.min(reset * 1000, now + longest);
}

/** What Retry-After asks for, as epoch ms; null where it asks for nothing. */
export function retryAfter(headers: Headers, now: number): number | null {
  const value = header(headers, 'retry-after');
  if (value === null) return null;
  const at = /^\d+$/.test(value) ? now + Number(value) * 1000 : Date.parse(value);
  return Number.isNaN(at) ? null : Math.min(Math.max(at, now), now + DAY);
}

/** Until when X takes no more calls by these headers, epoch ms; null where it takes them. */
export function fullUntil(headers: Headers, now: number): number | null {
  const ends = [
    endOf(headers, 'x-rate-limit', now, WINDOW),
    endOf(headers, 'x-user-limit-24hour', now, DAY),
    endOf(headers, 'x-app-limit-24hour', now, DAY),
  ].filter((end) => end !== null);
  return ends.length === 0 ? null : Math.max(...ends);
}

/** When a call that X refused as one too many may be made again, epoch ms. */
export function whenAgain(headers: Headers, now: number): number {
  const told = [fullUntil(headers, now) ?? now, retryAfter(headers, now) ?? now];
  const latest = Math.max(...told);
  // A moment that has passed, as by a clock that is off, says no more than none.
  return latest > now ? latest : now + WITHOUT_WORD;
}

/** The limits of one account as X told them last. */
export function limitsOf() {
  const ends = new Map<Endpoint, number>();
  return {
    /** Until when there is no use in asking, epoch ms; null where there is. */
    until: (endpoint: Endpoint, now: number): number | null => {
      const end = ends.get(endpoint) ?? 0;
      return end > now ? end : null;
    },
    /** Takes in what an answer's headers say, and that it was refused as one too many. */
    note: (endpoint: Endpoint, headers: Headers, refused: boolean, now: number): void => {
      const end = refused ? whenAgain(headers, now) : fullUntil(headers, now);
      if (end !== null) ends.set(endpoint, end);
    },
  };
}

export type Limits = ReturnType<typeof limitsOf>;
