/** The store over either database: everything but how to open it, to lock it and to copy it. */
import type { Reader, Store, Tx } from '../../src/ports/store.ts';
import * as accounts from './queries/accounts.ts';
import * as agreements from './queries/agreements.ts';
import * as approvals from './queries/approvals.ts';
import * as attempts from './queries/attempts.ts';
import * as chat from './queries/chat.ts';
import * as desks from './queries/desks.ts';
import * as drafts from './queries/drafts.ts';
import * as duties from './queries/duties.ts';
import * as follows from './queries/follows.ts';
import * as handles from './queries/handles.ts';
import * as jobs from './queries/jobs.ts';
import * as ledger from './queries/ledger.ts';
import * as mentions from './queries/mentions.ts';
import * as posts from './queries/posts.ts';
import * as reviews from './queries/reviews.ts';
import * as revisions from './queries/revisions.ts';
import * as roll from './queries/roll.ts';
import { shelfOver } from './queries/shelf.ts';
import * as standing from './queries/standing.ts';
import type { Database, Dialect } from './tables.ts';
import type { Together } from './together.ts';
import { verifyLedger } from './verify.ts';

/** What a dialect brings. */
export type Ground = {
  dialect: Dialect;
  /** For reading outside transactions: it never sees what is not committed. */
  read: Database;
  /** One transaction, tried again where the database undid it for no fault of its own. */
  transact: <T>(work: (db: Database) => Promise<T>) => Promise<T>;
  /** Small writes, each whole in itself and durable once it is answered; several may share a commit. */
  write: Together;
  /** For reading many times what the database was at one moment. */
  snapshot: <T>(work: (db: Database) => Promise<T>) => Promise<T>;
  backup: (file: string) => Promise<void>;
  close: () => Promise<void>;
};

/**
 * The store. `transaction` and everything that writes wait for a transaction under way, so calling them from
 * inside one waits for ever on SQLite: inside, use what `work` is given.
 */
export function storeOver(ground: Ground): Store {
  const { dialect, read, transact, write, snapshot, backup, close } = ground;
  return {
    dialect,
    transaction: (work) => transact((db) => work(txOver(db, dialect))),
    read: readerOver(read),
    shelf: shelfOver(read, write),
    addSpend: (school, month, spent) =>
      write(`${school}/${spent.account}`, (db) => accounts.addSpend(db, school, month, spent)),
    claimJob: (id, now, forMs) => transact((db) => jobs.claimJob(db, id, now, forMs)),
    retryJob: (job, dueAt) => transact((db) => jobs.retryJob(db, job, dueAt)),
    freeClaims: () => transact(jobs.freeClaims),
    verifyLedger: (school) => snapshot((db) => verifyLedger(db, school)),
    forgetDeliveries: (before) => transact((db) => chat.forgetDeliveries(db, before)),
    backup,
    close,
  };
}

function readerOver(db: Database): Reader {
  return {
    desk: (school) => desks.readDesk(db, school),
    draft: (school, id) => drafts.readDraft(db, school, id),
    draftByNumber: (school, number) => drafts.readDraftByNumber(db, school, number),
    draftsOf: (school, author, states, limit) =>
      drafts.draftsBy(drafts.newestOf(db, school, author, states, limit)),
    draftsIn: (school, states, limit) =>
      drafts.draftsBy(drafts.soonestIn(db, school, states, limit)),
    howMany: (school, states, author) => drafts.howMany(db, school, states, author),
    revision: (school, draft, number) => revisions.readRevision(db, school, draft, number),
    approval: (school, draft, revision) => approvals.readApproval(db, school, draft, revision),
    decisions: (school, draft, revision) => approvals.readDecisions(db, school, draft, revision),
    attempts: (school, draft) => attempts.readAttempts(db, school, draft),
    post: (school, account, id) => posts.readPost(db, school, account, id),
    postOf: (school, draft) => posts.readPostOf(db, school, draft),
    postsToLookAt: (school, account, now, limit) =>
      posts.postsToLookAt(db, school, account, now, limit),
    nextLook: (school, account) => posts.nextLook(db, school, account),
    trouble: (school, account) => accounts.readTrouble(db, school, account),
    spent: (school, month) => accounts.readSpent(db, school, month),
    copies: (school, draft) => chat.readCopies(db, school, draft),
    delivery: (school, id) => chat.readDelivery(db, school, id),
    roll: (school) => roll.readRoll(db, school),
    agreement: (school, person, policy) => agreements.readAgreement(db, school, person, policy),
    agreements: (school, policy) => agreements.readAgreements(db, school, policy),
    accountApproval: (school, handle) => agreements.readAccountApproval(db, school, handle),
    ledger: (school, after, limit) => ledger.readLedger(db, school, after, limit),
    lastLedger: (school, limit) => ledger.lastLedger(db, school, limit),
    ledgerSchools: () => ledger.readLedgerSchools(db),
    dueJobs: (now, limit, except) => jobs.dueJobs(db, now, limit, except),
    nextDue: (now) => jobs.nextDue(db, now),
    dueOf: (school, draft, kind) => jobs.dueOf(db, school, draft, kind),
    duty: (school, id) => duties.readDuty(db, school, id),
    openDuties: (school) => duties.openDuties(db, school),
    doneDuties: (school, limit) => duties.doneDuties(db, school, limit),
    follow: (school, id) => follows.readFollow(db, school, id),
    followsIn: (school, states, limit) => follows.followsIn(db, school, states, limit),
    followsOf: (school, account, profiles) => follows.followsOf(db, school, account, profiles),
    followsBy: (school, account, states) => follows.followsBy(db, school, account, states),
    readAt: (school, account, list) => follows.readAt(db, school, account, list),
    handlesAgreed: (school) => handles.readHandles(db, school),
    review: (school, id) => reviews.readReview(db, school, id),
    reviewOf: (school, account) => reviews.reviewOf(db, school, account),
    follower: (school, account, number) => reviews.readFollower(db, school, account, number),
    followersMet: (school, account, ids) => reviews.followersMet(db, school, account, ids),
    followersIn: (school, review, states, limit) =>
      reviews.followersIn(db, school, review, states, limit),
    reviewCounts: (school, review) => reviews.reviewCounts(db, school, review),
    mention: (school, account, number) => mentions.readMention(db, school, account, number),
    mentionsById: (school, account, ids) => mentions.mentionsById(db, school, account, ids),
    mentionsOf: (school, pile, limit) => mentions.mentionsOf(db, school, pile, limit),
    openPile: (school, account) => mentions.openPile(db, school, account),
    mentionsPage: (school, account, skip, limit) =>
      mentions.mentionsPage(db, school, account, skip, limit),
    mentionCounts: (school, account) => mentions.mentionCounts(db, school, account),
    mentionsInPack: (school, pack) => mentions.mentionsInPack(db, school, pack),
    mentionsRead: (school, account) => mentions.mentionsRead(db, school, account),
    standing: (school, subject) => standing.readStanding(db, school, subject),
  };
}

