/** `/desk duties`, and what is pressed on a duty's card. */
import { dutiesCard } from '../../cards/duty.ts';
import { dutiesAsked } from '../desk/duty.ts';
import { type DutiesView, dutiesView } from '../desk/duty-view.ts';
import type { Call } from '../desk/turn.ts';
import type { World } from '../desk/world.ts';
import { deciders, hasRole, names } from '../school/people.ts';
import { refusal } from './commands.ts';
import type { Answer } from './intent.ts';

/** What is due, done and to come: for those whose duty it is, those who decide, and governors; null for others. */
export async function dutiesFor(
  world: World,
  { school, person }: Pick<Call, 'school' | 'person'>,
): Promise<DutiesView | null> {
  const theirs = dutiesAsked(school).some(({ people }) =>
    people.some(({ id }) => id === person.id),
  );
  const decides = deciders(school, []).some(({ id }) => id === person.id);
  if (!theirs && !decides && !hasRole(person, ['governor', 'head'])) return null;
  return dutiesView(world, school, person);
}

/** The same as a card of its own, or who it is for. */
export async function dutiesAnswer(world: World, call: Call): Promise<Answer> {
  const view = await dutiesFor(world, call);
  if (view) return { as: 'card', card: dutiesCard(view) };
  const says = `The duties are for ${names(deciders(call.school, []))}. Your own posts are under /tweet status.`;
  return refusal({ ok: false, says });
}
