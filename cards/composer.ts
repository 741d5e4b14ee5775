/** The form in which a post is written, by its author or by one of SLT. */
import type { Occasion } from '../src/post/revision.ts';
import type { Card, Field, Item, Part } from './model.ts';
import { allOf, OCCASION_WORDS, purposeInWords } from './words.ts';

/** The most a form takes in every chat, in UTF-16 units: ten times a post. Slack's input takes no more. */
const LONGEST_TEXT = 3000;

/** As much of some words as the form takes, without half a character at the end. */
export function wordsThatFit(text: string): string {
  return text.length <= LONGEST_TEXT
    ? text
    : text.slice(0, LONGEST_TEXT).replace(/[\uD800-\uDBFF]$/, '');
}

/** What stands in the fields, as typed: a refused save shows it again unchanged. */
export type ComposerValues = {
  text: string;
  /** A handle; where it is none of `accounts` the first is chosen. */
  account: string;
  occasion: Occasion;
  /** ISO date and HH:MM, local; both empty asks for the next slot. */
  date: string;
  time: string;
};

export type ComposerView = {
  accounts: readonly string[];
  values: ComposerValues;
  /** Of the draft that is edited; absent for a new one. */
  draft?: string;
  revision?: number;
  /** What stops these words, where they were tried: it stands first. */
  toPutRight?: readonly Item[];
  /** How long a post the words make, such as "128 of 280". */
  count?: string;
  /** Posting hours in words, or null where the policy sets none. */
  hours: string | null;
  /** What the policy says the account is for. */
  purposes: readonly string[];
  /** Short words of the policy that stand where a post is written. */
  hints?: readonly string[];
};

function account(view: ComposerView): Part[] {
  const { accounts, values } = view;
  if (accounts.length < 2) return [];
  const value = accounts.includes(values.account) ? values.account : (accounts[0] ?? '');
  const choices = accounts.map((handle) => ({ value: handle, label: handle }));
  return [
    { part: 'field', field: { field: 'choice', id: 'account', label: 'Account', value, choices } },
  ];
}

function hintOf({ purposes, hints = [] }: ComposerView): string {
  const account =
    purposes.length === 0 ? [] : [`The account is for: ${allOf(purposes.map(purposeInWords))}.`];
  return [...account, ...hints].join(' ');
}

/**
 * The composer. `save` carries the fields `text`, `occasion`, `when-date` and `when-time`, and `account`
 * where the school has several; with a draft and revision it is a new wording of that one.
 */
export function composerCard(view: ComposerView): Card {
  const { values, draft, revision } = view;
  const about = draft === undefined ? {} : { draft };
  const title = draft === undefined ? 'Write a post' : 'Edit the post';
  const hint = hintOf(view);
  const text: Field = {
    field: 'text',
    id: 'text',
    label: 'What would you like to post?',
    value: values.text,
    long: true,
    required: true,
    longest: LONGEST_TEXT,
    ...(hint === '' ? {} : { hint }),
    ...(view.count === undefined ? {} : { count: view.count }),
  };
  const occasion: Field = {
    field: 'choice',
    id: 'occasion',
    label: 'Occasion',
    value: values.occasion,
    choices: Object.entries(OCCASION_WORDS).map(([value, label]) => ({ value, label })),
  };
  const hours = view.hours === null ? '' : ` Our posting hours are ${view.hours}.`;
  const when: Field = {
    field: 'moment',
    id: 'when',
    label: 'When',
    date: values.date,
    time: values.time,
    hint: `Leave both empty for the next slot.${hours}`,
  };
  const stops = view.toPutRight ?? [];
  const first: Part[] = stops.length === 0 ? [] : [{ part: 'items', items: [...stops] }];
  return {
    title,
    parts: [
      ...first,
      { part: 'field', field: text },
      ...account(view),
      { part: 'field', field: occasion },
      { part: 'field', field: when },
    ],
    buttons: [
      {
        action: 'save',
        label: 'Check it',
        look: 'main',
        takesFields: true,
        ...about,
        ...(revision === undefined ? {} : { revision }),
      },
    ],
    summary: title,
  };
}
