/**
 * Finding out what became of an attempt of unknown fate: the account's own timeline is read a few times.
 * Found is published; not found is put before a person, who has looked, and decides.
 */

import type { OutletPost } from '../ports/outlet.ts';
import type { Job } from '../ports/store.ts';
import type { Attempt } from '../post/attempt.ts';
import type { Draft } from '../post/draft.ts';
import { deciders, names } from '../school/people.ts';
import type { School } from '../school/school.ts';
import { refuseNames } from './judge.ts';
import { outletOf } from './outlet-of.ts';
import { schedule } from './schedule.ts';
import { seek, seekAt } from './seek.ts';
import { conclude, settle } from './settle.ts';
import { type Call, overtaken, type Turn, turn } from './turn.ts';
import { type Refusal, type Result, refuse, type World } from './world.ts';

/** An account that cannot be read for so long (ms) after the last look was due is no reason to keep people waiting. */
const UNREAD = 10 * 60_000;

/** Looks once for the post of an attempt whose fate is unknown, and plans the next look. */
export async function reconcile(world: World, school: School, job: Job): Promise<void> {
  const { read } = world.store;
  const attempt = (await read.attempts(school.id, job.draft)).find(
    (each) => each.id === job.payload.attempt,
  );
  const draft = await read.draft(school.id, job.draft);
  const open =
    attempt?.outcome === null && (draft?.state === 'publishing' || draft?.state === 'unconfirmed');
  if (!open) {
    await world.store.transaction((tx) => tx.dropJob(job.id));
    return;
  }
  if (draft.state === 'publishing') {
    // The process that made the call is gone, or its call outlived its lease: what became of it is unknown.
    const why = 'Bellbird was interrupted while it was sending this post.';
    await conclude(world, school, attempt, { kind: 'unknown', why });
    return;
  }
  let post: OutletPost | null;
  try {
    post = await seek(world, school, attempt);
  } catch (error) {
    await askUnread(world, school, job, attempt);
    throw error;
  }
  if (post) {
    await conclude(world, school, attempt, { kind: 'posted', post });
    return;
  }
  await turn(world, { school, person: null, delivery: null }, async (turn) => {
    const look = Number(job.payload.look) + 1;
    const wait = outletOf(world, school, attempt.account).readBackAfter[look];
    if (wait !== undefined) {
      await turn.plan({ ...job, payload: { ...job.payload, look }, dueAt: turn.now + wait });
      return { ok: true };
    }
    await turn.tx.dropJob(job.id);
    const now = await turn.tx.draft(school.id, attempt.draft);
    if (now)
      await add(turn, now, `Bellbird has looked for it on ${attempt.account} and not found it.`);
    await turn.record('post.not-found', attempt.draft, { attempt: attempt.id, looks: look });
    const news = job.payload.asked === true ? [] : [{ tell: 'ask' } as const];
    await turn.tell(attempt.draft, { tell: 'refresh' }, ...news);
    return { ok: true };
  });
}

/** Says one thing more on the cards of a post. */
async function add({ tx }: Turn, draft: Draft, says: string): Promise<void> {
  const note = draft.note === null ? says : `${draft.note} ${says}`;
  await tx.moveDraft({ ...draft, note }, draft);
}

/** Where the account cannot be read for long, people are asked once: they may see what Bellbird does not. It goes on looking. */
async function askUnread(
  world: World,
  school: School,
  job: Job,
  { id, account, draft: of }: Attempt,
): Promise<void> {
  await turn(world, { school, person: null, delivery: null }, async (turn) => {
    const draft = await turn.tx.draft(school.id, of);
    const from = (draft?.updatedAt ?? 0) + looksTake(turn, account) + UNREAD;
    if (draft?.state !== 'unconfirmed' || job.payload.asked === true || turn.now < from) {
      return { ok: true };
    }
    await add(turn, draft, `Bellbird cannot read ${account} either just now.`);
    await turn.plan({ ...job, payload: { ...job.payload, asked: true }, dueAt: turn.now + UNREAD });
    await turn.record('post.unread', of, { attempt: id });
    await turn.tell(of, { tell: 'refresh' }, { tell: 'ask' });
    return { ok: true };
  });
}

function onlySlt(call: Call): Refusal | null {
  const slt = deciders(call.school, []);
  if (slt.some((each) => each.id === call.person.id)) return null;
  return refuse(`Only ${names(slt)} can settle this.`);
}

/**
 * SLT has looked and says that the post is there. The account is read once more: a link is believed only where
 * it leads to this very post.
 */
