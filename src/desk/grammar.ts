/**
 * Spelling and grammar at the desk. Reading takes a second when it starts, so nobody waits for it: a draft is
 * judged at once without, and once more when it has been read.
 */
import { createHash } from 'node:crypto';
import type { Lint } from '../policy/language/lint.ts';
import type { Policy } from '../policy/schema.ts';
import type { Grammar } from '../ports/grammar.ts';
import type { Job } from '../ports/store.ts';
import type { School } from '../school/school.ts';
import { judge, policyStamp } from './judge.ts';
import { turn } from './turn.ts';
import type { World } from './world.ts';

export type Reading = readonly Lint[] | 'failed';

export type GrammarDesk = {
  /** What was read in this text before, if it is still known. */
  known: (text: string) => readonly Lint[] | null;
  /** Reads the text, or says that it could not be read. Never rejects. */
  read: (text: string) => Promise<Reading>;
};

const MOST_KNOWN = 500;

/** Keeps readings by the hash of their text, the last few hundred of them; never the text. */
export function grammarDesk(grammar: Grammar, onFault: (why: string) => void): GrammarDesk {
  const known = new Map<string, readonly Lint[]>();
  const underWay = new Map<string, Promise<Reading>>();
  const keyOf = (text: string) => createHash('sha256').update(text).digest('base64url');
  return {
    known: (text) => known.get(keyOf(text)) ?? null,
    read: (text) => {
      const key = keyOf(text);
      const before = known.get(key);
      if (before) return Promise.resolve(before);
      const going = underWay.get(key);
      if (going) return going;
      const reading = grammar
        .lint(text)
        .then((lints): Reading => {
          // A message of the checker may repeat words of the text, and nobody is shown it.
          const kept = lints.map((lint) => ({ ...lint, message: '' }));
          if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value ?? '');
          known.set(key, kept);
          return kept;
        })
        .catch((error: unknown): Reading => {
          onFault(error instanceof Error ? error.message : String(error));
          return 'failed';
        })
        .finally(() => underWay.delete(key));
      underWay.set(key, reading);
      return reading;
    },
  };
}

/** True where the policy asks for spelling and grammar at all. */
export function wantsGrammar(policy: Policy): boolean {
  return policy.rules['standard-english'].severity !== 'off';
}

/** A job's reading of a draft's wording. */
export async function readOver(world: World, school: School, job: Job): Promise<void> {
  await readWording(world, school, job.draft, Number(job.payload.revision));
  await world.store.transaction((tx) => tx.dropJob(job.id));
}

/**
 * Reads a wording that nobody has read yet before somebody decides on it. True where reading found something
 * that the card they looked at could not show.
 */
export async function readBeforeDeciding(
  world: World,
  school: School,
  { draft, revision }: { draft: string; revision: number },
): Promise<boolean> {
  const before = await world.store.read.revision(school.id, draft, revision);
  if (!before?.verdict.pending?.length) return false;
  await readWording(world, school, draft, revision);
  const after = await world.store.read.revision(school.id, draft, revision);
  return (after?.verdict.findings.length ?? 0) > before.verdict.findings.length;
}

/** Reads a draft's wording and judges it once more; its cards are drawn anew. */
async function readWording(
  world: World,
  school: School,
  id: string,
  number: number,
): Promise<void> {
  const written = await world.store.read.revision(school.id, id, number);
  const reading = written && written.text !== '' ? await world.grammar.read(written.text) : null;
  await turn(world, { school, person: null, delivery: null }, async (turn) => {
    const { tx } = turn;
    const draft = await tx.draft(school.id, id);
    const revision = await tx.revision(school.id, id, number);
    const author = school.people.find((person) => person.id === draft?.author);
    const waits = draft?.state === 'drafted' || draft?.state === 'submitted';
    if (!waits || draft.revision !== number || !revision || !author || reading === null) {
      return { ok: true };
    }
    const verdict = await judge(turn, author, revision, reading);
    const { ticked, reasons } = revision;
    const policy = policyStamp(school);
    await tx.setStatements(school.id, draft.id, number, { ticked, reasons, verdict, policy });
    await turn.tell(draft.id, { tell: 'refresh' });
    return { ok: true };
  });
}
