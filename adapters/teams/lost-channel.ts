/** Telling those who decide that their channel cannot be reached, so that nothing waits unseen. */
import { sayCard } from '../../cards/say.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { deciders } from '../../src/school/people.ts';
import type { School } from '../../src/school/school.ts';
import { isGone } from './faults.ts';
import type { Line } from './line.ts';
import { direct } from './places.ts';

/** So often at most, ms. */
const AGAIN = 60 * 60_000;

/** A word to each person who decides, where a post for them could not be put in their channel. Never throws. */
export function lostChannel(
  line: Line,
  clock: Clock,
): (school: School, fault: unknown) => Promise<void> {
  const told = new Map<string, number>();
  return async (school, fault) => {
    if (!(fault instanceof Error) || !isGone(fault)) return;
    if (clock.now() - (told.get(school.id) ?? 0) < AGAIN) return;
    told.set(school.id, clock.now());
    const says = `${fault.message} Posts wait for you meanwhile: /desk shows them, and nothing is lost.`;
    const card = sayCard('Your channel cannot be reached', says, 'stop');
    for (const { teams } of deciders(school, [])) {
      if (teams === null) continue;
      await direct(line, school, teams, card).catch(() => {
        line.log.error(
          { school: school.id },
          'somebody of SLT could not be told of the lost channel',
        );
      });
    }
  };
}
