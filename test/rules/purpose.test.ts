import { describe, expect, test } from 'vitest';
import { purpose } from '../../src/policy/rules/purpose.ts';
import { draftOf, seen, wordsOf } from './tables.ts';

describe('purpose', () => {
  test.each([
    "Don't forget: PE kits tomorrow",
    "Parents' evening is on Tuesday and Wednesday next week",
    'School closes at 2pm on Friday for the Easter holidays',
    'Have a lovely half term, everyone',
    'Tickets for the play are on sale at the office',
    'We are collecting for the food bank. Tins in by Friday, please',
    'Please can all families check for head lice this weekend',
    'Our summer fair is on Saturday 4 July, 12-3. All welcome',
    'Nursery places available for September. Call the office',
    'Merry Christmas to all our families',
    'The Year 3 trip leaves at 9 sharp on Thursday. Packed lunches needed',
    'No swimming today, the pool is closed',
    'Thank you to everyone who donated to our harvest collection',
    'A polite notice: no dogs on the playground',
    'Clubs restart on Monday 12 January',
    'Menus for next week are on the website',
    'See you all at the carol concert tomorrow at 6',
    'Year 4 swimming starts next week. Costumes and towels, please',
    'The office is closed on Monday',
    'Choir practice is on Thursday this week, not Wednesday',
    'Open morning for new families, Tuesday at 10',
    'The road is icy. Take care on the school run',
    'Photographs are on Wednesday. Smart uniform',
    'Volunteers needed for the library',
    'Wishing everyone a peaceful Christmas',
    'Reception places: apply by 15 January',
  ])('is a notice: %s', (text) => {
    expect(seen(purpose, draftOf(text))).not.toEqual([]);
  });

  test.each([
    'Nursery is full of colour today: look at our rainbow fish collage',
    'Our library is buzzing with readers',
    'The kitchen is smelling of gingerbread baked by Year 1',
    'Thank you to Mr Khan for running chess club',
    'Year 6 are running a healthy tuck shop',
    'Families who visited our art gallery loved the clay pots',
    'Book fair bookmarks designed by Year 4',
    "Year 3's clay owls are in the hall. Come and see",
    'Year 6 coded a quiz about the planets. Try it here',
    "Please look after this bear. Year 1's labels for Paddington are very polite",
    "Year 5's letters to the council ask for a zebra crossing",
    "Remember, remember: Year 2's firework poems go off with a bang",
    'Reception have been on a bear hunt. They had to go through it!',
    'Gold for our Year 4 gymnasts',
    "Year 4's reminder posters about saving water are brilliant",
    "Year 6's play opens on Thursday, and the sets are painted",
    "Three bears, one bed and a lot of porridge: Nursery's story map",
    'Hot off the press: the Year 5 newspaper, with a weather report and a crossword',
    'We won! Year 5 and 6 netball, league champions for 2026',
    "Welcome to the jungle: Year 1's corridor is all vines and parrots",
    'Year 2 measured rainfall every day this week and drew a graph',
    "Don't forget your toothbrush! Year 3's play about evacuees is full of good advice",
    'Sunflowers in pastel by Year 1',
    "Watch this space: Year 4's comet is drying",
    "Happy Diwali! Year 3's rangoli patterns fill the hall",
    'Year 2 are on track to read a thousand books by Friday',
    'A new chair for the head, sewn by Year 6. She sits on it on Mondays',
    "Year 1's weather forecast for tomorrow: sunny, with a chance of meatballs",
    'Join Year 3 on a walk through the rainforest: the corridor is full of frogs',
    "Every Friday, Year 5 read to Nursery. This week's favourite was a bear",
    "From seed to soup: Year 4's leeks",
    'A school record! Our relay team ran 66 seconds',
    'Silver for the choir',
  ])('shows pupils’ work: %s', (text) => {
    expect(wordsOf(text, seen(purpose, draftOf(text)))).toEqual([]);
  });

  test.each([
    ['A polite notice: no dogs', 'polite notice'],
    ['Merry Christmas to all', 'Merry Christmas'],
  ])('marks the words themselves: %s', (text, words) => {
    expect(wordsOf(text, seen(purpose, draftOf(text)))).toEqual([words]);
  });
});
