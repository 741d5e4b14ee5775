import { z } from 'zod';
import { describedIn } from '../meaning/described.ts';
import type { Target } from '../meaning/households.ts';
import { DOUBTED, judgementOf } from '../meaning/learnt.ts';
import { namedTargets } from '../meaning/one-named.ts';
import { unnamedIn } from '../meaning/one-person.ts';
import { outside, phraseFinder } from '../meaning/phrases.ts';
import { quotesIn, type Reading, readingOf } from '../meaning/reading.ts';
import { wordFile } from '../meaning/word-file.ts';
import type { Facts, Rule, Seen } from '../rule.ts';

const file = wordFile('targeted.yaml', ['kin', 'year', 'one', 'act', 'to_one', 'opening', 'fine']);
const toOne = phraseFinder(file.to_one, file);
const opening = phraseFinder(file.opening, file);
const fine = phraseFinder(file.fine, file);

const judged = judgementOf('learnt-targeted.txt');

const UNNAMED =
  'This reads as a message to one family or one person, though nobody is named. Post what is for everyone, and tell them yourselves.';
/** Messages to somebody who is not named. */
function unnamed(reading: Reading): Seen[] {
  const starts = new Set(reading.words.filter(({ opens }) => opens).map(({ from }) => from));
  const found = [
    ...toOne(reading),
    ...opening(reading).filter(({ from }) => starts.has(from)),
    ...describedIn(reading),
    ...unnamedIn(reading),
  ];
  if (found.length === 0) return [];
  const aside = [...fine(reading), ...quotesIn(reading)];
  const [first] = outside(found, aside).sort((a, b) => a.from - b.from);
  return first ? [{ message: UNNAMED, span: reading.spanOf(first.from, first.to) }] : [];
}

/** Somebody singled out by name, or without one, and not only so that other words doubt it. */
function singled(reading: Reading, facts: Facts): Seen[] {
  const found = namedTargets(reading, facts);
  const named = found.find(({ sure }) => sure) ?? found[0];
  const seen = named === undefined ? unnamed(reading) : [seenOf(reading, named)];
  // What is learnt may doubt a phrase. It cannot say what singles anybody out, and blocks nothing by itself.
  if (seen.length === 0 || named?.sure || judged(reading, facts).leans > DOUBTED) return seen;
  return [];
}

function seenOf(reading: Reading, named: Target): Seen {
  return {
    message: `This reads as a message to one family because ${named.why}. Speak to a class or to everyone, and tell the family yourselves.`,
    span: reading.spanOf(named.from, named.to),
  };
}

/** Content aimed at one pupil, parent or family, named or not; at most one finding a draft. */
export const targeted: Rule<Record<string, never>> = {
  name: 'targeted',
  means: () => 'Nothing is aimed at one pupil, parent or family',
  options: z.strictObject({}),
  check: ({ draft, facts }) => singled(readingOf(draft.text), facts),
};
