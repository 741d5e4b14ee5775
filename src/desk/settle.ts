/**
 * What becomes of a draft by what is known of its attempt. Each attempt is closed by compare-and-set, so an
 * answer that comes late, or to two processes, counts once.
 */
import type { OutletPost, PublishOutcome, Refused } from '../ports/outlet.ts';
import type { Attempt } from '../post/attempt.ts';
import type { Draft } from '../post/draft.ts';
import { wordsForMoment } from '../school/moments.ts';
import type { Person } from '../school/people.ts';
import { whoDecides } from '../school/rights.ts';
import type { School } from '../school/school.ts';
import { outletOf } from './outlet-of.ts';
import { schedule, slotFor } from './schedule.ts';
import { stop } from './stop.ts';
import { type Turn, turn } from './turn.ts';
import { beginWatch } from './watch-plan.ts';
import type { World } from './world.ts';

/** Where a post was put off and that did not help, the next wait is twice as long, up to this (ms): X's own window. */
const LONGEST_WAIT = 15 * 60_000;
/** A post that could go out only so much later (ms) than it was first tried may have lost its meaning: a person is asked. */
const TOO_LATE = 6 * 3_600_000;
/** And is not tried again sooner than this (ms), whatever the outlet says. */
const LEAST_WAIT = 1_000;
/** Of an account that takes nothing for the same reason, those who decide hear once in so long (ms). */
const TELL_AGAIN = 86_400_000;

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

/** The part of `conclude` that runs inside a turn. */
export async function settle(turn: Turn, attempt: Attempt, outcome: PublishOutcome): Promise<void> {
  const { school, tx } = turn;
  const known = await tx.attempts(school.id, attempt.draft);
  const mine = known.find((each) => each.id === attempt.id);
  if (outcome.kind === 'posted' && mine?.outcome === 'not-there') {
    return afterAll(turn, attempt, outcome.post.url);
  }
  const draft = await tx.draft(school.id, attempt.draft);
  if (!draft || (draft.state !== 'publishing' && draft.state !== 'unconfirmed')) return;
  switch (outcome.kind) {
    case 'posted':
      return out(turn, draft, attempt, outcome.post);
    case 'refused':
      // These words may stand there by the first try, of which nobody knows: then nothing is certain of it still.
      if (outcome.concerns === 'duplicate' && firstUnknown(known, attempt).id !== attempt.id) {
        return lost(
          turn,
          draft,
          attempt,
          `${attempt.account} says that it has these words already.`,
        );
      }
      return refused(turn, draft, attempt, outcome);
    case 'later':
      return putOff(turn, draft, attempt, { ...outcome, tries: inARow(known, attempt) });
    case 'unknown':
      return lost(turn, draft, attempt, outcome.why);
  }
}

/** The attempts that were put off without anything else between, up to this one. */
function inARow(known: readonly Attempt[], attempt: Attempt): readonly Attempt[] {
  const other = known.findLastIndex(({ id, outcome }) => outcome !== 'later' && id !== attempt.id);
  return known.slice(other + 1);
}

/**
 * The first attempt at the same words that may have made a post: reading back starts where it started. It is
 * the attempt itself where none before it is in doubt.
 */
export function firstUnknown(attempts: readonly Attempt[], attempt: Attempt): Attempt {
  const inDoubt = (each: Attempt) => each.outcome === null || each.outcome === 'not-there';
  const { draft, hash } = attempt;
  return (
    attempts.find((each) => each.draft === draft && each.hash === hash && inDoubt(each)) ?? attempt
  );
}

/** Where its fate is still open, the attempt is closed; false where somebody has closed it already. */
async function closed(
  { tx, now }: Turn,
  attempt: Attempt,
  as: Pick<Attempt, 'outcome' | 'detail'> & { url?: string },
): Promise<boolean> {
  if (!(await tx.closeAttempt({ ...attempt, ...as, finishedAt: now }))) return false;
  await tx.dropJob(`reconcile:${attempt.id}`);
  return true;
}

async function out(turn: Turn, draft: Draft, attempt: Attempt, post: OutletPost): Promise<void> {
  const { school, tx } = turn;
  const { url } = post;
  if (!(await closed(turn, attempt, { outcome: 'posted', url, detail: 'It is out.' }))) return;
  await turn.move(draft, 'publish', { url, publishedAt: post.at, note: null });
  await beginWatch(turn, attempt, post);
  await tx.setTrouble(school.id, attempt.account, null);
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
}

