import { describe, expect, test } from 'vitest';
import { judgeFollow } from '../../src/audience/follow.ts';
import { preset } from '../../src/policy/load.ts';
import { account, clausesOf, FACTS, follow } from './tables.ts';

const site = (link: string) => ({ link });

describe('an account with a link to education', () => {
  test.each([
    [
      'a school by its domain',
      account('@x', 'The Beacon', '', site('https://beacon.leeds.sch.uk')),
      'school',
    ],
    ['a school by its name', account('@x', 'Elm Park Primary School'), 'school'],
    ['a class', account('@x', 'Willow Class', 'What we learn in Year 6'), 'school'],
    ['a school by its handle', account('@ElmParkAcademy', 'EPA'), 'school'],
    [
      'a university',
      account('@x', 'Early Years', '', site('https://www.chester.ac.uk/eyfs')),
      'university',
    ],
    [
      'a council',
      account('@x', 'Libraries', '', site('https://www.kirklees.gov.uk/libraries')),
      'council',
    ],
    [
      'the government',
      account('@x', 'Teaching', '', site('https://www.gov.uk/teach')),
      'government',
    ],
    ['a museum', account('@x', 'Skipton Castle', '900 years old'), 'museum'],
    ['a .museum domain', account('@x', 'Toys', '', site('https://toys.museum')), 'museum'],
    ['a theatre', account('@x', 'The Lowry', 'Theatre and galleries at Salford Quays'), 'gallery'],
    [
      'a charity',
      account('@x', 'Paws', 'Registered charity. Dogs that listen to readers.'),
      'charity',
    ],
    ['a subject body', account('@The_GA', 'GA'), 'subject-body'],
    ['a publisher', account('@x', 'Tiny Tiger', 'Independent children’s publisher'), 'publisher'],
    ['a children’s author', account('@x', 'Anna Field', 'Children’s author. Runner.'), 'author'],
    ['an illustrator', account('@x', 'Kofi Danso', 'I draw picture books'), 'author'],
    ['a consultant', account('@x', 'Ollie Grant', 'Literacy consultant, ex-head'), 'practitioner'],
    ['a headteacher', account('@x', 'Ms Rowe', 'Headteacher of a village school'), 'practitioner'],
  ])('%s may be followed', (_, profile, kind) => {
    const judged = follow('standard', profile);
    expect(judged).toMatchObject({ verdict: 'fine', kind, child: null });
    expect(clausesOf(judged)).toEqual(['ST-10']);
  });

  test('local media and clubs fit where the head looks for a benefit, and are to be explained elsewhere', () => {
    const paper = account('@x', 'The Dale Gazette', 'News for the dale');
    const cubs = account('@x', '1st Dale Scout Group');
    for (const profile of [paper, cubs]) {
      expect(follow('irthlingborough', profile, 'They print what our children do').verdict).toBe(
        'fine',
      );
      expect(follow('standard', profile).verdict).toBe('explain');
    }
  });

  test('a benefit is put in words where the document asks for one', () => {
    const trust = account('@NationalTrust', 'National Trust');
    for (const [policy, clause] of [
      ['lickey-hills', 'LH-22'],
      ['irthlingborough', 'IR-19'],
    ] as const) {
      expect(follow(policy, trust)).toMatchObject({ verdict: 'explain' });
      expect(clausesOf(follow(policy, trust))).toEqual([clause]);
      expect(follow(policy, trust, 'Our trip in May goes there').verdict).toBe('fine');
    }
  });
});

