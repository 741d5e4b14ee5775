/** One mention as a part of a card: who wrote what, when, and which of its words decided. */
import type { ShownMention } from '../src/desk/mention-view.ts';
import type { Item, Mark, Part } from './model.ts';
import { wordsForMoment } from './moment.ts';
import { NOT_KEPT } from './profile.ts';
import { shorten } from './words.ts';

/** A post of usual length, whole. */
const LONGEST = 600;
/** The rank from which a mention is grave. */
export const GRAVE = 3;

const NO_TEXT = 'Its words are not shown here, for they name a pupil.';

/** How a mention is called on a card. */
export const callIt = ({ number }: Pick<ShownMention, 'number'>) => `Mention ${number}`;

export function whoWrote({ author }: Pick<ShownMention, 'author'>): string {
  return author.handle === '' ? `somebody (${NOT_KEPT})` : author.handle;
}

function markOf({ state, rank }: ShownMention): Mark {
  if (state === 'over') return 'ok';
  if (state === 'to-do') return 'wait';
  return rank >= GRAVE ? 'stop' : rank > 0 ? 'ask' : 'wait';
}

function facts(mention: ShownMention, now: number, timezone: string): string {
  const { at, answers, media, named, edited, text } = mention;
  return [
    wordsForMoment(at, now, timezone),
    answers ? 'answers a post of ours' : '',
    media === 0 ? '' : media === 1 ? 'with a picture or film' : `with ${media} pictures or films`,
    edited ? 'worded anew since we first read it' : '',
    named && text !== '' ? 'a pupil’s name is blotted out' : '',
  ]
    .filter((each) => each !== '')
    .join(' · ');
}

/** The item of a mention; `says` is what is said of it. */
export function mentionItem(
  mention: ShownMention,
  says: string,
  { now, timezone }: { now: number; timezone: string },
): Item {
  const { text, words } = mention;
  return {
    mark: markOf(mention),
    word: callIt(mention),
    text: `${whoWrote(mention)}: ${says}`,
    ...(words.length === 0 ? {} : { words: words.join(' … ') }),
    excerpt: text === '' ? NO_TEXT : shorten(text, LONGEST),
    small: facts(mention, now, timezone),
  };
}

/** Where it can be read as it stands. */
export function linkTo(mention: ShownMention): Part[] {
  if (mention.link === null) return [];
  return [{ part: 'link', label: `See ${callIt(mention).toLowerCase()}`, url: mention.link }];
}
