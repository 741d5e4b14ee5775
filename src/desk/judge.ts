/** Judging a wording: gathers the facts and runs the policy's rules over it. */
import { createHash } from 'node:crypto';
import { check, withKnown } from '../policy/check.ts';
import { findPeople } from '../policy/names/people.ts';
import { findPupils } from '../policy/names/pupils.ts';
import type { Facts, Verdict } from '../policy/rule.ts';
import { optionsIn } from '../policy/rules/index.ts';
import type { Policy, Statement } from '../policy/schema.ts';
import { statementsDue } from '../policy/statements.ts';
import { withSureFixes } from '../policy/sure-fixes.ts';
import type { Occasion, Revision } from '../post/revision.ts';
import { closedDaysOf } from '../school/calendar.ts';
import { ownDeviceGranted, type Person } from '../school/people.ts';
import type { School } from '../school/school.ts';
import { isRead, type Reading, wantsGrammar } from './grammar.ts';
import { confirmedHandles } from './mentionable.ts';
import type { Turn } from './turn.ts';
import { type Refusal, refuse } from './world.ts';

type Wording = { text: string; occasion: Occasion; wanted: number | null };

async function factsOf(
  turn: Turn,
  author: Person,
  at: number,
  text: string,
  reading: Reading | 'pending' | null,
): Promise<Facts> {
  const { school, world, tx, desk, now } = turn;
  return {
    roll: await world.rollAt(school.id, desk.rollVersion, tx),
    confirmedHandles: new Set(
      [...(await confirmedHandles(tx, school, now))].map((handle) => handle.toLowerCase()),
    ),
    ownHandles: new Set(school.accounts.map((account) => account.handle.toLowerCase())),
    figures: school.figures,
    ownDeviceGranted: ownDeviceGranted(author, now, school.timezone),
    timezone: school.timezone,
    closedDays: closedDaysOf(school, at),
    ...(wantsGrammar(school.policy)
      ? { grammar: reading ?? world.grammar.known(text) ?? ('pending' as const) }
      : {}),
  };
}

const stamps = new WeakMap<Policy, string>();

const hashOf = (what: unknown) =>
  createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 22);

/** The whole policy in short; its name and version stay where somebody changes a rule in the file. */
function stampOf(policy: Policy): string {
  const stamp = stamps.get(policy) ?? hashOf(policy);
  stamps.set(policy, stamp);
  return stamp;
}

/** In short, what words are judged by besides themselves: the policy, the roll, the school's lists, the author's grant. */
function groundsOf({ school, desk }: Turn, facts: Facts): string {
  return hashOf([
    stampOf(school.policy),
    desk.rollVersion,
    [...facts.confirmedHandles].sort(),
    [...facts.ownHandles].sort(),
    school.figures,
    facts.ownDeviceGranted,
    facts.timezone,
  ]);
}

/** True where a wording was let through on the very grounds of now, so that judging it again would stop it no more. */
export async function stillStands(
  turn: Turn,
  author: Person,
  { text, verdict }: Revision,
): Promise<boolean> {
  if (verdict.grounds === undefined || verdict.outcome === 'blocked') return false;
  const facts = await factsOf(turn, author, turn.now, text, null);
  return verdict.grounds === groundsOf(turn, facts);
}

/**
 * Refuses words that are kept beside a post (a reason, a note) where they name a pupil, under a policy that
 * asks for no names: they stand in the store and the ledger, where no name may.
 */
export async function refuseNames(
  turn: Turn,
  person: Person,
  words: string,
): Promise<Refusal | null> {
  if (turn.school.policy.rules['pupil-name'].severity === 'off' || words === '') return null;
  const facts = await factsOf(turn, person, turn.now, '', null);
  if (findPupils(words, facts).pupils.length === 0) return null;
  return refuse('Please say that without the pupil’s name: these words are kept.');
}

/**
 * True where words surely name no child: nobody of the roll is found in them, nor anybody who could be one.
 * Without a roll nobody can tell, and it is false.
 */
export async function namesNobody(turn: Turn, person: Person, words: string): Promise<boolean> {
  const facts = await factsOf(turn, person, turn.now, '', null);
  if (facts.roll === null) return false;
  const found = findPupils(words, facts);
  return found.pupils.length === 0 && findPeople(found).length === 0;
}

/** The verdict on a wording now: pure rules over the facts of this turn. What nobody has read is pending. */
export async function judge(
  turn: Turn,
  author: Person,
  wording: Wording,
  reading: Reading | 'pending' | null = null,
): Promise<Verdict> {
  const { school, now } = turn;
  const at = Math.max(now, wording.wanted ?? now);
  const facts = await factsOf(turn, author, at, wording.text, reading);
  const draft = { text: wording.text, at, occasion: wording.occasion, photos: [] };
  const verdict = withSureFixes(school.policy, draft, facts, check(school.policy, draft, facts));
  return { ...verdict, grounds: groundsOf(turn, facts) };
}

/**
 * The verdict on a wording that is to be sent now, with nothing left pending: what was read of it before
 * still counts, for its words are the same, and what nobody could read asks for review.
 */
export async function judgeToSend(
  turn: Turn,
  author: Person,
  revision: Revision,
  reading: Reading | null,
): Promise<Verdict> {
  if (!isRead(turn.school, revision)) {
    return judge(turn, author, revision, reading ?? 'failed');
  }
  const known = turn.world.grammar.known(revision.text);
  const now = known === null || known === 'paused' ? 'pending' : known;
  return withKnown(await judge(turn, author, revision, now), revision.verdict);
}

/** The policy a verdict was given under, as kept with the revision. */
export function policyStamp(school: School): string {
  return `${school.policy.policy}@${school.policy.version}`;
}

/** Boxes the author must tick before sending: the policy's own, less those a grant answers. */
export function statementsFor(school: School, author: Person, now: number): Statement[] {
  const { policy, timezone } = school;
  const granted =
    ownDeviceGranted(author, now, timezone) && optionsIn(policy, 'device').granted_ok === true;
  return statementsDue(policy, { ...(granted ? { device: 'own' } : {}), photos: [] });
}

/** Ids of all boxes the author of a draft must tick. */
export function boxesFor(school: School, author: Person, now: number): string[] {
  return statementsFor(school, author, now).map((statement) => statement.id);
}
