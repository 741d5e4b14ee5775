/**
 * Spelling and grammar at the desk. Reading takes a second when it starts, and a checker can hang, so nobody
 * waits for it but for a moment: a draft is judged at once without, and once more when it has been read.
 */
import { createHash } from 'node:crypto';
import { newsIn } from '../policy/check.ts';
import type { Lint } from '../policy/language/lint.ts';
import type { Finding } from '../policy/rule.ts';
import type { Policy } from '../policy/schema.ts';
import type { Grammar } from '../ports/grammar.ts';
import type { Job } from '../ports/store.ts';
import type { Revision } from '../post/revision.ts';
import type { School } from '../school/school.ts';
import { judge, policyStamp } from './judge.ts';
import { recordRead } from './read.ts';
import { turn } from './turn.ts';
import { within } from './within.ts';
import { PATIENCE, type World } from './world.ts';

/** What was read in a text; `failed` where it could not be, `paused` where the checker takes no texts now. */
export type Reading = readonly Lint[] | 'failed' | 'paused';

export type GrammarDesk = {
  /** What is known of the text without waiting: what was read in it before, or that nothing is read now. */
  known: (text: string) => readonly Lint[] | 'paused' | null;
  /** Reads the text, or says why not. Never rejects. Once closed it gives `closed`, and reads nothing. */
  read: (text: string) => Promise<Reading | 'closed'>;
  /** Ends the checker, whatever it is at. */
  close: () => Promise<void>;
};

const MOST_KNOWN = 500;

/** Keeps readings by the hash of their text, the last few hundred of them; never the text. */
export function grammarDesk(grammar: Grammar, onFault: (why: string) => void): GrammarDesk {
  const kept = new Map<string, readonly Lint[]>();
  const underWay = new Map<string, Promise<Reading | 'closed'>>();
  let closed = false;
  const keyOf = (text: string) => createHash('sha256').update(text).digest('base64url');
  const known = (key: string) => kept.get(key) ?? (grammar.paused?.() ? 'paused' : null);
  return {
    known: (text) => known(keyOf(text)),
    read: (text) => {
      const key = keyOf(text);
      const before = known(key);
      if (before) return Promise.resolve(before);
      const going = underWay.get(key);
      if (going) return going;
      const reading = grammar
        .lint(text)
        .then((lints): Reading => {
          // A message of the checker may repeat words of the text, and nobody is shown it.
          const read = lints.map((lint) => ({ ...lint, message: '' }));
          if (kept.size >= MOST_KNOWN) kept.delete(kept.keys().next().value ?? '');
          kept.set(key, read);
          return read;
        })
        .catch((error: unknown): Reading | 'closed' => {
          if (closed) return 'closed';
          onFault(error instanceof Error ? error.message : String(error));
          return grammar.paused?.() ? 'paused' : 'failed';
        })
        .finally(() => underWay.delete(key));
      underWay.set(key, reading);
      return reading;
    },
    close: () => {
      closed = true;
      return grammar.close();
    },
  };
}

/** True where the policy asks for spelling and grammar at all. */
export function wantsGrammar(policy: Policy): boolean {
  return policy.rules['standard-english'].severity !== 'off';
}

/** True where all that this policy asks was looked at when the wording was judged last. */
export function isRead(school: School, { verdict, policy }: Revision): boolean {
  return (verdict.pending ?? []).length === 0 && policy === policyStamp(school);
}

/**
 * The reading of a wording that somebody wants to send or let out now. Null where nothing waits for one; where
 * it takes longer than the patience (ms) it has failed, as far as they are concerned, and goes on behind them.
 */
export async function readInTime(
  world: World,
  school: School,
  revision: Revision,
): Promise<Reading | null> {
  if (!wantsGrammar(school.policy) || revision.text === '' || isRead(school, revision)) return null;
  const { reading } = world.patience ?? PATIENCE;
  const read = await within(reading, world.grammar.read(revision.text));
  return read === null || read === 'closed' ? 'failed' : read;
}

/** A job's reading of a draft's wording. Where Bellbird stops meanwhile the job stays, for the next start. */
export async function readOver(world: World, school: School, job: Job): Promise<void> {
  const number = Number(job.payload.revision);
  const written = await world.store.read.revision(school.id, job.draft, number);
  if (written && written.text !== '') {
    const reading = await world.grammar.read(written.text);
    if (reading === 'closed') return;
    await judgeRead(world, school, written, reading);
  }
  await world.store.transaction((tx) => tx.dropJob(job.id));
}

/**
 * Reads a wording that nobody has read yet before somebody decides on it. Gives a finding that the card they
 * looked at could not show; null where there is none.
 */
export async function readBeforeDeciding(
  world: World,
  school: School,
  place: { draft: string; revision: number },
): Promise<Finding | null> {
  const before = await world.store.read.revision(school.id, place.draft, place.revision);
  if (!before?.verdict.pending?.length) return null;
  const reading = await readInTime(world, school, before);
  if (reading === null) return null;
  await judgeRead(world, school, before, reading);
  const after = await world.store.read.revision(school.id, place.draft, place.revision);
  return after ? newsIn(after.verdict, before.verdict) : null;
}

/** Judges a wording once more with what was read in it; its cards are drawn anew. */
async function judgeRead(
  world: World,
  school: School,
  written: Revision,
  reading: Reading,
): Promise<void> {
  const { draft: id, number } = written;
  await turn(world, { school, person: null, delivery: null }, async (turn) => {
    const { tx } = turn;
    const draft = await tx.draft(school.id, id);
    const revision = await tx.revision(school.id, id, number);
    const author = school.people.find((person) => person.id === draft?.author);
    const waits = draft?.state === 'drafted' || draft?.state === 'submitted';
    if (!waits || draft.revision !== number || !revision || !author) return { ok: true };
    const verdict = await judge(turn, author, revision, reading);
    const { ticked, reasons } = revision;
    const policy = policyStamp(school);
    await tx.setStatements(school.id, draft.id, number, { ticked, reasons, verdict, policy });
    await recordRead(turn, revision, verdict);
    await turn.tell(draft.id, { tell: 'refresh' });
    return { ok: true };
  });
}
