/** What a button asks for, and what a card has folded, as forms of their own: for a chat that cannot show them in place. */
import type { Button, Card, Part } from './model.ts';

/** The form of a button that asks for something first. Sending it presses the button with what was given. */
export function askCard(button: Button): Card {
  const { asks = [], ...press } = button;
  return {
    title: button.label,
    parts: asks.map((field): Part => ({ part: 'field', field })),
    buttons: [{ ...press, takesFields: true }],
    summary: button.label,
  };
}

/** Everything a card has folded away, unfolded. */
export function unfoldedCard(card: Card): Card {
  const parts = card.parts.flatMap((part): Part[] =>
    part.part === 'fold' ? [{ part: 'text', text: part.label, look: 'strong' }, ...part.parts] : [],
  );
  return { title: card.title, parts, buttons: [], summary: card.summary };
}
