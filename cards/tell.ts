/** A short word from the desk about something that happened, with a way to the post it is about. */
import type { Draft } from '../src/post/draft.ts';
import type { Button, Card, Part } from './model.ts';
import { sayCard } from './say.ts';
import { shorten } from './words.ts';

/** Enough of a post to know it by, in UTF-16 units. */
const LONGEST_WORDS = 90;

export type TellView = {
  title: string;
  /** A person's words in a note may be in it: it is shown as plain text. */
  text: string;
  /** Where readers see the post. */
  link?: string;
  draft: Pick<Draft, 'id' | 'number' | 'revision'> | null;
  /** The post it is about; null or empty where its words were not kept. */
  words: string | null;
};

/** The card of a notice. It offers the post's own card, or where it is published the post itself. */
export function tellCard({ title, text, link, draft, words }: TellView): Card {
  const said = sayCard(title, text);
  const about: Part[] =
    draft === null || words === null || words === ''
      ? []
      : [{ part: 'quote', who: `Post ${draft.number}`, words: shorten(words, LONGEST_WORDS) }];
  const see: Part[] =
    link === undefined ? [] : [{ part: 'link', label: 'See the post', url: link }];
  const buttons: Button[] =
    draft === null || link !== undefined
      ? []
      : [
          {
            action: 'open',
            label: `Open post ${draft.number}`,
            draft: draft.id,
            revision: draft.revision,
            look: 'plain',
            takesFields: false,
          },
        ];
  return { ...said, parts: [...said.parts, ...about, ...see], buttons };
}
