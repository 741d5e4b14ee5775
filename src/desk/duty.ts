/**
 * Duties: work that a policy asks for again and again, in school hours and term time. One falls due with its week,
 * month or term; until it is done people are reminded, and then the head is told. What is left undone stays due, so
 * that no second one falls due on top of it (ST-07, LH-18, IR-18, SM-14).
 */
import { DUTY_KINDS, type Duty, type DutyKind } from '../ports/duties.ts';
import type { Job } from '../ports/store.ts';
import { addSchoolHours, isSchoolTime } from '../school/calendar.ts';
import { hasRole, names, type Person } from '../school/people.ts';
import { dueNext, type Every } from '../school/periods.ts';
import type { School } from '../school/school.ts';
import { A_MINUTE, nextStep } from './duty-steps.ts';
import { refuseNames } from './judge.ts';
import { type Call, type Turn, turn } from './turn.ts';
import { type Result, refuse, type World } from './world.ts';

/** A duty as the policy in force asks for it. */
export type AskedDuty = {
  kind: DutyKind;
  /** The account's handle. */
  about: string;
  every: Every;
  /** Whose duty it is. */
  people: Person[];
};

const DONE_LOOKED_AT = 200;

/** Every duty that the school's policy asks for. */
export function dutiesAsked(school: School): AskedDuty[] {
  const review = school.policy.cadences.follower_review;
  if (review === null) return [];
  const people = school.people.filter((person) => hasRole(person, review.by));
  return school.accounts.map(({ handle }) => ({
    kind: 'follower-review',
    about: handle,
    every: review.every,
    people,
  }));
}

const jobOf = ({ kind, about }: Pick<AskedDuty, 'kind' | 'about'>) => `duty:${kind}:${about}`;

async function planFor(
  turn: Turn,
  duty: Pick<AskedDuty, 'kind' | 'about'>,
  dueAt: number,
  since: number,
): Promise<void> {
  const { kind, about } = duty;
  const payload = { kind, about, since };
  const job = { kind: 'duty' as const, draft: jobOf(duty), payload, dueAt };
  await turn.plan({ ...job, id: `${turn.school.id}:${jobOf(duty)}` });
}

/**
 * Sees to it that every duty is looked after: at the start, and when a school file was read again. A duty that is new
 * here falls due with the next period, not in the middle of one.
 */
export async function beginDuties(world: World, school: School): Promise<void> {
  await turn(world, { school, person: null, delivery: null }, async (turn) => {
    const asked = dutiesAsked(school);
    for (const duty of asked) {
      const planned = await turn.tx.dueOf(school.id, jobOf(duty), 'duty');
      if (planned !== null || (await openOne(turn, duty.kind, duty.about))) continue;
      const due = dueNext(school, duty.every, turn.now);
      if (due) await planFor(turn, duty, due.opens, turn.now);
    }
    for (const open of await turn.tx.openDuties(school.id)) {
      const planned = await turn.tx.dueOf(school.id, jobOf(open), 'duty');
      if (planned === null || !askedFor(asked, open)) await planFor(turn, open, turn.now, turn.now);
    }
    return { ok: true };
  });
}

function askedFor(asked: readonly AskedDuty[], duty: Pick<AskedDuty, 'kind' | 'about'>) {
  return asked.find(({ kind, about }) => kind === duty.kind && about === duty.about);
}

async function openOne(turn: Turn, kind: unknown, about: unknown): Promise<Duty | null> {
  const open = await turn.tx.openDuties(turn.school.id);
  return open.find((duty) => duty.kind === kind && duty.about === about) ?? null;
}

/** Does what is due of a duty: lets it fall due, or tells people of it. */
export async function tendDuty(world: World, school: School, job: Job): Promise<void> {
  await turn(world, { school, person: null, delivery: null }, async (turn) => {
    const { kind, about, since } = job.payload;
    const known = DUTY_KINDS.find((each) => each === kind);
    const asked = known && askedFor(dutiesAsked(school), { kind: known, about: String(about) });
    const open = await openOne(turn, kind, about);
    await turn.tx.dropJob(job.id);
    if (!asked) {
      if (open) await drop(turn, open);
      return { ok: true };
    }
    if (open) await remind(turn, asked, open, Number(since));
    else await fallDue(turn, asked, Number(since));
    return { ok: true };
  });
}

/** When to tell of something due at `at`: then, or where that was missed while Bellbird was down, once people are at work. */
function toTell(school: School, at: number, now: number): number {
  if (at > now) return at;
  return isSchoolTime(school, now) ? now : addSchoolHours(school, now, A_MINUTE);
}

