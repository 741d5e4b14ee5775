/** Giving an approved post its slot: the next moment the policy allows, not before the time asked for. */
import type { Draft } from '../post/draft.ts';
import type { Revision } from '../post/revision.ts';
import { closedDaysOf, nextSlot } from '../school/calendar.ts';
import type { School } from '../school/school.ts';
import type { Turn } from './turn.ts';

/** The slot for a wording if it were approved at `now`: epoch ms, or null where none is open within a year. */
export function slotFor(
  school: School,
  wording: Pick<Revision, 'occasion' | 'wanted'>,
  now: number,
): number | null {
  const from = Math.max(now, wording.wanted ?? now);
  const place = { timezone: school.timezone, closedDays: closedDaysOf(school, from) };
  return nextSlot(school.policy.posting_hours, place, from, wording.occasion);
}

/**
 * Puts an approved draft, or a scheduled one whose slot has passed unused, at its next slot. Without one it
 * stays approved, in front of its author and SLT.
 */
export async function schedule(turn: Turn, draft: Draft, revision: Revision): Promise<void> {
  const slot = slotFor(turn.school, revision, turn.now);
  if (slot === null) {
    await turn.tell(draft.id, {
      tell: 'slt',
      title: 'An approved post has no slot',
      text: 'Our posting hours and closures leave no time for it within a year. Change them in the school file, or withdraw the post.',
    });
    return;
  }
  const moved = await turn.move(draft, 'schedule', { slot });
  if (!moved) throw new Error(`draft ${draft.id} could not be scheduled from ${draft.state}`);
  await turn.record('draft.scheduled', draft.id, { revision: revision.number, slot });
  await planPublish(turn, moved);
}

/** Plans the one publish job of a draft; while the desk is paused it is parked until resumed. */
export async function planPublish(turn: Turn, draft: Draft): Promise<void> {
  await turn.plan({
    id: `publish:${draft.id}`,
    kind: 'publish',
    draft: draft.id,
    payload: { revision: draft.revision },
    dueAt: turn.desk.paused ? null : draft.slot,
  });
}
