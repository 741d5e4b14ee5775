/** Who is spoken of in a reading: pupils, or grown-ups by their title or what they do. */

import { namesIn } from '../names/draft.ts';
import { isWord } from '../names/english.ts';
import { figuresIn } from '../names/figures.ts';
import { isCommonGiven, isGiven } from '../names/given-names.ts';
import { CALENDAR, CHILD_ROLES, PETS, PLACES, ROLES, TITLES } from '../names/lexicon.ts';
import { findPeople } from '../names/people.ts';
import { keyOf } from '../names/plain.ts';
import { readText } from '../names/tokens.ts';
import type { Facts } from '../rule.ts';
import type { Reading, Word } from './reading.ts';

/** One person named; `from` and `to` are UTF-16 units of `plain`, a possessive ending inside them. */
export type Person = {
  from: number;
  to: number;
  /** First names and full names of pupils, or of people who may be pupils or parents. */
  child: boolean;
  /** Also an everyday word, so that only its place makes it a name. */
  weak: boolean;
  /** "Sam's", "the Okoyes'". */
  possessive: boolean;
  sentence: number;
};

const bare = (word: string): string => word.replace(/'s?$/, '');
const CAPITALISED = /^[A-Z][a-z'-]+[A-Z]?[a-z'-]*$|^[A-Z]{3,}$|^[A-Z]'[A-Z][a-z]+$/;
const SURNAME_STOPS = new Set(
  'year y1 y2 y3 y4 y5 y6 reception nursery class team house club school ks1 ks2 primary academy day week'.split(
    ' ',
  ),
);

type Range = { from: number; to: number };

/** Stretches that speak of figures of history or story, of places and of works. */
export function figured({ plain }: Reading, facts: Facts): Range[] {
  const { tokens } = readText(plain);
  const { inside, alone, brought } = figuresIn(tokens, facts.figures);
  return tokens.flatMap(({ span: [from, to], low }, at) =>
    inside[at] || alone[at] || brought.has(low) ? [{ from, to }] : [],
  );
}

function isTitle(word: Word | undefined): boolean {
  return word !== undefined && TITLES.has(word.word);
}

/** A role that no child of a school holds, just before a name: "author", "headteacher". */
function isRole(word: Word | undefined): boolean {
  if (word === undefined) return false;
  return ROLES.has(word.word) && !CHILD_ROLES.has(word.word) && !word.capital;
}

type Kind = 'no' | 'weak' | 'sure';

function kindOf(reading: Reading, word: Word, facts: Facts): Kind {
  const written = reading.plain.slice(word.from, word.to).replace(/'s?$/i, '');
  const low = bare(word.word);
  if (!word.capital || low.length < 2 || CALENDAR.has(low) || !CAPITALISED.test(written))
    return 'no';
  const given = isGiven(low) || isGiven(low.split('-')[0] ?? low);
  const everyday = isWord(low);
  if (given && everyday) return 'weak';
  if (given && (isCommonGiven(low) || !word.opens)) return 'sure';
  const kinds = facts.roll?.known(keyOf(low))?.kinds;
  const onRoll = kinds?.has('first') === true || kinds?.has('first-part') === true;
  if (onRoll && !everyday) return 'sure';
  if (!onRoll && !given) return 'no';
  return 'weak';
}

/** The words of a full name: the first name and the capitalised ones right behind it, two at most. */
function lastOf(reading: Reading, at: number): number {
  let last = at;
  while (last < at + 2) {
    const next = reading.words[last + 1];
    const here = reading.words[last];
    if (next === undefined || here === undefined || /'s?$/.test(here.word)) break;
    const gap = reading.plain.slice(here.to, next.from);
    if (gap !== ' ' || !next.capital || SURNAME_STOPS.has(bare(next.word))) break;
    if (/^[A-Z]\d|^\d/.test(reading.plain.slice(next.from, next.to))) break;
    last += 1;
  }
  return last;
}

/** Where a titled name ends, from its title on. */
function titledTo(reading: Reading, at: number): number {
  let last = at;
  while (last < at + 3) {
    const here = reading.words[last];
    const next = reading.words[last + 1];
    if (here === undefined || next === undefined || !next.capital) break;
    if (!/^\.? $/.test(reading.plain.slice(here.to, next.from))) break;
    last += 1;
  }
  return last;
}

const latest = new WeakMap<Reading, { facts: Facts; people: readonly Person[] }>();

function find(reading: Reading, facts: Facts): Person[] {
  const people: Person[] = [];
  let figures: Range[] | null = null;
  for (let at = 0; at < reading.words.length; at += 1) {
    const word = reading.words[at];
    const before = reading.words[at - 1];
    if (word === undefined || !word.capital) continue;
    if (isTitle(word) && reading.words[at + 1]?.capital) {
      const last = titledTo(reading, at);
      const end = reading.words[last] ?? word;
      if (last > at)
        people.push({
          from: word.from,
          to: end.to,
          child: false,
          weak: false,
          possessive: /'s?$/.test(end.word),
          sentence: word.sentence,
        });
      at = last;
      continue;
    }
    const kind = kindOf(reading, word, facts);
    if (kind === 'no') continue;
    figures ??= figured(reading, facts);
    if (figures.some(({ from, to }) => from < word.to && word.from < to)) continue;
    const last = lastOf(reading, at);
    const end = reading.words[last] ?? word;
    people.push({
      from: word.from,
      to: end.to,
      child: !isTitle(before) && !isRole(before) && !isPet(reading, at, last),
      weak: kind === 'weak',
      possessive: /'s?$/.test(end.word),
      sentence: word.sentence,
    });
    at = last;
  }
  const pets = new Set(
    people.filter(({ child }) => !child).map(({ from, to }) => bare(reading.lower.slice(from, to))),
  );
  return people.map((one) =>
    one.child && pets.has(bare(reading.lower.slice(one.from, one.to)))
      ? { ...one, child: false }
      : one,
  );
}

const overlaps = (one: Range, other: Range): boolean => one.from < other.to && other.from < one.to;

/** Names as the rules about names find them: spelt out, in other letters, small, or words used as names. */
function namedToo(reading: Reading, facts: Facts, people: readonly Person[]): Person[] {
  const found = namesIn(reading.text, facts);
  const { tags } = found.read;
  const marked = tags.map(
    ({ start, stop }): Range => ({
      from: found.read.plain.from[start] ?? 0,
      to: found.read.plain.to[stop - 1] ?? 0,
    }),
  );
  const named = [...found.pupils, ...findPeople(found)];
  // "Bravo, Sutton": a place or a firm, unless the finder of names knows better.
  const all = people.filter(({ from, to }) => {
    const first = bare(/^[a-z-]+/.exec(reading.lower.slice(from, to))?.[0] ?? '');
    return (
      !PLACES.has(first) || named.some(({ span }) => overlaps(reading.placeOf(span), { from, to }))
    );
  });
  for (const { span, why } of named) {
    if (marked.some(({ from, to }) => from < span[1] && span[0] < to)) continue;
    const { from, to } = reading.placeOf(span);
    const owned = /^'s?(?![a-z])/.exec(reading.lower.slice(to, to + 3))?.[0] ?? '';
    const at = all.findIndex((one) => one.from < to && from < one.to);
    const known = all[at];
    if (known !== undefined) {
      // What the finder of names is sure of is no everyday word here; "Bill, please" may be one yet.
      const grown = people.some(
        (one) =>
          !one.child &&
          bare(reading.lower.slice(one.from, one.to)) ===
            bare(reading.lower.slice(known.from, known.to)),
      );
      if (!known.child && found.pupils.some((pupil) => pupil.span === span))
        all[at] = { ...known, child: true };
      else if (known.weak && !grown && why !== 'it is spoken to')
        all[at] = { ...known, weak: false };
      continue;
    }
    const sentence = reading.sentences.findIndex((place) => place.from <= from && from < place.to);
    const possessive =
      owned !== '' && (owned.length > 1 || /s$/.test(reading.lower.slice(from, to)));
    all.push({
      from,
      to: possessive ? to + owned.length : to,
      child: true,
      weak: false,
      possessive,
      sentence: Math.max(0, sentence),
    });
  }
  return all.sort((a, b) => a.from - b.from);
}

/** "Biscuit, our guinea pig" and "our hamster Teddy" are no children. */
function isPet({ words }: Reading, first: number, last: number): boolean {
  const called = /^(?:called|named|is)$/.test(words[first - 1]?.word ?? '');
  const near = [
    ...words.slice(Math.max(0, first - (called ? 4 : 2)), first),
    ...words.slice(last + 1, last + 7),
  ];
  return near.some(({ word, sentence }) => PETS.has(word) && sentence === words[first]?.sentence);
}

/** The people a reading names, in the order of the text. */
export function peopleIn(reading: Reading, facts: Facts): readonly Person[] {
  const known = latest.get(reading);
  if (known?.facts === facts) return known.people;
  const people = namedToo(reading, facts, find(reading, facts));
  latest.set(reading, { facts, people });
  return people;
}
