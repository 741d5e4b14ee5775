/** What every use case is given of the world, and the shape of what it answers. */

import type { Audience } from '../ports/audience.ts';
import type { Clock } from '../ports/clock.ts';
import type { Outlet } from '../ports/outlet.ts';
import type { Reader, Store } from '../ports/store.ts';
import type { Roll } from '../school/roll.ts';
import type { School } from '../school/school.ts';
import type { BegunWords } from './begun.ts';
import type { GrammarDesk } from './grammar.ts';
import type { UnkeptWords } from './unkept.ts';

/** How long Bellbird waits for what it has asked for, in ms. Each is longer than the one before it. */
export type Patience = {
  /** Somebody who presses Send or Approve waits no longer than this for spelling and grammar. */
  reading: number;
  /** An outlet's call ends within this, one way or another. */
  call: number;
  /** An attempt open for longer has lost its process. */
  lease: number;
  /** A claim on a job outlives the longest handler. */
  claim: number;
};

export const PATIENCE: Patience = {
  reading: 1_500,
  call: 60_000,
  lease: 90_000,
  claim: 120_000,
};

export type World = {
  store: Store;
  clock: Clock;
  /** By school id. A reload swaps a school for its newer self. */
  schools: ReadonlyMap<string, School>;
  /** By the name school.yaml uses. */
  outlets: ReadonlyMap<string, Outlet>;
  /** The people round an outlet's accounts, by the same name; of an outlet they may not be there to read. */
  audiences: ReadonlyMap<string, Audience>;
  /** Where people reach this Bellbird by its own address, without a slash at the end. */
  here: () => string;
  /** Chats that serve a school: one notice is written for each, so that one that is down holds up no other. */
  chatsOf: (school: string) => readonly string[];
  /** The school's roll as of this version, or null when it has none. */
  rollAt: (school: string, version: number, reader: Reader) => Promise<Roll | null>;
  /** Spelling and grammar, read beside. */
  grammar: GrammarDesk;
  /** Words that may not be stored, for as long as their author may still want them. */
  unkept: UnkeptWords;
  /** Words that were begun in a form and not sent. */
  begun: BegunWords;
  /** Work may be due at this moment (epoch ms): look no later. */
  wake: (at: number) => void;
  /** In place of PATIENCE. */
  patience?: Patience;
  log: Log;
};

/** The part of a logger the desk uses. Fields never hold a pupil's name or a draft's words. */
export type Log = {
  info: (fields: Record<string, unknown>, says: string) => void;
  warn: (fields: Record<string, unknown>, says: string) => void;
  error: (fields: Record<string, unknown>, says: string) => void;
};

/**
 * A refusal is an answer, not a fault: one or two sentences with who can, or what to do. `field` is the id of the
 * field it is about, where it is about one: a form says it there. `agreement`: the policy's agreement is what is missing, from
 * this person themselves or from somebody who signs it too.
 */
export type Refusal = {
  ok: false;
  says: string;
  field?: string;
  agreement?: 'own' | 'others';
};
export type Result<T = object> = ({ ok: true } & T) | Refusal;

export function refuse(says: string, field?: string): Refusal {
  return { ok: false, says, ...(field === undefined ? {} : { field }) };
}
