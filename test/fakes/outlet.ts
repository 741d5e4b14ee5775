/** The timeline on a bad day: the real outlet, with faults by script. With no fault asked for it is the real one. */
import type { Outlet, PublishOutcome } from '../../src/ports/outlet.ts';

export type Fault =
  /** The outlet says no, and why. */
  | 'refuses'
  /** The post stands; the answer never came. */
  | 'posts, and its answer is lost'
  /** Nothing stands, and nobody knows. */
  | 'loses the post'
  /** What the port says cannot happen. */
  | 'posts and throws'
  | 'throws before it posts'
  /** Answers only when `answer` is called; the post stands at once. */
  | 'posts and keeps us waiting';

export const REFUSAL = { why: 'The account is locked.', fix: 'Unlock it, then try again.' };

export function badDay() {
  const script: Fault[] = [];
  let held: (() => void)[] = [];
  let readsToFail = 0;
  let looksBehind = 0;
  let calls = 0;
  let looks = 0;

  const unreadable = () => {
    if (readsToFail === 0) return;
    readsToFail -= 1;
    throw new Error('The account could not be read.');
  };

  async function publish(outlet: Outlet, account: string, text: string): Promise<PublishOutcome> {
    calls += 1;
    const fault = script.shift();
    switch (fault) {
      case 'refuses':
        return { kind: 'refused', ...REFUSAL, concerns: 'account' };
      case 'loses the post':
        return { kind: 'unknown', why: 'The connection broke off.' };
      case 'throws before it posts':
        throw new Error('The connection broke off.');
    }
    const outcome = await outlet.publish(account, text);
    switch (fault) {
      case 'posts, and its answer is lost':
        return { kind: 'unknown', why: 'The connection broke off.' };
      case 'posts and throws':
        throw new Error('The answer could not be read.');
      case 'posts and keeps us waiting':
        await new Promise<void>((resolve) => held.push(resolve));
        return outcome;
      default:
        return outcome;
    }
  }

  return {
    /** Puts the bad day round the real outlet. */
    over: (outlet: Outlet): Outlet => ({
      ...outlet,
      newest: async (account) => {
        unreadable();
        return outlet.newest(account);
      },
      publish: (account, text) => publish(outlet, account, text),
      postsSince: async (account, since) => {
        looks += 1;
        unreadable();
        if (looksBehind === 0) return outlet.postsSince(account, since);
        looksBehind -= 1;
        return [];
      },
    }),
    /** What becomes of the next calls, one each; those after them go well. */
    next: (...faults: Fault[]) => void script.push(...faults),
    /** The next so many readings of the account fail. */
    failReads: (many: number) => {
      readsToFail = many;
    },
    /** The next so many looks at the timeline do not show new posts yet. */
    lagBehind: (many: number) => {
      looksBehind = many;
    },
    /** Lets go of every answer held back. */
    answer: () => {
      const waiting = held;
      held = [];
      for (const go of waiting) go();
    },
    /** Calls to publish so far. */
    get calls() {
      return calls;
    },
    /** Looks at the timeline so far. */
    get looks() {
      return looks;
    },
  };
}

export type BadDay = ReturnType<typeof badDay>;
