/** What the desk keeps of the mentions of an account. No pupil's name stands in any of it. */

import type { Action } from '../audience/actions.ts';
import type { Reason } from '../audience/facts.ts';
import type { Sorted } from '../audience/sort.ts';

/** What may be done about a mention, beside nothing. */
export type Doing = Exclude<Action, 'nothing'>;

/** `by-hand`: a person has to, and says or shows when it is done. `gone`: the mention or its author is not there any more. */
export type MentionTask = {
  does: Doing;
  state: 'to-do' | 'by-hand' | 'done' | 'gone';
  /** Why a person has to. */
  why: string | null;
};

/** `listed`: nothing in it asks for a decision. `new`: waits for one. `to-do`: decided, not all done. `over`: all done. */
export type MentionState = 'listed' | 'new' | 'to-do' | 'over';

/** A mention as it was read and sorted, and what became of it. Moments are epoch ms. */
export type KeptMention = {
  /** From 1 in each account. */
  number: number;
  account: string;
  /** The outlet's own id. */
  id: string;
  state: MentionState;
  /** The card that puts it up for a decision; null for one that is only listed. */
  pile: string | null;
  /** The most pressing have the highest. */
  rank: number;
  sort: Sorted['sort'];
  forWhom: Sorted['forWhom'];
  at: number;
  readAt: number;
  /** `handle` and `name` are empty where they bear a pupil's name. */
  author: { id: string; handle: string; name: string };
  /** Null where the address bears a name. */
  url: string | null;
  /** As typed, with each pupil's name blotted out; `named` says that there was one. */
  text: string;
  named: boolean;
  /** It was worded otherwise when it was read first. */
  edited: boolean;
  /** True where it answers a post of ours. */
  answers: boolean;
  media: number;
  /** The words that decided. */
  words: readonly string[];
  reasons: readonly Reason[];
  /** What fits it, what is proposed first. */
  actions: readonly Action[];
  /** Who read it in the list first; null while nobody has. */
  lookedBy: string | null;
  decided: { by: string; at: number; reason: string } | null;
  tasks: readonly MentionTask[];
  /** The evidence it was put into when it was escalated. */
  pack: string | null;
};

/** How far the mentions of an account have been read. */
export type MentionsRead = {
  /** The newest mention all of whose elders are read; null at the beginning. */
  since: string | null;
  /** While pages of one reading are left: the newest of them all, and where it goes on. */
  newest: string | null;
  cursor: string | null;
  /** When it was last read to the end; null for never. */
  at: number | null;
  /** The local date and how many were read on it. */
  day: string;
  read: number;
  /** The local date on which SLT was last told that the day's budget is used up. */
  toldBudget: string | null;
  /** When they were last told of what nobody has looked at, and how many of those are left. */
  toldUnlooked: { on: string; many: number } | null;
  /** The local date on which the card of what waits for a decision was last put before them; null where nothing waits. */
  toldWaiting: string | null;
  /** Since when they cannot be read, why, and whether SLT knows. */
  trouble: { since: number; why: string; told: boolean } | null;
};

export type MentionReader = {
  mention: (school: string, account: string, number: number) => Promise<KeptMention | null>;
  /** Those of these ids of the outlet's that were read before. */
  mentionsById: (school: string, account: string, ids: readonly string[]) => Promise<KeptMention[]>;
  /** All of a pile, the most pressing first, then the newest; at most `limit`. */
  mentionsOf: (school: string, pile: string, limit: number) => Promise<KeptMention[]>;
  /** The pile in which something waits for a decision; null where nothing does. */
  openPile: (school: string, account: string) => Promise<string | null>;
  /** Every mention of an account, newest first. */
  mentionsPage: (
    school: string,
    account: string,
    skip: number,
    limit: number,
  ) => Promise<KeptMention[]>;
  /** How many there are, and of those that ask for no decision how many nobody has looked at. */
  mentionCounts: (
    school: string,
    account: string,
  ) => Promise<{ all: number; listed: number; unlooked: number; waiting: number }>;
  mentionsInPack: (school: string, pack: string) => Promise<KeptMention[]>;
  mentionsRead: (school: string, account: string) => Promise<MentionsRead | null>;
};

export type MentionTx = MentionReader & {
  /** Adds them under the next numbers, in their order. None may have been read before. */
  addMentions: (
    school: string,
    account: string,
    mentions: readonly Omit<KeptMention, 'number'>[],
  ) => Promise<KeptMention[]>;
  setMention: (school: string, mention: KeptMention) => Promise<void>;
  setMentionsRead: (school: string, account: string, read: MentionsRead) => Promise<void>;
};
