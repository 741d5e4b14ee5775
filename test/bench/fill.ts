/** A school's past, written through the store's own transactions, many drafts in each. */
import { openSqlite } from '../../adapters/store/sqlite.ts';
import type { Verdict } from '../../src/policy/rule.ts';
import type { Tx } from '../../src/ports/store.ts';
import type { Draft } from '../../src/post/draft.ts';
import type { State } from '../../src/post/lifecycle.ts';
import { contentHash } from '../../src/post/revision.ts';
import { AUTHOR } from './school.ts';
import { words } from './words.ts';

const AT_ONCE = 500;
const ACCOUNT = '@Bench1';
const MINUTE = 60_000;
const DAY = 86_400_000;

/** So many drafts wait or are being written, whatever the length of the history. */
const LIVE: readonly State[] = [
  ...Array.from({ length: 20 }, (): State => 'submitted'),
  ...Array.from({ length: 20 }, (): State => 'scheduled'),
  ...Array.from({ length: 10 }, (): State => 'drafted'),
];
const OVER: readonly State[] = [
  'published',
  'published',
  'published',
  'declined',
  'withdrawn',
  'expired',
];

const VERDICT: Verdict = {
  outcome: 'clear',
  findings: [],
  passed: ['length', 'reply', 'hidden-text', 'posting-hours'],
  held: false,
  slot: null,
  weight: 100,
  limit: 280,
};

/** The newest are the live ones; every other one is the author's whose status is asked for. */
function draftOf(school: string, number: number, count: number, now: number): Draft {
  const state = LIVE[count - number] ?? OVER[number % OVER.length] ?? 'published';
  const at = now - (count - number + 1) * MINUTE;
  const published = state === 'published';
  return {
    id: `past-${number}`,
    school,
    number,
    author: number % 2 === 0 ? AUTHOR : 'sol-marsh',
    state,
    revision: 1,
    account: ACCOUNT,
    slot: published ? at : state === 'scheduled' ? now + DAY + number * MINUTE : null,
    submittedAt: state === 'drafted' ? null : at,
    createdAt: at,
    updatedAt: at,
    url: published ? `http://127.0.0.1/timeline/Bench1/${number}` : null,
    publishedAt: published ? at : null,
    note: null,
  };
}

async function write(tx: Tx, draft: Draft, now: number): Promise<void> {
  const { school, id, number, author, createdAt } = draft;
  const text = words(number);
  await tx.nextDraftNumber(school);
  await tx.addDraft(draft);
  await tx.addRevision(school, {
    draft: id,
    number: 1,
    text,
    editor: author,
    account: ACCOUNT,
    occasion: 'everyday',
    wanted: null,
    createdAt,
    hash: contentHash({ account: ACCOUNT, text }),
    verdict: VERDICT,
    ticked: [],
    reasons: [],
    policy: 'standard@1',
  });
  const event = { school, at: createdAt, actor: author, subject: id };
  await tx.append({ ...event, event: 'draft.written', detail: { number, revision: 1 } });
  // One job a draft, far more than a school has: what is due must be found among them all.
  const dueAt = now + DAY + number * MINUTE;
  await tx.putJob({
    id: `job-${number}`,
    school,
    kind: 'remind',
    draft: id,
    payload: {},
    dueAt,
    tries: 0,
  });
}

/**
 * Writes `count` drafts of a school into the database of a folder: 50 of them live, the rest over, each with
 * its revision, its ledger entry and a job of its own. Job n is due a day and n minutes after `now` (epoch ms).
 */
export async function fillHistory(
  folder: string,
  school: string,
  count: number,
  now: number,
): Promise<void> {
  const store = await openSqlite({ folder });
  try {
    for (let from = 1; from <= count; from += AT_ONCE) {
      await store.transaction(async (tx) => {
        await tx.lockDesk(school);
        for (let number = from; number < from + AT_ONCE && number <= count; number += 1) {
          await write(tx, draftOf(school, number, count, now), now);
        }
      });
    }
  } finally {
    await store.close();
  }
}

/** A moment (epoch ms) at which the first `count` jobs of such a history are due. */
export function whenDue(now: number, count: number): number {
  return now + DAY + count * MINUTE;
}
