/** Lists of drafts: a person's own, the queue, what waits on the desk. */
import type { Awaits, ListView } from '../src/desk/view.ts';
import type { Draft } from '../src/post/draft.ts';
import type { State } from '../src/post/lifecycle.ts';
import type { Button, Card, Item, Mark, Part } from './model.ts';
import { wordsForMoment } from './moment.ts';
import { GONE_FOR_GOOD } from './post.ts';
import { changesButton, declineButton } from './refusing.ts';
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
  removed: 'over',
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
    case 'removed':
      return at('taken down', draft.updatedAt);
  }
}

/** How often those who decide were reminded, and when they will be next. */
function reminders({ reminded, next }: Awaits, view: ListView): string {
  const times =
    reminded === 0 ? '' : reminded === 1 ? 'reminded once' : `reminded ${reminded} times`;
  if (next === null) return times === '' ? 'no reminder' : `${times}, and no more`;
  const at = wordsForMoment(next, view.now, view.timezone);
  return times === '' ? `reminder ${at}` : `${times}, next ${at}`;
}

/** Approving and refusing where the list stands, beside opening it. */
function deciding(draft: Draft, author: string): Button[] {
  const about = { draft: draft.id, revision: draft.revision, takesFields: false } as const;
  const { number } = draft;
  return [
    { ...about, action: 'approve', label: `Approve post ${number}`, look: 'main' },
    { ...about, ...changesButton(author), label: `Ask for changes to post ${number}` },
    { ...about, ...declineButton(author), label: `Decline post ${number}` },
    rowButton(draft, 'open'),
  ];
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
    ...(action === 'withdraw' ? { sure: GONE_FOR_GOOD } : {}),
  };
}

type Row = ListView['rows'][number];

function rowItem({ draft, words, author, awaits }: Row, view: ListView): Item {
  const small = [
    `by ${author}, for ${draft.account}`,
    ...(awaits === undefined ? [] : [reminders(awaits, view)]),
    ...(words === '' ? ['words not shown: they named a pupil'] : []),
  ];
  return {
    mark: MARKS[draft.state],
    word: `Post ${draft.number}`,
    text: stands(draft, view),
    ...(words === '' ? {} : { excerpt: shorten(words, LONGEST_WORDS) }),
    small: small.join(' · '),
  };
}

function rowParts(row: Row, view: ListView, does: RowDoes): Part[] {
  const { draft, author, opens, awaits } = row;
  const item = rowItem(row, view);
  if (does === 'decide' && awaits?.decides) {
    // Whoever decides here reads here what they decide on: all of it, and what was flagged.
    const whole: Item = awaits.text === '' ? item : { ...item, excerpt: awaits.text };
    const flags = awaits.flags.map((text): Item => ({ mark: 'ask', word: 'Flagged', text }));
    return [
      { part: 'items', items: [whole, ...flags] },
      { part: 'buttons', buttons: deciding(draft, author) },
    ];
  }
  const button = rowButton(draft, does === 'withdraw' ? 'withdraw' : 'open');
  return [{ part: 'items', items: [opens ? { ...item, button } : item] }];
}

/** Lists that stand next to each other are one. */
function together(parts: readonly Part[]): Part[] {
  const all: Part[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (part.part === 'items' && last?.part === 'items') last.items.push(...part.items);
    else all.push(part);
  }
  return all;
}

/** What a row's button does. `decide`: where the reader may, the post is decided on in its row. */
export type RowDoes = keyof typeof OPENERS | 'decide';

/** The rows of a list, with a button each that the reader may open, or a sentence where there are none. */
export function listParts(view: ListView, does: RowDoes = 'open'): Part[] {
  if (view.rows.length === 0) return [{ part: 'text', text: view.empty }];
  const more: Part[] =
    view.more === 0 ? [] : [{ part: 'text', text: `and ${view.more} more`, look: 'small' }];
  return [...together(view.rows.flatMap((row) => rowParts(row, view, does))), ...more];
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
