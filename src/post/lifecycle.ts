/** The table of states: what may happen to a draft, and where it leads. Nothing else changes a state. */

export type State =
  | 'drafted'
  | 'submitted'
  | 'changes-asked'
  | 'approved'
  | 'scheduled'
  | 'publishing'
  | 'published'
  | 'refused'
  | 'unconfirmed'
  | 'declined'
  | 'withdrawn'
  | 'expired'
  | 'removed';

export type Step =
  | 'submit'
  | 'revise'
  | 'amend'
  | 'ask-changes'
  | 'decline'
  | 'approve'
  | 'schedule'
  | 'void'
  | 'attempt'
  | 'publish'
  | 'refuse'
  | 'lose-sight'
  | 'put-off'
  | 'release'
  | 'hold'
  | 'withdraw'
  | 'expire'
  | 'remove';

/**
 * From each state, the steps that may be taken and the state they lead to.
 * `revise` is the author's edit, `amend` is an edit by SLT, `void` is Bellbird's own withdrawal of an
 * approval that no longer holds, `lose-sight` is an attempt of unknown fate, `put-off` is one that surely made
 * no post and is made again later by itself, `release` is a person's decision that an attempt did not go out,
 * `hold` takes a slot back that no longer exists, and `remove` takes down what is out, or finds it gone.
 * An answer may come after Bellbird has lost sight of its attempt: it still counts.
 */
export const LIFECYCLE: Record<State, Partial<Record<Step, State>>> = {
  drafted: { submit: 'submitted', revise: 'drafted', withdraw: 'withdrawn' },
  submitted: {
    revise: 'drafted',
    amend: 'submitted',
    'ask-changes': 'changes-asked',
    decline: 'declined',
    approve: 'approved',
    withdraw: 'withdrawn',
    expire: 'expired',
  },
  'changes-asked': { revise: 'drafted', withdraw: 'withdrawn' },
  approved: {
    schedule: 'scheduled',
    revise: 'drafted',
    amend: 'submitted',
    void: 'changes-asked',
    withdraw: 'withdrawn',
  },
  scheduled: {
    schedule: 'scheduled',
    hold: 'approved',
    attempt: 'publishing',
    revise: 'drafted',
    amend: 'submitted',
    void: 'changes-asked',
    withdraw: 'withdrawn',
  },
  publishing: {
    publish: 'published',
    refuse: 'refused',
    'put-off': 'approved',
    'lose-sight': 'unconfirmed',
  },
  unconfirmed: {
    publish: 'published',
    refuse: 'refused',
    'put-off': 'approved',
    release: 'approved',
  },
  refused: { release: 'approved', revise: 'drafted', withdraw: 'withdrawn' },
  published: { remove: 'removed' },
  declined: {},
  withdrawn: {},
  expired: {},
  removed: {},
};

/** Where a step leads from a state, or null where it may not be taken. */
export function next(state: State, step: Step): State | null {
  return LIFECYCLE[state][step] ?? null;
}
