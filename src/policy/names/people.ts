/** Finds people off the roll whom a text names: likely pupils or parents. */
import type { Span } from '../rule.ts';
import { type Around, hasArticle, isRaised, isThing, low } from './around.ts';
import { isOfSchool, isOfToday } from './deeds.ts';
import { isWord } from './english.ts';
import { isCommonGiven, isGiven } from './given-names.ts';
import { CALENDAR, IDEAS, PLACES, ROLES, SURNAMES, TIMES, TITLES } from './lexicon.ts';
import {
  isAdult,
  isFigured,
  isFirm,
  isKin,
  isPlace,
  isQuoted,
  isTitled,
  surnameAfter,
} from './others.ts';
import { isPet } from './pets.ts';
import type { Found } from './pupils.ts';
import { otherForms } from './short-forms.ts';
import { strangerAt } from './strangers.ts';
import { listedWith, usedAsName } from './usage.ts';
import { type Use, use } from './use.ts';

/** A person named in a text; spans in UTF-16 units, a possessive ending left out. */
export type Person = { span: Span; full: boolean; why: string | null };

type Crowd = { around: Around; taken: (at: number) => boolean };

/** True where a word is a given name, and one thing a name may be. */
const isName = (around: Around, at: number): boolean => {
  const token = around.tokens[at];
  return (
    token !== undefined &&
    token.low.length > 1 &&
    (isGiven(token.low) || otherForms(token.low).length > 0) &&
    !CALENDAR.has(token.low) &&
    !/\d/.test(token.raw)
  );
};

/** Somebody else's surname stands right before: "Marcus" of Potter Marcus is left alone, "Lee" of Laurie Lee too. */
function isSurname({ around }: Crowd, at: number): boolean {
  const before = around.tokens[at - 1];
  const token = around.tokens[at];
  if (before === undefined || token === undefined || !/^[ -]$/.test(token.gap)) return false;
  if (!isRaised(before) || before.possessive || CALENDAR.has(before.low)) return false;
  if (before.opens) return !isWord(before.low) || /^\p{L}$/u.test(before.low);
  return !around.flat;
}

/** Not a pupil or parent, whatever else: a title, a figure, a pet, a place, an adult by their work. */
function isNobody({ around }: Crowd, at: number, last: number, strong: boolean): boolean {
  const token = around.tokens[at];
  if (token === undefined || isFigured(around, at) || isPet(around, at)) return true;
  if (isTitled(around, at) && !isKin(around, at)) return true;
  if (around.figured.alone[at] === true && !strong) return true;
  const ours = strong || isOfSchool(around, last) || isOfToday(around, last);
  if (!ours && around.figured.cast.has(token.low)) return true;
  if (!strong && around.figured.brought.has(token.low)) return true;
  if (isPlace(around, at) || isFirm(around, last) || isAdult(around, at, last, at === last))
    return true;
  return !strong && isQuoted(around, at);
}

/** Roles may stand two words before, joined: "author and illustrator", "Olympic swimmer". */
function hasRoleNear(around: Around, at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 2); back -= 1) {
    if (ROLES.has(low(around, back)) && !/[.!?:\n]/.test(around.tokens[at]?.gap ?? '')) return true;
  }
  return false;
}

const REACH = /^(?:message|ring|call|text|phone|email|contact|whatsapp|dm)$/;

/** "Message Kerry on 07…", "Grandad Wilf": whom to ring, or whose grandad. */
function isReached(around: Around, at: number): Use | null {
  if (isKin(around, at)) return use(`it follows “${low(around, at - 1)}”`, true);
  if (!REACH.test(low(around, at - 1)) || !isRaised(around.tokens[at])) return null;
  return low(around, at + 1) === 'on' && /^\d/.test(around.tokens[at + 2]?.raw ?? '')
    ? use('a number to reach them at follows it', true)
    : null;
}

/** What tells that a rare name, or one that is also a word or a place, is a name here. */
function evidence(crowd: Crowd, at: number): Use | null {
  const { around } = crowd;
  const token = around.tokens[at];
  if (token === undefined || isThing(around, at)) return null;
  const found = isReached(around, at) ?? usedAsName(around, at);
  if (found === null) return null;
  const own = found.why === 'it has a capital of its own';
  if (own && !(isCommonGiven(token.low) && !PLACES.has(token.low))) return null;
  if (
    (TIMES.has(token.low) || IDEAS.has(token.low)) &&
    !found.strong &&
    found.why !== 'something of theirs follows it' &&
    found.why !== 'it does what people do'
  )
    return null;
  return found;
}

