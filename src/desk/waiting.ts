/** What becomes of a post nobody decides on: SLT is reminded by school hours, and it expires by school days. */

import type { Job } from '../ports/store.ts';
import { addSchoolHours } from '../school/calendar.ts';
import { wordsForMoment } from '../school/moments.ts';
import { whoDecides } from '../school/rights.ts';
import type { School } from '../school/school.ts';
import { forgetNames } from './kept-words.ts';
import { type Turn, turn } from './turn.ts';
import type { World } from './world.ts';

/** The draft and the open approval a job is about; null where it has been decided or reworded since. */
async function stillOpen(turn: Turn, job: Job) {
  const draft = await turn.tx.draft(turn.school.id, job.draft);
  if (draft?.state !== 'submitted' || draft.revision !== job.payload.revision) return null;
  const approval = await turn.tx.approval(turn.school.id, draft.id, draft.revision);
  return approval?.state === 'open' ? { draft, approval } : null;
}

function days(many: number): string {
  return many === 1 ? '1 school day' : `${many} school days`;
}

/** Reminds SLT of a post that waits, at most as often as the policy says. */
export async function remind(world: World, school: School, job: Job): Promise<void> {
  await turn(world, { school, person: null, delivery: null }, async (turn) => {
    await turn.tx.dropJob(job.id);
    const open = await stillOpen(turn, job);
    if (!open) return { ok: true };
    const { draft, approval } = open;
    const { after_school_hours, at_most } = school.policy.remind;
    const reminded = approval.reminded + 1;
    await turn.tx.setApproval(school.id, { ...approval, reminded });
    await turn.record('approval.reminded', draft.id, { revision: draft.revision, time: reminded });
    const author = school.people.find(({ id }) => id === draft.author)?.name ?? 'Somebody';
    const asked = draft.submittedAt ?? approval.openedAt;
    const since = wordsForMoment(asked, turn.now, school.timezone).replace(/^today /, '');
    await turn.tell(draft.id, {
      tell: 'slt',
      title: `${author}’s post ${draft.number} has waited since ${since}`,
      text: 'It is waiting for a decision. Open it to approve it, ask for changes or decline.',
    });
    if (reminded < at_most) {
      const dueAt = addSchoolHours(school, turn.now, after_school_hours);
      await turn.plan({ kind: 'remind', draft: draft.id, payload: job.payload, dueAt });
    }
    return { ok: true };
  });
}

/** Lets a post expire that nobody decided on within the policy's school days. Its author is told. */
export async function expire(world: World, school: School, job: Job): Promise<void> {
  await turn(world, { school, person: null, delivery: null }, async (turn) => {
    await turn.tx.dropJob(job.id);
    const open = await stillOpen(turn, job);
    if (!open) return { ok: true };
    const { draft, approval } = open;
    const moved = await turn.move(draft, 'expire');
    if (!moved) return { ok: true };
    await turn.tx.setApproval(school.id, { ...approval, state: 'voided' });
    await turn.tx.dropJobsOf(school.id, draft.id, ['remind']);
    await forgetNames(turn, await turn.tx.revision(school.id, draft.id, draft.revision));
    await turn.record('draft.expired', draft.id, { revision: draft.revision });
    await turn.tell(
      draft.id,
      { tell: 'refresh' },
      {
        tell: 'author',
        title: 'Your post has expired',
        text: `Nobody decided on it within ${days(school.policy.expire.after_school_days)}. If it still matters, write it again and have a word with ${whoDecides(school)}.`,
      },
    );
    return { ok: true };
  });
}
