/** Whether a word is a name among several: "Grace and Poppy were the narrators", "School council: Poppy, Grace". */
import { type Around, isRaised, low } from './around.ts';
import { isGiven } from './given-names.ts';
import { CHOSEN } from './lexicon.ts';
import { type Question, use } from './use.ts';

const OFFICES =
  /^(?:narrators?|council|councillors|councils?|committee|captains|readers|winners|stars|soloists|prefects|monitors|ambassadors|leads|judges|singers|dancers|hosts|presenters|reporters|scorers|runners|champions|heroes|helpers|cast|choir|crew|squad|team)$/;
const NOT_OF_PEOPLE = /^(?:word|value|theme|book|flower|season|month|colour|plant)s?$/;
/** How many names of a list are read. */
const LONGEST_LIST = 12;

/** How many places on the next of a list stands: 1 after a comma, 2 after "and"; 0 where the list ends. */
function stepOn(around: Around, at: number): number {
  const next = around.tokens[at + 1];
  if (next === undefined) return 0;
  const joined = next.low === 'and' && /^,?\s$/.test(next.gap);
  const step = joined ? 2 : /^(?:,| &)\s$/.test(next.gap) ? 1 : 0;
  const word = around.tokens[at + step];
  if (step === 0 || !isGiven(word?.low ?? '')) return 0;
  return joined && word?.gap !== ' ' ? 0 : step;
}

function stepBack(around: Around, at: number): number {
  for (const step of [1, 2]) if (stepOn(around, at - step) === step) return step;
  return 0;
}

/** Where the list of names around a place begins and ends. */
function listAround(around: Around, at: number): readonly [first: number, last: number] {
  let [first, last] = [at, at];
  for (let read = 0; read < LONGEST_LIST; read += 1) {
    const back = first > 0 ? stepBack(around, first) : 0;
    if (back === 0 || !isGiven(low(around, first - back))) break;
    first -= back;
  }
  for (let read = 0; read < LONGEST_LIST; read += 1) {
    const step = stepOn(around, last);
    if (step === 0) break;
    last += step;
  }
  return [first, last];
}

/** Two given names or more in a list, whose office goes before them with a colon, or after "were the". */
export const together: Question = (around, at) => {
  const token = around.tokens[at];
  if (!isRaised(token) || !isGiven(token?.low ?? '')) return null;
  const [first, last] = listAround(around, at);
  if (first === last) return null;
  const label = low(around, first - 1);
  const labelled = /^\s?:\s$/.test(around.tokens[first]?.gap ?? '');
  if (labelled && (OFFICES.test(label) || CHOSEN.has(label)) && !NOT_OF_PEOPLE.test(label))
    return use('it stands in a list of who was chosen', true);
  if (!/^(?:were|are)$/.test(low(around, last + 1))) return null;
  if (!/^(?:the|our)$/.test(low(around, last + 2))) return null;
  const office = [3, 4].some((step) => {
    const word = low(around, last + step);
    return around.tokens[last + step]?.gap === ' ' && (OFFICES.test(word) || CHOSEN.has(word));
  });
  return office ? use('it stands in a list of who was chosen', true) : null;
};
