/** The record in short: how much of the policy is held, and the ledger's last lines as sentences. */
import type { LedgerEntry } from '../ledger.ts';
import { coverage } from '../policy/coverage.ts';
import { DUTY_KINDS } from '../ports/duties.ts';
import type { School } from '../school/school.ts';
import { DUTY_NAMES } from './duty-view.ts';
import type { World } from './world.ts';

const LINES = 5;

/** Everything the desk records, with what the head reads of it between who did it and what it was done to. */
export const SAID = {
  'account.approved': 'approved the account',
  'account.trouble': 'could publish nothing on',
  'agreement.acknowledged': 'acknowledged the agreement',
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
  'draft.read': 'read the spelling of',
  'draft.reworded': 'wrote a new wording of',
  'draft.scheduled': 'set the time of',
  'draft.stopped': 'stopped',
  'draft.without-slot': 'found no slot for',
  'draft.submitted': 'sent on',
  'draft.withdrawn': 'took back',
  'draft.written': 'wrote',
  'post.attempted': 'began to publish',
  'post.not-found': 'did not find on the account',
  'post.unread': 'could not look for on the account',
  'post.late': 'heard only now from the account that it took',
  'post.released': 'let go once more',
  'post.published': 'published',
  'post.put-off': 'has to wait with',
  'post.refused': 'could not publish',
  'post.removal-asked': 'asked to take down',
  'post.removal-refused': 'could not take down',
  'post.removed': 'took down',
  'post.gone': 'found gone from the account',
  'post.edited': 'found edited on the account',
  'post.differs': 'found to read otherwise than approved',
  'post.unconfirmed': 'is not sure of',
  'duty.due': 'asked for',
  'duty.reminded': 'reminded SLT of',
  'duty.overdue': 'found overdue',
  'duty.head-told': 'told the head, for it is overdue, of',
  'duty.done': 'did',
  'duty.dropped': 'asks no more for',
  'follow.asked': 'asked to follow',
  'follow.approved': 'approved following',
  'follow.declined': 'declined following',
  'follow.done': 'saw followed',
  'follow.found': 'found followed without a decision',
  'follow.kept': 'let stand, though nobody had asked for it, following',
  'follow.refused': 'had ended, for nobody had asked for it, following',
  'follow.ended': 'found followed no more',
  'follow.gone': 'could not find any more',
  'follow.first-read': 'read for the first time whom we follow on',
  'unfollow.asked': 'asked to unfollow',
  'unfollow.approved': 'approved unfollowing',
  'unfollow.declined': 'declined unfollowing',
  'unfollow.done': 'saw unfollowed',
  'follower.kept': 'kept as a follower',
  'follower.kept-after-all': 'kept after all as a follower',
  'follower.kept-plain': 'kept those plainly fine among the followers of',
  'follower.pointed': 'pointed to the children’s policy',
  'follower.to-block': 'decided to block',
  'follower.blocked': 'saw blocked',
  'follower.to-remove': 'decided to remove',
  'follower.removed': 'saw removed',
  'review.started': 'began to review the followers of',
  'review.read': 'read the new followers of',
  'review.done': 'finished reviewing the followers of',
  'mentions.read': 'read new mentions of',
  'mentions.edited': 'found worded anew some mentions of',
  'mentions.looked': 'looked at mentions of',
  'mentions.reminded': 'reminded SLT of the mentions of',
  'mentions.budget': 'read as many as a day may cost of the mentions of',
  'mentions.unread': 'could not read the mentions of',
  'mentions.read-again': 'can read again the mentions of',
  'mention.raised': 'put up for a decision a mention by',
  'mention.decided': 'decided what is done about the mentions of',
  'mention.nothing': 'found nothing to do about the mentions of',
  'mention.hidden': 'hid replies of',
  'mention.muted': 'muted',
  'mention.blocked': 'saw blocked, for what they wrote,',
  'mention.reported': 'said that these are reported:',
  'mention.escalated': 'said that the authority has what was written by',
  'mention.gone': 'found gone what was written by',
  'handle.confirmed': 'confirmed for mentions',
  'handle.dropped': 'took out of the handle register',
  'notice.given-up': 'could not tell of',
  'roll.imported': 'read in the roll',
  'school.reload-refused': 'refused a school file with faults',
  'school.reloaded': 'read the school file again',
} as const;

/** An event that is not among these cannot be recorded: the types hold it. */
export type Recorded = keyof typeof SAID;

/** What is said of an event. A ledger may be older than these words: then it is said by its name. */
function saidOf(event: string): string {
  return Object.hasOwn(SAID, event) ? SAID[event as Recorded] : event.replace(/[.-]/g, ' ');
}

/** The account an entry is about, and with it the duty that has to do with it. */
function accountIn({ subject, detail }: LedgerEntry): string {
  const kind = typeof detail.duty === 'string' ? detail.duty.split(':')[0] : undefined;
  const duty = DUTY_KINDS.find((each) => each === kind);
  return duty === undefined ? subject : `${DUTY_NAMES[duty]} of ${subject}`;
}

/** An entry as a sentence: who did what to which post. Never more of it than that. */
async function lineOf(world: World, school: School, entry: LedgerEntry): Promise<string> {
  const who = school.people.find((each) => each.id === entry.actor)?.name ?? 'Bellbird';
  const did = saidOf(entry.event);
  const own = entry.subject === entry.actor;
  const whom = own ? undefined : school.people.find((each) => each.id === entry.subject)?.name;
  const draft = /^(draft|post|approval)\./.test(entry.event)
    ? await world.store.read.draft(school.id, entry.subject)
    : null;
  const account = entry.subject.startsWith('@') ? accountIn(entry) : undefined;
  const named = draft ? `post ${draft.number}` : (whom ?? account);
  const what = named === undefined ? '' : ` ${named}`;
  return `${who} ${did}${what}`;
}

export type RecordInShort = {
  policy: string;
  held: number;
  clauses: number;
  /** Ids of the clauses that are not held yet. */
  missing: readonly string[];
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
  const missing = clauses.filter((clause) => !clause.held).map(({ id }) => id);
  const held = clauses.length - missing.length;
  return { policy: school.policy.title, held, clauses: clauses.length, missing, lines };
}
