/**
 * Spelling and grammar by Harper, in a worker of its own: started on first need, one text at a time,
 * gone after ten idle minutes. A worker that dies or hangs takes only the text it had in hand with it; two of
 * them running, and for a few minutes no more are started.
 */
import { Worker } from 'node:worker_threads';
import type { Grammar, Lint } from '../../src/ports/grammar.ts';
import type { Told } from './messages.ts';

export type HarperOptions = {
  /** The worker's file; another may be given for a test. */
  script?: URL;
  /** Ms without a text after which the worker ends. */
  idle?: number;
  /** Ms a text may take once the worker has it. */
  limit?: number;
  /** Ms the worker may take to be ready. */
  start?: number;
  /** Ms without a worker after two running were lost; 0 never pauses. */
  pause?: number;
};

/** Issue: a worker that takes more than 5 s over a text is taken to hang. */
const LIMIT = 5_000;
/** Set-up is one to three seconds; a machine that is busy starting takes longer. */
const START = 20_000;
const IDLE = 10 * 60_000;
const PAUSE = 5 * 60_000;
/** So many workers lost, and no text read in between, are no accident. */
const LOST_RUNNING = 2;
const SCRIPT = new URL('./harper-worker.ts', import.meta.url);

type Asked = { text: string; done: (lints: Lint[]) => void; failed: (why: Error) => void };
type Live = { worker: Worker; ready: boolean };

const fault = (why: string) => new Error(`Spelling and grammar could not be checked: ${why}`);
const PAUSED =
  'the checker stopped answering, and rests for a few minutes. Read the text for it yourself.';
const CLOSED = 'the checker was closed. Start Bellbird again to check more.';
const seconds = (ms: number) => `${Math.max(1, Math.round(ms / 1000))} s`;

/** The checker. Nothing runs before its first `lint`. It keeps no process alive unless a text waits. */
export function harperGrammar({
  script = SCRIPT,
  idle = IDLE,
  limit = LIMIT,
  start = START,
  pause = PAUSE,
}: HarperOptions = {}): Grammar {
  const waiting: Asked[] = [];
  let inHand: Asked | null = null;
  let live: Live | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let count = 0;
  let lost = 0;
  let restsUntil = Number.NEGATIVE_INFINITY;

  const paused = () => performance.now() < restsUntil;

  function within(ms: number, then: () => void): void {
    clearTimeout(timer);
    timer = setTimeout(then, ms);
  }

  /**
   * The worker is given up; what it had in hand fails, and the rest waits for its successor. Where that is the
   * second running, nothing waits: a checker that hangs on everything would keep the machine busy for nothing.
   */
  function giveUp(gone: Live, why: string): void {
    if (live !== gone) return;
    live = null;
    clearTimeout(timer);
    void gone.worker.terminate();
    const asked = inHand ?? waiting.shift();
    inHand = null;
    if (asked) lost += 1;
    if (pause > 0 && lost >= LOST_RUNNING) restsUntil = performance.now() + pause;
    asked?.failed(fault(why));
    if (paused()) for (const each of waiting.splice(0)) each.failed(fault(PAUSED));
    next();
  }

  function heard(from: Live, told: Told): void {
    if (live !== from) return;
    if ('ready' in told) {
      from.ready = true;
      next();
      return;
    }
    if (inHand === null || told.id !== count) return;
    // It answered, whatever it says: it does not hang.
    lost = 0;
    if ('fault' in told) {
      // Harper is left in pieces by a text it broke on, and would answer no other.
      giveUp(from, `${told.fault}. Read the text for it yourself.`);
      return;
    }
    const asked = inHand;
    inHand = null;
    asked.done(told.lints);
    next();
  }

  function begin(): void {
    // No environment: a checker of words has no business with the school's keys.
    const worker = new Worker(script, { env: {}, name: 'grammar' });
    const made: Live = { worker, ready: false };
    live = made;
    worker.on('message', (told: Told) => heard(made, told));
    worker.on('error', (error) =>
      giveUp(
        made,
        `the checker stopped (${error instanceof Error ? error.message : error}). It is started anew when next needed.`,
      ),
    );
    worker.on('exit', () =>
      giveUp(made, 'the checker stopped. It is started anew when next needed.'),
    );
    within(start, () =>
      giveUp(
        made,
        `the checker was not ready within ${seconds(start)}. It is started anew when next needed.`,
      ),
    );
  }

  function rest(idler: Live): void {
    idler.worker.unref();
    within(idle, () => {
      if (live !== idler) return;
      live = null;
      void idler.worker.terminate();
    });
    timer?.unref();
  }

  function next(): void {
    if (inHand !== null) return;
    if (waiting.length === 0) {
      if (live?.ready) rest(live);
      return;
    }
    if (live === null) {
      begin();
      return;
    }
    const at = live;
    at.worker.ref();
    if (!at.ready) return;
    const asked = waiting.shift();
    if (asked === undefined) return;
    inHand = asked;
    count += 1;
    within(limit, () =>
      giveUp(
        at,
        `it took longer than ${seconds(limit)}. The checker is started anew when next needed.`,
      ),
    );
    at.worker.postMessage({ id: count, text: asked.text });
  }

  return {
    lint: (text) =>
      new Promise((done, failed) => {
        if (closed) return failed(fault(CLOSED));
        if (paused()) return failed(fault(PAUSED));
        waiting.push({ text, done, failed });
        next();
      }),
    paused,
    close: async () => {
      closed = true;
      clearTimeout(timer);
      const ended = live;
      live = null;
      const left = [...(inHand ? [inHand] : []), ...waiting.splice(0)];
      inHand = null;
      for (const asked of left) asked.failed(fault(CLOSED));
      await ended?.worker.terminate();
    },
  };
}
