/** What became of every post, by X's own books and by Bellbird's: nothing is taken on trust from either alone. */
import type { LedgerEntry } from '../../src/ledger.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Attempt } from '../../src/post/attempt.ts';
import { processed } from '../fakes/x/text.ts';
import type { FakeX, Post } from '../fakes/x/x.ts';
import type { Errand } from './plan.ts';

export type Judged = {
  posts: number;
  /** Posts on X beyond the one that was approved. */
  doubles: number;
  /** Approved posts that stand nowhere. */
  lost: number;
  /** Attempts of which Bellbird did not know at first what became. */
  unknown: number;
  /** Of these, those it put before a person. */
  asked: number;
  /** All that is not as it must be, in words. */
  faults: string[];
};

/** Drafts that nothing and nobody would ever carry on with, were the process not to come back to them by itself. */
export const FORGOTTEN = `
  select d.school, d.id, d.state from drafts d where
    (d.state = 'scheduled' and not exists
      (select 1 from jobs j where j.school = d.school and j.draft = d.id and j.kind = 'publish'))
    or (d.state = 'publishing' and not exists
      (select 1 from jobs j where j.school = d.school and j.draft = d.id and j.kind = 'reconcile'))
    or (d.state = 'unconfirmed' and not exists
      (select 1 from jobs j where j.school = d.school and j.draft = d.id and j.kind = 'reconcile')
      and not exists (select 1 from ledger l where l.school = d.school and l.subject = d.id
        and l.event = 'post.not-found'))`;

const isPerson = (actor: string) => actor !== 'bellbird';

/** An attempt follows another only where that one surely sent nothing, or a person said that it did not. */
function resent(attempts: readonly Attempt[], rows: readonly LedgerEntry[]): string[] {
  const given = attempts.filter((each) => each.outcome === 'not-there').length;
  const said = rows.filter((row) => row.event === 'post.released' && isPerson(row.actor));
  const free = new Set(['refused', 'later', 'not-there', 'posted']);
  const before = attempts.slice(0, -1).filter((each) => !free.has(each.outcome ?? ''));
  return [
    ...before.map((each) => `was sent again after an attempt that ended ${each.outcome}`),
    ...(given > said.length ? ['was sent again without a person who said so'] : []),
  ];
}

/** Every attempt that was lost sight of was found, or put before a person who said what became of it. */
function unasked(rows: readonly LedgerEntry[]): string[] {
  return rows
    .filter((row) => row.event === 'post.unconfirmed')
    .filter((row) => {
      const later = rows.filter((each) => each.seq > row.seq);
      const found = later.some((each) => each.event === 'post.published');
      const settled = later.some((each) => each.event === 'post.released' && isPerson(each.actor));
      return !found && !settled;
    })
    .map(() => 'was lost sight of, and nobody was asked');
}

export async function judged(store: Store, x: FakeX, errands: readonly Errand[]): Promise<Judged> {
  const faults: string[] = [];
  const claimed = new Map<string, string>();
  const schools = [...new Set(errands.map(({ school }) => school))];
  const rows = new Map<string, LedgerEntry[]>();
  const count = { unknown: 0, asked: 0 };
  for (const school of schools) {
    const fault = await store.verifyLedger(school);
    if (fault) faults.push(`the ledger of ${school} does not hold: ${JSON.stringify(fault)}`);
    for (const row of await store.read.ledger(school, 0, 1_000_000)) {
      const key = `${school} ${row.subject}`;
      rows.set(key, [...(rows.get(key) ?? []), row]);
      if (row.event === 'post.unconfirmed') count.unknown += 1;
      if (row.event === 'post.not-found') count.asked += 1;
    }
  }
  let lost = 0;
  const stands = new Map<string, Post[]>();
  for (const account of new Set(errands.map((each) => each.account))) {
    for (const post of x.stands(account)) {
      const key = `${account} ${processed(post.sent)}`;
      stands.set(key, [...(stands.get(key) ?? []), post]);
    }
  }
  let doubles = 0;
  for (const { name, school, account, words, draft: id } of errands) {
    const wrong = (why: string) => faults.push(`${name} ${why}`);
    const there = stands.get(`${account} ${processed(words)}`) ?? [];
    if (there.length > 1) wrong(`stands ${there.length} times on ${account}`);
    doubles += Math.max(0, there.length - 1);
    if (there.length === 0) {
      lost += 1;
      wrong(`stands nowhere on ${account}`);
    }
    const draft = id === null ? null : await store.read.draft(school, id);
    if (!draft) {
      wrong('has no draft');
      continue;
    }
    if (draft.state !== 'published') wrong(`is ${draft.state}`);
    const post = there.find((each) => draft.url === x.linkOf(each));
    if (!post) wrong(`is published at ${draft.url}, where X has no such post`);
    else if (claimed.has(post.id)) wrong(`claims the same post as ${claimed.get(post.id)}`);
    else claimed.set(post.id, name);
    const own = rows.get(`${school} ${id}`) ?? [];
    const attempts = (await store.read.attempts(school, id ?? '')).toSorted(
      (a, b) => a.startedAt - b.startedAt,
    );
    for (const why of [...resent(attempts, own), ...unasked(own)]) wrong(why);
    const published = own.filter((row) => row.event === 'post.published').length;
    if (published !== 1) wrong(`is written down as published ${published} times`);
    const [decision, ...more] = await store.read.decisions(school, id ?? '', 1);
    if (decision?.kind !== 'approve' || more.length > 0) wrong('went out without its one decision');
  }
  const strange = [...x.world.posts.values()].filter((post) => !claimed.has(post.id));
  for (const post of strange) faults.push(`${x.linkOf(post)} stands at X and nobody knows of it`);
  for (const each of x.forbidden) faults.push(`a forbidden request: ${each}`);
  for (const each of x.malformed) faults.push(`a request X could not read: ${each}`);
  return { posts: errands.length, doubles, lost, ...count, faults };
}
