/** What must be true of a school's store when all its posts are out and nobody has anything left to do. */
import { expect } from 'vitest';
import { readRef } from '../../adapters/playground/message.ts';
import type { ShelvedPost } from '../../adapters/timeline/topic.ts';
import { timelineTopic } from '../../adapters/timeline/topic.ts';
import { cardFor } from '../../cards/draft-card.ts';
import type { Card } from '../../cards/model.ts';
import { viewOf } from '../../src/desk/look.ts';
import type { World } from '../../src/desk/world.ts';
import type { Store } from '../../src/ports/store.ts';
import type { School } from '../../src/school/school.ts';
import type { Errand } from './errand.ts';

const silent = () => {};

function onlooker(store: Store, school: School, now: number): World {
  return {
    store,
    clock: { now: () => now },
    schools: new Map([[school.id, school]]),
    outlets: new Map(),
    audiences: new Map(),
    here: () => '',
    chatsOf: () => [],
    rollAt: async () => null,
    grammar: { known: () => null, read: async () => 'closed' as const, close: async () => {} },
    unkept: { hold: () => {}, find: () => null },
    begun: { hold: silent, find: () => null, forget: silent },
    wake: silent,
    log: { info: silent, warn: silent, error: silent },
  };
}

/** Work that is left to do: looking at what is out goes on for a month, a duty always falls due again, and neither is it. */
export const WORK = "select id from jobs where kind not in ('watch', 'duty', 'mentions')";

/** What of a card must be the store's: all that does not move with the time of day. */
const told = ({ title, buttons, summary }: Card) => ({ title, buttons, summary });

/** Holds that the card at a ref shows what it must. */
export type Shows = (ref: string, must: Card, whose: string) => Promise<void>;

export const inPlayground =
  (store: Store): Shows =>
  async (ref, must, whose) => {
    const place = readRef(ref);
    const item = place && (await store.shelf.get(place.topic, place.key));
    if (!item) throw new Error(`${whose} stands nowhere`);
    const { card } = item.value as { card: Card };
    expect(told(card), whose).toEqual(told(must));
  };

async function ledgerOf(store: Store, school: School) {
  const entries = await store.read.ledger(school.id, 0, 100_000);
  return (event: string, subject?: string) =>
    entries.filter((each) => each.event === event && (subject ?? each.subject) === each.subject);
}

/**
 * One post for each errand and no other; each draft published once, after a decision on that very wording;
 * every card tells the state the store has; the ledger's chain holds; no work is left.
 */
export async function isTrue(
  store: Store,
  school: School,
  errands: readonly Pick<Errand, 'words' | 'name' | 'draft'>[],
  { now, jobsLeft, shows }: { now: number; jobsLeft: number; shows: Shows },
): Promise<void> {
  const handle = school.accounts[0]?.handle ?? '';
  const items = await store.shelf.after(timelineTopic(handle), 0, 10_000);
  const posts = items.map((item) => item.value as ShelvedPost);
  expect(posts.map((post) => post.text).sort()).toEqual(errands.map((each) => each.words).sort());

  const rows = await ledgerOf(store, school);
  expect(rows('draft.written')).toHaveLength(errands.length);
  expect(await store.verifyLedger(school.id)).toBeNull();

  const world = onlooker(store, school, now);
  for (const { draft: id, words, name } of errands) {
    if (id === null) throw new Error(`${name} was never written`);
    const draft = await store.read.draft(school.id, id);
    expect(draft, name).toMatchObject({
      state: 'published',
      revision: 1,
      url: posts.find((post) => post.text === words)?.url,
    });
    for (const event of ['draft.submitted', 'draft.approved', 'post.published']) {
      expect(rows(event, id), `${event} of ${name}`).toHaveLength(1);
    }
    const attempts = await store.read.attempts(school.id, id);
    expect(attempts.filter((each) => each.outcome === 'posted')).toHaveLength(1);
    expect(attempts.filter((each) => each.outcome === null)).toEqual([]);
    const [decision, ...more] = await store.read.decisions(school.id, id, 1);
    expect([decision?.by, decision?.kind, more.length]).toEqual(['sam-obi', 'approve', 0]);

    const copies = await store.read.copies(school.id, id);
    expect(new Set(copies.map((copy) => copy.audience))).toEqual(new Set(['author', 'slt']));
    for (const copy of copies) {
      const view = await viewOf(world, school, id, { audience: copy.audience });
      if (!view) throw new Error(`${name} has no view`);
      await shows(copy.ref, cardFor(view, copy.audience), `the ${copy.audience}'s card of ${name}`);
    }
  }
  expect(jobsLeft).toBe(0);
}
