/** Digits for words, class names without their apostrophe, and "of" for "have". */
import { describe, expect, test } from 'vitest';
import { standardEnglish } from '../../src/policy/rules/standard-english.ts';
import { textLanguage } from '../../src/policy/rules/text-language.ts';
import { draftOf, seen, wordsOf } from './tables.ts';

const short = (text: string) => wordsOf(text, seen(textLanguage, draftOf(text)));
const slips = (text: string) =>
  wordsOf(text, seen(standardEnglish, draftOf(text), {}, { grammar: [] }));

describe('digits and letters for words', () => {
  test.each([
    'All set 4 sports day',
    'Great day 4 a picnic',
    'Time 2 shine',
    'A card 4 u',
    'We made these 4 you all',
    'Love 2 u from Nursery',
    'Thanks 4 coming to our show',
    'Cakes 4 everyone at 3pm',
    'Just 4 fun: a quiz',
    'Ready 4 lift-off',
    'Happy 2 see our friends back',
    'Great 2 have the choir here',
    'Can’t wait 2 meet the author',
    'Is it u?',
    'Gr 8 work today',
    'See you 2 morrow',
    'Good luck 4 the match',
    'A big hug 4 them',
    'We are off 2 the zoo',
  ])('%s', (text) => {
    expect(short(text)).not.toEqual([]);
  });

  test.each([
    'Year 4 united for the match',
    'We need 4 more helpers',
    'Class 4 the winners, Class 2 the runners-up',
    'Table for 4 please',
    'It ended 4 2 to us',
    'Pages 2 to 4 are done',
    'Grade 2 flute, Grade 4 drums',
    'Key Stage 2 us too',
    'Match 2 the pairs, then match 4',
    'Year 2 see a play on Monday',
    'Year 4 have their trip on Friday',
    'Room 2 meet at ten',
    'Thanks to all 4 coaches',
    'The under 9s won 4 nil',
    'Ready by 2 for the coach',
    'Only 2 tickets left',
    'Group 4 the lions, group 2 the bears',
    'We looked at 2 ponds and 4 trees',
    'Book 2 is out',
  ])('and plain numbers are fine: %s', (text) => {
    expect(short(text)).toEqual([]);
  });
});

describe('a class that owns something', () => {
  test.each([
    'Year 3s bird boxes are up',
    'Class 2s harvest table looks lovely',
    'Year 2s bakery opens at noon',
    'Come and see Year 4s exhibition',
    'Year 5s magazine is in the library',
    'Our hall is full of Year 1s puppets',
    'We loved Year 3s fantastic quilt',
    'Year 6s podcast goes live today',
    'Have you read Year 4s comic?',
    'Receptions bug hotel is open',
    'Nurserys pancakes were the best',
    'Miss Reeds class won',
    'Mr Patels group made soup',
    'Year 2s shop raised £40',
    'Thank you for Year 5s lanterns.',
    'Year 1s big breakfast was a treat',
    'A look inside Year 6s tuck shop',
  ])('%s', (text) => {
    expect(slips(text)).not.toEqual([]);
  });

  test.each([
    'Year 6s visited the mill',
    'Our Year 2s love books',
    'The Year 4s are off to camp',
    'Year 5s and Year 6s sang',
    'Year 3s win again!',
    'Year 1s on the farm',
    'All our Year 6s bake on Fridays',
    'Year 4s have been writing',
    'Well done Year 2s!',
    'Year 5s will read to Nursery',
    'Both Receptions went to the park',
    'Goodbye Year 6s, hello summer',
    'Year 3s bake bread',
    'Mrs Jones came in',
    'Year 2s in the woods today',
    'Our Year 4s always shine',
    'Year 6s paint, Year 5s draw',
  ])('and a class of children is fine: %s', (text) => {
    expect(slips(text)).toEqual([]);
  });
});

describe('“of” for “have”', () => {
  test.each([
    'Could you of made a taller tower?',
    'We should never of doubted them',
    'They must all of practised for weeks',
    'It could not of gone better',
    "We couldn't of asked for more",
    'Who would of thought it',
    'She might of been the youngest',
    'You should of heard the cheers',
    'Would you of guessed the answer?',
    'It may of rained, but we sang',
    'We wouldn’t of missed it',
    'It must of taken hours',
    'How could we of forgotten the cake',
    'I should really of worn wellies',
    'That could easily of won',
  ])('%s', (text) => {
    expect(slips(text)).not.toEqual([]);
  });

  test.each([
    'We could of course sing all day',
    'You could, of course, join in',
    'Who would you of all people choose?',
    'It must be of use',
    'They might of an evening see a bat',
    'We would love more of that',
    'You should see more of these',
    'Could we, of an age with them, have done it?',
    'A might of lions',
    'The will of the people',
    'The May of 2025 was dry',
    'A must of autumn is conkers',
    'Can you think of one?',
    'We would, out of interest, like to know',
    'The might of Rome',
  ])('and a true “of” is fine: %s', (text) => {
    expect(slips(text)).toEqual([]);
  });
});
