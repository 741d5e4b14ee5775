/** Judging a wording: gathers the facts and runs the policy's rules over it. */
import { check } from '../policy/check.ts';
import type { Facts, Verdict } from '../policy/rule.ts';
import { optionsIn } from '../policy/rules/index.ts';
import type { Statement } from '../policy/schema.ts';
import { statementsDue } from '../policy/statements.ts';
import type { Occasion, Revision } from '../post/revision.ts';
import { closedDaysOf } from '../school/calendar.ts';
import { ownDeviceGranted, type Person } from '../school/people.ts';
import type { School } from '../school/school.ts';
import type { Turn } from './turn.ts';

type Wording = { text: string; occasion: Occasion; wanted: number | null };

/** The verdict on a wording now: pure rules over the facts of this turn. */
export async function judge(turn: Turn, author: Person, wording: Wording): Promise<Verdict> {
  const { school, world, tx, desk, now } = turn;
  const at = Math.max(now, wording.wanted ?? now);
  const facts: Facts = {
    roll: await world.rollAt(school.id, desk.rollVersion, tx),
    confirmedHandles: new Set(school.handles.map((handle) => handle.toLowerCase())),
    ownHandles: new Set(school.accounts.map((account) => account.handle.toLowerCase())),
    ownDeviceGranted: ownDeviceGranted(author, now, school.timezone),
    timezone: school.timezone,
    closedDays: closedDaysOf(school, at),
  };
  return check(
    school.policy,
    { text: wording.text, at, occasion: wording.occasion, photos: [] },
    facts,
  );
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

/** The box for what this version cannot judge: the author reads for it and says so. */
export const READ_FOR = 'read';

/** Ids of all boxes that must be ticked for this revision. */
export function boxesFor(
  school: School,
  author: Person,
  revision: Revision,
  now: number,
): string[] {
  const own = statementsFor(school, author, now).map((statement) => statement.id);
  return revision.verdict.unjudged.length > 0 ? [...own, READ_FOR] : own;
}
