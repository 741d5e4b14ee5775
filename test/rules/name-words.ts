/** The sentences of name-words.txt, with every name that is an everyday word put into them. */
import { readFileSync } from 'node:fs';
import { findPupils } from '../../src/policy/names/pupils.ts';
import type { Facts } from '../../src/policy/rule.ts';
import { entriesOf, rollOf } from '../../src/school/roll.ts';
import { facts } from './tables.ts';

const NAMES =
  `Will Grace Summer Rose May Hope Faith Joy Mark Art Lily Daisy Poppy Ivy Jack Robin Skye Jasmine
  Amber Ruby Pearl Autumn Dawn Eve Iris Holly Heather Violet Olive Hazel Bonnie Reed Sonny Ray Bill Frank
  Rich Drew Chase Miles Hunter Mason King Young Field Stone April June Star Jade Penny Pat Basil Carol
  Grant Sky Sunny`.split(/\s+/);

const WITH = ['Josh Brown', 'Mei Chen', 'Aisha Begum'];
const pupil = (name: string) => {
  const [firstName = '', lastName = 'Oduya'] = name.split(' ');
  return { firstName, lastName, yearGroup: 'Year 4', photo: true, name: false, work: true };
};
const SECRET = 'words';
export const schoolWords = rollOf(entriesOf([...NAMES, ...WITH].map(pupil), SECRET), SECRET);
const rollOfOne = new Map(
  NAMES.map((name) => [name, rollOf(entriesOf([name, ...WITH].map(pupil), SECRET), SECRET)]),
);

export type Frame = { kind: string; name: string; text: string };

/** Where a name begins and ends in a text, as findPupils sees them. */
export const spansIn = (text: string, name: string) =>
  findPupils(text, { ...facts, roll: rollOfOne.get(name) ?? schoolWords }).pupils.map(
    ({ span }) => span,
  );

function filled(frame: string, name: string): string {
  if (/\bN\b/.test(frame)) {
    const bare = frame.replace(/\b[AN]\b/g, '');
    const loud = /\p{Lu}{2}/u.test(bare) && bare === bare.toUpperCase();
    return frame.replace(/\bN\b/g, loud ? name.toUpperCase() : name);
  }
  return frame.replace(/\bn\b/g, name.toLowerCase());
}

function read(): Frame[] {
  let kind = '';
  let names: readonly string[] = [];
  const lines = readFileSync(new URL('name-words.txt', import.meta.url), 'utf8').split('\n');
  return lines.flatMap((line) => {
    if (line === '' || line.startsWith('#')) return [];
    if (line.startsWith('[')) {
      const [head = '', words] = line.slice(1, -1).split(': ');
      kind = head;
      names = words === undefined ? NAMES : words.split(' ');
      return [];
    }
    const varies = /\bN\b/.test(line) || kind === 'a name';
    return (varies ? names : names.slice(0, 1)).map((name) => ({
      kind,
      name: varies ? name : '',
      text: varies ? filled(line, name) : line,
    }));
  });
}

export const frames = read();
const lowered = (text: string) => text.toLowerCase();

/** True where the name of the frame is found; in a frame without one, any name of the roll of words. */
export function fires({ name, text }: Frame): boolean {
  const known: Facts = { ...facts, roll: rollOfOne.get(name) ?? schoolWords };
  const found = findPupils(text, known).pupils.map(({ span }) => lowered(text.slice(...span)));
  return name === '' ? found.length > 0 : found.some((word) => word.startsWith(lowered(name)));
}
