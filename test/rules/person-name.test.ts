import { describe, expect, test } from 'vitest';
import { personName } from '../../src/policy/rules/person-name.ts';
import { peopleIn, schoolFacts } from './names-school.ts';
import { draftOf, seen } from './tables.ts';

describe('somebody who could be a pupil or a parent', () => {
  test.each([
    ['Comic by Harry in Year 4', ['Harry']],
    ['Ethan and Amelia want more', ['Ethan', 'Amelia']],
    ["Oluwaseyi's dance was wonderful", ['Oluwaseyi']],
    ['A story by Kwame in Year 3', ['Kwame']],
    ['Well done harry', ['harry']],
    ['Thanks to Olivia Thompson for the cakes', ['Olivia Thompson']],
    ['Lily Thompson sang', ['Lily Thompson']],
    ["Amelia's mum baked", ['Amelia']],
    ['Get well soon Maya', ['Maya']],
    ['Caleb, aged 8, wrote to the King', ['Caleb']],
    ['A poem by Zzyzxa in Year 2', ['Zzyzxa']],
    ['Well done Poppy and Saoirse', ['Poppy']],
    ['Xinyi (Y2) grew a bean', ['Xinyi']],
    ['Saoirse Murphy came to tea', ['Saoirse Murphy']],
    ['Grandad Wilf and Auntie Sunita judged', ['Wilf', 'Sunita']],
    ['Message Kerry on 07700 900732', ['Kerry']],
    ['Ring Kev on 07700 900418', ['Kev']],
    ['A lad called Bertie held the ladder', ['Bertie']],
  ])('%s', (text, words) => expect(peopleIn(text)).toEqual(words));
});

describe('nobody a school would mind', () => {
  test.each([
    'Mrs Patel and Mr Thomas led the walk',
    'PC Brown talked about roads',
    'Author Julia Donaldson read to us',
    'Julia Donaldson read to us',
    'Our librarian Tom Hart has new books',
    'Tom Hart, our librarian, has new books',
    'Illustrator Callum Nowak drew with us',
    'Lucy from the RSPB brought an owl',
    'Our guinea pig Biscuit had a bath',
    'Bertie the school dog came in',
    'The hens, Margaret and Doris, laid today',
    'Florence Nightingale was our topic',
    'We are off to York, Durham and Lincoln',
    'Chelsea won again',
    'Paddington came to tea',
    'João Gilberto and Brian May on our playlist',
    'Storm Bert closed the gate',
    'Hamish the hamster ate a carrot',
    'Erik the Viking rowed in',
    'Attenborough class and Rosa Parks House won',
    'Charlie and the Chocolate Factory opens tonight',
    "'Charlie and the Lost Whale' is our book",
    'Tuesday, Wednesday and Thursday are full',
    'Monet, Picasso and Hokusai on every wall',
    'Will Smith or Robin Williams? Y6 debated',
    'The donkey led Mary and Joseph in',
    'Queen Victoria, King Charles and St Oliver',
    'Poppies, roses and lilies by the gate',
    'Lily pads at the pond',
    'Ivy House won the cup',
    'Well done to the Lionesses',
    'Diwali lamps, Eid cards and Easter eggs',
    'Summer fair: Saturday',
    'Merci, danke and hola: Year 4 can say thank you',
    'Saoirse Duff and Zainab won',
  ])('%s', (text) => expect(peopleIn(text)).toEqual([]));
});

test('it says where, why, and no name', () => {
  const [found] = seen(personName, draftOf('A story by Kwame in Year 3'), {}, schoolFacts);
  expect(found?.span).toEqual([11, 16]);
  expect(found?.message).not.toMatch(/kwame/i);
  const [lily] = seen(personName, draftOf('A story by Lily in Year 3'), {}, schoolFacts);
  expect(lily?.message).toContain('it follows “by”');
});

test('it needs no roll', () => {
  expect(seen(personName, draftOf('Well done Kwame'), {}, { roll: null })).toHaveLength(1);
});
