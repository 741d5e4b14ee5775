import { describe, expect, test } from 'vitest';
import { pupilsIn } from './names-school.ts';

describe('a name that is a word too is found by what only a person has, is given or does', () => {
  test.each([
    ['Mrs Begum gave Grace his certificate in assembly.', 'Grace'],
    ['We handed Hope the trophy this morning.', 'Hope'],
    ['We handed Mark the trophy this morning.', 'Mark'],
    ['The Mayor met Will this morning.', 'Will'],
    ['Here is Grace with her trophy.', 'Grace'],
    ['Here is Joy holding the shield.', 'Joy'],
    ['This is Hope.', 'Hope'],
    ['Jasmine and her friends built a den.', 'Jasmine'],
    ['Rose in her space costume.', 'Rose'],
    ['Summer has earned her pen licence!', 'Summer'],
    ["Drew didn't give up.", 'Drew'],
    ['Mark also won gold.', 'Mark'],
    ['We saw Jasmine up on the stage.', 'Jasmine'],
  ])('%s', (text, name) => expect(pupilsIn(text)).toEqual([name]));
});

describe('the same words stay words', () => {
  test.each([
    'Will you join us for May Day?',
    'Bake sale today: Will you join us?',
    '📚 Will you read with us this week?',
    'Mark your diaries!',
    'Joy for all at the fair.',
    'Grace before lunch.',
    'Summer term starts on Monday.',
    'Summer has arrived and so has the sun cream.',
    'A rose by any other name.',
    'Rose petals in the potion.',
    'Hope you all have a lovely break.',
    'Jasmine tea and dumplings for Lunar New Year.',
    'Art is also on show in the hall.',
    'May is also Local History Month.',
    'Have a great Summer everyone!',
    'Spring and her flowers: our Year 2 poems.',
  ])('%s', (text) => expect(pupilsIn(text)).toEqual([]));
});
