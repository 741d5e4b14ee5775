/** Teams' outgoing side: cards that Bellbird puts there by itself. */
import type { Chat } from '../../src/ports/chat.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { School } from '../../src/school/school.ts';
import { isGone } from './faults.ts';
import type { Line } from './line.ts';
import { lostChannel } from './lost-channel.ts';
import { direct, put, toSlt } from './places.ts';
import { refOf, spotOf } from './refs.ts';

/** Teams as a chat. A school or person that is not in Teams gets nothing there, and that is no fault. */
export function teamsChat(line: Line, clock: Clock): Chat {
  const warn = lostChannel(line, clock);
  const schoolOf = (id: string): School | null =>
    [...line.schools()].find((school) => school.id === id && school.teams !== null) ?? null;
  return {
    name: 'teams',
    lasts: () => true,
    post: async (id, place, card) => {
      const school = schoolOf(id);
      if (!school) return null;
      if (place.to === 'slt') {
        try {
          return refOf(await toSlt(line, school, card));
        } catch (fault) {
          await warn(school, fault);
          throw fault;
        }
      }
      const person = school.people.find((each) => each.id === place.person)?.teams;
      if (!person) return null;
      try {
        return refOf(await direct(line, school, person, card));
      } catch (fault) {
        if (!isGone(fault)) throw fault;
        // Without the app in their Teams nothing can be written to them: trying again does not help.
        line.log.warn({ person: place.person }, 'somebody cannot be reached in Teams');
        return null;
      }
    },
    update: async (id, ref, card) => {
      const school = schoolOf(id);
      const spot = spotOf(ref);
      if (school && spot) await put(line, school, spot, card);
    },
  };
}
