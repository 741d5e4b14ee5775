/** A school's drafts, revisions and the rest, to vary in a test. */
import type { LedgerEvent } from '../../../src/ledger.ts';
import type { Approval, Decision, Job, Store } from '../../../src/ports/store.ts';
import type { Attempt } from '../../../src/post/attempt.ts';
import type { Draft } from '../../../src/post/draft.ts';
import { contentHash, type Revision } from '../../../src/post/revision.ts';

export const SCHOOL = 'hilltop';
/** Tuesday 10 March 2026, 10:15 in London. */
export const T0 = Date.UTC(2026, 2, 10, 10, 15);

export function aDraft(change: Partial<Draft> = {}): Draft {
  return {
    id: 'd1',
    school: SCHOOL,
    number: 1,
    author: 'amy',
    state: 'drafted',
    revision: 1,
    account: '@Hilltop',
    slot: null,
    submittedAt: null,
    createdAt: T0,
    updatedAt: T0,
    url: null,
    publishedAt: null,
    note: null,
    ...change,
  };
}

export function aRevision(change: Partial<Revision> = {}): Revision {
  const text = change.text ?? 'Our Year 4 bread has risen.';
  return {
    draft: 'd1',
    number: 1,
    text,
    editor: 'amy',
    account: '@Hilltop',
    occasion: 'everyday',
    wanted: null,
    createdAt: T0,
    hash: contentHash({ account: '@Hilltop', text }),
    verdict: {
      outcome: 'review',
      findings: [
        { rule: 'length', severity: 'review', message: 'Long.', span: [0, 3], clauses: ['ST-01'] },
      ],
      passed: ['reply'],
      held: false,
      slot: T0,
      weight: 27,
      limit: 280,
    },
    ticked: [],
    reasons: [],
    policy: 'standard 1',
    ...change,
  };
}

export function anApproval(change: Partial<Approval> = {}): Approval {
  return {
    draft: 'd1',
    revision: 1,
    hash: aRevision().hash,
    openedAt: T0,
    needed: 1,
    state: 'open',
    reminded: 0,
    ...change,
  };
}

export function aDecision(change: Partial<Decision> = {}): Decision {
  return { draft: 'd1', revision: 1, by: 'sam', kind: 'approve', note: null, at: T0, ...change };
}

export function anAttempt(change: Partial<Attempt> = {}): Attempt {
  return {
    id: 'a1',
    school: SCHOOL,
    draft: 'd1',
    revision: 1,
    account: '@Hilltop',
    hash: aRevision().hash,
    since: null,
    startedAt: T0,
    outcome: null,
    detail: null,
    url: null,
    finishedAt: null,
    ...change,
  };
}

export function aJob(change: Partial<Job> = {}): Job {
  return {
    id: 'j1',
    school: SCHOOL,
    kind: 'publish',
    draft: 'd1',
    payload: { revision: 1 },
    dueAt: T0,
    tries: 0,
    ...change,
  };
}

export function anEvent(change: Partial<LedgerEvent> = {}): LedgerEvent {
  return {
    school: SCHOOL,
    at: T0,
    actor: 'amy',
    event: 'draft.submitted',
    subject: 'd1',
    detail: { revision: 1 },
    ...change,
  };
}

/** Puts a draft with its first revision in the store. */
export async function keepDraft(store: Store, draft: Draft, text?: string): Promise<void> {
  await store.transaction(async (tx) => {
    await tx.addDraft(draft);
    await tx.addRevision(
      draft.school,
      aRevision({ draft: draft.id, ...(text === undefined ? {} : { text }) }),
    );
  });
}
