import { describe, expect, test } from 'vitest';
import { findPupils } from '../../src/policy/names/pupils.ts';
import { entriesOf, rollOf } from '../../src/school/roll.ts';
import { facts } from './tables.ts';

const ROWS = `Josh Brown|Mei Chen|Aisha Begum|Zuzanna Król|Aoife Ní Bhriain|Mohammed Al-Hassan|Alexander Reid|Kenzie Holt
Grace Oduya|Rose Bush|Summer Pike|May Ong|Henry Okoro|Thomas Adeyemi`;
const rows = ROWS.split(/[|\n]/).map((row) => {
  const [firstName = '', ...rest] = row.split(' ');
  const lastName = rest.join(' ');
  return { firstName, lastName, yearGroup: 'Year 4', photo: true, name: false, work: true };
});
const roll = rollOf(entriesOf(rows, 'glued'), 'glued');
const pupilsIn = (text: string) =>
  findPupils(text, { ...facts, roll }).pupils.map(({ span }) => text.slice(...span));

describe('a pupil is found', () => {
  test.each([
    ['A. Ní Bhriain wrote this', 'A. Ní Bhriain'],
    ['M. Al-Hassan won', 'M. Al-Hassan'],
    ['M. Hassan won', 'M. Hassan'],
    ['Josh B won', 'Josh'],
    ['Josh10 won', 'Josh10'],
    ['By ZuzannaK in art', 'Zuzanna'],
    ['JoshandMei won', 'JoshandMei'],
    ['joshandmei won', 'joshandmei'],
    ['#joshmei', 'josh'],
    ['#JoshandMei', 'Josh'],
    ['Z.Krol2 won', 'Z.Krol2'],
    ['Begum, Aisha (4B)', 'Begum, Aisha'],
    ['J0sh won', 'J0sh'],
    ['Write to josh.brown@x.example', 'josh.brown'],
    ['Write to j.brown@x.example', 'j.brown'],
    ['https://x.example/img/josh-brown.jpg', 'josh-brown'],
    ['https://x.example/img/aisha.jpg', 'aisha'],
  ])('%s', (text, words) => expect(pupilsIn(text)).toEqual([words]));

  test.each([
    ['Joshua won', 'Joshua'],
    ['Well done Joshy', 'Joshy'],
    ['Alex in Year 4', 'Alex'],
    ['Tommo scored', 'Tommo'],
    ['Joshua Brown won', 'Joshua Brown'],
  ])('under a short or a long form of the name: %s', (text, words) =>
    expect(pupilsIn(text)).toEqual([words]),
  );

  test('beside a story that has somebody of that name', () => {
    expect(pupilsIn('Tudors day: Henry painted a Tudor house')).toEqual(['Henry']);
    expect(pupilsIn('We learned about the Tudors. Henry had six wives.')).toEqual([]);
  });
});

describe('nobody is named', () => {
  test.each([
    'MacKenzie came',
    'YouTube, iPad and PowerPoint',
    'Summer2026 menus',
    'Write to josh@x.example',
    'https://x.example/news/josh-wins-gold',
    'https://josh.example/menu',
    'Chen, Begum and Król are our houses',
    'Alexander Graham Bell rang',
    'Joshua Reynolds painted her',
    'Mo came to tea',
    'Henry of the Glens is our hero',
    'The wicked Mei of our tale',
  ])('%s', (text) => expect(pupilsIn(text)).toEqual([]));
});
