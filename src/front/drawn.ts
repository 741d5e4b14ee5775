/** A card that may be old by the time it stands: drawn, put up, and looked at once more. */
import { cardFor } from '../../cards/draft-card.ts';
import type { Card } from '../../cards/model.ts';
import { viewOf } from '../desk/look.ts';
import type { World } from '../desk/world.ts';
import type { School } from '../school/school.ts';

export type Drawn = {
  card: Card;
  /**
   * The card as it must be now, where it differs from the one drawn last; else null. Whoever puts a card up
   * and then asks until this gives null overwrites no later news, whoever else draws meanwhile.
   */
  again: () => Promise<Card | null>;
};

/** Draws a card by `look`, which reads the store anew each time; null where there is nothing to be seen. */
export async function drawnBy(look: () => Promise<Card | null>): Promise<Drawn | null> {
  const card = await look();
  if (!card) return null;
  let last = JSON.stringify(card);
  const again = async () => {
    const now = await look();
    const json = JSON.stringify(now);
    if (now === null || json === last) return null;
    last = json;
    return now;
  };
  return { card, again };
}

/** Draws a draft's card from the store; null where the school has no such draft. */
export function draw(
  world: World,
  school: School,
  draft: string,
  audience: 'author' | 'slt',
): Promise<Drawn | null> {
  return drawnBy(async () => {
    const view = await viewOf(world, school, draft, { audience });
    return view && cardFor(view, audience);
  });
}
