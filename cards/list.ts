/** Lists of drafts: a person's own, the queue, what waits on the desk. */
import type { ListView } from '../src/desk/view.ts';
import type { Draft } from '../src/post/draft.ts';
import type { State } from '../src/post/lifecycle.ts';
import type { Button, Card, Item, Mark, Part } from './model.ts';
import { wordsForMoment } from './moment.ts';
import { deciderOf, shorten } from './words.ts';

/** Enough of a post to know it by, in UTF-16 units. */
const LONGEST_WORDS = 90;

const MARKS: Record<State, Mark> = {
  drafted: 'wait',
  submitted: 'wait',
  'changes-asked': 'ask',
  approved: 'wait',
  scheduled: 'wait',
  publishing: 'wait',
  published: 'ok',
  refused: 'stop',
  unconfirmed: 'ask',
  declined: 'wait',
  withdrawn: 'wait',
  expired: 'wait',
};

function stands(draft: Draft, view: ListView): string {
  const moment = (at: number) => wordsForMoment(at, view.now, view.timezone);
  const at = (word: string, time: number | null) =>
    time === null ? word : `${word} ${moment(time)}`;
  switch (draft.state) {
    case 'drafted':
      return 'not sent yet';
    case 'submitted':
      return at(`with ${deciderOf(view)} since`, draft.submittedAt).replace(/ since$/, '');
    case 'changes-asked':
      return 'changes asked for';
    case 'approved':
      return 'approved';
    case 'scheduled':
      if (view.paused) return 'approved, held while posting is paused';
      return draft.slot === null ? 'approved' : at('goes out', draft.slot);
    case 'publishing':
      return 'going out now';
    case 'published':
      return at('published', draft.publishedAt);
    case 'refused':
      return 'not taken by the account';
    case 'unconfirmed':
      return 'not sure whether it went out';
    case 'declined':
      return at('declined', draft.updatedAt);
    case 'withdrawn':
      return at('withdrawn', draft.updatedAt);
    case 'expired':
      return 'out of time';
  }
}

const OPENERS = { open: 'Open', withdraw: 'Withdraw' } as const;

function rowButton(draft: Draft, action: keyof typeof OPENERS): Button {
  return {
    action,
    label: `${OPENERS[action]} post ${draft.number}`,
    draft: draft.id,
    revision: draft.revision,
    look: action === 'withdraw' ? 'danger' : 'plain',
    takesFields: false,
  };
}

/** The rows of a list, with a button each that the reader may open, or a sentence where there are none. */
export function listParts(view: ListView, action: keyof typeof OPENERS = 'open'): Part[] {
  if (view.rows.length === 0) return [{ part: 'text', text: view.empty }];
  const items = view.rows.map(({ draft, words, author, opens }): Item => {
    const item: Item = {
      mark: MARKS[draft.state],
      word: `Post ${draft.number}`,
      text: stands(draft, view),
      small: `by ${author}, for ${draft.account}`,
      ...(opens ? { button: rowButton(draft, action) } : {}),
    };
    return words === '' ? item : { ...item, excerpt: shorten(words, LONGEST_WORDS) };
  });
  const more: Part[] =
    view.more === 0 ? [] : [{ part: 'text', text: `and ${view.more} more`, look: 'small' }];
  return [{ part: 'items', items }, ...more];
}

/** A list as a card; each row opens its draft, or withdraws it where that was asked for. */
export function listCard(view: ListView, action: keyof typeof OPENERS = 'open'): Card {
  const total = view.rows.length + view.more;
  return {
    title: view.title,
    parts: listParts(view, action),
    buttons: [],
    summary: total === 0 ? `${view.title}: ${view.empty}` : `${view.title}: ${total}`,
  };
}
