/** The page of somebody who decides, when very much waits for them. */
import { expect, test } from 'vitest';
import { deskCard } from '../../cards/desk.ts';
import { homeCard } from '../../cards/home.ts';
import { homeOf, messageOf } from '../../cards/render/block-kit.ts';
import { textCard } from '../../cards/render/text.ts';
import { blockFaults, viewFaults, walkBlocks } from './block-kit-shape.ts';
import { FINE, HOUR, LIFE, list, NOW, TEXT } from './views.ts';

const OPTIONS = { place: 'p1', memberOf: () => 'U0AMY', team: 'T0SCHOOL' };
const WHOLE = `${TEXT} ${'Very well done. '.repeat(10)}`.slice(0, 280);
const queue = list({
  rows: Array.from({ length: 10 }, (_, n) => ({
    draft: { ...LIFE.submitted.draft, id: `d${n}`, number: n + 1 },
    words: TEXT,
    author: 'Amy Reid',
    opens: true,
    awaits: {
      text: WHOLE,
      flags: [
        'Nobody has confirmed yet that this account may be mentioned.',
        'A hashtag stands early.',
      ],
      reminded: n,
      next: n === 9 ? null : NOW + HOUR,
      decides: true,
    },
  })),
});
const DESK = {
  now: NOW,
  timezone: 'Europe/London',
  schoolName: 'Larkrise Primary School',
  paused: null,
  names: {},
  queue,
  people: null,
  accounts: [],
  agreements: [],
  spent: [],
  may: { pause: true, approveAccounts: false, countersign: false },
};

function pressed(blocks: readonly object[], action: string): number {
  return walkBlocks(blocks).filter(({ at }) => String(at.action_id ?? '').includes(`${action}.`))
    .length;
}

test('Ten posts that wait are decided on in their rows, each shown whole, and Slack takes the page', () => {
  const { now, timezone, schoolName } = DESK;
  const card = homeCard({
    now,
    timezone,
    schoolName,
    mine: list(),
    desk: DESK,
    duties: null,
    record: null,
    rules: FINE,
  });
  const page = homeOf(card, OPTIONS);
  expect(viewFaults(page)).toEqual([]);
  for (const action of ['approve', 'ask:changes', 'ask:decline']) {
    expect(pressed(page.blocks, action), action).toBe(10);
  }
  expect(JSON.stringify(page.blocks).split(WHOLE)).toHaveLength(11);
});

test('The same desk as a message opens them, and says when each is reminded of', () => {
  const card = deskCard(DESK);
  const { blocks } = messageOf(card, OPTIONS);
  expect(blockFaults(blocks, 'message')).toEqual([]);
  expect(pressed(blocks, 'approve')).toBe(0);
  expect(pressed(blocks, 'open')).toBe(10);
  const text = textCard(card);
  expect(text).toContain('reminder today 16:10');
  expect(text).toContain('reminded 2 times, next today 16:10');
  expect(text).toContain('reminded 9 times, and no more');
});
