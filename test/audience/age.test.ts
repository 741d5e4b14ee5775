import { describe, expect, test } from 'vitest';
import { account, review } from './tables.ts';

const ageOf = (bio: string, name = 'Robin', more = {}) =>
  review('standard', account('@robin_x', name, bio, more)).age;

describe('a child’s own words on its age', () => {
  test.each([
    'aged 9',
    'I’m 12',
    'im eleven, fortnite',
    'just turned 10!!',
    '12 🎂 | dance',
    '🎈9🎈',
    '10. football. gaming.',
    '11 | lego | cats',
    'cats, 11, lego',
    '9 3/4',
    '12 yr old drummer',
    '8yo',
    '12 years old ✨',
    '13 in march',
    'born 14/02/2015',
    '2015 baby',
    'Year 6',
    'y5 at larkrise',
    'in year 4 and i love unicorns',
    'im in reception',
    'starting secondary school in september',
    'ballet, slime (mum runs this)',
    'account managed by my parents',
    '１２ | roblox',
  ])('%s: under 13', (bio) => {
    expect(ageOf(bio)).toBe('under-13');
  });

  test.each([
    '14',
    '15/M/Leeds',
    '16, she/her, art',
    'they/them • 17',
    'Year 9. Books.',
    'y10 | netball',
    'class of 2028',
    'sixth form',
    'A level student, drummer',
    'my gcses are killing me',
    'student at Northgate High School',
    'teen. dancer. dreamer.',
    'born in 2010',
  ])('%s: under 18', (bio) => {
    expect(ageOf(bio)).toBe('under-18');
  });

  test('a year in a handle is one of birth where the account was made years later', () => {
    const made = (createdAt: number) =>
      review('standard', account('@robin2015', 'Robin', 'cats', { createdAt })).age;
    expect(made(Date.parse('2025-10-01'))).toBe('under-13');
    expect(made(Date.parse('2015-10-01'))).toBeNull();
  });
});

describe('numbers and years that say nothing of the owner', () => {
  test.each([
    'Mum of a 14 year old and a 9 year old',
    'Dad to two, 8 and 11',
    'Year 3 TA and mum',
    'Head of Year 7',
    'Y9 tutor. Views mine.',
    'Author of books for 8-12 year olds',
    'U11s coach',
    '14 years teaching, still smiling',
    '20 yrs in business',
    '12 years sober',
    'Married 12 years',
    '10 marathons, 3 kids',
    'Top 10 finisher',
    'Born in 1972',
    'Class of 1998',
    'est. 2012',
    'Founded 2015',
    '14 year old labrador in charge',
    'year 2 of my PhD',
    'Room 12',
    '9 to 5, pies',
    '7 a side on Mondays',
    'GCSE examiner and tutor',
    'Wedding 12/11',
    '13th in line',
  ])('%s', (bio) => {
    expect(ageOf(bio)).toBeNull();
  });

  test('a class’s account is no child’s', () => {
    expect(ageOf('Year 6 at Elm Park School', 'Willow Class')).toBeNull();
    expect(ageOf('Year 3 at Elm Park', 'Mrs Dale')).toBeNull();
  });
});