async function drop(turn: Turn, duty: Duty): Promise<void> {
  await turn.tx.dropDuty(turn.school.id, duty.id);
  await turn.record('duty.dropped', duty.about, { duty: duty.id });
  await turn.tell('', { tell: 'redraw', subject: `duty:${duty.id}` });
}

const idsOf = (people: readonly Person[]) => people.map(({ id }) => id);

async function fallDue(turn: Turn, asked: AskedDuty, since: number): Promise<void> {
  const { school, tx, now } = turn;
  const done = await tx.doneDuties(school.id, DONE_LOOKED_AT);
  const last = done.find(({ kind, about }) => kind === asked.kind && about === asked.about);
  const due = dueNext(school, asked.every, Math.max(since, last?.done?.at ?? 0));
  if (due === null) return;
  const at = toTell(school, due.opens, now);
  if (at > now) return planFor(turn, asked, at, since);
  const { kind, about } = asked;
  const id = `${kind}:${about}:${due.from}`;
  const duty: Duty = {
    id,
    kind,
    about,
    opensAt: due.opens,
    by: due.by,
    told: 'due',
    toldAt: now,
    done: null,
  };
  await tx.putDuty(school.id, duty);
  await turn.record('duty.due', about, { duty: id, by: due.by, told: idsOf(asked.people) });
  await turn.tell('', { tell: 'put', subject: `duty:${id}` });
  await planFor(turn, asked, nextStep(school, asked.every, duty, now).at, since);
}

const TOLD = {
  due: 'duty.due',
  reminded: 'duty.reminded',
  overdue: 'duty.overdue',
  head: 'duty.head-told',
} as const;

async function remind(turn: Turn, asked: AskedDuty, duty: Duty, since: number): Promise<void> {
  const { school, tx, now } = turn;
  const step = nextStep(school, asked.every, duty, now);
  const at = toTell(school, step.at, now);
  if (at > now) return planFor(turn, asked, at, since);
  const told: Duty = { ...duty, told: step.told, toldAt: now };
  await tx.putDuty(school.id, told);
  const heads = step.told === 'head' ? school.people.filter((each) => hasRole(each, ['head'])) : [];
  const people = step.told === 'head' ? heads : asked.people;
  const detail = { duty: duty.id, by: duty.by, told: idsOf(people) };
  await turn.record(TOLD[step.told], duty.about, detail);
  const subject = `duty:${duty.id}` as const;
  await turn.tell('', { tell: 'redraw', subject }, { tell: 'put', subject });
  for (const { id: person } of heads) await turn.tell('', { tell: 'put', subject, person });
  await planFor(turn, asked, nextStep(school, asked.every, told, now).at, since);
}

/**
 * Records that somebody has done a duty, with what shows it, and lets the next fall due with the next period. Where
 * none was open, the work was done before it was asked for, and counts for the period it was done in.
 */
export async function doDuty(
  turn: Turn,
  kind: DutyKind,
  about: string,
  person: Person,
  evidence: string,
): Promise<void> {
  const { school, tx, now } = turn;
  const open = await openOne(turn, kind, about);
  if (open) {
    await tx.putDuty(school.id, { ...open, done: { by: person.id, at: now, evidence } });
    const late = now > open.by;
    await turn.record('duty.done', about, { duty: open.id, late, evidence });
    await turn.tell('', { tell: 'redraw', subject: `duty:${open.id}` });
  }
  const asked = askedFor(dutiesAsked(school), { kind, about });
  const due = asked && dueNext(school, asked.every, now);
  if (asked && due) await planFor(turn, asked, due.opens, now);
}

const LONGEST_EVIDENCE = 500;

/** Records a duty as done by somebody whose duty it is, for work that Bellbird cannot see: they say what shows it. */
export function doneByHand(world: World, call: Call, id: string, said: string): Promise<Result> {
  return turn(world, call, async (turn) => {
    const duty = await turn.tx.duty(turn.school.id, id);
    const asked = duty && askedFor(dutiesAsked(turn.school), duty);
    if (!duty || !asked) return refuse('Our policy does not ask for this any more.');
    if (!asked.people.some((person) => person.id === call.person.id)) {
      return refuse(`Only ${names(asked.people)} can say that this is done.`);
    }
    if (duty.done) return refuse('This is done already. The card now shows by whom.');
    const evidence = said.trim();
    if (evidence === '') return refuse('Say in a few words what you looked at.', 'evidence');
    if (evidence.length > LONGEST_EVIDENCE) {
      return refuse(`Keep it under ${LONGEST_EVIDENCE} characters, please.`, 'evidence');
    }
    const named = await refuseNames(turn, call.person, evidence);
    if (named) return named;
    await doDuty(turn, duty.kind, duty.about, call.person, evidence);
    return { ok: true };
  });
}
