/** One account on X: whose keys these are, what it has posted last, and what it may still ask. */
import type { Clock } from '../../src/ports/clock.ts';
import type { Spend } from '../../src/ports/outlet.ts';
import { type Fault, XFault } from './fault.ts';
import { type Endpoint, type Limits, limitsOf, retryAfter } from './limits.ts';
import type { Answer, Line } from './line.ts';
import { isId } from './posts.ts';
import { type Read, spendOfReads } from './prices.ts';
import { isTooMany } from './refusals.ts';

/** What an account on X needs of the world round it. */
export type Surroundings = {
  clock: Clock;
  /** Told of each call that X bills, as it is made. */
  spent: (spend: Spend) => void;
  /** Whether the account's owner owns the app: X then bills less for what is read of their own. */
  ownsApp: (account: string) => boolean;
  /** Ends after so many ms; tests need not wait. */
  pause: (ms: number) => Promise<void>;
  /** From 0 to below 1. */
  random: () => number;
};

/** A read is made so often before it has failed. */
const TRIES = 3;
/** Before the second try, ms, at most; twice that before the third. */
const FIRST_PAUSE = 500;
/** A longer wait than this (ms) is not for a read that somebody waits for. */
const LONGEST_PAUSE = 5_000;

/** A fault that may be gone in a moment. */
const passes = (fault: Fault): boolean =>
  fault.kind === 'lost' ||
  fault.kind === 'not-sent' ||
  (fault.kind === 'answered' && fault.status >= 500);

const map = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};

export type XAccount = {
  handle: string;
  line: Line;
  limits: Limits;
  /** The user's id at X, once X has said that these are the keys of this account. Throws an XFault. */
  user: () => Promise<string>;
  /** Asks X where its limits let it, and takes in what it says of them. Throws an XFault. */
  once: (endpoint: Endpoint, ask: () => Promise<Answer>) => Promise<Answer>;
  /** As `once`, and again where X only stumbled: for what changes nothing at X. */
  read: (endpoint: Endpoint, ask: () => Promise<Answer>) => Promise<Answer>;
  /** What so many readings of one kind cost. */
  costOf: (kind: Read, times: number) => Spend;
  /** Tells that so many things of one kind were read. */
  hasRead: (kind: Read, times: number) => void;
  /** The newest own post known here; null where none is. */
  newest: () => string | null;
  /** Takes in the id of an own post. */
  saw: (id: string) => void;
};

/** The account of this handle over a line with its keys. `handle` is as the school writes it, with its @. */
export function accountOver(handle: string, line: Line, around: Surroundings): XAccount {
  const limits = limitsOf();
  let newest: string | null = null;
  let known: Promise<string> | null = null;

  const costOf = (kind: Read, times: number): Spend =>
    spendOfReads(handle, kind, times, around.ownsApp(handle));
  const hasRead = (kind: Read, times: number): void => {
    if (times > 0) around.spent(costOf(kind, times));
  };

  async function once(endpoint: Endpoint, ask: () => Promise<Answer>): Promise<Answer> {
    const until = limits.until(endpoint, around.clock.now());
    if (until !== null) throw new XFault({ kind: 'waits', until });
    try {
      const answer = await ask();
      limits.note(endpoint, answer.headers, false, around.clock.now());
      return answer;
    } catch (error) {
      const fault = error instanceof XFault ? error.fault : null;
      if (fault?.kind === 'answered') {
        limits.note(endpoint, fault.headers, isTooMany(fault), around.clock.now());
      }
      throw error;
    }
  }

  /** An answer to a read that is no JSON says nothing, and is one that went astray. */
  async function whole(endpoint: Endpoint, ask: () => Promise<Answer>): Promise<Answer> {
    const answer = await once(endpoint, ask);
    if (answer.body !== null && typeof answer.body === 'object') return answer;
    throw new XFault({ kind: 'lost', why: 'its answer was no JSON' });
  }

  /** How long to wait before the next try, ms; null where the next is not worth the wait. */
  function pauseAfter(fault: Fault, tried: number): number | null {
    const most = FIRST_PAUSE * 2 ** (tried - 1);
    const backoff = most / 2 + (around.random() * most) / 2;
    if (fault.kind !== 'answered') return backoff;
    const now = around.clock.now();
    const asked = (retryAfter(fault.headers, now) ?? now) - now;
    return asked > LONGEST_PAUSE ? null : Math.max(asked, backoff);
  }

  async function read(endpoint: Endpoint, ask: () => Promise<Answer>): Promise<Answer> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await whole(endpoint, ask);
      } catch (error) {
        const fault = error instanceof XFault ? error.fault : null;
        if (fault === null || tried === TRIES || !passes(fault)) throw error;
        const pause = pauseAfter(fault, tried);
        if (pause === null) throw error;
        await around.pause(pause);
      }
    }
  }

  async function askUser(): Promise<string> {
    const answer = await read('me', line.me);
    const { id, username } = map(map(answer.body).data);
    if (!isId(id) || typeof username !== 'string') {
      throw new XFault({ kind: 'lost', why: 'its answer names no user' });
    }
    hasRead('user', 1);
    // A school's post must never stand on somebody else's account.
    if (username.toLowerCase() !== handle.replace(/^@/, '').toLowerCase()) {
      throw new XFault({ kind: 'other-account', handle: username });
    }
    return id;
  }

  return {
    handle,
    line,
    limits,
    once,
    read,
    costOf,
    hasRead,
    user: () => {
      known ??= askUser().catch((error: unknown) => {
        known = null;
        throw error;
      });
      return known;
    },
    newest: () => newest,
    saw: (id) => {
      if (newest === null || BigInt(id) > BigInt(newest)) newest = id;
    },
  };
}
