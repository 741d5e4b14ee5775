/** After a restart: cards that promise words no longer held are drawn anew, posts without a slot are tried again, and attempts whose process is gone are looked up at once rather than when their lease ends. */
import { letGo } from './kept-words.ts';
import { placeWaiting } from './schedule.ts';
import { turn } from './turn.ts';
import type { World } from './world.ts';

const AT_ONCE = 500;

/**
 * Brings forward the looking up of every attempt left open. Only the default store may do so: with Postgres
 * another process may be making the call right now, and the lease says when it no longer can be.
 */
export async function recover(world: World): Promise<void> {
  for (const school of world.schools.values()) await placeWaiting(world, school);
  await letGo(world);
  if (world.store.dialect !== 'sqlite') return;
  for (const school of world.schools.values()) {
    const left = await world.store.read.draftsIn(school.id, ['publishing'], AT_ONCE);
    for (const draft of left) {
      const attempts = await world.store.read.attempts(school.id, draft.id);
      const open = attempts.find((attempt) => attempt.outcome === null);
      if (!open) continue;
      await turn(world, { school, person: null, delivery: null }, async ({ plan, now }) => {
        const payload = { attempt: open.id, look: 0 };
        await plan({
          id: `reconcile:${open.id}`,
          kind: 'reconcile',
          draft: draft.id,
          payload,
          dueAt: now,
        });
        return { ok: true };
      });
    }
  }
  await world.store.freeClaims();
}
