/**
 * What the desk needs of a database. Each change of state, its ledger row and what must be told about it
 * are written by one `transaction`; a transaction that throws leaves nothing behind.
 */
import type { LedgerEntry, LedgerEvent, LedgerFault } from '../ledger.ts';
import type { Verdict } from '../policy/rule.ts';
import type { Attempt } from '../post/attempt.ts';
import type { Draft } from '../post/draft.ts';
import type { State } from '../post/lifecycle.ts';
import type { Post } from '../post/post.ts';
import type { Revision } from '../post/revision.ts';
import type { RollEntry } from '../school/roll.ts';
import type { DutyReader, DutyTx } from './duties.ts';
import type { FollowReader, FollowTx } from './follows.ts';
import type { MentionReader, MentionTx } from './mentions.ts';
import type { Spend } from './outlet.ts';
import type { ReviewReader, ReviewTx } from './reviews.ts';
import type { Shelf } from './shelf.ts';
import type { StandingReader, StandingTx } from './standing.ts';

export type DecisionKind = 'approve' | 'changes' | 'decline' | 'accept';

/** Asked for one exact revision; closed by decisions, or voided by any edit. */
export type Approval = {
  draft: string;
  revision: number;
  /** The content hash of that revision. */
  hash: string;
  openedAt: number;
  /** How many deciders must approve: 1, or 2 for urgent. */
  needed: number;
  state: 'open' | 'closed' | 'voided';
  /** How often SLT was reminded. */
  reminded: number;
};

export type Decision = {
  draft: string;
  revision: number;
  by: string;
  kind: DecisionKind;
  note: string | null;
  at: number;
};

/** A card that stands somewhere and must change when its draft does. */
export type Copy = {
  school: string;
  draft: string;
  audience: 'author' | 'slt';
  chat: string;
  /** What the chat adapter needs to update it. */
  ref: string;
  /** The revision SLT was asked about by this card in their channel; null for a card somebody opened. */
  asked: number | null;
};

/**
 * Work that is due: publishing, looking for what became of it, looking at what is out (`watch`), taking it down,
 * reminding, expiring, duties, follows, reading mentions, what was decided about them (`remedy`), and notices to
 * deliver (the outbox).
 */
export type JobKind =
  | 'publish'
  | 'reconcile'
  | 'watch'
  | 'remove'
  | 'remind'
  | 'expire'
  | 'grammar'
  | 'notice'
  | 'duty'
  | 'follow'
  | 'review'
  | 'mentions'
  | 'remedy';
export type Job = {
  id: string;
  school: string;
  kind: JobKind;
  /** Draft id; empty for work that is about no draft. */
  draft: string;
  payload: Record<string, unknown>;
  /** Epoch ms; null is parked until someone gives it a time. */
  dueAt: number | null;
  tries: number;
};

export type Desk = {
  school: string;
  paused: { by: string; at: number; why: string } | null;
  rollVersion: number;
};

export type Agreement = {
  person: string;
  /** The policy name and version agreed to. */
  policy: string;
  at: number;
  /** One for each role the policy asks to sign too. */
  countersigned: { by: string; role: string; at: number }[];
};

export type AccountApproval = { handle: string; by: string; at: number };

/** What calls of one kind on one account have cost in a month. */
export type Spent = Spend;

/** Why an account takes nothing just now, and since when those who decide know of it (epoch ms). */
export type Trouble = { why: string; at: number };

/** What is kept beside posts. */
type Kept = DutyReader & FollowReader & MentionReader & ReviewReader & StandingReader;
type Keeping = Reader & DutyTx & FollowTx & MentionTx & ReviewTx & StandingTx;

export type Reader = Kept & {
  desk: (school: string) => Promise<Desk>;
  draft: (school: string, id: string) => Promise<Draft | null>;
  draftByNumber: (school: string, number: number) => Promise<Draft | null>;
  /** Newest first, at most `limit`; uses an index on (school, author, state). */
  draftsOf: (
    school: string,
    author: string,
    states: readonly State[],
    limit: number,
  ) => Promise<Draft[]>;
  /** By slot then by when it was asked, at most `limit`; uses an index on (school, state). */
  draftsIn: (school: string, states: readonly State[], limit: number) => Promise<Draft[]>;
  /** How many drafts stand in these states, of one author or of all; counted in the indexes of the two above. */
  howMany: (school: string, states: readonly State[], author?: string) => Promise<number>;
  revision: (school: string, draft: string, number: number) => Promise<Revision | null>;
  approval: (school: string, draft: string, revision: number) => Promise<Approval | null>;
  decisions: (school: string, draft: string, revision: number) => Promise<Decision[]>;
  attempts: (school: string, draft: string) => Promise<Attempt[]>;
  /** The post of an account that has this id, or null where none of ours is on record under it. */
  post: (school: string, account: string, id: string) => Promise<Post | null>;
  postOf: (school: string, draft: string) => Promise<Post | null>;
  /** Posts of an account whose next look is due at `now`, soonest first; uses an index. */
  postsToLookAt: (school: string, account: string, now: number, limit: number) => Promise<Post[]>;
  /** When a post of this account is looked at next, epoch ms; null where none is. */
  nextLook: (school: string, account: string) => Promise<number | null>;
  /** Null while posts go out on this account. */
  trouble: (school: string, account: string) => Promise<Trouble | null>;
  /** By account; `month` as `2026-03`. */
  spent: (school: string, month: string) => Promise<Spent[]>;
  copies: (school: string, draft: string) => Promise<Copy[]>;
  /** The answer given to an inbound delivery, or null when it was not seen. */
  delivery: (school: string, id: string) => Promise<string | null>;
  roll: (school: string) => Promise<RollEntry[]>;
  agreement: (school: string, person: string, policy: string) => Promise<Agreement | null>;
  agreements: (school: string, policy: string) => Promise<Agreement[]>;
  accountApproval: (school: string, handle: string) => Promise<AccountApproval | null>;
  /** The ledger in order from `after` (a seq), at most `limit`. */
  ledger: (school: string, after: number, limit: number) => Promise<LedgerEntry[]>;
  /** The newest entries, newest first, at most `limit`; uses the ledger's own key. */
  lastLedger: (school: string, limit: number) => Promise<LedgerEntry[]>;
  ledgerSchools: () => Promise<string[]>;
  /** Jobs due at or before `now`, not claimed by anyone live, oldest first, without those of the ids in `except`. */
  dueJobs: (now: number, limit: number, except?: readonly string[]) => Promise<Job[]>;
  /** The earliest `dueAt` of any unclaimed job after `now`, or when the earliest claim runs out; null when nothing waits. */
  nextDue: (now: number) => Promise<number | null>;
  /** When work of this kind about a draft is next due, epoch ms; null where none has a time. Uses an index. */
  dueOf: (school: string, draft: string, kind: JobKind) => Promise<number | null>;
};

