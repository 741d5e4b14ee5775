/** Duties as people read them. */
import type { Duty, DutyKind } from '../ports/duties.ts';
import type { Person } from '../school/people.ts';
import type { School } from '../school/school.ts';
import { dutiesAsked } from './duty.ts';
import type { World } from './world.ts';

/** Duties as part of a sentence. */
export const DUTY_NAMES: Readonly<Record<DutyKind, string>> = {
  'follower-review': 'the follower review',
};

export type DutyView = {
  /** Epoch ms. */
  now: number;
  timezone: string;
  duty: Duty;
  overdue: boolean;
  /** Whose duty it is, by name. */
  people: readonly string[];
  /** True where the outlet's people can be read, so that the work is done here. */
  here: boolean;
  /** By whom it was done; null while it is not. */
  doneBy: string | null;
};

export type DutiesView = {
  now: number;
  timezone: string;
  open: readonly DutyView[];
  done: readonly DutyView[];
  /** What will fall due next: the account and when, epoch ms. */
  next: readonly { about: string; at: number }[];
  /** Duties of the reader, by id. */
  mine: readonly string[];
};

const DONE_SHOWN = 8;

function viewOf(world: World, school: School, duty: Duty): DutyView {
  const now = world.clock.now();
  const asked = dutiesAsked(school).find(
    ({ kind, about }) => kind === duty.kind && about === duty.about,
  );
  const account = school.accounts.find(({ handle }) => handle === duty.about);
  const by = duty.done?.by;
  return {
    now,
    timezone: school.timezone,
    duty,
    overdue: duty.done === null && now > duty.by,
    people: (asked?.people ?? []).map(({ name }) => name),
    here: account !== undefined && world.audiences.has(account.outlet),
    doneBy: by === undefined ? null : (school.people.find(({ id }) => id === by)?.name ?? by),
  };
}

/** One duty; null where it is asked for no more. */
export async function dutyView(world: World, school: School, id: string): Promise<DutyView | null> {
  const duty = await world.store.read.duty(school.id, id);
  return duty && viewOf(world, school, duty);
}

/** What is due, what was done, and what comes next. */
export async function dutiesView(
  world: World,
  school: School,
  reader: Person,
): Promise<DutiesView> {
  const { read } = world.store;
  const asked = dutiesAsked(school);
  const open = await read.openDuties(school.id);
  const next: { about: string; at: number }[] = [];
  for (const { kind, about } of asked) {
    if (open.some((duty) => duty.kind === kind && duty.about === about)) continue;
    const at = await read.dueOf(school.id, `duty:${kind}:${about}`, 'duty');
    if (at !== null) next.push({ about, at });
  }
  const mine = open.filter((duty) =>
    asked.some(
      ({ kind, about, people }) =>
        kind === duty.kind && about === duty.about && people.some(({ id }) => id === reader.id),
    ),
  );
  return {
    now: world.clock.now(),
    timezone: school.timezone,
    open: open.map((duty) => viewOf(world, school, duty)),
    done: (await read.doneDuties(school.id, DONE_SHOWN)).map((duty) => viewOf(world, school, duty)),
    next,
    mine: mine.map(({ id }) => id),
  };
}