function firstNameAt(crowd: Crowd, at: number): { last: number; why: string | null } | null {
  const { around } = crowd;
  const token = around.tokens[at];
  if (token === undefined || crowd.taken(at) || !isName(around, at)) return null;
  const word = isWord(token.low);
  const place = PLACES.has(token.low);
  const use = evidence(crowd, at);
  if (token.shape === 'small' || token.shape === 'mixed') {
    const plain = !word && !place && isCommonGiven(token.low) && token.low.length > 2;
    return plain && use?.strong && !isNobody(crowd, at, at, true)
      ? { last: at, why: use.why }
      : null;
  }
  const surname = surnameAfter(
    around,
    at,
    (next) => isName(around, next) && !isCommonSurname(around, next),
  );
  const full = surname !== -1 && !crowd.taken(surname) && isWholeName(around, at, surname);
  const last = full ? surname : at;
  if (isNobody(crowd, at, last, use?.strong === true)) return null;
  if (full)
    return hasRoleNear(around, at) || place || isBroken(crowd, at) ? null : { last, why: null };
  if (surname !== -1) return null;
  if (isSurname(crowd, at) && use?.strong !== true) return null;
  if (place)
    return use?.strong || use?.why === 'something of theirs follows it'
      ? { last, why: use.why }
      : null;
  if (word) return use === null ? null : { last, why: use.why };
  if (token.shape === 'capitals' && !around.tokens.some(({ shape }) => shape === 'small'))
    return use ? { last, why: use.why } : null;
  if (token.shape === 'capitals' && token.low.length < 4) return null;
  if (isCommonGiven(token.low)) return { last, why: null };
  if (use !== null) return { last, why: use.why };
  return !around.flat &&
    !hasArticle(around, at) &&
    token.low.length > 3 &&
    token.shape === 'capital'
    ? { last, why: null }
    : null;
}

/** A word for a first name makes a whole name only with what is surely a surname: Jack Smith, not Rose Garden. */
function isWholeName(around: Around, at: number, surname: number): boolean {
  const [first, last] = [low(around, at), low(around, surname)];
  if (!isWord(first)) return true;
  const after = around.tokens[surname + 1];
  if (TITLES.has(last) && after?.gap === ' ' && isRaised(after)) return false;
  if (!isCommonGiven(first) || TIMES.has(first) || IDEAS.has(first) || isThing(around, at))
    return false;
  return !isWord(last) || SURNAMES.has(last);
}

/** "Thomas" in Oliver Thomas is a surname though it is a given name. */
function isCommonSurname(around: Around, at: number): boolean {
  const next = around.tokens[at + 1];
  return next === undefined || next.opens || !/^[ ]$/.test(next.gap) || next.low !== 'and';
}

/** A capital right before that is no start of a sentence: part of something longer. */
function isBroken({ around }: Crowd, at: number): boolean {
  const before = around.tokens[at - 1];
  const token = around.tokens[at];
  return (
    before !== undefined &&
    token?.gap === ' ' &&
    isRaised(before) &&
    !before.opens &&
    !CALENDAR.has(before.low) &&
    !isWord(before.low)
  );
}

const latest = new WeakMap<Found, readonly Person[]>();

/** People off the roll, in the order of the text: whoever `found` has named already is left out. */
export function findPeople(found: Found): readonly Person[] {
  const known = latest.get(found) ?? peopleOf(found);
  latest.set(found, known);
  return known;
}

function peopleOf({ around, pupils }: Found): Person[] {
  const taken = (at: number) => {
    const span = around.tokens[at]?.span;
    return (
      span === undefined || pupils.some((one) => one.span[0] < span[1] && span[0] < one.span[1])
    );
  };
  const crowd: Crowd = { around, taken };
  const people: Person[] = [];
  const places = new Set<number>();
  const add = (at: number, last: number, why: string | null) => {
    const [first, end] = [around.tokens[at], around.tokens[last]];
    if (first === undefined || end === undefined) return;
    for (let place = at; place <= last; place += 1) places.add(place);
    people.push({ span: [first.span[0], end.span[1]], full: last > at, why });
  };
  for (let at = 0; at < around.tokens.length; at += 1) {
    const person = firstNameAt(crowd, at);
    const stranger = person === null ? strangerAt(around, at) : null;
    if (person !== null) {
      add(at, person.last, person.why);
      at = person.last;
    } else if (stranger !== null && !crowd.taken(at) && !isNobody(crowd, at, at, true)) {
      add(at, stranger.last, stranger.why);
      at = stranger.last;
    }
  }
  for (let round = 0; round < 3; round += 1) {
    for (let at = 0; at < around.tokens.length; at += 1) {
      const token = around.tokens[at];
      if (
        places.has(at) ||
        token === undefined ||
        taken(at) ||
        !isRaised(token) ||
        !isName(around, at)
      )
        continue;
      if (isNobody(crowd, at, at, false) || isSurname(crowd, at)) continue;
      const beside = listedWith(around, at).some(
        (place) => places.has(place) || (taken(place) && place >= 0),
      );
      if (beside) add(at, at, 'it stands in a list with a name');
    }
  }
  return people.sort((a, b) => a.span[0] - b.span[0]);
}
