/** A shared card as one person sees it, in a chat that can show it to each alone. */
import type { Button, Card, Part } from './model.ts';

/** The card without the buttons that have nothing left to do for this person (an id), and a word on why. */
export function asSeenBy(card: Card, person: string): Card {
  const isSpent = ({ spent }: Button): boolean => spent?.by.includes(person) === true;
  const said = card.buttons.flatMap(({ spent }): Part[] =>
    spent?.by.includes(person) ? [{ part: 'text', text: spent.says, look: 'strong' }] : [],
  );
  if (said.length === 0) return card;
  return {
    ...card,
    parts: [...card.parts, ...said],
    buttons: card.buttons.filter((button) => !isSpent(button)),
  };
}
