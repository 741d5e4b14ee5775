/** Posts approved before the school's hours begin: they all fall due at eight. */

import { storeFaultInWords } from '../../adapters/store/fault.ts';
import { readConfig } from '../../src/config.ts';
import { createFront } from '../../src/front/front.ts';
import type { Front, Intent } from '../../src/front/intent.ts';
import { start } from '../../src/main.ts';
import { AUTHOR, DECIDER, type Place } from '../chaos/schools.ts';
import { ticks } from '../scenarios/shown.ts';

/** A Tuesday in term, London time being UTC: the standard policy's hours begin at eight. */
export const SLOT = Date.parse('2026-03-10T08:00:00Z');
const EARLY = SLOT - 20 * 60_000;

function hands(front: Front, run: string) {
  let deliveries = 0;
  return (school: string, person: string, intent: Intent) => {
    deliveries += 1;
    const delivery = `${run}-${deliveries}`;
    return front.receive({
      school,
      person,
      chat: 'playground',
      delivery,
      touched: null,
      ref: null,
      intent,
    });
  };
}

/** Writes, sends and approves a post for each text of each place, in turn over the places. */
export async function approve(
  env: Record<string, string>,
  places: readonly (Place & { texts: readonly string[] })[],
): Promise<void> {
  const read = readConfig(env);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const running = await start(read.config, { clock: { now: () => EARLY } });
  try {
    const act = hands(createFront(running.world, storeFaultInWords), 'approved');
    const longest = Math.max(...places.map(({ texts }) => texts.length));
    for (let turn = 0; turn < longest; turn += 1) {
      for (const { school, account, texts } of places) {
        const text = texts[turn];
        if (text === undefined) continue;
        const fields = { text, account, occasion: 'everyday' };
        const written = await act(school, AUTHOR, { kind: 'action', action: 'save', fields });
        const on = written.card.buttons.find((button) => button.action === 'send');
        if (on?.draft === undefined) throw new Error(`not written: ${JSON.stringify(written)}`);
        const of = { draft: on.draft, revision: on.revision ?? 1 };
        const ticked = ticks({ ref: '', card: written.card, text: '' });
        await act(school, AUTHOR, { kind: 'action', action: 'send', ...of, fields: ticked });
        await act(school, DECIDER, { kind: 'action', action: 'approve', ...of, fields: {} });
      }
    }
    // What people are told of it is told before the posts fall due, as it would be.
    while ((await running.world.store.read.dueJobs(EARLY, 1)).length > 0) {
      await new Promise((done) => setTimeout(done, 50));
    }
    const waiting = await Promise.all(
      [...new Set(places.map(({ school }) => school))].map((school) =>
        running.world.store.read.howMany(school, ['scheduled']),
      ),
    );
    const all = places.reduce((sum, { texts }) => sum + texts.length, 0);
    const due = waiting.reduce((sum, each) => sum + each, 0);
    if (due !== all) throw new Error(`${due} of ${all} posts wait for their slot`);
  } finally {
    await running.stop();
  }
}
