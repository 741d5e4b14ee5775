/** What a card needs to know, all of it read from the store at the moment of drawing. */
import type { Statement } from '../policy/schema.ts';
import type { Approval, Decision, Desk } from '../ports/store.ts';
import type { Draft } from '../post/draft.ts';
import type { Revision } from '../post/revision.ts';

/** One draft as its author and SLT see it. */
export type DraftView = {
  /** Epoch ms. */
  now: number;
  timezone: string;
  schoolName: string;
  draft: Draft;
  revision: Revision;
  policy: { name: string; title: string; version: string };
  /** Person ids to names, for everyone this draft mentions. */
  names: Readonly<Record<string, string>>;
  /** Clause ids to the clause in our words, for every clause the findings name. */
  clauses: Readonly<Record<string, string>>;
  /** What each rule that found nothing holds, a sentence each. */
  fine: readonly string[];
  /** What each rule that cannot be judged yet holds: the author reads for these. */
  unjudged: readonly string[];
  /** Boxes to tick before sending. */
  statements: readonly Statement[];
  /** Posting hours in words ("Mon–Fri 8:00–18:00"), or null. */
  hours: string | null;
  /** A sentence where the outlet makes this text dear. */
  price: string | null;
  approval: Approval | null;
  decisions: readonly Decision[];
  /** Names of those who may decide on it now. */
  deciders: readonly string[];
  paused: Desk['paused'];
};

/** A list of drafts: status, queue, desk. */
export type ListView = {
  now: number;
  timezone: string;
  title: string;
  /** Shown when there is nothing. */
  empty: string;
  rows: readonly { draft: Draft; words: string; author: string }[];
  /** How many more there are than shown. */
  more: number;
};

/** One way a clause is held, for people. */
export type HeldBy = {
  how: 'checked' | 'gated' | 'scheduled' | 'recorded' | 'shown';
  by: string;
  held: boolean;
};

export type PolicyView = {
  policy: { name: string; title: string; version: string; document: string };
  /** The topic or words asked for; null for the overview. */
  asked: string | null;
  topics: readonly { id: string; title: string; count: number }[];
  sections: readonly {
    title: string;
    clauses: readonly { id: string; says: string; held: readonly HeldBy[] }[];
  }[];
  related: readonly string[];
  links: readonly { label: string; url: string }[];
  /** Where to write with questions; from school.yaml. */
  contact: string;
  /** Shown when a search found nothing. */
  nothing: string | null;
};
