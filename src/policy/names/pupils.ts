/** Finds the pupils of a roll that a text names. */
import type { Known, Roll } from '../../school/roll.ts';
import type { Facts, Span } from '../rule.ts';
import { type Around, hasCapital, isFlat, isRaised, isTelling, isThing, low } from './around.ts';
import { isOfSchool, isOfToday } from './deeds.ts';
import { isWord } from './english.ts';
import { figuresIn } from './figures.ts';
import { isGiven } from './given-names.ts';
import { heeded } from './heeded.ts';
import { CALENDAR, PLACES } from './lexicon.ts';
import { namesInLinks } from './links.ts';
import { isAdult, isFigured, isPlace, isQuoted, isTitled, surnameAfter } from './others.ts';
import { isPet } from './pets.ts';
import { firstFrom, fullFrom, hitOf, isFirst, lookUp, type Seeker } from './seek.ts';
import { spelledIn } from './spelled.ts';
import { namesInTags } from './tags.ts';
import { type Read, readText } from './tokens.ts';
import { listedWith, usedAsName } from './usage.ts';
import type { Use } from './use.ts';
import { initialledFrom, isFullName, turnedFrom } from './whole.ts';

/** One pupil named in a text: where, how, and why it is taken for a name. No name is in it. */
export type Naming = {
  /** UTF-16 units of the text, a possessive ending left out. */
  span: Span;
  /** First name and surname. */
  full: boolean;
  /** Where the name is an everyday word too: what makes it a name here. Null where it is a name alone. */
  why: string | null;
  /** The year group of all pupils of that name; null where they differ. */
  year: string | null;
  /** Where it stands as a plain word: the place of its first and last word among the text's. */
  at: readonly [first: number, last: number] | null;
};

/** A text read for names: who of the roll is in it, and what the other finders need. */
export type Found = { read: Read; around: Around; pupils: Naming[] };

const NOTHING: Roll = { size: 0, byFullName: () => [], known: () => null };

/** Why the first name at a place is a pupil's; null where it is a word, or somebody else's. */
function pupilAt(seeker: Seeker, at: number, count: number): { why: string | null } | null {
  const { around } = seeker;
  const token = around.tokens[at];
  if (token === undefined || isTitled(around, at) || isFigured(around, at) || isPet(around, at))
    return null;
  const word = count === 1 && isWord(token.low);
  const last = at + count - 1;
  const use = usedAsName(around, at) ?? (count > 1 ? usedAsName(around, last) : null);
  if (word && use === null) return null;
  const strong = use?.strong === true;
  if (
    !strong &&
    around.figured.brought.has(token.low) &&
    !isOfSchool(around, last) &&
    !isOfToday(around, last)
  )
    return null;
  if (
    (isPlace(around, last) && !(strong && !isThing(around, last))) ||
    isAdult(around, at, last, true)
  )
    return null;
  if (
    surnameAfter(around, last, (place) => isFirst(seeker, place)) !== -1 &&
    !isPupilsInitial(seeker, last)
  ) {
    return word && isWord(low(around, last + 1)) && strong ? { why: use.why } : null;
  }
  if (isSurnameOfAnother(seeker, at)) return null;
  if (!strong && isQuoted(around, at)) return null;
  if (!word && token.low.length < 3 && token.shape !== 'capital' && !strong) return null;
  return { why: word ? (use as Use).why : null };
}

const isPupilsInitial = ({ around }: Seeker, last: number): boolean =>
  (around.tokens[last + 1]?.low.length ?? 0) === 1;

/** The "Thomas" of Emma Thomas. */
function isSurnameOfAnother(seeker: Seeker, at: number): boolean {
  const { around } = seeker;
  const before = around.tokens[at - 1];
  const token = around.tokens[at];
  if (
    before === undefined ||
    token?.gap !== ' ' ||
    token.shape !== 'capital' ||
    !hasCapital(before)
  )
    return false;
  if (before.possessive || isWord(before.low) || CALENDAR.has(before.low) || PLACES.has(before.low))
    return false;
  return isGiven(before.low) && !isFirst(seeker, at - 1) && !isTelling(around, at + 1);
}

