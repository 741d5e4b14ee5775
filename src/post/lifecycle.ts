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
  | 'expired';

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
  | 'release'
  | 'hold'
  | 'withdraw'
  | 'expire';

/**
 * From each state, the steps that may be taken and the state they lead to.
 * `revise` is the author's edit, `amend` is an edit by SLT, `void` is Bellbird's own withdrawal of an
 * approval that no longer holds, `lose-sight` is an attempt of unknown fate, `release` is a person's
 * decision that an attempt did not go out, and `hold` takes a slot back that no longer exists.
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
  publishing: { publish: 'published', refuse: 'refused', 'lose-sight': 'unconfirmed' },
  unconfirmed: { publish: 'published', release: 'approved', withdraw: 'withdrawn' },
  refused: { release: 'approved', revise: 'drafted', withdraw: 'withdrawn' },
  published: {},
  declined: {},
  withdrawn: {},
  expired: {},
};

/** Where a step leads from a state, or null where it may not be taken. */
export function next(state: State, step: Step): State | null {
  return LIFECYCLE[state][step] ?? null;
}
