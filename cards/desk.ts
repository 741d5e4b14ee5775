/** The SLT desk: whether posts go out, what waits, and what the head still has to settle. */
import type { PeopleWaiting } from '../src/desk/people-waiting.ts';
import type { MonthSoFar } from '../src/desk/spend.ts';
import type { ListView } from '../src/desk/view.ts';
import type { Desk } from '../src/ports/store.ts';
import { listParts, type RowDoes } from './list.ts';
import type { Button, Card, Part } from './model.ts';
import { wordsForMoment } from './moment.ts';
import { peopleItems } from './people-waiting.ts';
import { nameOf, oneOrMore } from './words.ts';

export type DeskView = {
  /** Epoch ms. */
  now: number;
  timezone: string;
  schoolName: string;
  paused: Desk['paused'];
  names: Readonly<Record<string, string>>;
  /** What waits for SLT or for its slot. */
  queue: ListView;
  /** What waits about the people round the accounts; null for somebody who does not decide. */
  people: PeopleWaiting | null;
  /** Accounts nobody entitled has approved yet. */
  accounts: readonly string[];
  /** Agreements that want a countersignature; `at` is when they were signed, epoch ms. */
  agreements: readonly { person: string; name: string; at: number }[];
  /** What each account that bills its calls has cost this month. */
  spent: readonly MonthSoFar[];
  /** What the person who looks may do. */
  may: { pause: boolean; approveAccounts: boolean; countersign: boolean };
};

function pausedParts(view: DeskView): Part[] {
  const { paused } = view;
  if (paused === null) return [];
  const who = `${nameOf(view.names, paused.by)}, ${wordsForMoment(paused.at, view.now, view.timezone)}`;
  const text: Part = { part: 'text', text: 'Nothing goes out until you resume. Nothing is lost.' };
  return paused.why === '' ? [text] : [text, { part: 'quote', who, words: paused.why }];
}

function accountParts(view: DeskView): Part[] {
  if (view.accounts.length === 0) return [];
  const items = view.accounts.map((handle) => ({
    mark: 'ask' as const,
    word: 'Account',
    text: `${handle} waits for approval before it is used`,
    ...(view.may.approveAccounts
      ? { button: settle('approve-account', `Approve ${handle}`, handle) }
      : {}),
  }));
  return [{ part: 'items', items }];
}

function agreementParts(view: DeskView): Part[] {
  if (view.agreements.length === 0) return [];
  const items = view.agreements.map(({ person, name, at }) => ({
    mark: 'ask' as const,
    word: 'Agreement',
    text: `${name} signed ${wordsForMoment(at, view.now, view.timezone)}; it waits for a countersignature`,
    ...(view.may.countersign
      ? { button: settle('countersign', `Countersign for ${name}`, person) }
      : {}),
  }));
  return [{ part: 'items', items }];
}

/** Cents, and never less than there was: what costs a tenth of one is not free. */
function dollars(microdollars: number): string {
  const cents = Math.ceil(microdollars / 10_000);
  return `$${(cents / 100).toFixed(2)}`;
}

/** One row an account: about what the month has cost so far, and for what. */
function spentParts({ spent }: DeskView): Part[] {
  if (spent.length === 0) return [];
  const rows = spent.map(({ account, microdollars, posts, withLink, reads, removals, deeds }) => {
    const links = withLink === 0 ? '' : ` (${withLink} with a link)`;
    const made = [
      ...(posts === 0 ? [] : [`${oneOrMore(posts, 'post', 'posts')}${links}`]),
      ...(reads === 0 ? [] : [oneOrMore(reads, 'read', 'reads')]),
      ...(removals === 0 ? [] : [oneOrMore(removals, 'removal', 'removals')]),
      ...(deeds === 0 ? [] : [oneOrMore(deeds, 'other action', 'other actions')]),
    ];
    const value =
      made.length === 0 ? 'nothing yet' : `about ${dollars(microdollars)}: ${made.join(', ')}`;
    return {
      label: spent.length === 1 ? 'X so far this month' : `X this month, ${account}`,
      value,
    };
  });
  return [{ part: 'rows', rows }];
}

function settle(action: 'approve-account' | 'countersign', label: string, item: string): Button {
  return { action, label, item, look: 'plain', takesFields: false };
}

function pauseButton(view: DeskView): Button[] {
  if (!view.may.pause) return [];
  if (view.paused !== null) {
    return [{ action: 'resume', label: 'Resume posting', look: 'main', takesFields: false }];
  }
  return [
    {
      action: 'pause',
      label: 'Pause posting',
      look: 'danger',
      takesFields: false,
      asks: [
        {
          field: 'text',
          id: 'why',
          label: 'Why? Everyone whose post waits will read this',
          value: '',
          long: false,
          required: true,
          longest: 300,
        },
      ],
    },
  ];
}

/** People first, as they are few. Where they wait and no post does, it is not said that nothing waits. */
function queueParts({ queue, people, paused }: DeskView, rows: RowDoes): Part[] {
  const items = people === null ? [] : peopleItems(people);
  const posts = { ...queue, paused: paused !== null };
  if (items.length === 0) return listParts(posts, rows);
  const empty = 'No post asks for a decision, and none waits for its slot.';
  return [{ part: 'items', items }, ...listParts({ ...posts, empty }, rows)];
}

/**
 * The desk card. `rows` says what its rows do: on a page with room for it, posts are decided on in them. Pause asks
 * for a `why`; the head's matters carry the handle or person they are about.
 */
export function deskCard(view: DeskView, rows: RowDoes = 'open'): Card {
  const title = view.paused === null ? 'Posting is on' : 'Posting is paused';
  return {
    title,
    mark: view.paused === null ? 'ok' : 'stop',
    parts: [
      ...pausedParts(view),
      ...accountParts(view),
      ...agreementParts(view),
      { part: 'text', text: view.queue.title, look: 'strong' },
      ...queueParts(view, rows),
      ...spentParts(view),
    ],
    buttons: pauseButton(view),
    summary: `${view.schoolName}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
  };
}
