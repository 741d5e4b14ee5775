/** Doing what is due: each job claimed by one process, those of one draft one after the other. */
import type { Job } from '../ports/store.ts';
import type { School } from '../school/school.ts';
import { readOver } from './grammar.ts';
import { publish } from './publish.ts';
import { reconcile } from './reconcile.ts';
import type { Recorded } from './record.ts';
import { remove } from './remove.ts';
import { expire, remind } from './waiting.ts';
import { watch } from './watch.ts';
import { PATIENCE, type World } from './world.ts';

/** Delivers a notice, and drops its job once the platform has taken it. Throws to be tried again. */
export type Deliver = (school: School, job: Job) => Promise<void>;

const AT_ONCE = 32;
const BATCH = 64;
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
  /** Resolves when nothing is under way. */
  idle: () => Promise<void>;
};

/** Reading for grammar waits for a checker that may hang: it holds up neither its draft's news nor anybody else's. */
const lineOf = ({ school, draft, kind }: Job) =>
  kind === 'grammar' ? `${READING}${school}/${draft}` : `${school}/${draft}`;
const READING = 'reading:';

/** Jobs of one draft keep their order; different drafts go side by side, a few at once. */
export function makeRunner(world: World, deliver: Deliver): Runner {
  const { claim } = world.patience ?? PATIENCE;
  const underWay = new Map<string, Promise<void>>();

  const inOrder = async (jobs: readonly Job[]): Promise<void> => {
    for (const job of jobs) {
      if (!(await world.store.claimJob(job.id, world.clock.now(), claim))) continue;
      await attempt(world, deliver, job);
      // The default store answers without leaving the event loop: let requests in between jobs.
      await new Promise((done) => setImmediate(done));
    }
  };

  const start = (line: string, jobs: readonly Job[]): void => {
    const ended = (pause: number) => {
      underWay.delete(line);
      world.wake(world.clock.now() + pause);
    };
    const going = inOrder(jobs).then(
      () => ended(0),
      (error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        world.log.error({ why }, 'due work broke off; it is looked for again');
        ended(FIRST_PAUSE);
      },
    );
    underWay.set(line, going);
  };

  return {
    work: async () => {
      const now = world.clock.now();
      const lines = new Map<string, Job[]>();
      for (const job of await world.store.read.dueJobs(now, BATCH)) {
        const line = lineOf(job);
        lines.set(line, [...(lines.get(line) ?? []), job]);
      }
      for (const [line, jobs] of lines) {
        const busy = [...underWay.keys()].filter((each) => !each.startsWith(READING));
        if (busy.length >= AT_ONCE) break;
        if (!underWay.has(line)) start(line, jobs);
      }
      return world.store.read.nextDue(now);
    },
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
  };
}
