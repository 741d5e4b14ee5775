/** `/desk`: what SLT sees of the whole desk, and what waits for the head. */
import { type DeskView, deskCard } from '../../cards/desk.ts';
import { listCard } from '../../cards/list.ts';
import { policyStamp } from '../desk/judge.ts';
import { queueOf, undecided } from '../desk/look.ts';
import { peopleWaiting } from '../desk/people-waiting.ts';
import { monthSoFar } from '../desk/spend.ts';
import type { Call } from '../desk/turn.ts';
import type { World } from '../desk/world.ts';
import { deciders, hasRole, names } from '../school/people.ts';
import { refusal } from './commands.ts';
import type { Answer } from './intent.ts';

/** The desk as it stands, for those who may decide or whom the policy asks to sign; null for anybody else. */
export async function deskViewOf(world: World, call: Call): Promise<DeskView | null> {
  const { school, person } = call;
  const { policy } = school;
  const { read } = world.store;
  const mayDecide = deciders(school, []).some((each) => each.id === person.id);
  const signs = policy.agreement?.countersigned_by.filter((role) => hasRole(person, [role])) ?? [];
  if (!mayDecide && signs.length === 0) return null;
  const named = (id: string) => school.people.find((each) => each.id === id)?.name ?? id;
  const agreements = policy.agreement ? await read.agreements(school.id, policyStamp(school)) : [];
  const toSign = agreements.filter((agreement) =>
    signs.some((role) => !agreement.countersigned.some((each) => each.role === role)),
  );
  const mayApproveAccounts =
    policy.account_approved_by !== null && hasRole(person, policy.account_approved_by);
  const accounts: string[] = [];
  for (const account of mayApproveAccounts ? school.accounts : []) {
    if (!(await read.accountApproval(school.id, account.handle))) accounts.push(account.handle);
  }
  const { paused } = await read.desk(school.id);
  return {
    now: world.clock.now(),
    timezone: school.timezone,
    schoolName: school.name,
    paused,
    names: Object.fromEntries(school.people.map((each) => [each.id, each.name])),
    queue: await queueOf(world, school, person),
    people: mayDecide ? await peopleWaiting(world, school) : null,
    accounts,
    spent: mayDecide ? await monthSoFar(world, school) : [],
    agreements: toSign.map(({ person: whose, at }) => ({ person: whose, name: named(whose), at })),
    may: { pause: mayDecide, approveAccounts: mayApproveAccounts, countersign: signs.length > 0 },
  };
}

function notTheirs({ school }: Call): Answer {
  return refusal({
    ok: false,
    says: `The desk is for ${names(deciders(school, []))}. Your own posts are under /tweet status.`,
  });
}

/** The desk as a card; anybody else is told whose it is. */
export async function deskAnswer(world: World, call: Call, as: Answer['as']): Promise<Answer> {
  const view = await deskViewOf(world, call);
  return view === null ? notTheirs(call) : { as, card: deskCard(view) };
}

/** What waits for a decision, since when, and when the next reminder of it goes; for those who decide. */
export async function remindersAnswer(world: World, call: Call): Promise<Answer> {
  const { school, person } = call;
  if (!deciders(school, []).some((each) => each.id === person.id)) return notTheirs(call);
  return { as: 'card', card: listCard(await undecided(world, school, person)) };
}
