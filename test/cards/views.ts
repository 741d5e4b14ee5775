/** Views as the desk would give them, for tests and the gallery: an invented school, one post through its life. */
import type { DraftView, ListView, PolicyView } from '../../src/desk/view.ts';
import type { Finding, Verdict } from '../../src/policy/rule.ts';
import type { Decision } from '../../src/ports/store.ts';
import type { Draft } from '../../src/post/draft.ts';
import type { State } from '../../src/post/lifecycle.ts';
import type { Revision } from '../../src/post/revision.ts';

/** Wednesday 14 January 2026, 15:10 in London. */
export const NOW = Date.UTC(2026, 0, 14, 15, 10);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Monday 19 January 2026, 8:00. */
export const MONDAY = Date.UTC(2026, 0, 19, 8, 0);

export const TEXT =
  'Year 4 built bridges out of newspaper today. The strongest held eleven dictionaries. Well done, everybody. #LarkriseScience';

export const HIDDEN: Finding = {
  rule: 'hidden-text',
  severity: 'block',
  message:
    'There is an invisible character in this word. Take it out, so that readers see what you see.',
  span: [7, 12],
  fix: { label: 'Take it out', text: TEXT },
  clauses: ['ST-11'],
};

export const HANDLE: Finding = {
  rule: 'individual-handle',
  severity: 'review',
  message:
    'Nobody has confirmed yet that this account may be mentioned. Say why it is fine, or leave it out.',
  span: [13, 20],
  clauses: ['ST-13'],
};

export const HASHTAG: Finding = {
  rule: 'hashtag-place',
  severity: 'review',
  message: 'A hashtag stands in the middle of the sentence. Our hashtags go at the end.',
  span: [109, 125],
  fix: { label: 'Move it to the end', text: TEXT },
  clauses: ['LH-14'],
};

export const LONG: Finding = {
  rule: 'length',
  severity: 'block',
  message: 'This is 14 over the 280 that fit. Shorten it a little.',
  span: [100, 124],
  clauses: [],
};

export const FINE = [
  'It is no answer to anybody',
  'Every photo has words for those who cannot see it',
  'Hashtags stand at the end',
  'It fits into 280',
];

export const AMY = 'amy';
export const SAM = 'sam';
export const JO = 'jo';

export type Change = {
  draft?: Partial<Draft>;
  revision?: Partial<Revision>;
  verdict?: Partial<Verdict>;
} & Partial<Omit<DraftView, 'draft' | 'revision'>>;

/** A view of post 12 by Amy Reid, clear and not sent yet, with whatever is changed. */
export function view(change: Change = {}): DraftView {
  const { draft, revision, verdict, ...rest } = change;
  return {
    now: NOW,
    timezone: 'Europe/London',
    schoolName: 'Larkrise Primary School',
    draft: {
      id: 'd12',
      school: 'larkrise',
      number: 12,
      author: AMY,
      state: 'drafted',
      revision: 1,
      account: '@LarkrisePrimary',
      slot: null,
      submittedAt: null,
      createdAt: NOW - 5 * MINUTE,
      updatedAt: NOW - 5 * MINUTE,
      url: null,
      publishedAt: null,
      note: null,
      ...draft,
    },
    revision: {
      draft: 'd12',
      number: 1,
      text: TEXT,
      editor: AMY,
      account: '@LarkrisePrimary',
      occasion: 'everyday',
      wanted: null,
      createdAt: NOW - 5 * MINUTE,
      hash: 'a'.repeat(64),
      ticked: [],
      reasons: [],
      policy: 'standard@1',
      ...revision,
      verdict: {
        outcome: 'clear',
        findings: [],
        passed: ['length', 'reply'],
        held: false,
        slot: NOW,
        weight: 125,
        limit: 280,
        ...revision?.verdict,
        ...verdict,
      },
    },
    policy: { name: 'standard', title: 'Larkrise social media policy', version: '1.0' },
    names: { [AMY]: 'Amy Reid', [SAM]: 'Sam Obi', [JO]: 'Jo Clarke' },
    clauses: {
      'ST-11': 'Posts say what they seem to say.',
      'ST-13': 'Only confirmed organisations are mentioned.',
      'LH-14': 'Hashtags come last.',
    },
    fine: FINE,
    heldUntil: null,
    statements: [
      { id: 'device', says: 'I am writing this on a school device', clauses: ['ST-04'] },
    ],
    hours: 'Mon–Fri 8:00–18:00',
    outlet: { name: 'x', page: 'https://x.example/LarkrisePrimary' },
    price: null,
    approval: null,
    decisions: [],
    deciders: ['Sam Obi', 'Jo Clarke'],
    barred: null,
    whoDecides: 'SLT',
    pending: [],
    removes: false,
    paused: null,
    ...rest,
  };
}

export function decision(change: Partial<Decision> = {}): Decision {
  return {
    draft: 'd12',
    revision: 1,
    by: SAM,
    kind: 'approve',
    note: null,
    at: NOW - HOUR,
    ...change,
  };
}

