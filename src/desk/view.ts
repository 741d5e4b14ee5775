/** What a card needs to know, all of it read from the store at the moment of drawing. */
import type { Statement } from '../policy/schema.ts';
import type { Outlet } from '../ports/outlet.ts';
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
  /** Until when the author still has words that were not stored, epoch ms; null where they are gone, or stored. */
  heldUntil: number | null;
  /** What is still being looked at: a second or two more. */
  pending: readonly string[];
  /** Boxes to tick before sending. */
  statements: readonly Statement[];
  /** Posting hours in words ("Mon–Fri 8:00–18:00"), or null. */
  hours: string | null;
  /** Where it goes out, and the page on which readers see that account; null where nothing serves it any more. */
  outlet: { name: Outlet['name']; page: string } | null;
  /** A sentence where the outlet makes this text dear. */
  price: string | null;
  approval: Approval | null;
  decisions: readonly Decision[];
  /** Why it could not be sent now whatever its words, in a sentence; null where it could. */
  barred: string | null;
  /** Names of those who may decide on it now and have not done so. */
  deciders: readonly string[];
  /** Who decides at this school, for the middle of a sentence: "SLT", "the head or the IT lead". SLT where absent. */
  whoDecides: string;
  /** Whether the reader may take it down once it is out. */
  removes: boolean;
  paused: Desk['paused'];
};

/** What there is to say of a post that waits for a decision. */
export type Awaits = {
  /** The whole post, for whoever decides where they read it; empty where it was not kept. */
  text: string;
  /** What was flagged, a sentence each. */
  flags: readonly string[];
  /** How often those who decide were reminded. */
  reminded: number;
  /** When they are reminded next, epoch ms; null where they will not be. */
  next: number | null;
  /** True where the reader may decide on it now. */
  decides: boolean;
};

/** A list of drafts: status, queue, desk. */
export type ListView = {
  now: number;
  timezone: string;
  title: string;
  /** Shown when there is nothing. */
  empty: string;
  /** `opens` is true where the reader may open it. */
  rows: readonly {
    draft: Draft;
    words: string;
    author: string;
    opens: boolean;
    /** Only of a post that waits for a decision, and for those who may open it. */
    awaits?: Awaits;
  }[];
  /** How many more there are than shown. */
  more: number;
  /** True while posting is paused, so that no row promises a time. */
  paused: boolean;
  /** Who decides at this school, as in a draft's view. */
  whoDecides: string;
};

/** One way a clause is held, for people. */
export type HeldBy = {
  how: 'checked' | 'gated' | 'scheduled' | 'recorded' | 'shown';
  by: string;
  held: boolean;
  /** True where Bellbird could hold it and the policy has it off. */
  off?: boolean;
};

export type PolicyView = {
  policy: { name: string; title: string; version: string; document: string };
  /** The topic or words asked for; null for the overview. */
  asked: string | null;
  topics: readonly { id: string; title: string; count: number }[];
  sections: readonly {
    title: string;
    clauses: readonly {
      id: string;
      says: string;
      held: readonly HeldBy[];
      /** What our school holds otherwise than the sentence, in a sentence without a full stop. */
      changed?: string;
    }[];
  }[];
  /** Everything our school has changed in the policy it took over. */
  changes?: readonly { says: string; clauses: readonly string[] }[];
  /** Who may do what at this school, by name; shown with what is about people. */
  people?: readonly { label: string; value: string }[];
  related: readonly string[];
  links: readonly { label: string; url: string }[];
  /** Where to write with questions; from school.yaml. */
  contact: string;
  /** Shown when a search found nothing. */
  nothing: string | null;
};
