/** What waits about the people round the accounts: how many of each, and the command that shows them. */
import type { PeopleWaiting } from '../src/desk/people-waiting.ts';
import type { Item } from './model.ts';
import { oneOrMore } from './words.ts';

const item = (word: string, text: string): Item => ({ mark: 'ask', word, text });

function followItems({ asked, found, toDo }: PeopleWaiting['follows']): Item[] {
  const shown = '/follow list shows them';
  return [
    ...(asked === 0
      ? []
      : [
          `${oneOrMore(asked, 'request waits', 'requests wait')} for a decision on whom we follow: ${shown}`,
        ]),
    ...(found === 0
      ? []
      : [`${oneOrMore(found, 'follow that', 'follows that')} nobody decided on: ${shown}`]),
    ...(toDo === 0
      ? []
      : [`${oneOrMore(toDo, 'is', 'are')} decided on and still to be done: ${shown}`]),
  ].map((text) => item('Follows', text));
}

function reviewItem({ account, state, left, byHand }: PeopleWaiting['reviews'][number]): Item {
  const goesOn = `/desk review ${account} goes on with it`;
  if (state === 'reading') {
    return item('Review', `the followers of ${account} are being read: ${goesOn}`);
  }
  const parts = [
    ...(left === 0 ? [] : [`${left.toLocaleString('en-GB')} to decide on`]),
    ...(byHand === 0 ? [] : [`${byHand.toLocaleString('en-GB')} to block or remove by hand`]),
  ];
  const what = parts.length === 0 ? 'nothing left but to finish it' : parts.join(' and ');
  return item('Review', `of the followers of ${account}, ${what}: ${goesOn}`);
}

/** An item for each kind that has anything waiting; none where nothing does. */
export function peopleItems({ follows, reviews, mentions }: PeopleWaiting): Item[] {
  return [
    ...followItems(follows),
    ...reviews.map(reviewItem),
    ...mentions.map(({ account, waiting }) =>
      item(
        'Mentions',
        `${oneOrMore(waiting, 'mention waits', 'mentions wait')} for a decision: /desk mentions ${account} shows them`,
      ),
    ),
  ];
}
