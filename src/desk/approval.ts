/** Asking SLT for one exact revision, and taking the asking back. */
import type { Draft } from '../post/draft.ts';
import type { Revision } from '../post/revision.ts';
import { addSchoolDays, addSchoolHours } from '../school/calendar.ts';
import { deciders } from '../school/people.ts';
import type { School } from '../school/school.ts';
import type { Turn } from './turn.ts';
import { type Refusal, refuse } from './world.ts';

/** How many must approve: the policy's number for the occasion, which a school may raise. */
export function approvalsNeeded(school: School, revision: Pick<Revision, 'occasion'>): number {
  const { everyday, urgent } = school.policy.approvals;
  return Math.max(revision.occasion === 'urgent' ? urgent : everyday, school.approvals.needed);
}

/** Refuses where too few people are left to decide once the author is out. */
export function enoughDeciders(
  school: School,
  draft: Pick<Draft, 'author'>,
  revision: Pick<Revision, 'occasion'>,
): Refusal | null {
  const able = deciders(school, [draft.author]).length;
  const needed = approvalsNeeded(school, revision);
  if (able >= needed) return null;
  return refuse(
    `This post needs ${needed} people to approve it and the author may not be one of them, but only ${able} can. Ask the head to add somebody with that role to the school file.`,
  );
}

/**
 * Opens an approval for this revision and sets when SLT is reminded and when it expires, both counted in
 * the policy's school hours and school days.
 */
export async function askFor(turn: Turn, draft: Draft, revision: Revision): Promise<void> {
  const { school, now } = turn;
  const { remind, expire } = school.policy;
  await turn.tx.openApproval(school.id, {
    draft: draft.id,
    revision: revision.number,
    hash: revision.hash,
    openedAt: now,
    needed: approvalsNeeded(school, revision),
    state: 'open',
    reminded: 0,
  });
  const payload = { revision: revision.number };
  const remindAt = addSchoolHours(school, now, remind.after_school_hours);
  const expireAt = addSchoolDays(school, now, expire.after_school_days);
  await turn.plan({ kind: 'remind', draft: draft.id, payload, dueAt: remindAt });
  await turn.plan({ kind: 'expire', draft: draft.id, payload, dueAt: expireAt });
}

/** Voids what was asked or decided for the wording in force, and takes its work off the list. */
export async function voidApproval(turn: Turn, draft: Draft): Promise<void> {
  const approval = await turn.tx.approval(turn.school.id, draft.id, draft.revision);
  if (approval && approval.state !== 'voided') {
    await turn.tx.setApproval(turn.school.id, { ...approval, state: 'voided' });
    const detail = { revision: draft.revision, hash: approval.hash };
    await turn.record('approval.voided', draft.id, detail);
  }
  await turn.tx.dropJobsOf(turn.school.id, draft.id, ['publish', 'remind', 'expire']);
}
