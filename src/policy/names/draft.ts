/** What the rules about names share: a draft is read for names once, and which findings keep words unstored. */
import { LONGEST_TEXT } from '../../post/revision.ts';
import type { Checked, Facts, RuleName } from '../rule.ts';
import { type Found, findPupils } from './pupils.ts';

/** Rules whose blocking findings mean that the words may not be stored: a name is in them. */
export const NAME_RULES: ReadonlySet<RuleName> = new Set([
  'pupil-name',
  'person-name',
  'photo-name',
]);

type Read = { text: string; facts: Facts; found: Found };
/** By the draft as the checker holds it: gone with it. */
const read = new WeakMap<Checked, Read>();
/** The last text read, for rules that hold the text alone; gone with its facts. */
const latest = new WeakMap<Facts, Read>();

/** A text read for names, at most LONGEST_TEXT units of it. The last one is kept for each of the facts. */
export function namesIn(text: string, facts: Facts): Found {
  const before = latest.get(facts);
  if (before?.text === text) return before.found;
  const found = findPupils(text.slice(0, LONGEST_TEXT), facts);
  latest.set(facts, { text, facts, found });
  return found;
}

/** The text of a draft read for names, at most LONGEST_TEXT units of it. */
export function namesOf(draft: Checked, facts: Facts): Found {
  const before = read.get(draft);
  if (before !== undefined && before.facts === facts && before.text === draft.text)
    return before.found;
  const found = namesIn(draft.text, facts);
  read.set(draft, { text: draft.text, facts, found });
  return found;
}
