/** Saying it without the name: a Year 4 painting, by a Year 4 pupil. */
import type { Facts, Fix } from '../rule.ts';
import { low, yearAfter } from './around.ts';
import { OBJECTS, PLURAL_OBJECTS } from './objects.ts';
import { findPeople } from './people.ts';
import { type Found, findPupils, type Naming } from './pupils.ts';

/** `says` is what stands there afterwards, for the button: words of ours alone. */
type Change = { from: number; to: number; put: string; says: string };

const article = (year: string): string => (/^[aeio]/i.test(year) ? 'an' : 'a');

/** A word in capitals throughout: what stands in its place is too. */
const isLoud = (word: string): boolean => /\p{Lu}{2}/u.test(word) && !/\p{Ll}{2}/u.test(word);

/** "Josh's painting": the year's in place of the name's. */
function owned(found: Found, naming: Naming, year: string): Change | null {
  const { tokens } = found.around;
  const last = naming.at?.[1] ?? -1;
  const token = tokens[last];
  const thing = tokens[last + 1];
  const before = tokens[(naming.at?.[0] ?? 0) - 1];
  if (!token?.possessive || thing === undefined || thing.gap !== ' ') return null;
  const one = OBJECTS.has(thing.low);
  if (!one && !PLURAL_OBJECTS.has(thing.low)) return null;
  // "one of Josh's paintings": no plain "Year 4 paintings" fits there.
  if (!one && before?.low === 'of') return null;
  // "the late Josh's painting", "and Josh's": somebody stands before who would own it too.
  if (
    before !== undefined &&
    /^(?:and|the|a|an|our|my|little)$/.test(before.low) &&
    !tokens[naming.at?.[0] ?? 0]?.opens
  ) {
    if (before.low !== 'and') return null;
    const earlier = tokens[(naming.at?.[0] ?? 0) - 2];
    // "poems from Year 4, and Josh's painting": after a comma something new begins, but in a list of names.
    const begins = before.gap.startsWith(',') && !/^\p{Lu}/u.test(earlier?.word ?? '');
    const isThing = OBJECTS.has(earlier?.low ?? '') || PLURAL_OBJECTS.has(earlier?.low ?? '');
    if (earlier !== undefined && !begins && !isThing) return null;
  }
  const at = naming.at?.[0] ?? 0;
  const starts = at === 0 || /[.!?\n]\s*$/u.test(tokens[at]?.gap ?? '');
  const a = starts ? article(year).replace('a', 'A') : article(year);
  const said = one ? `${a} ${year}` : year;
  const put = isLoud(token.word) && isLoud(thing.word) ? said.toUpperCase() : said;
  return { from: naming.span[0], to: token.end, put, says: `${put} ${thing.word}` };
}

/** "by Josh", and a year after it that would then be said twice. */
function made(found: Found, naming: Naming, year: string): Change | null {
  const { around } = found;
  const [first, last] = naming.at ?? [-1, -1];
  const token = around.tokens[last];
  if (token === undefined || token.possessive || low(around, first - 1) !== 'by') return null;
  const years = yearAfter(around, last);
  const end = around.tokens[last + years];
  const next = around.tokens[last + years + 1];
  if (
    end === undefined ||
    (next !== undefined && /^(?:and|who|whose)$/.test(next.low)) ||
    /^\s*[,&]\s/.test(years === 0 ? (next?.gap ?? '') : '')
  )
    return null;
  const bracket = around.tokens[last + 1]?.gap.includes('(') === true && years > 0;
  const closing = bracket
    ? found.read.plain.text.charAt(found.read.plain.to.indexOf(end.end) + 1) === ')'
    : false;
  if (bracket && !closing) return null;
  const said = `${article(year)} ${year} pupil`;
  const put =
    isLoud(token.word) && isLoud(around.tokens[first - 1]?.word ?? '') ? said.toUpperCase() : said;
  return { from: naming.span[0], to: end.end + (closing ? 1 : 0), put, says: put };
}

/**
 * The whole text with every pupil's name in it said by year group, or null where one of them cannot surely
 * be: the roll gives no one year, or the sentence would not stand. `text` is what `found` was read from.
 */
export function withoutNames(text: string, found: Found, facts: Facts): Fix | null {
  const changes: Change[] = [];
  for (const naming of found.pupils) {
    if (naming.year === null || naming.at === null) return null;
    const change = owned(found, naming, naming.year) ?? made(found, naming, naming.year);
    if (change === null) return null;
    changes.push(change);
  }
  if (changes.length === 0) return null;
  let repaired = text;
  for (const { from, to, put } of changes.toReversed())
    repaired = repaired.slice(0, from) + put + repaired.slice(to);
  const after = findPupils(repaired, facts);
  if (after.pupils.length > 0 || findPeople(after).length > findPeople(found).length) return null;
  const [first] = changes;
  return {
    label: changes.length === 1 ? `Say “${first?.says ?? ''}”` : 'Say the year groups',
    text: repaired,
  };
}