describe('an account without one', () => {
  test.each([
    ['a private person', account('@x', 'Dave Hart', 'IT bloke. Cyclist.')],
    ['a parent', account('@x', 'Jo Bell', 'Mum of three, nurse')],
    ['a shop', account('@x', 'Swift Cars', 'Used cars, great finance deals')],
    ['a fan', account('@x', 'swiftie', 'Fan account, not affiliated')],
  ])('%s is against the policy', (_, profile) => {
    expect(follow('standard', profile).verdict).toBe('against');
    expect(clausesOf(follow('standard', profile))).toContain('ST-10');
    expect(follow('sutton-manor', profile)).toMatchObject({ verdict: 'against' });
  });

  test('a private person goes against the clause on personal accounts', () => {
    const judged = follow('standard', account('@x', 'Dave Hart', 'Cyclist. Views my own.'));
    expect(judged.reasons[0]?.clauses).toEqual(['ST-11', 'ST-10']);
  });

  test.each([
    ['a teacher', account('@x', 'Miss Lane', 'Year 2 teacher')],
    ['a writer, nobody says for whom', account('@x', 'Jack Thorn', 'Author of crime novels')],
    ['a vicar', account('@x', 'Fr Michael', 'Parish priest')],
    ['a councillor', account('@x', 'Jo Moss', 'Labour councillor for the ward')],
    ['somebody who says nothing', account('@x', 'N')],
    ['a name and no more', account('@x', 'Priya')],
  ])('%s is to be explained', (_, profile) => {
    expect(follow('standard', profile).verdict).toBe('explain');
  });

  test('what the asker says of it is heard, and never outweighs what the profile shows', () => {
    const person = account('@x', 'Dave Hart', 'Bloke with a bike');
    expect(
      follow('standard', person, 'He trains our staff, a specialist in computing').verdict,
    ).toBe('explain');
    const child = account('@x', 'Ellie', 'aged 10');
    expect(follow('standard', child, 'She is a children’s author').verdict).toBe('against');
    const spam = account('@x', 'BTC', 'Crypto trader, DM me to invest');
    expect(follow('standard', spam, 'a museum').verdict).toBe('against');
  });
});

describe('pupils and former pupils', () => {
  test.each([
    ['by name', account('@x', 'Grace Okonkwo', 'unicorns')],
    ['by name in other letters', account('@x', 'Gräce  OKONKWO 🦄', 'x')],
    ['by handle', account('@grace_okonkwo12', 'G', 'x')],
    ['by what it says', account('@x', 'g', 'grace okonkwo, hi')],
  ])('a pupil on the roll is against every policy: %s', (_, profile) => {
    for (const policy of [
      'standard',
      'lickey-hills',
      'irthlingborough',
      'sutton-manor',
      'hutton-rudby',
    ] as const) {
      const judged = follow(policy, profile, 'She writes well');
      expect(judged).toMatchObject({ verdict: 'against', child: 'pupil' });
      expect(JSON.stringify(judged)).not.toMatch(/okonkwo|grace/i);
    }
    expect(clausesOf(follow('hutton-rudby', profile))).toContain('HR-09');
  });

  test('a grown-up of the same name is to be explained', () => {
    const judged = follow('standard', account('@x', 'Grace Okonkwo', 'Children’s author and mum'));
    expect(judged).toMatchObject({ verdict: 'explain', child: null });
  });

  test('a former pupil under 21 is against Hutton Rudby’s policy, and one of unknown age to be explained', () => {
    const former = (bio: string) => follow('hutton-rudby', account('@x', 'Tom', bio));
    expect(former('ex Larkrise pupil, 20, barista')).toMatchObject({
      verdict: 'against',
      child: 'former-pupil',
    });
    expect(former('Former Larkrise pupil. Steam trains.')).toMatchObject({ verdict: 'explain' });
    expect(clausesOf(former('Former Larkrise pupil.'))).toContain('HR-09');
  });

  test('without a roll it is said that nobody was looked for', () => {
    const judged = judgeFollow(
      preset('hutton-rudby'),
      account('@x', 'Kim Lee', 'Children’s author'),
      '',
      { ...FACTS, roll: null },
    );
    expect(judged.verdict).toBe('explain');
    expect(judged.reasons.map(({ says }) => says).join(' ')).toContain('no roll');
  });
});

test('a look-alike is said plainly, and is against', () => {
  const judged = follow('standard', account('@NationaITrust', 'National Trust'));
  expect(judged).toMatchObject({ verdict: 'against', lookalike: '@nationaltrust' });
  expect(judged.reasons[0]?.says).toBe(
    'It looks like @nationaltrust and is another account: it has a capital I where @nationaltrust has an l.',
  );
});
