/** How many calls a user may make in a quarter of an hour, and the headers that say so. */
import type { Fault } from './faults.ts';
import type { Operation } from './operations.ts';
import { type Call, WINDOW, type World } from './world.ts';

/** Counts one call. Gives the headers that come with every answer, and whether it was one too many. */
export function counted(
  world: World,
  who: string,
  operation: Operation,
): { over: boolean; headers: Record<string, string> } {
  const key = `${who} ${operation}`;
  const limit = world.limits[operation];
  const now = world.now();
  let open = world.windows.get(key);
  if (!open || now >= open.resets) {
    // Told in whole seconds, so it ends on one.
    open = { left: limit, resets: Math.ceil((now + WINDOW) / 1000) * 1000 };
    world.windows.set(key, open);
  }
  const over = open.left === 0;
  open.left = Math.max(0, open.left - 1);
  return {
    over,
    headers: {
      'x-rate-limit-limit': String(limit),
      'x-rate-limit-remaining': String(open.left),
      'x-rate-limit-reset': String(open.resets / 1000),
    },
  };
}

/** The headers of a window that is used up until `ms` from now; a whole one unless told. */
export function usedUp(world: World, call: Call, { ms = WINDOW }: Fault): Record<string, string> {
  return {
    'x-rate-limit-limit': String(world.limits[call.operation]),
    'x-rate-limit-remaining': '0',
    'x-rate-limit-reset': String(Math.ceil((world.now() + ms) / 1000)),
  };
}
