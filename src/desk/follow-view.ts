/** Requests to follow as people read them. */
import type { Follow } from '../ports/follows.ts';
import type { Person } from '../school/people.ts';
import type { School } from '../school/school.ts';
import { wantsReason } from './follow-decide.ts';
import { followDeciders } from './follow-rights.ts';
import { audienceOf } from './people-there.ts';
import type { World } from './world.ts';

export type FollowView = {
  /** Epoch ms. */
  now: number;
  timezone: string;
  follow: Follow;
  /** Of who asked and who decided, by id. */
  names: Readonly<Record<string, string>>;
  /** Who can decide on it. */
  deciders: readonly string[];
  /** True where whoever says yes must say why. */
  wantsReason: boolean;
  /** Where a person sees the profile; null where nobody can. */
  page: string | null;
};

export type FollowsView = {
  now: number;
  timezone: string;
  names: Readonly<Record<string, string>>;
  waiting: readonly Follow[];
  toDo: readonly Follow[];
  found: readonly Follow[];
  followed: readonly Follow[];
  /** True where more are followed than are shown. */
  more: boolean;
};

const SHOWN = 15;
/** Who was followed once and is no more stands among those who are. */
const LOOKED_AT = 1_000;

const namesOf = (school: School) =>
  Object.fromEntries(school.people.map(({ id, name }) => [id, name]));

/** One request; null where the school has no such. */
export async function followView(
  world: World,
  school: School,
  id: string,
): Promise<FollowView | null> {
  const follow = await world.store.read.follow(school.id, id);
  if (!follow) return null;
  const audience = audienceOf(world, school, follow.account);
  return {
    now: world.clock.now(),
    timezone: school.timezone,
    follow,
    names: namesOf(school),
    deciders: followDeciders(school, follow.askedBy).map(({ name }: Person) => name),
    wantsReason: wantsReason(follow),
    page: audience?.pageOf(follow.profile) ?? null,
  };
}

/** What is asked for, what is to be done, and whom we follow. */
export async function followsView(world: World, school: School): Promise<FollowsView> {
  const { read } = world.store;
  const settled = await read.followsIn(school.id, ['done', 'before'], LOOKED_AT);
  const followed = settled.filter(({ wants }) => wants === 'follow');
  return {
    now: world.clock.now(),
    timezone: school.timezone,
    names: namesOf(school),
    waiting: await read.followsIn(school.id, ['asked'], SHOWN),
    toDo: await read.followsIn(school.id, ['to-do'], SHOWN),
    found: await read.followsIn(school.id, ['found'], SHOWN),
    followed: followed.slice(0, SHOWN),
    more: followed.length > SHOWN,
  };
}
