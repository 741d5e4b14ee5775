/** The places at which a process may die, from typed to published. */

/** What a transaction writes to the ledger, in the order a post meets it. */
export const STEPS = [
  'draft.written',
  'draft.submitted',
  'draft.approved',
  'post.attempted',
  'post.published',
  'post.unconfirmed',
  'post.not-found',
  'post.released',
  /** No row: a notice that is done with, a copy remembered, a look planned. */
  'outbox',
] as const;
export type Step = (typeof STEPS)[number];

const AROUND = [
  'the outlet’s call',
  'reading the timeline back',
  'a write to the timeline',
  'a write to a chat',
  'a claim on a job',
] as const;

export type Boundary =
  | `${'before' | 'after'} the commit of ${Step}`
  | `${'before' | 'after'} ${(typeof AROUND)[number]}`;

/** Every boundary a process can be told to die at. */
export const BOUNDARIES: readonly Boundary[] = [
  ...STEPS.flatMap((step): Boundary[] => [
    `before the commit of ${step}`,
    `after the commit of ${step}`,
  ]),
  ...AROUND.flatMap((what): Boundary[] => [`before ${what}`, `after ${what}`]),
];

/** The step a transaction is named after: the one of its ledger rows that a post meets first. */
export function stepOf(events: readonly string[]): Step {
  return STEPS.find((step) => events.includes(step)) ?? 'outbox';
}

/** How the outlet behaves at its first call in a life. */
export type Mood = 'well' | 'posts but answers nothing' | 'neither posts nor answers';

/** How one life of a process ends: at the n-th crossing of a boundary, from outside, or by being asked to. */
export type Fate = { at: Boundary; crossing: number; mood: Mood } | { at: null; mood: Mood };

/** The mood without which a boundary is seldom met. */
export function moodFor(at: Boundary): Mood {
  if (/not-found|released/.test(at)) return 'neither posts nor answers';
  if (/unconfirmed|read/.test(at)) return 'posts but answers nothing';
  return 'well';
}
