/** Births in brackets, and health told by a possessive. */
import { describe, expect, test } from 'vitest';
import { personalData } from '../../src/policy/rules/personal-data.ts';
import { schoolFacts } from './names-school.ts';
import { draftOf, seen, wordsOf } from './tables.ts';

const hits = (text: string) => seen(personalData, draftOf(text), {}, schoolFacts);

describe('a date of birth beside a birthday', () => {
  test.each([
    'Happy birthday Tobias! (05.10.2015)',
    'Happy birthday Zainab (12/05/2017) from all of us',
    'Happy 8th birthday to Kofi (3.2.18)!',
    'Birthday bunting for Tobias (born 04/09/2015) 🎈',
    'Xanthe is seven today (14 March 2019). Hooray!',
    'Our birthday girl Priti [9 June 2016] chose the songs',
    'Many happy returns, Saoirse, 21/11/2014',
    'Cake for Jasmine, who turns six today (10-03-2020)',
    'Two candles more for Aria: 1 July 2017. Happy birthday!',
    'Birthdays this week: Kofi (11/3/17) and Priti (12/3/16)',
    'Zainab (born 5 May 2018) is eight today',
    'Happy birthday to our Tobias – 30th October 2015',
    'Born 22.08.2016, Xanthe is our youngest chess player',
    'Birthday boy Kofi (6 Aug 2018) had cake',
    'A birthday badge for Priti – 17/02/2019 – and a song',
    'Hip hip hooray, Saoirse is ten (2016-01-19)! Happy birthday',
  ])('%s', (text) => {
    expect(hits(text)).not.toEqual([]);
  });

  test.each([
    'Happy birthday NHS (5 July 1948)!',
    'Happy 60th birthday to our school (4 September 1966)',
    'Happy birthday Roald Dahl (13 September 1916)',
    'Birthday book swap in the hall (12/06/2026)',
    'Happy birthday to our school dog, Biscuit (3 March 2021)',
    "The King's birthday parade (13 June 2026) was on our screen",
    'Shakespeare turned 400 in our assembly (23 April 1616)',
    'Year 6 leavers assembly (17/07/2026) at 2pm',
    'Our allotment is one year old (14 May 2025)',
    'Bring a cake for the birthday fair (04.07.2026)',
    'Happy birthday Year 2 guinea pigs (1/2/24)',
    'Florence Nightingale (12 May 1820) is our topic',
    'Class photos on 09/03/2026, sports on 10/03/2026',
    'Beatrix Potter was born long ago (28 July 1866)',
    'Birthday of our church: 900 years (24 June 1126)',
  ])('and other dates are none: %s', (text) => {
    expect(wordsOf(text, hits(text))).toEqual([]);
  });
});

describe('health told with a possessive', () => {
  test.each([
    "Hope's peanut allergy means a change of snack today",
    "Summer's egg allergy is a bad one, so no cake",
    "Grace's asthma is playing up",
    "Bill's inhaler is in the office",
    "Will's broken wrist is on the mend",
    "Joy's hearing aids are new and pink",
    "Zainab's epilepsy means a helper comes swimming",
    "Rose's new glasses suit her, and her eye operation went well",
    "Kofi's speech therapist came to our assembly",
    "Art's ADHD assessment is on Friday",
    "April's dyslexia never stops her",
    "Mark's severe milk allergy: please read the labels",
    "Drew's EpiPen goes with us on every trip",
    "Priti's stammer vanished on stage",
    "Xanthe's little brother has leukaemia",
  ])('%s', (text) => {
    expect(hits(text)).not.toEqual([]);
  });

  test.each([
    "Summer's here, and hay fever with it",
    "May's allergy awareness week poster is up",
    "April's theme is mental health awareness",
    "Hope's Cross is on our walk",
    "Year 4's allergy leaflets are in the hall",
    "The school's inhaler policy is on our website",
    "Summer's end: worms in the compost bin",
    "Mary Seacole's hospital, built in clay",
    "May's first aid course is full",
    "Spring's blossom and autumn's colour on the field",
    "Grace's painting of a hospital train is up",
    "The grass's pollen makes us sneeze",
    "Today's flu vaccine session starts at 10",
    "Paddington's broken umbrella, mended by Year 1",
    "Will's bridge was broken by two elephants",
  ])('and what is no health is left alone: %s', (text) => {
    expect(wordsOf(text, hits(text))).toEqual([]);
  });
});
