/** Where an adapter gets the evidence of what was escalated. */
import { type Evidence, evidenceOf } from '../desk/evidence.ts';
import type { World } from '../desk/world.ts';

export type { Evidence };

/** The evidence of a pack of a school, both by id; null where there is none. The pack's id is the key to it. */
export async function readEvidence(
  world: World,
  school: string,
  pack: string,
): Promise<Evidence | null> {
  const found = world.schools.get(school);
  return found ? evidenceOf(world.store.read, found, pack, world.clock.now()) : null;
}
