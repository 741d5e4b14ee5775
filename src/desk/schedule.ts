/** Giving an approved post its slot: the next moment the policy allows, not before the time asked for. */
import type { Draft } from '../post/draft.ts';
import type { Revision } from '../post/revision.ts';
import { closedDaysOf, nextSlot } from '../school/calendar.ts';
import type { School } from '../school/school.ts';
import { type Turn, turn } from './turn.ts';
import type { World } from './world.ts';

const AT_ONCE = 500;
const NO_SLOT =
  'Our posting hours and closures leave no time for it within a year. It goes out once they do, or it can be withdrawn.';

/** The slot for a wording if it were approved at `now`: epoch ms, or null where none is open within a year. */
export function slotFor(
  school: School,
  wording: Pick<Revision, 'occasion' | 'wanted'>,
  now: number,
): number | null {
  const from = Math.max(now, wording.wanted ?? now);
  const place = { timezone: school.timezone, closedDays: closedDaysOf(school, from) };
  const { posting_hours, rules } = school.policy;
  const hours = rules['posting-hours'].severity === 'off' ? null : posting_hours;
  return nextSlot(hours, place, from, wording.occasion);
}

/** Without a slot within a year, the calendar is looked at again this often (ms), and whenever it is read anew. */
const LOOK_AGAIN = 86_400_000;

/**
 * Puts an approved draft, or a scheduled one whose slot has passed unused, at its next slot. Without one it
 * stays approved, in front of its author and SLT, and is tried again.
 */
export async function schedule(turn: Turn, draft: Draft, revision: Revision): Promise<void> {
  const slot = slotFor(turn.school, revision, turn.now);
  if (slot === null) {
    const held =
      draft.state === 'scheduled' ? await turn.move(draft, 'hold', { slot: null }) : draft;
    await planPublish(turn, { ...(held ?? draft), slot: turn.now + LOOK_AGAIN });
    if (draft.note === NO_SLOT) return;
    await turn.tx.moveDraft({ ...(held ?? draft), note: NO_SLOT }, held ?? draft);
    await turn.record('draft.without-slot', draft.id, { revision: revision.number });
    await turn.tell(
      draft.id,
      { tell: 'refresh' },
      {
        tell: 'slt',
        title: `Post ${draft.number} is approved but has no slot`,
        text: NO_SLOT,
      },
    );
    return;
  }
  const note = draft.note === NO_SLOT ? null : draft.note;
  const moved = await turn.move(draft, 'schedule', { slot, note });
  if (!moved) throw new Error(`draft ${draft.id} could not be scheduled from ${draft.state}`);
  await turn.record('draft.scheduled', draft.id, { revision: revision.number, slot });
  await planPublish(turn, moved);
}

/** Tries every approved post of a school that has no slot: its calendar may have changed. */
export async function placeWaiting(world: World, school: School): Promise<void> {
  for (const { id } of await world.store.read.draftsIn(school.id, ['approved'], AT_ONCE)) {
    await turn(world, { school, person: null, delivery: null }, async (turn) => {
      const draft = await turn.tx.draft(school.id, id);
      const revision = draft && (await turn.tx.revision(school.id, id, draft.revision));
      if (draft?.state !== 'approved' || !revision) return { ok: true };
      await schedule(turn, draft, revision);
      await turn.tell(id, { tell: 'refresh' });
      return { ok: true };
    });
  }
}

/** Plans the one publish job of a draft; while the desk is paused it is parked until resumed. */
export async function planPublish(turn: Turn, draft: Draft): Promise<void> {
  await turn.plan({
    id: `publish:${draft.id}`,
    kind: 'publish',
    draft: draft.id,
    payload: { revision: draft.revision, account: draft.account },
    dueAt: turn.desk.paused ? null : draft.slot,
  });
}
