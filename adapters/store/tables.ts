/**
 * The tables as both databases hold them. Moments are epoch ms, yes and no are 1 and 0, and a column of
 * JSON is text, so that a value reads back the same from either.
 */
import type { Generated, Kysely } from 'kysely';
import type { Duty, DutyKind } from '../../src/ports/duties.ts';
import type { FollowState } from '../../src/ports/follows.ts';
import type { MentionState } from '../../src/ports/mentions.ts';
import type { Spend } from '../../src/ports/outlet.ts';
import type { FollowerState, Review } from '../../src/ports/reviews.ts';
import type { Copy, DecisionKind, JobKind } from '../../src/ports/store.ts';
import type { Attempt } from '../../src/post/attempt.ts';
import type { State } from '../../src/post/lifecycle.ts';
import type { Occasion } from '../../src/post/revision.ts';

export type Dialect = 'sqlite' | 'postgres';

/** Where queries run: the database itself, or one transaction on it. */
export type Database = Kysely<Tables>;

type Json = string;

export type Tables = {
  desks: {
    school: string;
    paused: Json | null;
    roll_version: number;
    next_draft: number;
    head_seq: number;
    head_hash: string;
  };
  drafts: {
    school: string;
    id: string;
    number: number;
    author: string;
    state: State;
    revision: number;
    account: string;
    slot: number | null;
    submitted_at: number | null;
    created_at: number;
    updated_at: number;
    url: string | null;
    published_at: number | null;
    note: string | null;
  };
  revisions: {
    school: string;
    draft: string;
    number: number;
    text: string;
    editor: string;
    account: string;
    occasion: Occasion;
    wanted: number | null;
    created_at: number;
    hash: string;
    verdict: Json;
    ticked: Json;
    reasons: Json;
    policy: string;
  };
  approvals: {
    school: string;
    draft: string;
    revision: number;
    hash: string;
    opened_at: number;
    needed: number;
    state: 'open' | 'closed' | 'voided';
    reminded: number;
  };
  decisions: {
    school: string;
    draft: string;
    revision: number;
    decider: string;
    kind: DecisionKind;
    note: string | null;
    at: number;
  };
  attempts: {
    school: string;
    id: string;
    draft: string;
    revision: number;
    account: string;
    hash: string;
    since: string | null;
    started_at: number;
    outcome: Attempt['outcome'];
    detail: string | null;
    url: string | null;
    finished_at: number | null;
  };
  posts: {
    school: string;
    account: string;
    id: string;
    version: string;
    draft: string;
    shown: string;
    looks: number;
    next_look: number | null;
    missed_at: number | null;
  };
  spends: {
    school: string;
    account: string;
    month: string;
    what: Spend['what'];
    times: number;
    microdollars: number;
  };
  troubles: { school: string; account: string; why: string; at: number };
  copies: {
    school: string;
    draft: string;
    audience: Copy['audience'];
    chat: string;
    ref: string;
    asked: number | null;
  };
  deliveries: { school: string; id: string; answer: string; at: number };
  jobs: {
    /** Rises with every job put: jobs of one moment are done in this order. */
    placed: Generated<number>;
    id: string;
    school: string;
    kind: JobKind;
    draft: string;
    payload: Json;
    due_at: number | null;
    /** From when it may be taken: when it is due or, once claimed, when the claim runs out. Null: parked. */
    free_at: number | null;
    tries: number;
  };
  roll: {
    school: string;
    place: number;
    full_hash: string;
    first_hash: string;
    last_hash: string;
    also: Json;
    year_group: string;
    photo: number;
    name: number;
    work: number;
  };
  agreements: {
    school: string;
    person: string;
    policy: string;
    at: number;
    countersigned: Json;
  };
  account_approvals: { school: string; handle: string; approver: string; at: number };
  ledger: {
    school: string;
    seq: number;
    at: number;
    actor: string;
    event: string;
    subject: string;
    detail: Json;
    prev: string;
    hash: string;
  };
  duties: {
    school: string;
    id: string;
    kind: DutyKind;
    about: string;
    opens_at: number;
    due_by: number;
    told: Duty['told'];
    told_at: number;
    done_by: string | null;
    done_at: number | null;
    evidence: string | null;
  };
  follows: {
    school: string;
    id: string;
    number: number;
    account: string;
    /** The outlet's id of the profile. */
    profile: string;
    state: FollowState;
    version: number;
    asked_at: number;
    /** The whole of it. */
    kept: Json;
  };
  lists_read: { school: string; account: string; list: 'following' | 'followers'; at: number };
  reviews: { school: string; id: string; account: string; state: Review['state']; kept: Json };
  followers: {
    school: string;
    account: string;
    number: number;
    review: string;
    /** The outlet's id of the profile. */
    profile: string;
    state: FollowerState;
    doubt: number;
    plain: number;
    /** The rest of it. */
    kept: Json;
  };
  mentions: {
    school: string;
    account: string;
    number: number;
    /** The outlet's id of it. */
    mention: string;
    state: MentionState;
    pile: string | null;
    rank: number;
    at: number;
    looked: number;
    pack: string | null;
    /** The whole of it. */
    kept: Json;
  };
  mentions_read: { school: string; account: string; kept: Json };
  /** By the handle in small letters. */
  handles: { school: string; handle: string; kept: Json };
  standing: { school: string; subject: string; chat: string; ref: string; person: string | null };
  shelf_topics: { topic: string; seq: number };
  shelf_items: { topic: string; key: string; seq: number; value: Json };
  bellbird_versions: { version: number; name: string; at: number };
};
