/** The newest own post before a call, to start reading back from. */
import type { Outlet } from '../ports/outlet.ts';
import type { World } from './world.ts';

/** A post of ours need not be asked for again so long (ms) after it went out. */
const FRESH = 60_000;

/** What this process has posted last, by school and account. */
const posted = new WeakMap<World, Map<string, { id: string; at: number }>>();

type Place = { school: string; account: string };

const keyOf = ({ school, account }: Place) => JSON.stringify([school, account]);

/**
 * The id of an own post no newer than the call to come, null on an empty account. Any such post will do, for what
 * is read back is known by its words: so of many posts in a row, which X counts and bills, one asks. Throws
 * where the account cannot be read.
 */
export async function newestBefore(
  world: World,
  outlet: Outlet,
  place: Place,
): Promise<string | null> {
  const last = posted.get(world)?.get(keyOf(place));
  const age = last ? world.clock.now() - last.at : FRESH;
  return last && age >= 0 && age < FRESH ? last.id : outlet.newest(place.account);
}

/** Remembers a post that has just gone out. */
export function hasPosted(world: World, place: Place, id: string): void {
  const known = posted.get(world) ?? new Map<string, { id: string; at: number }>();
  posted.set(world, known);
  known.set(keyOf(place), { id, at: world.clock.now() });
}
