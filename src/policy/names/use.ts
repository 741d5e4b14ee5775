/** What the questions about a word's use share. */
import type { Around } from './around.ts';
import { IDEAS, TIMES } from './lexicon.ts';

/** Why a word is taken for a name. `strong` where it is a pupil's even beside a figure of that name. */
export type Use = { why: string; strong: boolean };
export type Question = (around: Around, at: number) => Use | null;

/** True for months, seasons, feelings and lessons: a school gives them capitals and makes them do things. */
export const isLoose = (word: string): boolean => TIMES.has(word) || IDEAS.has(word);

/** A use with its reason; `strong` where the reason alone is enough. */
export const use = (why: string, strong = false): Use => ({ why, strong });