export function approval(needed = 1): NonNullable<DraftView['approval']> {
  return {
    draft: 'd12',
    revision: 1,
    hash: 'a'.repeat(64),
    openedAt: NOW - HOUR,
    needed,
    state: 'open',
    reminded: 0,
  };
}

/** One view of each state as it usually stands there. */
export const LIFE: Record<State, DraftView> = {
  drafted: view(),
  submitted: view({ draft: { state: 'submitted', submittedAt: NOW - HOUR }, approval: approval() }),
  'changes-asked': view({
    draft: { state: 'changes-asked', note: 'Could you say which class?' },
    decisions: [decision({ kind: 'changes', note: 'Could you say which class?' })],
  }),
  approved: view({
    draft: { state: 'approved', submittedAt: NOW - HOUR },
    decisions: [decision()],
  }),
  scheduled: view({
    draft: { state: 'scheduled', slot: MONDAY, submittedAt: NOW - HOUR, updatedAt: NOW },
    decisions: [decision()],
  }),
  publishing: view({ draft: { state: 'publishing', slot: NOW }, decisions: [decision()] }),
  published: view({
    draft: {
      state: 'published',
      slot: NOW,
      publishedAt: NOW,
      url: 'https://timeline.example/LarkrisePrimary/77',
    },
    decisions: [decision()],
  }),
  refused: view({
    draft: {
      state: 'refused',
      slot: NOW,
      note: 'The account has posted the same words already. Change them a little and try again.',
    },
    decisions: [decision()],
  }),
  unconfirmed: view({ draft: { state: 'unconfirmed', slot: NOW }, decisions: [decision()] }),
  declined: view({
    draft: { state: 'declined', note: 'We have had three about bridges this week.' },
    decisions: [
      decision({ kind: 'decline', by: JO, note: 'We have had three about bridges this week.' }),
    ],
  }),
  withdrawn: view({ draft: { state: 'withdrawn', submittedAt: NOW - HOUR } }),
  removed: view({
    draft: {
      state: 'removed',
      slot: NOW,
      publishedAt: NOW - HOUR,
      updatedAt: NOW,
      url: 'https://timeline.example/LarkrisePrimary/77',
      note: 'Sam Obi took it down: the date was wrong.',
    },
    decisions: [decision()],
  }),
  expired: view({ draft: { state: 'expired', submittedAt: NOW - 6 * DAY } }),
};

/** What the posts of a list say, in its order. */
const POSTS = [
  TEXT,
  'The library has forty new books, and Year 2 has read nine of them already.',
  'Our guinea pig Biscuit has moved to the big hutch by the pond.',
  'Thank you to everybody who came to the harvest assembly.',
];

export function list(change: Partial<ListView> = {}): ListView {
  const states: State[] = ['submitted', 'scheduled', 'refused', 'published'];
  return {
    now: NOW,
    paused: false,
    whoDecides: 'SLT',
    timezone: 'Europe/London',
    title: 'What is waiting',
    empty: 'Nothing is waiting.',
    rows: states.map((state, place) => ({
      draft: { ...LIFE[state].draft, number: 12 + place, id: `d${12 + place}` },
      words: POSTS[place] ?? TEXT,
      author: 'Amy Reid',
      opens: true,
    })),
    more: 3,
    ...change,
  };
}

/** What waits on the desk: nothing that is out or was not taken. */
export function waiting(): ListView {
  const { rows } = list();
  return list({ rows: rows.slice(0, 2) });
}

export function policy(change: Partial<PolicyView> = {}): PolicyView {
  return {
    policy: {
      name: 'standard',
      title: 'Larkrise social media policy',
      version: '1.0',
      document: 'Social media policy, adopted 2025',
    },
    asked: null,
    topics: [
      { id: 'purpose', title: 'What the account is for', count: 4 },
      { id: 'photos', title: 'Photos', count: 6 },
      { id: 'names', title: 'Names', count: 3 },
      { id: 'hours', title: 'Hours', count: 2 },
      { id: 'devices', title: 'Devices', count: 2 },
    ],
    sections: [
      {
        title: 'Photos',
        clauses: [
          {
            id: 'ST-20',
            says: 'A photo never shows a face whose parents said no.',
            held: [
              { how: 'checked', by: 'every photo is checked against the roll', held: true },
              { how: 'recorded', by: 'deletion after a trip', held: false },
            ],
          },
          {
            id: 'ST-21',
            says: 'Photos have a description.',
            held: [
              { how: 'checked', by: 'a photo without one goes to SLT with a flag', held: true },
            ],
          },
        ],
      },
    ],
    related: ['Online safety', 'Acceptable use'],
    links: [{ label: 'Report something harmful', url: 'https://safety.example/report' }],
    contact: 'office@larkrise.example',
    nothing: null,
    ...change,
  };
}