function inWords(seeker: Seeker): Naming[] {
  const { around } = seeker;
  const { tokens } = around;
  const found = new Map<number, Naming>();
  const named = (
    at: number,
    count: number,
    full: boolean,
    why: string | null,
    year: string | null,
  ) => {
    const [first, last] = [tokens[at], tokens[at + count - 1]];
    if (first && last)
      found.set(at, {
        span: [first.span[0], last.span[1]],
        full,
        why,
        year,
        at: [at, at + count - 1],
      });
  };
  const waiting: { at: number; known: Known }[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const full = fullFrom(seeker, at);
    if (full !== null && isFullName(seeker, at, full.count) && !isTitled(around, at)) {
      named(at, full.count, true, null, full.known.yearGroup);
      at += full.count - 1;
      continue;
    }
    const initialled = initialledFrom(seeker, at);
    if (initialled > 0) {
      named(at, initialled, false, 'an initial goes before the surname', null);
      at += initialled - 1;
      continue;
    }
    const turned = turnedFrom(seeker, at);
    if (turned !== null) {
      named(at, 2, true, null, turned.yearGroup);
      at += 1;
      continue;
    }
    const first = firstFrom(seeker, at);
    if (first === null) continue;
    const pupil = pupilAt(seeker, at, first.count);
    if (pupil !== null) {
      named(at, first.count, false, pupil.why, first.known.yearGroup);
      at += first.count - 1;
    } else if (first.count === 1) waiting.push({ at, known: first.known });
  }
  joinLists(seeker, waiting, found, named);
  return [...found.values()];
}

type Waiting = readonly { at: number; known: Known }[];

/** A word beside somebody's name in a list is a name too: Aisha, Hope and Max. */
function joinLists(
  seeker: Seeker,
  waiting: Waiting,
  found: Map<number, Naming>,
  named: (
    at: number,
    count: number,
    full: boolean,
    why: string | null,
    year: string | null,
  ) => void,
): void {
  const { around } = seeker;
  const taken = new Set<number>();
  const take = (one: Naming | undefined): void => {
    const [first, last] = one?.at ?? [0, -1];
    for (let place = first; place <= last; place += 1) taken.add(place);
  };
  for (const one of found.values()) take(one);
  const isNamed = (place: number): boolean => taken.has(place) || around.sure(place);
  for (let round = 0; round < 4; round += 1) {
    const before = found.size;
    for (const { at, known } of waiting) {
      const token = around.tokens[at];
      if (
        found.has(at) ||
        token === undefined ||
        !(isWord(token.low) || around.figured.brought.has(token.low)) ||
        isFigured(around, at) ||
        isTitled(around, at) ||
        isPet(around, at) ||
        isPlace(around, at)
      )
        continue;
      const beside = listedWith(around, at);
      // In small letters amid capitals: only between two names, "Josh, robin and Mei".
      const within = beside.length > 1 && beside.every(isNamed);
      if (!(within || (beside.some(isNamed) && (!token.quiet || around.lowered)))) continue;
      named(at, 1, false, 'it stands in a list with a name', known.yearGroup);
      take(found.get(at));
    }
    if (found.size === before) return;
  }
}

const apart = (spans: readonly Naming[], span: Span): boolean =>
  !spans.some((one) => one.span[0] < span[1] && span[0] < one.span[1]);

type Needed = Pick<Facts, 'roll' | 'confirmedHandles' | 'ownHandles' | 'figures'>;

/** Who of the roll a text names, in the order of the text. Without a roll nobody is found. Never throws. */
export function findPupils(
  text: string,
  { roll, confirmedHandles, ownHandles, figures }: Needed,
): Found {
  const read = readText(text);
  const { tags, plain, links } = read;
  const figured = figuresIn(read.tokens, figures);
  const look = lookUp(roll ?? NOTHING);
  const hits = read.tokens.map(({ keys, raw }) => hitOf(keys, raw, look));
  const tokens = heeded(read.tokens, hits);
  const around: Around = {
    tokens,
    figured,
    flat: isFlat(read.tokens),
    lowered: read.tokens.every(({ shape }) => shape === 'small'),
    sure: (at) => {
      const token = tokens[at];
      if (
        token === undefined ||
        isWord(token.low) ||
        PLACES.has(token.low) ||
        figured.inside[at] === true
      )
        return false;
      if (isTitled(around, at) || isPet(around, at) || figured.brought.has(token.low)) return false;
      return (
        hits[at]?.known?.kinds.has('first') === true || (isRaised(token) && isGiven(token.low))
      );
    },
  };
  if (roll === null) return { read, around, pupils: [] };
  const seeker: Seeker = { around, hits, look };
  const pupils = inWords(seeker);
  const org = (handle: string) =>
    confirmedHandles.has(`@${handle}`) || ownHandles.has(`@${handle}`);
  const tagged = namesInTags(plain, tags, look, org);
  const hidden = links.length === 0 ? [] : namesInLinks(plain, links, look);
  for (const one of [...tagged, ...hidden, ...spelledIn(plain, look)]) {
    if (apart(pupils, one.span)) pupils.push({ ...one, why: null, at: null });
  }
  return { read, around, pupils: pupils.sort((a, b) => a.span[0] - b.span[0]) };
}
