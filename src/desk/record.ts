/** The record in short: how much of the policy is held, and the ledger's last lines as sentences. */
import type { LedgerEntry } from '../ledger.ts';
import { coverage } from '../policy/coverage.ts';
import type { School } from '../school/school.ts';
import type { World } from './world.ts';

const LINES = 5;

/** What the head reads of an event; an event that is not here is shown by its name. */
const SAID: Readonly<Record<string, string>> = {
  'account.approved': 'approved the account',
  'agreement.countersigned': 'countersigned the agreement of',
  'agreement.signed': 'signed the agreement',
  'approval.voided': 'has to ask anew for',
  'approval.reminded': 'reminded those who decide of',
  'desk.paused': 'paused posting',
  'desk.resumed': 'resumed posting',
  'draft.accepted': 'accepted the new wording of',
  'draft.amended': 'changed the wording of',
  'draft.approved': 'approved',
  'draft.changes-asked': 'asked for changes to',
  'draft.declined': 'declined',
  'draft.expired': 'let expire, undecided,',
  'draft.reworded': 'wrote a new wording of',
  'draft.scheduled': 'set the time of',
  'draft.stopped': 'stopped',
  'draft.without-slot': 'found no slot for',
  'draft.submitted': 'sent on',
  'draft.withdrawn': 'took back',
  'draft.written': 'wrote',
  'post.attempted': 'began to publish',
  'post.not-found': 'did not find on the account',
  'post.late': 'held back, too late for its time,',
  'post.released': 'let go once more',
  'post.published': 'published',
  'post.refused': 'could not publish',
  'post.unconfirmed': 'is not sure of',
  'notice.given-up': 'could not tell of',
  'roll.imported': 'read in the roll',
  'school.reload-refused': 'refused a school file with faults',
  'school.reloaded': 'read the school file again',
};

/** An entry as a sentence: who did what to which post. Never more of it than that. */
async function lineOf(world: World, school: School, entry: LedgerEntry): Promise<string> {
  const who = school.people.find((each) => each.id === entry.actor)?.name ?? 'Bellbird';
  const did = SAID[entry.event] ?? entry.event.replace(/[.-]/g, ' ');
  const whom = school.people.find((each) => each.id === entry.subject)?.name;
  const draft = /^(draft|post|approval)\./.test(entry.event)
    ? await world.store.read.draft(school.id, entry.subject)
    : null;
  const what = draft ? ` post ${draft.number}` : whom ? ` ${whom}` : '';
  return `${who} ${did}${what}`;
}

export type RecordInShort = {
  policy: string;
  held: number;
  clauses: number;
  /** Newest first; `at` is epoch ms. */
  lines: { at: number; says: string }[];
};

/** What a head or governor wants to see at a glance. */
export async function recordOf(world: World, school: School): Promise<RecordInShort> {
  const clauses = coverage([school.policy]).flatMap((each) => each.clauses);
  const entries = await world.store.read.lastLedger(school.id, LINES);
  const lines = await Promise.all(
    entries.map(async (entry) => ({ at: entry.at, says: await lineOf(world, school, entry) })),
  );
  const held = clauses.filter((clause) => clause.held).length;
  return { policy: school.policy.title, held, clauses: clauses.length, lines };
}
