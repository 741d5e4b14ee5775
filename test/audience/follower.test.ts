import { describe, expect, test } from 'vitest';
import { PRESETS } from '../../src/policy/load.ts';
import { account, clausesOf, FACTS, review } from './tables.ts';

const DAY = 24 * 3600 * 1000;
const made = { createdAt: FACTS.at - 5 * DAY };
const machine = { ...made, pictured: false, posts: 0, followers: 1, following: 1800 };

describe('what is proposed', () => {
  const spam = account('@x', 'Jess', 'Lonely girl looking for fun, DM me');
  const child = account('@x', 'Ellie', 'aged 10, gymnast');
  const pupil = account('@x', 'Zara Hussain', 'hi');
  const shop = account('@x', 'Swift Cars', 'Used cars, great finance deals');
  test.each([
    ['standard', spam, 'block', ['ST-07']],
    ['standard', shop, 'block', ['ST-07']],
    ['standard', child, 'point', []],
    ['lickey-hills', spam, 'block', ['LH-19']],
    ['lickey-hills', pupil, 'remove', ['LH-21']],
    ['lickey-hills', child, 'remove', ['LH-03', 'LH-21']],
    ['lickey-hills', shop, 'keep', []],
    ['irthlingborough', child, 'point', ['IR-15']],
    ['irthlingborough', pupil, 'point', ['IR-15', 'IR-16']],
    ['irthlingborough', shop, 'block', ['IR-18']],
    ['sutton-manor', shop, 'block', ['SM-15']],
    ['hutton-rudby', spam, 'block', []],
    ['hutton-rudby', child, 'point', []],
    ['hutton-rudby', shop, 'keep', []],
  ] as const)('%s: %o', (policy, profile, proposal, clauses) => {
    const read = review(policy, profile);
    expect(read).toMatchObject({ proposal, plainFine: false });
    expect(read.reasons[0]?.clauses).toEqual(clauses);
    expect(JSON.stringify(read)).not.toMatch(/hussain/i);
  });

  test('an account about which everything is odd is taken for a robot’s', () => {
    expect(review('standard', account('@user8391726', '', '', machine)).proposal).toBe('block');
    const parent = account('@kim8391726', 'Kim', 'Mum of two at Larkrise', machine);
    expect(review('standard', parent).proposal).toBe('keep');
    expect(review('standard', parent).plainFine).toBe(false);
  });
});

describe('the plainly fine', () => {
  test.each([
    ['a parent', account('@x', 'Jo Bell', 'mum of 3, nurse'), 'parent'],
    ['a grandparent', account('@x', 'Ken', 'Grandad to 7. Fishing.'), 'parent'],
    ['a governor', account('@x', 'Alan Price', 'Chair of Governors'), 'governor'],
    ['a teacher', account('@x', 'Mrs Ives', 'Year 2 teacher'), 'staff'],
    ['a school', account('@x', 'Elm Park Primary'), 'school'],
    ['a neighbour', account('@x', 'Steph', 'Larkrise born and bred'), 'local'],
  ])('%s may be kept with the others', (_, profile, focus) => {
    for (const policy of PRESETS)
      expect(review(policy, profile)).toMatchObject({ focus, plainFine: true, proposal: 'keep' });
  });

  test.each([
    ['nothing shows a link', account('@x', 'Dave Hart', 'Cyclist')],
    ['a young person', account('@x', 'Finn', '14 yrs | skate')],
    ['a namesake of a pupil', account('@x', 'Rose Bush', 'Garden designer, mum of two')],
    ['like our own account', account('@larkriseschooI', 'Larkrise School')],
    [
      'new, unpictured and silent',
      account('@x', 'Jo', 'mum', { ...made, pictured: false, posts: 0 }),
    ],
  ])('not so: %s', (_, profile) => {
    expect(review('standard', profile).plainFine).toBe(false);
  });

  test('those whom a document wants as followers are kept with its clause', () => {
    const parent = account('@x', 'Jo Bell', 'mum of 3');
    expect(clausesOf(review('lickey-hills', parent))).toEqual(['LH-20']);
    expect(clausesOf(review('irthlingborough', parent))).toEqual(['IR-14']);
    expect(clausesOf(review('sutton-manor', parent))).toEqual(['SM-16']);
  });
});

test('the doubtful sort before the plain: spam, a pupil, a child, a robot, a young person, a stranger, a parent', () => {
  const doubts = [
    account('@x', 'Jess', 'onlyfans in bio'),
    account('@x', 'Zara Hussain', 'hi'),
    account('@x', 'Ellie', 'aged 10'),
    account('@user8391726', '', '', machine),
    account('@x', 'Finn', '14 yrs | skate'),
    account('@x', 'Dave Hart', 'Cyclist'),
    account('@x', 'Jo Bell', 'mum of 3'),
  ].map((profile) => review('standard', profile).doubt);
  expect(doubts).toEqual(doubts.toSorted((a, b) => b - a));
  expect(new Set(doubts).size).toBe(doubts.length);
});