export type Tx = Keeping & {
  /** Locks the school's desk for this transaction and makes its row on first use. Call it first. */
  lockDesk: (school: string) => Promise<Desk>;
  setPaused: (school: string, paused: Desk['paused']) => Promise<void>;
  nextDraftNumber: (school: string) => Promise<number>;
  addDraft: (draft: Draft) => Promise<void>;
  /** Writes the draft where its state and revision still are as expected. False: someone was there first. */
  moveDraft: (draft: Draft, expected: { state: State; revision: number }) => Promise<boolean>;
  addRevision: (school: string, revision: Revision) => Promise<void>;
  /** Ticks and reasons of a revision not yet sent; nothing else of a revision changes but by `forgetWords`. */
  setStatements: (
    school: string,
    draft: string,
    revision: number,
    said: Pick<Revision, 'ticked' | 'reasons' | 'verdict' | 'policy'>,
  ) => Promise<void>;
  /** Takes the words out of a revision that names a pupil and will not go out; the rest of it stays. */
  forgetWords: (school: string, draft: string, revision: number, verdict: Verdict) => Promise<void>;
  openApproval: (school: string, approval: Approval) => Promise<void>;
  setApproval: (school: string, approval: Approval) => Promise<void>;
  /** False when this person has already taken this decision on this revision. */
  addDecision: (school: string, decision: Decision) => Promise<boolean>;
  addAttempt: (attempt: Attempt) => Promise<void>;
  /** Closes an attempt still open. False: it was closed already. */
  closeAttempt: (attempt: Attempt) => Promise<boolean>;
  /** Throws where this post, or one of this draft, is on record already. */
  addPost: (post: Post) => Promise<void>;
  /** Writes what a look has found. */
  setPost: (post: Post) => Promise<void>;
  setTrouble: (school: string, account: string, trouble: Trouble | null) => Promise<void>;
  addCopy: (copy: Copy) => Promise<void>;
  /** Lets go of a copy: it stays as it was drawn last. */
  dropCopy: (copy: Copy) => Promise<void>;
  /** False when this delivery was seen before. */
  addDelivery: (school: string, id: string, answer: string, at: number) => Promise<boolean>;
  /** Adds, or replaces the one with the same id. */
  putJob: (job: Job) => Promise<void>;
  dropJob: (id: string) => Promise<void>;
  /** Drops the jobs of these kinds about a draft. */
  dropJobsOf: (school: string, draft: string, kinds: readonly JobKind[]) => Promise<void>;
  append: (entry: LedgerEvent) => Promise<LedgerEntry>;
  /** Replaces the school's whole roll and raises its version. */
  replaceRoll: (school: string, entries: readonly RollEntry[]) => Promise<number>;
  putAgreement: (school: string, agreement: Agreement) => Promise<void>;
  putAccountApproval: (school: string, approval: AccountApproval) => Promise<void>;
};

export type Store = {
  dialect: 'sqlite' | 'postgres';
  /** One transaction; retried by itself only where the database says nothing of it took place. */
  transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  read: Reader;
  shelf: Shelf;
  /** Adds to what a month (`2026-03`) has cost. A durable write of its own. */
  addSpend: (school: string, month: string, spent: Spent) => Promise<void>;
  /** Takes a job for `forMs` and gives it as it is now: null when another process has it, or when it is gone or not due. A claim that runs out frees the job. */
  claimJob: (id: string, now: number, forMs: number) => Promise<Job | null>;
  /** Gives a claimed job that failed back, due later (epoch ms). Does nothing when somebody has replaced it since. */
  retryJob: (job: Job, dueAt: number) => Promise<void>;
  /** Drops every claim: for the one process of the default store, at its start. */
  freeClaims: () => Promise<void>;
  /** Checks the whole chain of a school. Null when it holds. */
  verifyLedger: (school: string) => Promise<LedgerFault | null>;
  /** Forgets deliveries older than `before` (epoch ms). */
  forgetDeliveries: (before: number) => Promise<void>;
  /** Writes a consistent copy to a file that does not exist yet, while others write. Default store only. */
  backup: (file: string) => Promise<void>;
  close: () => Promise<void>;
};
