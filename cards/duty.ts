/** A duty as a card, and all of them as a list. */
import type { DutiesView, DutyView } from '../src/desk/duty-view.ts';
import type { Button, Card, Item, Part } from './model.ts';
import { wordsForMoment } from './moment.ts';
import { sayCard } from './say.ts';
import { capitalised, oneOf } from './words.ts';

const NAMES = { 'follower-review': 'Follower review' } as const;

const nameOf = ({ duty }: DutyView) => `${NAMES[duty.kind]} of ${duty.about}`;

function stands(view: DutyView): string {
  const { duty, now, timezone } = view;
  const at = (moment: number) => wordsForMoment(moment, now, timezone);
  if (duty.done) {
    const late = duty.done.at > duty.by ? `, ${'after'} ${at(duty.by)}` : '';
    return `done by ${view.doneBy} ${at(duty.done.at)}${late}`;
  }
  return view.overdue ? `overdue since ${at(duty.by)}` : `to be done by ${at(duty.by)}`;
}

function does({ duty, here }: DutyView): Button {
  if (here) {
    const label = 'Start the review';
    return { action: 'review', label, item: duty.about, look: 'main', takesFields: false };
  }
  const item = `duty:${duty.id}`;
  return {
    action: 'duty-done',
    label: 'It is done',
    item,
    look: 'main',
    takesFields: false,
    asks: [
      {
        field: 'text',
        id: 'evidence',
        label: 'What did you look at, and what did you find?',
        value: '',
        long: true,
        required: true,
        longest: 500,
      },
    ],
  };
}

/** The card of one duty: whose it is, by when, and the way to it. Null is one that is asked for no more. */
export function dutyCard(view: DutyView | null): Card {
  if (view === null) {
    return sayCard(
      'Not asked for any more',
      'The school’s policy no longer asks for this.',
      'over',
    );
  }
  const { duty } = view;
  const state = stands(view);
  const who = oneOf(view.people);
  const text = duty.done
    ? duty.done.evidence
    : `Our policy asks ${who} for it. New followers are shown with the doubtful first; it takes about ten minutes.`;
  return {
    title: nameOf(view),
    mark: duty.done ? 'ok' : view.overdue ? 'stop' : 'wait',
    parts: [
      { part: 'text', text: `${capitalised(state)}.`, look: 'strong' },
      { part: 'text', text },
    ],
    buttons: duty.done ? [] : [does(view)],
    summary: `${nameOf(view)}: ${state}`,
  };
}

function rowOf(view: DutyView, mine: boolean): Item {
  return {
    mark: view.duty.done ? 'ok' : view.overdue ? 'stop' : 'wait',
    word: nameOf(view),
    text: stands(view),
    ...(view.duty.done
      ? { small: view.duty.done.evidence }
      : { small: `for ${oneOf(view.people)}` }),
    ...(mine ? { button: does(view) } : {}),
  };
}

/** What is due, what was done, and what comes next. */
export function dutiesCard(view: DutiesView): Card {
  const { open, done, next, mine, now, timezone } = view;
  const late = open.filter(({ overdue }) => overdue).length;
  const title =
    late > 0
      ? `${late} overdue`
      : open.length > 0
        ? `${open.length} to do`
        : 'Nothing is due just now';
  const list = (head: string, items: Item[]): Part[] =>
    items.length === 0
      ? []
      : [
          { part: 'text', text: head, look: 'strong' },
          { part: 'items', items },
        ];
  const coming = next.map(
    ({ about, at }): Item => ({
      mark: 'over',
      word: `Follower review of ${about}`,
      text: `falls due ${wordsForMoment(at, now, timezone)}`,
    }),
  );
  const none = open.length + done.length + next.length === 0;
  return {
    title,
    mark: late > 0 ? 'stop' : open.length > 0 ? 'wait' : 'ok',
    parts: none
      ? [{ part: 'text', text: 'Our policy asks for no work with a date.' }]
      : [
          ...list(
            'To do',
            open.map((each) => rowOf(each, mine.includes(each.duty.id))),
          ),
          ...list('Comes next', coming),
          ...list(
            'Done',
            done.map((each) => rowOf(each, false)),
          ),
        ],
    buttons: [],
    summary: `Duties: ${title}`,
  };
}
