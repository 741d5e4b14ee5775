/** What calls to outlets cost: kept as they are made, and read back by the month of the school. */
import { DateTime } from 'luxon';
import type { Spend } from '../ports/outlet.ts';
import type { School } from '../school/school.ts';
import type { World } from './world.ts';

/** The month a moment (epoch ms) falls in where the school is, as `2026-03`. */
function monthOf(school: Pick<School, 'timezone'>, at: number): string {
  return DateTime.fromMillis(at, { zone: school.timezone }).toFormat('yyyy-MM');
}

/**
 * What an outlet calls with what each call has cost. It never throws and nothing waits for it: an account kept
 * badly is no reason to hold a post.
 */
export function keepSpend(
  world: Pick<World, 'store' | 'schools' | 'clock' | 'log'>,
): (spend: Spend) => void {
  return (spend) => {
    const handle = spend.account.toLowerCase();
    const at = world.clock.now();
    for (const school of world.schools.values()) {
      const account = school.accounts.find((each) => each.handle.toLowerCase() === handle);
      if (!account) continue;
      const kept = { ...spend, account: account.handle };
      world.store.addSpend(school.id, monthOf(school, at), kept).catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        world.log.warn({ account: spend.account, why }, 'what a call has cost was not kept');
      });
    }
  };
}

/** What this month has cost on one account so far. */
export type MonthSoFar = {
  account: string;
  /** Millionths of a US dollar. */
  microdollars: number;
  posts: number;
  withLink: number;
  reads: number;
  removals: number;
  /** Follows, mutes, hidden replies. */
  deeds: number;
};

/** What the month has cost so far on each account whose outlet bills its calls. */
export async function monthSoFar(world: World, school: School): Promise<MonthSoFar[]> {
  const billed = school.accounts.filter(({ outlet }) => outlet === 'x');
  if (billed.length === 0) return [];
  const spent = await world.store.read.spent(school.id, monthOf(school, world.clock.now()));
  return billed.map(({ handle }) => {
    const own = spent.filter(({ account }) => account === handle);
    const times = (what: Spend['what']) => own.find((each) => each.what === what)?.times ?? 0;
    const withLink = times('post with a link');
    return {
      account: handle,
      microdollars: own.reduce((sum, each) => sum + each.microdollars, 0),
      posts: times('post') + withLink,
      withLink,
      reads: times('read'),
      removals: times('removal'),
      deeds: times('deed'),
    };
  });
}
