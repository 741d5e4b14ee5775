/** A card as the chat may keep it. */
import type { Card, Part } from '../../cards/model.ts';

/** The card without the words that nothing of ours keeps: the person has just typed them and knows them. */
export function storedCard(card: Card): Card {
  return { ...card, parts: card.parts.flatMap(storedPart) };
}

function storedPart(part: Part): Part[] {
  if (part.part === 'quote' && part.passing) return [];
  return [part.part === 'fold' ? { ...part, parts: part.parts.flatMap(storedPart) } : part];
}

/** A card that could not be kept, which says so and why. */
export function unstoredCard(card: Card, why: string): Card {
  const text = `This card could not be kept in the chat; it goes when you load the page again. ${why}`;
  return { ...card, parts: [...card.parts, { part: 'text', text, look: 'small' }] };
}
