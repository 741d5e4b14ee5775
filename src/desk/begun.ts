/**
 * What somebody had begun to type in a form and not sent: a closed form, or a refused one, must not cost them
 * their words. Held in memory only, for they may name a pupil.
 */
import type { Clock } from '../ports/clock.ts';
import { forAWhile } from './for-a-while.ts';
import { HELD_FOR } from './unkept.ts';

/** Whose words, and of which draft where they are not a new one's. */
export type Writing = {
  school: { id: string };
  person: { id: string };
  draft: { id: string; revision: number } | null;
};

export type BegunWords = {
  /** Holds the fields of a form by their ids; where its text is empty nothing is held any more. */
  hold: (writing: Writing, fields: Readonly<Record<string, string>>) => void;
  /** Null where nothing was begun, or it was forgotten: after half an hour, a restart, or many others. */
  find: (writing: Writing) => Readonly<Record<string, string>> | null;
  forget: (writing: Writing) => void;
};

const MOST_HELD = 500;

const keyOf = ({ school, person, draft }: Writing) =>
  JSON.stringify([school.id, person.id, draft?.id, draft?.revision]);

export function begunWords(clock: Clock): BegunWords {
  const held = forAWhile<Readonly<Record<string, string>>>(clock, HELD_FOR, MOST_HELD);
  return {
    hold: (writing, fields) =>
      (fields.text ?? '').trim() === ''
        ? held.forget(keyOf(writing))
        : held.hold(keyOf(writing), fields),
    find: (writing) => held.find(keyOf(writing))?.what ?? null,
    forget: (writing) => held.forget(keyOf(writing)),
  };
}
