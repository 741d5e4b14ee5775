/**
 * A turn: one use case in one transaction, with the desk locked. The change of state, its ledger row, the
 * notices and the answer to the delivery are written together or not at all.
 */
import { randomBytes } from 'node:crypto';
import type { Subject } from '../ports/standing.ts';
import type { Desk, Job, JobKind, Tx } from '../ports/store.ts';
import type { Draft } from '../post/draft.ts';
import { next, type Step } from '../post/lifecycle.ts';
import type { Person } from '../school/people.ts';
import { whoDecides } from '../school/rights.ts';
import type { School } from '../school/school.ts';
import type { Recorded } from './record.ts';
import { type Refusal, type Result, refuse, type World } from './world.ts';

/** Who asks, from where. */
export type Call = {
  school: School;
  person: Person;
  chat: string;
  /** The platform's id of this delivery; null for Bellbird's own work. */
  delivery: string | null;
  /** The card that was touched, and where a new card in answer will stand; null where it cannot be updated. */
  touched: string | null;
  ref: string | null;
};

/** Something to tell people. It is a job of the outbox, delivered at least once under the same key. */
export type Telling =
  /** Puts the draft's card in the SLT channel. */
  | { tell: 'ask' }
  /** Draws every standing copy of the draft's cards anew. */
  | { tell: 'refresh' }
  /** Gives the author one lasting card to follow the draft by, where a chat has none of it yet. */
  | { tell: 'follow' }
  | { tell: 'author' | 'slt'; title: string; text: string; link?: string }
  | { tell: 'person'; person: string; title: string; text: string; link?: string }
  /** Puts the card of something other than a draft in the SLT channel, or before one person. */
  | { tell: 'put'; subject: Subject; person?: string }
  /** Draws every standing card of it anew. */
  | { tell: 'redraw'; subject: Subject };

export type Turn = {
  world: World;
  school: School;
  tx: Tx;
  desk: Desk;
  /** Epoch ms; the same through the whole turn. */
  now: number;
  record: (event: Recorded, subject: string, detail?: Record<string, unknown>) => Promise<void>;
  plan: (job: Omit<Job, 'school' | 'tries' | 'id'> & { id?: string }) => Promise<void>;
  tell: (draft: string, ...tellings: Telling[]) => Promise<void>;
  /** Done once the transaction stands, and not at all where it does not. */
  afterwards: (what: () => void) => void;
  /**
   * Moves a draft by the table of states. False when the table does not allow the step, or when somebody
   * else has moved the draft or written a newer revision since it was read.
   */
  move: (draft: Draft, step: Step, change?: Partial<Draft>) => Promise<Draft | null>;
};

export function newId(): string {
  return randomBytes(12).toString('base64url');
}

const NOBODY_ELSE = 'bellbird';

/** Undoes a turn that ends in a refusal. */
class Refused extends Error {
  answer: Refusal;
  constructor(answer: Refusal) {
    super('refused: nothing of this turn is kept');
    this.answer = answer;
  }
}

/**
 * Runs a use case. A delivery seen before is not acted on again: it gets the answer it had. A refusal
 * leaves nothing behind.
 */
export async function turn<T extends object>(
  world: World,
  call: { school: School; person: Person | null; delivery: string | null },
  work: (turn: Turn) => Promise<Result<T>>,
): Promise<Result<T>> {
  const planned: number[] = [];
  const after: (() => void)[] = [];
  try {
    const done = await world.store.transaction(async (tx) => {
      const { school, delivery } = call;
      planned.length = 0;
      after.length = 0;
      const desk = await tx.lockDesk(school.id);
      if (delivery !== null) {
        const answered = await tx.delivery(school.id, delivery);
        if (answered !== null) return JSON.parse(answered) as Result<T>;
      }
      const now = world.clock.now();
      const actor = call.person?.id ?? NOBODY_ELSE;
      const plan: Turn['plan'] = async (job) => {
        if (job.dueAt !== null) planned.push(job.dueAt);
        await tx.putJob({ ...job, id: job.id ?? newId(), school: school.id, tries: 0 });
      };
      const result = await work({
        world,
        school,
        tx,
        desk,
        now,
        plan,
        afterwards: (what) => void after.push(what),
        record: async (event, subject, detail = {}) => {
          await tx.append({ school: school.id, at: now, actor, event, subject, detail });
        },
        tell: async (draft, ...tellings) => {
          for (const telling of tellings) {
            for (const chat of world.chatsOf(school.id)) {
              const payload = { ...telling, chat };
              await plan({ kind: 'notice' as JobKind, draft, payload, dueAt: now });
            }
          }
        },
        move: async (draft, step, change = {}) => {
          const state = next(draft.state, step);
          if (state === null) return null;
          const moved = { ...draft, ...change, state, updatedAt: now };
          const expected = { state: draft.state, revision: draft.revision };
          return (await tx.moveDraft(moved, expected)) ? moved : null;
        },
      });
      if (!result.ok) throw new Refused(result);
      if (delivery !== null) {
        await tx.addDelivery(school.id, delivery, JSON.stringify(result), now);
      }
      return result;
    });
    for (const what of after) what();
    if (planned.length > 0) world.wake(Math.min(...planned));
    return done;
  } catch (error) {
    // Any other fault goes before a refusal: what it was refused by may itself not have been kept.
    if (error instanceof Refused) return error.answer;
    throw error;
  }
}

/** What to say where somebody else was first, or the table of states does not allow it. */
export async function overtaken(turn: Turn, draft: string): Promise<Refusal> {
  const now = await turn.tx.draft(turn.school.id, draft);
  return refuse(
    now === null
      ? 'This post is not on our desk any more.'
      : `${stateInWords(now, turn.school)} The card now shows how it stands.`,
  );
}

/** One sentence on where a draft stands, for somebody who came too late. */
export function stateInWords(draft: Draft, school: School): string {
  const who = whoDecides(school);
  const Who = who.charAt(0).toUpperCase() + who.slice(1);
  switch (draft.state) {
    case 'drafted':
      return `This post is with its author, who has not sent it to ${who} yet.`;
    case 'submitted':
      return `This post is with ${who} and waits for a decision.`;
    case 'changes-asked':
      return `${Who} has asked for changes to this post.`;
    case 'approved':
      return 'This post is approved and waits for a slot.';
    case 'scheduled':
      return 'This post is approved and waits for its slot.';
    case 'publishing':
      return 'This post is going out right now.';
    case 'published':
      return 'This post is out already.';
    case 'refused':
      return 'The outlet did not take this post.';
    case 'unconfirmed':
      return 'It is not certain yet whether this post went out.';
    case 'declined':
      return `${Who} has declined this post.`;
    case 'withdrawn':
      return 'This post was withdrawn.';
    case 'removed':
      return 'This post was taken down.';
    case 'expired':
      return 'Nobody decided on this post in time, so it expired.';
  }
}
