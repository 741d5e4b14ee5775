/** Ask for changes, Decline and Take it down: what they want to know first, wherever they stand. */
import type { Button, Field } from './model.ts';

/** A longest note or reason, in UTF-16 units. */
const LONGEST_NOTE = 1000;

function note(id: string, label: string): Field {
  return {
    field: 'text',
    id,
    label,
    value: '',
    long: true,
    required: true,
    longest: LONGEST_NOTE,
  };
}

/** A longest reason for taking down what is out, in UTF-16 units: it stands on its cards. */
const LONGEST_WHY = 300;

type Refusing = Pick<Button, 'action' | 'label' | 'look' | 'asks'>;

/** Asks for a `note` to the author (a name). */
export function changesButton(author: string): Refusing {
  const asks = [note('note', `What should ${author} change?`)];
  return { action: 'changes', label: 'Ask for changes', look: 'plain', asks };
}

/** Asks for a `reason`, which the author (a name) reads. */
export function declineButton(author: string): Refusing {
  const asks = [note('reason', `Why not? ${author} will read this`)];
  return { action: 'decline', label: 'Decline', look: 'danger', asks };
}

/** Asks for a `reason`, which the author reads. */
export function removeButton(author: string): Refusing {
  const asks = [{ ...note('reason', `Why? ${author} will read this`), longest: LONGEST_WHY }];
  return { action: 'remove', label: 'Take it down', look: 'danger', asks };
}
