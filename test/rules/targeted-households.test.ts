/** One family thanked or spoken to by the parents' surname, and makers who are only named. */
import { describe, expect, test } from 'vitest';
import { targeted } from '../../src/policy/rules/targeted.ts';
import { schoolFacts } from './names-school.ts';
import { draftOf, seen, wordsOf } from './tables.ts';

const marked = (text: string) => wordsOf(text, seen(targeted, draftOf(text), {}, schoolFacts));

describe('parents spoken to by their surname', () => {
  test.each([
    [
      'Thank you Mr and Mrs Okonjo for the extra PE kit you sent in last week.',
      'Mr and Mrs Okonjo',
    ],
    ['Thanks to Mr & Mrs Petrov for the loan of the tent.', 'Mr & Mrs Petrov'],
    [
      "Thank you, Mrs Okonjo, for sending in such a lovely cake for your daughter's class.",
      'Mrs Okonjo',
    ],
    ['Congratulations Mr and Mrs Banda on the new arrival!', 'Mr and Mrs Banda'],
  ])('singles a family out: %s', (text, words) => {
    expect(marked(text)).toEqual([words]);
  });

  test.each([
    'Thank you Mrs Hill for a wonderful assembly.',
    'Thank you to Mr and Mrs Twit for the ugliest beards in Year 3.',
    'Thank you Mr and Mrs Dobbs, our caretakers, for clearing the snow.',
    'Mr and Mrs Claus came to the winter fair by minibus.',
    'Year 2 wrote thank you cards. Mr Hill liked his best.',
  ])('is fine: %s', (text) => {
    expect(marked(text)).toEqual([]);
  });
});

describe('somebody from a firm', () => {
  test.each([
    'Thanks to Olivia from Severn Trent Water for her talk on drains.',
    'Thank you to Priya from the Royal Horticultural Society for the bulbs.',
  ])('is no family: %s', (text) => {
    expect(marked(text)).toEqual([]);
  });

  test.each([
    'Thank you to Olivia from Year 4 for her talk on drains.',
    'Well done to Olivia from Oak Class for her reading.',
  ])('is not somebody from a class: %s', (text) => {
    expect(marked(text)).toEqual(['Olivia']);
  });
});

describe('a pupil only named as a maker or a reader', () => {
  test.each([
    "Zoë's clay hedgehog has come out of the kiln in one piece!",
    'Year 1 read to Josh and the rest of Reception under the willow this morning.',
    'Zoë read her poem to the class.',
    'Bridges made of spaghetti in Year 5, and Josh built the one that held nine apples.',
  ])('is not singled out: %s', (text) => {
    expect(marked(text)).toEqual([]);
  });
});