export async function found(
  world: World,
  call: Call,
  place: { draft: string },
  link: string,
): Promise<Result<{ draft: string }>> {
  const { school } = call;
  const barred = onlySlt(call);
  if (barred) return barred;
  const attempt = await openAttempt(world, school, place.draft);
  if (!attempt)
    return refuse('This post is not waiting to be found. Its card shows how it stands.');
  let seen: Result<{ post: OutletPost }>;
  try {
    const post = await seek(world, school, attempt);
    seen = post ? { ok: true, post } : await seekAt(world, school, attempt, link);
  } catch {
    return refuse(
      `${attempt.account} cannot be read just now, so Bellbird could not look. Please try again in a few minutes.`,
    );
  }
  if (!seen.ok) return seen;
  const { post } = seen;
  return turn(world, call, async (turn) => {
    await settle(turn, attempt, { kind: 'posted', post });
    return { ok: true, draft: place.draft };
  });
}

async function openAttempt(world: World, school: School, draft: string): Promise<Attempt | null> {
  const attempts = await world.store.read.attempts(school.id, draft);
  return attempts.find((each) => each.outcome === null) ?? null;
}

/**
 * What is on the timeline now of an attempt of unknown fate, so that a second click, or one from a card of
 * yesterday, does not post it twice. Null too where the timeline cannot be read: the person has looked.
 */
async function lastLook(
  world: World,
  school: School,
  draft: string,
): Promise<{ attempt: Attempt; post: OutletPost } | null> {
  const known = await world.store.read.draft(school.id, draft);
  const attempt =
    known?.state === 'unconfirmed' ? await openAttempt(world, school, draft) : undefined;
  if (!attempt) return null;
  try {
    const post = await seek(world, school, attempt);
    return post && { attempt, post };
  } catch {
    return null;
  }
}

/** How long Bellbird's own looks go on from the moment it lost sight of a post, in ms. */
function looksTake(turn: Turn, account: string): number {
  const { readBackAfter } = outletOf(turn.world, turn.school, account);
  return readBackAfter.reduce((sum, wait) => sum + wait, 0);
}

/**
 * A person lets a post be tried again: after a refusal the author or SLT, after an attempt of unknown fate
 * SLT alone, who have looked at the timeline and say why. The approval still stands: the wording is the same.
 */
export async function release(
  world: World,
  call: Call,
  place: { draft: string; revision: number },
  why: string,
): Promise<Result<{ draft: string }>> {
  const there = await lastLook(world, call.school, place.draft);
  return turn(world, call, async (turn) => {
    const { school, tx, now } = turn;
    const draft = await tx.draft(school.id, place.draft);
    if (!draft || draft.revision !== place.revision) return overtaken(turn, place.draft);
    const unknown = draft.state === 'unconfirmed';
    const barred = onlySlt(call);
    if (barred && (unknown || draft.author !== call.person.id)) return barred;
    const named = await refuseNames(turn, call.person, why);
    if (named) return named;
    if (unknown && why.trim() === '') {
      return refuse(
        'Say in a few words how you know that it is not there: a second post cannot be taken back.',
      );
    }
    if (unknown && there) {
      await settle(turn, there.attempt, { kind: 'posted', post: there.post });
      return { ok: true, draft: draft.id };
    }
    const looksEnd = unknown ? draft.updatedAt + looksTake(turn, draft.account) : now;
    if (now < looksEnd) {
      const seconds = Math.ceil((looksEnd - now) / 1000);
      const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
      return refuse(
        `Bellbird is still looking for it on ${draft.account}. Please wait ${wait}: if it is not found, you can send it again.`,
      );
    }
    const revision = await tx.revision(school.id, draft.id, draft.revision);
    if (!revision) throw new Error(`revision ${draft.revision} of draft ${draft.id} is missing`);
    const moved = await turn.move(draft, 'release', { note: null });
    if (!moved) return overtaken(turn, draft.id);
    if (unknown) {
      const open = (await tx.attempts(school.id, draft.id)).find((each) => each.outcome === null);
      if (open) {
        await tx.closeAttempt({
          ...open,
          outcome: 'not-there',
          detail: why.trim(),
          finishedAt: now,
        });
        await tx.dropJob(`reconcile:${open.id}`);
      }
    }
    await turn.record('post.released', draft.id, {
      revision: draft.revision,
      from: draft.state,
      why: why.trim(),
    });
    await schedule(turn, moved, revision);
    await turn.tell(draft.id, { tell: 'refresh' });
    return { ok: true, draft: draft.id };
  });
}
