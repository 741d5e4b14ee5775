/** Ports that count the boundaries crossed through them, and tell of each crossing. */
import type { Outlet } from '../../src/ports/outlet.ts';
import type { Shelf } from '../../src/ports/shelf.ts';
import type { Store } from '../../src/ports/store.ts';
import { type Boundary, type Mood, stepOf } from './boundaries.ts';

type Cross = (boundary: Boundary) => void;

function mortalShelf(shelf: Shelf, cross: Cross): Shelf {
  const around = async <T>(topic: string, write: () => Promise<T>): Promise<T> => {
    const what = topic.startsWith('timeline:') ? 'a write to the timeline' : 'a write to a chat';
    cross(`before ${what}`);
    const done = await write();
    cross(`after ${what}`);
    return done;
  };
  return {
    ...shelf,
    put: (topic, key, value) => around(topic, () => shelf.put(topic, key, value)),
    add: (topic, key, value) => around(topic, () => shelf.add(topic, key, value)),
  };
}

/** A store that crosses a boundary before and after each commit, claim and write to the shelf. */
export function mortalStore(store: Store, cross: Cross): Store {
  return {
    ...store,
    shelf: mortalShelf(store.shelf, cross),
    transaction: async (work) => {
      const events: string[] = [];
      const done = await store.transaction(async (tx) => {
        events.length = 0;
        const append: typeof tx.append = (event) => {
          events.push(event.event);
          return tx.append(event);
        };
        const given = await work({ ...tx, append });
        cross(`before the commit of ${stepOf(events)}`);
        return given;
      });
      cross(`after the commit of ${stepOf(events)}`);
      return done;
    },
    claimJob: async (id, now, forMs) => {
      cross('before a claim on a job');
      const mine = await store.claimJob(id, now, forMs);
      cross('after a claim on a job');
      return mine;
    },
  };
}

/** An outlet in a mood at its first call, with looks that follow each other quickly. */
export function mortalOutlet(outlet: Outlet, cross: Cross, mood: Mood): Outlet {
  let calls = 0;
  return {
    ...outlet,
    readBackAfter: [10, 20],
    publish: async (account, text) => {
      calls += 1;
      const now = calls === 1 ? mood : 'well';
      cross('before the outlet’s call');
      if (now === 'neither posts nor answers') return { kind: 'unknown', why: 'Nobody answered.' };
      const outcome = await outlet.publish(account, text);
      cross('after the outlet’s call');
      if (now === 'well') return outcome;
      return { kind: 'unknown', why: 'The answer was lost.' };
    },
    postsSince: async (account, since) => {
      cross('before reading the timeline back');
      const posts = await outlet.postsSince(account, since);
      cross('after reading the timeline back');
      return posts;
    },
  };
}

/** How long to wait for what is slow by nature, in a suite that cannot wait: before each look, and before 'later'. */
export type Hurry = { looks: readonly number[]; later: number };

/** The same outlet in a hurry. `now` is the school's time, epoch ms. */
export function hurriedOutlet(outlet: Outlet, { looks, later }: Hurry, now: () => number): Outlet {
  return {
    ...outlet,
    readBackAfter: looks,
    publish: async (account, text) => {
      const outcome = await outlet.publish(account, text);
      if (outcome.kind !== 'later') return outcome;
      return { ...outcome, at: Math.min(outcome.at, now() + later) };
    },
  };
}
