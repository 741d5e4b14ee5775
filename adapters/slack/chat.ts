/** Slack's outgoing side: cards that Bellbird puts there by itself. */
import type { Chat } from '../../src/ports/chat.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { School } from '../../src/school/school.ts';
import { type Line, passing } from './line.ts';
import { lostChannel } from './lost-channel.ts';
import { direct, put, say } from './places.ts';
import { refOf, spotOf } from './refs.ts';

/** Slack as a chat. A school that is not in Slack gets nothing there, and that is no fault. */
export function slackChat(line: Line, clock: Clock): Chat {
  const warn = lostChannel(line, clock);
  const schoolOf = (id: string): School | null =>
    [...line.schools()].find((school) => school.id === id && school.slack !== null) ?? null;

  return {
    name: 'slack',
    lasts: (ref) => spotOf(ref)?.at === 'message',
    post: async (id, place, card) => {
      const school = schoolOf(id);
      if (!school?.slack) return null;
      if (place.to === 'slt') {
        const to = { channel: school.slack.sltChannel, thread: null };
        try {
          return refOf({ at: 'message', ...(await say(line, school, to, card)) });
        } catch (fault) {
          await warn(school, fault);
          throw fault;
        }
      }
      const user = school.people.find((each) => each.id === place.person)?.slack;
      if (!user) return null;
      const over = place.under === undefined ? null : spotOf(place.under);
      const under = over?.at === 'message' ? over : null;
      return refOf({ at: 'message', ...(await direct(line, school, user, card, under)) });
    },
    update: async (id, ref, card) => {
      const school = schoolOf(id);
      const spot = spotOf(ref);
      if (!school || !spot) return;
      if (spot.at === 'ephemeral') {
        await line.hooks.renew(spot.id, passing(school, card, spot.id), card.title);
      } else await put(line, school, spot, card);
    },
  };
}
