/** The timeline on a bad day: the real outlet, with faults by script. With no fault asked for it is the real one. */
import type { Outlet, OutletPost, PublishOutcome, RemovalOutcome } from '../../src/ports/outlet.ts';

export type Fault =
  /** The outlet says no, and why. */
  | 'refuses'
  /** The outlet names the moment given with `openAt`. */
  | 'says later'
  /** The outlet says that it has these very words already. */
  | 'says it has these words'
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

export const DUPLICATE = { why: 'These words stand there already.', fix: 'Change a word.' };
export const LATER = 'It takes no more posts for a while.';

export function badDay() {
  const script: Fault[] = [];
  let held: (() => void)[] = [];
  let readsToFail = 0;
  let looksBehind = 0;
  let calls = 0;
  let looks = 0;
  let opensAt = 0;
  let removalsToFail = 0;
  let removals = 0;
  /** Edits that somebody made on the outlet itself: the first id of a post, and the version that readers see. */
  const edits = new Map<string, { id: string; text: string }>();

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
      case 'says later':
        return { kind: 'later', why: LATER, at: opensAt };
      case 'says it has these words':
        return { kind: 'refused', ...DUPLICATE, concerns: 'duplicate' };
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

  async function look(outlet: Outlet, account: string, ids: readonly string[]) {
    unreadable();
    const first = (id: string) => [...edits].find(([, edit]) => edit.id === id)?.[0] ?? id;
    const stand = await outlet.look(account, ids.map(first));
    const seen = new Map<string, OutletPost | null>();
    for (const id of ids) {
      const post = stand.get(first(id)) ?? null;
      const edit = edits.get(first(id));
      const newest = edit !== undefined && id === edit.id;
      const editedTo = edit === undefined || newest ? {} : { editedTo: edit.id };
      seen.set(id, post && { ...post, ...(newest ? edit : {}), ...editedTo });
    }
    return seen;
  }

  async function remove(outlet: Outlet, account: string, id: string): Promise<RemovalOutcome> {
    removals += 1;
    if (removalsToFail === 0) return outlet.remove(account, id);
    removalsToFail -= 1;
    return { kind: 'unknown', why: 'The connection broke off.' };
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
      look: (account, ids) => look(outlet, account, ids),
      remove: (account, id) => remove(outlet, account, id),
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
    /** The moment that `says later` names, epoch ms. */
    openAt: (at: number) => {
      opensAt = at;
    },
    /** Somebody edits a post on the outlet itself. */
    edit: (id: string, to: { id: string; text: string }) => void edits.set(id, to),
    /** The next so many removals are of unknown fate, and remove nothing. */
    failRemovals: (many: number) => {
      removalsToFail = many;
    },
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
    /** Calls to remove so far. */
    get removals() {
      return removals;
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
