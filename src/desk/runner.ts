/** Doing what is due: each job claimed by one process, those of one draft one after the other. */
import type { Job } from '../ports/store.ts';
import type { School } from '../school/school.ts';
import { tendDuty } from './duty.ts';
import { doFollow } from './follow-do.ts';
import { readOver } from './grammar.ts';
import { doRemedy } from './mention-do.ts';
import { readMentions } from './mention-read.ts';
import { publish } from './publish.ts';
import { reconcile } from './reconcile.ts';
import type { Recorded } from './record.ts';
import { remove } from './remove.ts';
import { doSentence } from './review-decide.ts';
import { readOn } from './review-read.ts';
import { expire, remind } from './waiting.ts';
import { watch } from './watch.ts';
import { PATIENCE, type World } from './world.ts';

/** Delivers a notice, and drops its job once the platform has taken it. Throws to be tried again. */
export type Deliver = (school: School, job: Job) => Promise<void>;

/** Posts that leave at once, each of another account: enough that what an outlet thinks over costs nobody else time. */
export const POSTS_AT_ONCE = 48;
/** So much else at once; and so much while posts wait for room, for they go first and still hold up nothing for good. */
const ELSE_AT_ONCE = 32;
const ELSE_BESIDE_POSTS = 8;
const BATCH = 64;
/** Jobs held in memory at most: more than this are due only of a chat that was down for long. */
const MOST_HELD = 1_000;
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 10 * 60_000;
/** After this many tries (about a week) a notice nobody can be given is dropped, with a ledger row. */
const GIVE_UP_AFTER = 1_000;

/** The pause before try n+1, in ms: doubling from 2 s to 10 minutes. */
export function pauseAfter(tries: number): number {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(tries, 20));
}

async function handle(world: World, deliver: Deliver, job: Job): Promise<void> {
  const school = world.schools.get(job.school);
  if (!school) throw new Error(`no school file for ${job.school} is loaded`);
  switch (job.kind) {
    case 'publish':
      return publish(world, school, job);
    case 'reconcile':
      return reconcile(world, school, job);
    case 'watch':
      return watch(world, school, job);
    case 'remove':
      return remove(world, school, job);
    case 'remind':
      return remind(world, school, job);
    case 'expire':
      return expire(world, school, job);
    case 'grammar':
      return readOver(world, school, job);
    case 'follow':
      return doFollow(world, school, job);
    case 'review':
      return job.payload.review === undefined
        ? doSentence(world, school, job)
        : readOn(world, school, job);
    case 'duty':
      return tendDuty(world, school, job);
    case 'mentions':
      return readMentions(world, school, job);
    case 'remedy':
      return doRemedy(world, school, job);
    case 'notice':
      return deliver(school, job);
  }
}

async function attempt(world: World, deliver: Deliver, job: Job): Promise<void> {
  try {
    await handle(world, deliver, job);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const now = world.clock.now();
    world.log.warn(
      { job: job.kind, draft: job.draft, tries: job.tries + 1, why },
      'a job will be tried again',
    );
    if (job.kind === 'notice' && job.tries >= GIVE_UP_AFTER) {
      await world.store.transaction(async (tx) => {
        await tx.dropJob(job.id);
        const subject = job.draft === '' ? job.school : job.draft;
        await tx.append({
          school: job.school,
          at: now,
          actor: 'bellbird',
          event: 'notice.given-up' satisfies Recorded,
          subject,
          detail: { why },
        });
      });
      return;
    }
    const asked = error instanceof Error && 'retryAfter' in error ? Number(error.retryAfter) : 0;
    await world.store.retryJob(job, now + Math.max(pauseAfter(job.tries), asked || 0));
  }
}

export type Runner = {
  /**
   * Starts everything that is due now and answers when to look again: epoch ms, or null when nothing waits.
   * It does not wait for what it started: an outlet that takes a minute holds up nobody else's post.
   */
  work: () => Promise<number | null>;
  /** Takes nothing more up, and resolves when nothing is under way. */
  idle: () => Promise<void>;
};

