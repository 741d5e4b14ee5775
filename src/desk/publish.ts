/**
 * Publishing at the slot, once. The attempt is written and synced before the call; the call is made once;
 * what is not known for certain afterwards is looked up, never sent again by itself.
 */

import type { Outlet, PublishOutcome } from '../ports/outlet.ts';
import type { Job } from '../ports/store.ts';
import type { Attempt } from '../post/attempt.ts';
import type { Draft } from '../post/draft.ts';
import type { Revision } from '../post/revision.ts';
import type { Person } from '../school/people.ts';
import type { School } from '../school/school.ts';
import { accountStands } from './account.ts';
import { callOutlet } from './call.ts';
import { judge, policyStamp, stillStands } from './judge.ts';
import { hasPosted, newestBefore } from './newest.ts';
import { outletOf } from './outlet-of.ts';
import { planPublish, schedule, slotFor } from './schedule.ts';
import { conclude } from './settle.ts';
import { stop } from './stop.ts';
import { newId, type Turn, turn } from './turn.ts';
import { PATIENCE, type World } from './world.ts';

/** A slot may be missed by this much (ms) before hours are asked again: a few slow seconds are no reason to wait for Monday. */
const SLACK = 60_000;

type Ready = { draft: Draft; revision: Revision; attempt: Attempt };

/**
 * Publishes the draft of a due job, if it still may. Throws only before the attempt is written.
 *
 * The runner gives the posts of one account one after the other, but only those of this process: another on the
 * same database may publish on the same account meanwhile, and nothing here leans on the order. Which process
 * makes the call is settled by one compare-and-set (`move` to `publishing`) in the transaction that writes the
 * attempt. What is read back is known by its words and by being on nobody's record, not by its place.
 */
export async function publish(world: World, school: School, job: Job): Promise<void> {
  const draft = await world.store.read.draft(school.id, job.draft);
  const due = draft?.state === 'scheduled' && draft.revision === job.payload.revision;
  const outlet = due ? outletOf(world, school, draft.account) : null;
  const place = { school: school.id, account: draft?.account ?? '' };
  const since = outlet && (await newestBefore(world, outlet, place));
  let ready: Ready | null = null;
  await turn(world, { school, person: null, delivery: null }, async (turn) => {
    ready = await arm(turn, job, since);
    return { ok: true };
  });
  if (ready !== null && outlet !== null) await call(world, school, outlet, ready);
}

/** Checks the cheap facts again and writes the attempt; null where the post may not go out now. */
async function arm(turn: Turn, job: Job, since: string | null): Promise<Ready | null> {
  const { school, tx, now, desk } = turn;
  const draft = await tx.draft(school.id, job.draft);
  const revision = draft && (await tx.revision(school.id, draft.id, draft.revision));
  if (draft?.state === 'approved' && revision && draft.revision === job.payload.revision) {
    await schedule(turn, draft, revision);
    await turn.tell(draft.id, { tell: 'refresh' });
    return null;
  }
  if (draft?.state !== 'scheduled' || !revision || draft.revision !== job.payload.revision) {
    await tx.dropJob(job.id);
    return null;
  }
  if (desk.paused) {
    await planPublish(turn, draft);
    return null;
  }
  const approval = await tx.approval(school.id, draft.id, draft.revision);
  if (approval?.state !== 'closed' || approval.hash !== revision.hash) {
    await stop(turn, draft, 'Its approval no longer matches its wording.');
    return null;
  }
  const author = school.people.find((each) => each.id === draft.author);
  const why = await noLonger(turn, author ?? null, revision);
  if (why !== null) {
    await stop(turn, draft, why);
    return null;
  }
  const slot = slotFor(school, { ...revision, wanted: null }, now);
  if (draft.slot !== null && draft.slot > now) {
    await planPublish(turn, draft);
    return null;
  }
  if (slot === null || slot > now + SLACK) {
    await schedule(turn, draft, { ...revision, wanted: null });
    await turn.tell(draft.id, { tell: 'refresh' });
    return null;
  }
  const attempt: Attempt = {
    id: newId(),
    school: school.id,
    draft: draft.id,
    revision: revision.number,
    account: revision.account,
    hash: revision.hash,
    since,
    startedAt: now,
    outcome: null,
    detail: null,
    url: null,
    finishedAt: null,
  };
  const moved = await turn.move(draft, 'attempt');
  if (!moved) return null;
  await tx.addAttempt(attempt);
  await tx.dropJob(job.id);
  await turn.plan({
    id: `reconcile:${attempt.id}`,
    kind: 'reconcile',
    draft: draft.id,
    payload: { attempt: attempt.id, look: 0 },
    dueAt: now + (turn.world.patience ?? PATIENCE).lease,
  });
  await turn.record('post.attempted', draft.id, {
    attempt: attempt.id,
    hash: revision.hash,
    since,
  });
  return { draft: moved, revision, attempt };
}

/** Why an approved post may not go out any more, in a sentence; null where it may. */
async function noLonger(
  turn: Turn,
  author: Person | null,
  revision: Revision,
): Promise<string | null> {
  if (author === null) return 'Its author is no longer in the school file.';
  const account = await accountStands(turn.tx, turn.school, revision.account);
  if (!account.ok) return account.says;
  if (await stillStands(turn, author, revision)) return null;
  const verdict = await judge(turn, author, { ...revision, wanted: null });
  const block = verdict.findings.find((finding) => finding.severity === 'block');
  if (!block) return null;
  const changed =
    revision.policy === policyStamp(turn.school) ? "The school's lists have" : 'Our policy has';
  return `${changed} changed since it was approved. ${block.message}`;
}

async function call(world: World, school: School, outlet: Outlet, ready: Ready): Promise<void> {
  const { attempt, revision } = ready;
  const keep = async (outcome: PublishOutcome) => {
    if (outcome.kind === 'posted') hasPosted(world, attempt, outcome.post.id);
    await conclude(world, school, attempt, outcome);
  };
  await keep(await callOutlet(world, outlet, { attempt, text: revision.text }, keep));
}
