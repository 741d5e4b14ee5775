/**
 * A Bellbird that dies while it takes a post down, or puts one off. From the moment of its death nothing of it
 * reaches the store any more; the next one finds what was written until then. (Deaths by SIGKILL, from typed to
 * published, are in crash.test.ts.)
 */
import { expect, it } from 'vitest';
import type { Outlet } from '../../src/ports/outlet.ts';
import type { Store } from '../../src/ports/store.ts';
import { badDay } from '../fakes/outlet.ts';
import { eventually, MINUTE, openSchool } from '../scenarios/staffroom.ts';

const WORDS = 'Year 3 have finished their Roman mosaics, and the hall looks splendid.';

type Death =
  | `${'before' | 'after'} the commit of post.${'removal-asked' | 'removed' | 'put-off'}`
  | `${'before' | 'after'} the outlet’s removal`;

/** A process that dies once, where it is told to. */
function mortal() {
  let at: Death | null = null;
  let dead = false;
  const cross = (death: Death) => {
    if (death === at) dead = true;
    if (dead) throw new Error('this process is dead');
  };
  const alive = <T>(work: () => Promise<T>) => (dead ? Promise.reject(new Error('dead')) : work());
  return {
    diesAt: (death: Death) => {
      at = death;
    },
    isDead: () => dead,
    /** Given to each process at its start, which is not fated to die until it is told so. */
    store: (store: Store): Store => {
      at = null;
      dead = false;
      return {
        ...store,
        claimJob: (...asked) => alive(() => store.claimJob(...asked)),
        retryJob: (...asked) => alive(() => store.retryJob(...asked)),
        transaction: (work) =>
          alive(async () => {
            const events: string[] = [];
            const done = await store.transaction(async (tx) => {
              const given = await work({
                ...tx,
                append: (event) => {
                  events.push(event.event);
                  return tx.append(event);
                },
              });
              for (const event of events) cross(`before the commit of ${event}` as Death);
              return given;
            });
            for (const event of events) cross(`after the commit of ${event}` as Death);
            return done;
          }),
      };
    },
    over: (outlet: Outlet): Outlet => ({
      ...outlet,
      remove: async (account, id) => {
        cross('before the outlet’s removal');
        const outcome = await outlet.remove(account, id);
        cross('after the outlet’s removal');
        return outcome;
      },
    }),
  };
}

async function openMortal() {
  const life = mortal();
  const outlet = badDay();
  const over = (real: Outlet) => life.over(outlet.over(real));
  const school = await openSchool({ instead: { outlet: over, store: life.store } });
  /** It dies, and another is started in its place. */
  const dies = async () => {
    await eventually(async () => life.isDead(), 'its death');
    await school.restart();
  };
  return { life, outlet, school, dies };
}

it.each<Death>([
  'before the commit of post.removal-asked',
  'after the commit of post.removal-asked',
  'before the outlet’s removal',
  'after the outlet’s removal',
  'before the commit of post.removed',
  'after the commit of post.removed',
])('one that dies %s has the post down all the same, and says so once', async (death) => {
  const { life, school, dies } = await openMortal();
  try {
    const { author, slt } = await school.sent(WORDS);
    await school.sam.presses('Approve', slt);
    const out = await school.says(slt, 'Published');
    life.diesAt(death);
    const why = { reason: 'The date was wrong.' };
    await school.sam.presses('Take it down', out, why, 'the-same').catch(() => {});
    await dies();
    // Nobody knows whether a press was heard that had no answer: it is sent again.
    await school.sam.presses('Take it down', out, why, 'the-same');
    for (const card of [author, slt]) await school.says(card, 'Taken down');
    expect(await school.timeline()).toEqual([]);
    const events = await school.events();
    for (const event of ['post.removal-asked', 'post.removed', 'post.published']) {
      expect(events.filter((each) => each === event)).toHaveLength(1);
    }
    expect(await school.world.store.verifyLedger('larkfield')).toBeNull();
  } finally {
    await school.close();
  }
});

it.each<Death>(['before the commit of post.put-off', 'after the commit of post.put-off'])(
  'one that dies %s posts once, and loses nothing',
  async (death) => {
    const { life, outlet, school, dies } = await openMortal();
    try {
      outlet.next('says later');
      outlet.openAt(school.now + 15 * MINUTE);
      const { author, slt } = await school.sent(WORDS);
      life.diesAt(death);
      await school.sam.presses('Approve', slt);
      await dies();
      if (death.startsWith('before')) {
        // What it heard died with it: to the next one the fate of the post is unknown, and it sends nothing.
        await school.says(author, 'Not sure');
        await eventually(async () => {
          await school.passes(1_000);
          return (await school.events()).includes('post.not-found');
        });
        expect(outlet.calls).toBe(1);
        const asked = await school.sltCard('did not say', 'Send again');
        await school.sam.presses('Send again', asked, { reason: 'It is not there.' });
      }
      await school.passes(15 * MINUTE);
      await school.says(author, 'Published');
      expect([outlet.calls, await school.timeline()]).toEqual([2, [WORDS]]);
      expect(await school.world.store.verifyLedger('larkfield')).toBeNull();
    } finally {
      await school.close();
    }
  },
);
