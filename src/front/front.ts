/** The one door: finds school and person, hands the intent on, and always has something to say. */

import { sayCard } from '../../cards/say.ts';
import type { Call } from '../desk/turn.ts';
import type { World } from '../desk/world.ts';
import { hasRole, names } from '../school/people.ts';
import { act } from './actions.ts';
import { command } from './commands.ts';
import type { Answer, Front, Inbound } from './intent.ts';

/**
 * Builds the front over a desk. `faultInWords` turns a fault of the store (a full disk, a folder that became
 * read-only) into a sentence somebody can act on, or gives null.
 */
export function createFront(world: World, faultInWords: (error: unknown) => string | null): Front {
  return {
    receive: async (inbound) => {
      try {
        return await answer(world, inbound);
      } catch (error) {
        const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
        world.log.error(
          { chat: inbound.chat, intent: inbound.intent.kind, why },
          'a request failed',
        );
        const words =
          faultInWords(error) ??
          'Something went wrong on our side. What was saved before is safe; please try again in a minute.';
        return note('That did not work', words);
      }
    },
  };
}

/** A short word only the person sees. */
export function note(title: string, text: string): Answer {
  return { as: 'note', card: sayCard(title, text) };
}

async function answer(world: World, inbound: Inbound): Promise<Answer> {
  const school = world.schools.get(inbound.school);
  if (!school) {
    return note(
      'We do not know this school yet',
      'Ask whoever set Bellbird up to add its school file.',
    );
  }
  const person = school.people.find((each) => each.id === inbound.person);
  if (!person) {
    const heads = names(school.people.filter((each) => hasRole(each, ['head'])));
    return note(
      'We have not met yet',
      `Ask ${heads || 'the head'} to add you to the school file of ${school.name}.`,
    );
  }
  const { chat, delivery, touched, ref, intent } = inbound;
  const call: Call = { school, person, chat, delivery, touched, ref };
  return intent.kind === 'command'
    ? command(world, call, intent.command, intent.text)
    : act(world, call, intent);
}
