/** A school whose roll is full of everyday words, for the tables about names. */
import { findPeople } from '../../src/policy/names/people.ts';
import { findPupils } from '../../src/policy/names/pupils.ts';
import type { Facts } from '../../src/policy/rule.ts';
import { entriesOf, rollOf } from '../../src/school/roll.ts';
import { facts } from './tables.ts';

const ROWS = `Grace Oduya 4|Joy Lindqvist 1|Hope Tanner 2|Summer Pike 5|May Osei 0|April Stone 3|Will King 6|Art Field 2
Rose Bush 1|Drew Lomas 6|Mark O'Shea 6|Jasmine Rao 2|Saoirse Duff 5|Zoë Brandt 3|Łucja Wójcik 4|Ella-Rose Patel 2
D'Arcy Monk 6|Kofi Al-Amin 3|Priti Vyas 5|Zainab Shah 4|Tobias Hartley-Shaw 6|Xanthe Green 1|Bill Cork 4|Aria Bell 4`;

export const SECRET = 'names';
export const rows = ROWS.split(/[|\n]/).map((row) => {
  const [, first = '', last = '', year = ''] = /^(\S+) (.+) (\d)$/.exec(row) ?? [];
  return {
    firstName: first,
    lastName: last,
    yearGroup: year === '0' ? 'Reception' : `Year ${year}`,
    photo: true,
    name: false,
    work: true,
  };
});
export const roll = rollOf(entriesOf(rows, SECRET), SECRET);
export const schoolFacts: Facts = { ...facts, roll };

/** The words of a text that name a pupil of this school. */
export const pupilsIn = (text: string, more: Partial<Facts> = {}): string[] =>
  findPupils(text, { ...schoolFacts, ...more }).pupils.map(({ span }) => text.slice(...span));

/** The words of a text that name somebody off the roll. */
export const peopleIn = (text: string, more: Partial<Facts> = {}): string[] =>
  findPeople(findPupils(text, { ...schoolFacts, ...more })).map(({ span }) => text.slice(...span));