function txOver(db: Database, dialect: Dialect): Tx {
  // The heads of the desks this transaction holds: nobody else can move them meanwhile.
  const heads = new Map<string, desks.Head>();
  const lockDesk: Tx['lockDesk'] = async (school) => {
    const { desk, head } = await desks.lockDesk(db, dialect, school);
    heads.set(school, head);
    return desk;
  };
  const held = async (school: string): Promise<void> => {
    if (!heads.has(school)) await lockDesk(school);
  };
  // One entry after the other, even when they are asked for all at once: each needs the hash before it.
  let appended: Promise<unknown> = Promise.resolve();
  const append: Tx['append'] = async (event) => {
    await held(event.school);
    const head = heads.get(event.school) as desks.Head;
    const entry = await ledger.appendEntry(db, head, event);
    heads.set(event.school, { seq: entry.seq, hash: entry.hash });
    return entry;
  };
  return {
    ...readerOver(db),
    lockDesk,
    setPaused: async (school, paused) => {
      await held(school);
      await desks.setPaused(db, school, paused);
    },
    nextDraftNumber: async (school) => {
      await held(school);
      return desks.takeDraftNumber(db, school);
    },
    addDraft: (draft) => drafts.addDraft(db, draft),
    moveDraft: (draft, expected) => drafts.moveDraft(db, draft, expected),
    addRevision: (school, revision) => revisions.addRevision(db, school, revision),
    forgetWords: (school, draft, revision, verdict) =>
      revisions.forgetWords(db, school, draft, revision, verdict),
    setStatements: (school, draft, revision, said) =>
      revisions.setStatements(db, school, draft, revision, said),
    openApproval: (school, approval) => approvals.openApproval(db, school, approval),
    setApproval: (school, approval) => approvals.setApproval(db, school, approval),
    addDecision: (school, decision) => approvals.addDecision(db, school, decision),
    addAttempt: (attempt) => attempts.addAttempt(db, attempt),
    closeAttempt: (attempt) => attempts.closeAttempt(db, attempt),
    addPost: (post) => posts.addPost(db, post),
    setPost: (post) => posts.setPost(db, post),
    setTrouble: (school, account, trouble) => accounts.setTrouble(db, school, account, trouble),
    addCopy: (copy) => chat.addCopy(db, copy),
    dropCopy: (copy) => chat.dropCopy(db, copy),
    addDelivery: (school, id, answer, at) => chat.addDelivery(db, school, id, answer, at),
    putJob: (job) => jobs.putJob(db, job),
    dropJob: (id) => jobs.dropJob(db, id),
    dropJobsOf: (school, draft, kinds) => jobs.dropJobsOf(db, school, draft, kinds),
    append: (event) => {
      const entry = appended.then(() => append(event));
      appended = entry.catch(() => {});
      return entry;
    },
    replaceRoll: async (school, entries) => {
      await held(school);
      return roll.replaceRoll(db, school, entries);
    },
    putAgreement: (school, agreement) => agreements.putAgreement(db, school, agreement),
    putAccountApproval: (school, approval) => agreements.putAccountApproval(db, school, approval),
    putDuty: (school, duty) => duties.putDuty(db, school, duty),
    dropDuty: (school, id) => duties.dropDuty(db, school, id),
    addFollow: async (school, follow) => {
      await held(school);
      return follows.addFollow(db, school, follow);
    },
    moveFollow: (school, follow) => follows.moveFollow(db, school, follow),
    setReadAt: (school, account, list, at) => follows.setReadAt(db, school, account, list, at),
    putHandle: (school, agreed) => handles.putHandle(db, school, agreed),
    dropHandle: (school, handle) => handles.dropHandle(db, school, handle),
    putReview: (school, review) => reviews.putReview(db, school, review),
    addFollowers: async (school, account, met) => {
      await held(school);
      return reviews.addFollowers(db, school, account, met);
    },
    setFollower: (school, follower) => reviews.setFollower(db, school, follower),
    keepPlain: (school, review, by) => reviews.keepPlain(db, school, review, by),
    addMentions: async (school, account, met) => {
      await held(school);
      return mentions.addMentions(db, school, account, met);
    },
    setMention: (school, mention) => mentions.setMention(db, school, mention),
    setMentionsRead: (school, account, state) =>
      mentions.setMentionsRead(db, school, account, state),
    addStanding: (school, card) => standing.addStanding(db, school, card),
  };
}
