/**
 * The evidence of what was escalated: every mention as it was read, what was decided about it, and the rows of the
 * ledger that speak of it. It is drawn anew from the store each time; nothing of it lies about in files.
 */
import type { LedgerEntry } from '../ledger.ts';
import { clauseInForce, versionInForce } from '../policy/coverage.ts';
import type { KeptMention } from '../ports/mentions.ts';
import type { Reader } from '../ports/store.ts';
import type { School } from '../school/school.ts';

const PAGE = 1_000;

export type Evidence = {
  school: Pick<School, 'name' | 'timezone' | 'office' | 'authority'>;
  account: string;
  /** Policy title and version, and its clauses on what is inappropriate. */
  policy: string;
  clauses: readonly { id: string; says: string }[];
  names: Readonly<Record<string, string>>;
  /** Oldest first. */
  mentions: readonly KeptMention[];
  /** Rows of the ledger that name one of them, in their order. */
  rows: readonly LedgerEntry[];
  /** Epoch ms. */
  drawnAt: number;
};

const speaksOf = (numbers: ReadonlySet<number>, account: string) => (entry: LedgerEntry) => {
  const { detail } = entry;
  return (
    detail.account === account &&
    Array.isArray(detail.mentions) &&
    detail.mentions.some((each) => numbers.has(Number(each)))
  );
};

async function rowsOf(
  read: Reader,
  school: string,
  speaks: (entry: LedgerEntry) => boolean,
): Promise<LedgerEntry[]> {
  const rows: LedgerEntry[] = [];
  for (let after = 0; ; ) {
    const page = await read.ledger(school, after, PAGE);
    rows.push(...page.filter(speaks));
    const last = page.at(-1);
    if (!last || page.length < PAGE) return rows;
    after = last.seq;
  }
}

/** The evidence of a pack, by the id it was given at the decision; null where there is none. */
export async function evidenceOf(
  read: Reader,
  school: School,
  pack: string,
  now: number,
): Promise<Evidence | null> {
  const mentions = await read.mentionsInPack(school.id, pack);
  const [first] = mentions;
  if (!first) return null;
  const { policy } = school;
  const { means, remedies } = policy.inappropriate ?? {};
  const ids = [...(means?.clauses ?? []), ...(remedies?.clauses ?? [])];
  const numbers = new Set(mentions.map(({ number }) => number));
  return {
    school,
    account: first.account,
    policy: `${policy.title}, version ${versionInForce(policy)}`,
    clauses: policy.clauses
      .filter(({ id }) => ids.includes(id))
      .map((clause) => ({ id: clause.id, says: clauseInForce(policy, clause) })),
    names: Object.fromEntries(school.people.map(({ id, name }) => [id, name])),
    mentions,
    rows: await rowsOf(read, school.id, speaksOf(numbers, first.account)),
    drawnAt: now,
  };
}
