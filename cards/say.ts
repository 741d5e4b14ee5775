/** A plain word: a refusal, a note. */
import type { Card, Mark } from './model.ts';
import { shorten } from './words.ts';

/** A notification is no place for more, in UTF-16 units. */
const LONGEST_SUMMARY = 140;

/** A card that only says something. A refusal says who can, or what to do. */
export function sayCard(title: string, text: string, mark?: Mark): Card {
  return {
    title,
    ...(mark === undefined ? {} : { mark }),
    parts: text === '' ? [] : [{ part: 'text', text }],
    buttons: [],
    summary: text === '' ? title : `${title}: ${shorten(text, LONGEST_SUMMARY)}`,
  };
}
