/** Sample home pages: of a head who also writes, and of a teacher with nothing under way. */
import { type HomeView, homeCard } from '../../cards/home.ts';
import type { Card } from '../../cards/model.ts';
import { AMY, DAY, HOUR, JO, list, NOW, SAM, waiting } from './views.ts';

const RULES = [
  'A post fits into 280 characters',
  'No pupil is named',
  'Every photo has words for those who cannot see it',
  'Nobody is answered',
];

function home(change: Partial<HomeView>): Card {
  return homeCard({
    now: NOW,
    timezone: 'Europe/London',
    schoolName: 'Larkrise Primary School',
    mine: list({ title: 'Your posts', empty: 'You have written none yet.', more: 0 }),
    desk: null,
    duties: null,
    record: null,
    rules: RULES,
    ...change,
  });
}

function duties(): HomeView['duties'] {
  const duty = {
    id: 'follower-review:@Larkrise_Pri:2026-01-05',
    kind: 'follower-review' as const,
    about: '@Larkrise_Pri',
    opensAt: NOW - 4 * DAY,
    by: NOW - DAY,
    told: 'overdue' as const,
    toldAt: NOW - HOUR,
    done: null,
  };
  const common = { now: NOW, timezone: 'Europe/London' };
  const people = ['Sam Obi', 'Jo Clarke'];
  const open = [{ ...common, duty, overdue: true, people, here: true, doneBy: null }];
  const next = [{ about: '@Larkrise_Sport', at: NOW + 3 * DAY }];
  return { ...common, open, done: [], next, mine: [duty.id] };
}

/** Home pages by name. */
export function homes(): Record<string, Card> {
  return {
    'home of a teacher': home({
      mine: list({ title: 'Your posts', empty: 'You have written none yet.', rows: [], more: 0 }),
    }),
    'home of a head': home({
      mine: list({
        title: 'Your posts',
        rows: list()
          .rows.slice(2)
          .map((row) => ({ ...row, author: 'Jo Clarke' })),
        more: 0,
      }),
      desk: {
        now: NOW,
        timezone: 'Europe/London',
        schoolName: 'Larkrise Primary School',
        paused: null,
        names: { [AMY]: 'Amy Reid', [SAM]: 'Sam Obi', [JO]: 'Jo Clarke' },
        queue: waiting(),
        people: null,
        accounts: ['@Larkrise_Sport'],
        agreements: [{ person: AMY, name: 'Amy Reid', at: NOW - DAY }],
        spent: [],
        may: { pause: true, approveAccounts: true, countersign: true },
      },
      duties: duties(),
      record: {
        clauses: 24,
        missing: ['ST-05', 'ST-15', 'ST-20'],
        held: 21,
        policy: 'Larkrise social media policy',
        lines: [
          { at: NOW - HOUR, says: 'Sam Obi approved post 12' },
          { at: NOW - DAY, says: 'Amy Reid sent on post 12' },
        ],
      },
    }),
  };
}
