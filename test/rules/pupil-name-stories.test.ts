/** Pupils whose namesakes are in stories, and words in small letters that are lessons as often as children. */
import { describe, expect, test } from 'vitest';
import { findPeople } from '../../src/policy/names/people.ts';
import { findPupils } from '../../src/policy/names/pupils.ts';
import { entriesOf, rollOf } from '../../src/school/roll.ts';
import { facts } from './tables.ts';

const NAMES = `Joseph Malik|Mary Kent|Noah Ford|Marcus Bell|Freya Dale|Josh Brown|Mei Chen|Aisha Begum
Poppy Llewellyn|Lily Novak|Art Field|Hope Tanner|Sky Reid|Summer Pike|Ivy Shaw|Robin Hale|Rose Bush|Skye Orr`;
const SECRET = 'stories';
const rows = NAMES.split(/[|\n]/).map((name) => {
  const [firstName = '', lastName = ''] = name.split(' ');
  return { firstName, lastName, yearGroup: 'Year 4', photo: true, name: false, work: true };
});
const found = (text: string) =>
  findPupils(text, { ...facts, roll: rollOf(entriesOf(rows, SECRET), SECRET) });
const pupilsIn = (text: string) => found(text).pupils.map(({ span }) => text.slice(...span));
const peopleIn = (text: string) => findPeople(found(text)).map(({ span }) => text.slice(...span));

describe('a pupil is found beside a story with somebody of that name', () => {
  test.each([
    ['Joseph fed the donkey on our farm trip.', ['Joseph']],
    ['Joseph was brilliant as a shepherd in our nativity.', ['Joseph']],
    ['Mary, Josh and Mei were shepherds.', ['Mary', 'Josh', 'Mei']],
    ['Marcus and Mei held the donkey.', ['Marcus', 'Mei']],
    ['Freya, Josh and Mei made Viking shields.', ['Freya', 'Josh', 'Mei']],
    ['Marcus loved our Roman day.', ['Marcus']],
  ])('%s', (text, names) => expect(pupilsIn(text)).toEqual(names));

  test.each([
    'Mary and Joseph rode the donkey across our stage.',
    'The shepherds ran to Mary and Joseph.',
    'Noah built the ark and the animals came.',
    'How Joseph forgave his brothers: our assembly today.',
  ])('but not in the story itself: %s', (text) => expect(pupilsIn(text)).toEqual([]));
});

describe('a word of the roll by its place', () => {
  test.each([
    ['lily n and poppy ll have opened a snail hotel', ['lily', 'poppy']],
    ['rose b won the raffle', ['rose']],
    ['poppy (year 4) swam a mile', ['poppy']],
    ['Today rose in Year 1 lost a tooth', ['rose']],
    ['Josh, robin and Mei built a den.', ['Josh', 'robin', 'Mei']],
    ['Sky in Reception cupping a yellow chick', ['Sky']],
    ['Summer in Reception holding a certificate', ['Summer']],
    ['Our Ivy. That is the whole post.', ['Ivy']],
    ['Our Poppy scored the winner!', ['Poppy']],
    ['Hope the operation goes smoothly today, Art!', ['Art']],
    ['Write to abegum@school.example', ['abegum']],
  ])('%s', (text, names) => expect(pupilsIn(text)).toEqual(names));

  test.each([
    'We #love art in Year 2',
    'we love art in year 2',
    'We saw some amazing art in Year 4.',
    'There is hope in Year 6 yet.',
    'hope u r well and will c u soon',
    'Summer in Reception is paint, water and sun cream.',
    'Art has found its way under the stairs.',
    'Summer has lost its shine today.',
    'Come and see our Ivy!',
    'Our Poppy Appeal box is full.',
    'A postcard from Skye.',
    'Assembly was about Hope today.',
    "We're collecting Holly for the wreath.",
    'Write to office@school.example',
  ])('and not elsewhere: %s', (text) => expect(pupilsIn(text)).toEqual([]));
});

describe('somebody off the roll', () => {
  test.each([
    ["Annick Perrin's mum sent cake.", ['Annick Perrin']],
    ['Claudia scored twice on Roman day.', ['Claudia']],
  ])('%s', (text, names) => expect(peopleIn(text)).toEqual(names));

  test.each([
    'Our Vikings: Erik, Astrid and Sven told us of the sea.',
    'Our Romans, Julius and Flavia, marched in.',
    'Our evacuees, Doris and Vera, had labels on.',
    'Six ducklings. Names so far: Quackers, Gravy, Dave, Other Dave',
    'Poor Romeo. On the third go Juliet got the giggles.',
    "Ofsted's family questionnaire is out.",
    "Shakespeare's birthday in six words each.",
  ])('and nobody: %s', (text) => expect(peopleIn(text)).toEqual([]));
});
