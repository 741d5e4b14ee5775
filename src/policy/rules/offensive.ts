import { z } from 'zod';
import { accusationsIn } from '../meaning/accusing.ts';
import { disguisesIn } from '../meaning/disguises.ts';
import { leersIn } from '../meaning/leering.ts';
import { longest, outside, phraseFinder } from '../meaning/phrases.ts';
import { quotesIn, type Reading, readingOf } from '../meaning/reading.ts';
import { wordFile } from '../meaning/word-file.ts';
import type { Rule, Seen } from '../rule.ts';

const KINDS = ['swearing', 'slurs', 'insults', 'sexual', 'discriminatory', 'defamatory'] as const;
export type OffenceKind = (typeof KINDS)[number];

const file = wordFile('offensive.yaml', [...KINDS, 'fine', 'beside', 'disguised', 'innocent']);
const finders = KINDS.map((kind) => ({ kind, find: phraseFinder(file[kind]) }));
const fine = phraseFinder(file.fine);
/** Words that are innocent beside others: "ass" in a draft that has a donkey. */
const beside = new Map(
  file.beside.flatMap((line) => {
    const [words = '', others = ''] = line.split(':');
    const company = new Set(others.trim().split(' '));
    return words.split(' ').map((word) => [word, company] as const);
  }),
);
const disguises = disguisesIn(file.disguised, file.innocent);

const SAYS: Readonly<Record<OffenceKind, string>> = {
  swearing: 'This reads as swearing. Say it in words you would use in assembly.',
  slurs: 'This word demeans people. Leave it out.',
  insults: 'This reads as an insult to somebody. Say what happened, without the name-calling.',
  sexual: "This reads as a remark about somebody's body, or about sex. Leave it out.",
  discriminatory: 'This puts people down for what they are. Leave it out.',
  defamatory:
    'This accuses somebody, and may be a slander. Leave it out, and take the matter up in private.',
};

/** In UTF-16 units of a reading's `plain`. */
export type Offence = { from: number; to: number; kind: OffenceKind };

/** Names of people and places that hold a rude word, told by their capitals: Dick Smith, Cock Lane. */
const NAMED = /^(?:Dick|Fanny|Cock|Git|Shag|Fagg?s|Butters|Dyke|Flid|Pratt?|Berk)\b(?: [A-Z][a-z])/;
const afterName = /[A-Z][a-z]+ (?:van )?$/;
const surname = new Set(['prat', 'dyke', 'berk', 'dick', 'bender', 'benders', 'butters', 'flid']);

function isName({ plain, lower }: Reading, { from, to }: Offence): boolean {
  if (NAMED.test(plain.slice(from))) return true;
  const capital = /^[A-Z][a-z]/.test(plain.slice(from, to));
  return capital && surname.has(lower.slice(from, to)) && afterName.test(plain.slice(0, from));
}

function isBeside({ lower, words }: Reading, { from, to }: Offence): boolean {
  const company = beside.get(lower.slice(from, to));
  return company !== undefined && words.some(({ word }) => company.has(word));
}

/** Every offence of a reading, the longest where they overlap. */
export function offencesIn(reading: Reading): Offence[] {
  const found = finders.flatMap(({ kind, find }) =>
    find(reading).map(({ from, to }): Offence => ({ from, to, kind })),
  );
  const hidden = disguises(reading).map((range): Offence => ({ ...range, kind: 'swearing' }));
  const said: Offence[] = [
    ...leersIn(reading).map((range): Offence => ({ ...range, kind: 'sexual' })),
    ...accusationsIn(reading).map((range): Offence => ({ ...range, kind: 'defamatory' })),
  ];
  if (found.length + hidden.length + said.length === 0) return [];
  const remarks = said.length > 0 ? outside(said, quotesIn(reading)) : [];
  const meant = outside([...found, ...hidden, ...remarks], fine(reading));
  return longest(
    meant.filter((offence) => !isName(reading, offence) && !isBeside(reading, offence)),
  );
}

/** Swearing, slurs, insults, and sexual, discriminatory or defamatory remarks; disguised ones too. */
export const offensive: Rule<Record<string, never>> = {
  name: 'offensive',
  means: () => 'Nothing offends, and nobody is insulted',
  options: z.strictObject({}),
  check: ({ draft }) => {
    const reading = readingOf(draft.text);
    return offencesIn(reading).map(
      ({ from, to, kind }): Seen => ({ message: SAYS[kind], span: reading.spanOf(from, to) }),
    );
  },
};