/**
 * What shares the room there is. Reading for grammar waits for a checker that may hang: it takes none, and holds
 * up neither its draft's news nor anybody else's.
 */
type Room = 'posts' | 'else' | 'reading';

function roomOf({ kind }: Job): Room {
  if (kind === 'grammar') return 'reading';
  return kind === 'publish' ? 'posts' : 'else';
}

/**
 * The line in which a job is done, one after the other. Posts of one account leave in turn; else it is what is
 * about one draft that keeps its order. Looking at what is out is about an account, and waits for nobody.
 */
function lineOf({ school, draft, kind, payload, id }: Job): string {
  if (kind === 'grammar') return `reading:${school}/${draft}`;
  if (kind === 'watch') return id;
  if (kind === 'publish' && payload.account !== undefined) return `${school}/${payload.account}`;
  return `${school}/${draft}`;
}

/**
 * Jobs of one line keep their order; different lines go side by side and take turns, a job each. A line that
 * waits for its outlet keeps no other from starting: its jobs are held here, and what is due behind them is read
 * past them.
 */
export function makeRunner(world: World, deliver: Deliver): Runner {
  const { claim } = world.patience ?? PATIENCE;
  /** What waits, and behind what is under way; the line whose turn was longest ago first. */
  const lines = new Map<string, Job[]>();
  const underWay = new Map<string, Promise<void>>();
  const taken: Record<Room, number> = { posts: 0, else: 0, reading: 0 };
  /** Ids of jobs that were read and are not done: under way, or in line behind one that is. */
  const held = new Set<string>();
  let leaving = false;

  const take = async ({ id }: Job): Promise<void> => {
    // What was read may have been replaced since: the claim gives the job as it is now.
    const job = await world.store.claimJob(id, world.clock.now(), claim);
    if (job) await attempt(world, deliver, job);
    // The default store answers without leaving the event loop: let requests in between jobs.
    await new Promise((done) => setImmediate(done));
  };

  const start = (line: string, next: Job, jobs: Job[]): void => {
    const room = roomOf(next);
    const ended = (pause: number) => {
      held.delete(next.id);
      taken[room] -= 1;
      underWay.delete(line);
      lines.delete(line);
      if (jobs.length > 0) lines.set(line, jobs);
      if (fill() || pause > 0) world.wake(world.clock.now() + pause);
    };
    const going = take(next).then(
      () => ended(0),
      (error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        world.log.error({ why }, 'due work broke off; it is looked for again');
        for (const { id } of jobs.splice(0)) held.delete(id);
        ended(FIRST_PAUSE);
      },
    );
    taken[room] += 1;
    underWay.set(line, going);
  };

  /** Starts what waits in such lines, as much as there is room for. False where more waits. */
  const fillWith = (room: Room, most: number): boolean => {
    for (const [line, jobs] of lines) {
      const [next] = jobs;
      if (next === undefined || roomOf(next) !== room || leaving || underWay.has(line)) continue;
      if (taken[room] >= most) return false;
      jobs.shift();
      start(line, next, jobs);
    }
    return true;
  };

  /** Starts what there is room for. False where posts wait for room: then there is no use in looking for more. */
  const fill = (): boolean => {
    fillWith('reading', Number.POSITIVE_INFINITY);
    const more = fillWith('posts', POSTS_AT_ONCE);
    fillWith('else', more ? ELSE_AT_ONCE : ELSE_BESIDE_POSTS);
    return more;
  };

  return {
    work: async () => {
      const now = world.clock.now();
      for (let more = fill(); more && held.size < MOST_HELD; ) {
        const due = await world.store.read.dueJobs(now, BATCH, [...held]);
        for (const job of due) {
          const line = lineOf(job);
          held.add(job.id);
          const jobs = lines.get(line);
          if (jobs) jobs.push(job);
          else lines.set(line, [job]);
        }
        more = fill() && due.length === BATCH;
      }
      return world.store.read.nextDue(now);
    },
    idle: async () => {
      leaving = true;
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
  };
}
