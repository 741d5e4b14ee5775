/** Knowing when the app and the chat have done with each other. */
import { pause } from './json.ts';
import type { World } from './world.ts';

/** So often it is looked, in ms. */
const LOOK = 5;
/** How long a person waits for anything at all, in ms. */
export const LONGEST = 10_000;

/**
 * Waits until the app and the chat have nothing more to say to each other. Stillness is counted in turns of the
 * event loop, for on a busy machine time passes in which nobody could have said anything.
 */
export async function quiet(world: Pick<World, 'bus' | 'busy' | 'still'>, still = world.still) {
  const end = performance.now() + LONGEST;
  let turns = 0;
  const stir = () => {
    turns = 0;
  };
  world.bus.on('stirred', stir);
  while (performance.now() < end) {
    if (world.busy === 0 && turns * LOOK >= still) break;
    await pause(LOOK);
    turns += 1;
  }
  world.bus.off('stirred', stir);
}
