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
import { voidApproval } from './approval.ts';
import { callOutlet } from './call.ts';
import { judge, policyStamp } from './judge.ts';
import { planPublish, schedule, slotFor } from './schedule.ts';
import { newId, type Turn, turn } from './turn.ts';
import { PATIENCE, type World } from './world.ts';

/** A slot may be missed by this much (ms) before hours are asked again: a few slow seconds are no reason to wait for Monday. */
const SLACK = 60_000;

type Ready = { draft: Draft; revision: Revision; attempt: Attempt };

/** The account and its outlet; throws where the school file no longer has them, so that the job is tried again later. */
export function outletOf(world: World, school: School, handle: string): Outlet {
  const account = school.accounts.find((each) => each.handle === handle);
  const outlet = account && world.outlets.get(account.outlet);
  if (!outlet)
    throw new Error(
      `${handle} is not an account in the file of ${school.id}, or its outlet is not running`,
    );
  return outlet;
}

const lanes = new WeakMap<World, Map<string, Promise<unknown>>>();

/** Posts of one account leave one after the other, so that each knows which post came before it. */
async function inLane<T>(world: World, account: string, work: () => Promise<T>): Promise<T> {
  const lane = lanes.get(world) ?? new Map<string, Promise<unknown>>();
  lanes.set(world, lane);
  const mine = (lane.get(account) ?? Promise.resolve()).then(work, work);
  lane.set(account, mine);
  try {
    return await mine;
  } finally {
    if (lane.get(account) === mine) lane.delete(account);
  }
}

/** Publishes the draft of a due job, if it still may. Throws only before the attempt is written. */
export async function publish(world: World, school: School, job: Job): Promise<void> {
  const draft = await world.store.read.draft(school.id, job.draft);
  const due = draft?.state === 'scheduled' && draft.revision === job.payload.revision;
  if (!due) return send(world, school, job, null);
  const outlet = outletOf(world, school, draft.account);
  await inLane(world, `${school.id}/${draft.account}`, () =>
    send(world, school, job, { outlet, draft }),
  );
}

async function send(
  world: World,
  school: School,
  job: Job,
  due: { outlet: Outlet; draft: Draft } | null,
): Promise<void> {
  const outlet = due?.outlet ?? null;
  const since = due ? await due.outlet.newest(due.draft.account) : null;
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
  const verdict = await judge(turn, author, { ...revision, wanted: null });
  const block = verdict.findings.find((finding) => finding.severity === 'block');
  if (!block) return null;
  const changed =
    revision.policy === policyStamp(turn.school) ? "The school's lists have" : 'Our policy has';
  return `${changed} changed since it was approved. ${block.message}`;
}

/** Takes an approval back that no longer holds: the author and SLT see why. */
async function stop(turn: Turn, draft: Draft, why: string): Promise<void> {
  const moved = await turn.move(draft, 'void', { slot: null, note: why });
  if (!moved) return;
  await voidApproval(turn, draft);
  await turn.record('draft.stopped', draft.id, { revision: draft.revision });
  await turn.tell(
    draft.id,
    { tell: 'refresh' },
    { tell: 'author', title: 'Your post was stopped before it went out', text: why },
    {
      tell: 'slt',
      title: `Post ${draft.number} was stopped before it went out`,
      text: `${why} Its author can edit it and send it again; whoever decides can type /tweet withdraw ${draft.number}.`,
    },
  );
}

async function call(world: World, school: School, outlet: Outlet, ready: Ready): Promise<void> {
  const { attempt, revision } = ready;
  const keep = (outcome: PublishOutcome) => conclude(world, school, attempt, outcome);
  await keep(await callOutlet(world, outlet, { attempt, text: revision.text }, keep));
}

/** Records what is known of an attempt. An outcome that comes after the attempt was given up still counts. */
export async function conclude(
  world: World,
  school: School,
  attempt: Attempt,
  outcome: PublishOutcome,
  by: Person | null = null,
): Promise<void> {
  await turn(world, { school, person: by, delivery: null }, async (turn) => {
    await settle(turn, attempt, outcome);
    return { ok: true };
  });
}

/**
 * An outlet that answers after SLT has said the post is not there, and says that it is: SLT is told, and a
 * second sending that has not begun is stopped.
 */
async function afterAll(turn: Turn, attempt: Attempt, url: string): Promise<void> {
  const draft = await turn.tx.draft(turn.school.id, attempt.draft);
  await turn.record('post.late', attempt.draft, { attempt: attempt.id, url });
  await turn.tell(attempt.draft, {
    tell: 'slt',
    title: 'A post went out after all',
    text: `${attempt.account} has only now said so. Please look whether it stands there once.`,
    link: url,
  });
  if (draft?.state === 'scheduled') await stop(turn, draft, `It went out after all: ${url}`);
}

/** The part of `conclude` that runs inside a turn. */
export async function settle(turn: Turn, attempt: Attempt, outcome: PublishOutcome): Promise<void> {
  const { school, tx, now } = turn;
  if (outcome.kind === 'posted') {
    const known = await tx.attempts(school.id, attempt.draft);
    const givenUp = known.find((each) => each.id === attempt.id)?.outcome === 'not-there';
    if (givenUp) return afterAll(turn, attempt, outcome.post.url);
  }
  const draft = await tx.draft(school.id, attempt.draft);
  if (!draft || (draft.state !== 'publishing' && draft.state !== 'unconfirmed')) return;
  const reconcileJob = `reconcile:${attempt.id}`;
  if (outcome.kind === 'posted') {
    const { url } = outcome.post;
    const closed = {
      ...attempt,
      outcome: 'posted' as const,
      url,
      detail: 'It is out.',
      finishedAt: now,
    };
    if (!(await tx.closeAttempt(closed))) return;
    await turn.move(draft, 'publish', { url, publishedAt: outcome.post.at, note: null });
    await tx.dropJob(reconcileJob);
    await turn.record('post.published', draft.id, { attempt: attempt.id, url, hash: attempt.hash });
    await turn.tell(
      draft.id,
      { tell: 'refresh' },
      {
        tell: 'author',
        title: 'Your post is out',
        text: `It stands on ${attempt.account}.`,
        link: url,
      },
    );
    return;
  }
  if (outcome.kind === 'refused') {
    if (draft.state !== 'publishing') return;
    const note = `${outcome.why} ${outcome.fix}`;
    const closed = { ...attempt, outcome: 'refused' as const, detail: note, finishedAt: now };
    if (!(await tx.closeAttempt(closed))) return;
    await turn.move(draft, 'refuse', { note });
    await tx.dropJob(reconcileJob);
    await turn.record('post.refused', draft.id, { attempt: attempt.id, why: outcome.why });
    await turn.tell(
      draft.id,
      { tell: 'refresh' },
      { tell: 'author', title: 'Your post did not go out', text: note },
    );
    return;
  }
  const moved = await turn.move(draft, 'lose-sight', { note: outcome.why });
  if (!moved) return;
  const [first = 0] = outletOf(turn.world, school, attempt.account).readBackAfter;
  await turn.record('post.unconfirmed', draft.id, { attempt: attempt.id, why: outcome.why });
  await turn.plan({
    id: reconcileJob,
    kind: 'reconcile',
    draft: draft.id,
    payload: { attempt: attempt.id, look: 0 },
    dueAt: now + first,
  });
  await turn.tell(draft.id, { tell: 'refresh' });
}
