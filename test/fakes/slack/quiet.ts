/** Knowing when the app and Slack have done with each other. */
import { pause } from './json.ts';
import type { World } from './world.ts';

/** How long nothing must happen before a person takes it that nothing more will, in ms. */
const STILL = 60;
/** How long a person waits for anything at all, in ms. */
export const LONGEST = 10_000;

/** Waits until the app and Slack have nothing more to say to each other. */
export async function quiet(world: World, still = STILL) {
  const end = performance.now() + LONGEST;
  let last = performance.now();
  const stir = () => {
    last = performance.now();
  };
  world.bus.on('stirred', stir);
  while (performance.now() < end) {
    if (world.busy === 0 && performance.now() - last >= still) break;
    await pause(5);
  }
  world.bus.off('stirred', stir);
}