async function refused(
  turn: Turn,
  draft: Draft,
  attempt: Attempt,
  outcome: Pick<Refused, 'why' | 'fix'> & { concerns: Refused['concerns'] | 'moment' },
): Promise<void> {
  const note = `${outcome.why} ${outcome.fix}`;
  if (!(await closed(turn, attempt, { outcome: 'refused', detail: note }))) return;
  await turn.move(draft, 'refuse', { note });
  const { why, concerns } = outcome;
  await turn.record('post.refused', draft.id, { attempt: attempt.id, why, concerns });
  const who = whoDecides(turn.school);
  const text = concerns === 'account' ? `${note} We have told ${who} as well.` : note;
  await turn.tell(
    draft.id,
    { tell: 'refresh' },
    { tell: 'author', title: 'Your post did not go out', text },
  );
  if (concerns === 'account') await tellTrouble(turn, attempt.account, outcome);
}

/** Those who decide hear of an account that takes nothing: at once, and once, however many posts meet the same. */
async function tellTrouble(
  turn: Turn,
  account: string,
  { why, fix }: Pick<Refused, 'why' | 'fix'>,
): Promise<void> {
  const { school, tx, now } = turn;
  const known = await tx.trouble(school.id, account);
  if (known?.why === why && now - known.at < TELL_AGAIN) return;
  await tx.setTrouble(school.id, account, { why, at: now });
  await turn.record('account.trouble', account, { why });
  await turn.tell('', {
    tell: 'slt',
    title: `Nothing goes out on ${account} just now`,
    text: `${why} ${fix} Posts that were not taken keep their approval: press Try again on their cards once this is put right.`,
  });
}

type Later = Extract<PublishOutcome, { kind: 'later' }> & { tries: readonly Attempt[] };

/** Surely not posted, and nothing is wrong: it waits, within our posting hours, for as long as it still means what it says. */
async function putOff(turn: Turn, draft: Draft, attempt: Attempt, later: Later): Promise<void> {
  const { school, tx, now } = turn;
  const { why, at, tries } = later;
  const revision = await tx.revision(school.id, draft.id, draft.revision);
  if (!revision) throw new Error(`revision ${draft.revision} of draft ${draft.id} is missing`);
  const until = now + waitFor(at - now, tries.length);
  const first = tries[0]?.startedAt ?? attempt.startedAt;
  const slot = slotFor(school, { ...revision, wanted: until }, now);
  if (slot !== null && slot - first > TOO_LATE) {
    return tooLate(turn, draft, attempt, { why, first, slot, tries: tries.length });
  }
  if (!(await closed(turn, attempt, { outcome: 'later', detail: why }))) return;
  const moved = await turn.move(draft, 'put-off', { note: why });
  if (!moved) throw new Error(`draft ${draft.id} could not be put off from ${draft.state}`);
  await turn.record('post.put-off', draft.id, { attempt: attempt.id, why, until });
  await schedule(turn, moved, { ...revision, wanted: until });
  await turn.tell(draft.id, { tell: 'refresh' });
}

/** How long to wait (ms) before the next try, of so many in a row: as the outlet says, and longer each time that was too soon. */
function waitFor(asked: number, tries: number): number {
  const least = Math.max(asked, LEAST_WAIT);
  return Math.max(least, Math.min(least * 2 ** (tries - 1), LONGEST_WAIT));
}

/** Its words may be about a moment that will have passed: whoever knows that decides. */
async function tooLate(
  turn: Turn,
  draft: Draft,
  attempt: Attempt,
  { why, first, slot, tries }: { why: string; first: number; slot: number; tries: number },
): Promise<void> {
  const { now, school } = turn;
  const [due, next] = [first, slot].map((at) => wordsForMoment(at, now, school.timezone));
  const fix = `It was to go out ${due}, and could now go out ${next} at the earliest. Where it still should, press Try again.`;
  await refused(turn, draft, attempt, { why, fix, concerns: 'moment' });
  if (tries === 1) return;
  await tellTrouble(turn, attempt.account, { why, fix: `Bellbird has tried since ${due}.` });
}

/** Whether it went out is not known: Bellbird looks for it, and sends nothing. */
async function lost(turn: Turn, draft: Draft, attempt: Attempt, why: string): Promise<void> {
  const moved = await turn.move(draft, 'lose-sight', { note: why });
  if (!moved) return;
  const [first = 0] = outletOf(turn.world, turn.school, attempt.account).readBackAfter;
  await turn.record('post.unconfirmed', draft.id, { attempt: attempt.id, why });
  await turn.plan({
    id: `reconcile:${attempt.id}`,
    kind: 'reconcile',
    draft: draft.id,
    payload: { attempt: attempt.id, look: 0 },
    dueAt: turn.now + first,
  });
  await turn.tell(draft.id, { tell: 'refresh' });
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
