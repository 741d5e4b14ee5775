import { expect, test } from 'vitest';
import { findPeople } from '../../src/policy/names/people.ts';
import { findPupils } from '../../src/policy/names/pupils.ts';
import { facts } from './tables.ts';

test.each([
  'Elsa, Anna and Olaf visited our assembly.',
  'A talk by Josh Widdicombe made us laugh.',
  'Zoe Sugg wrote the book we chose.',
  'We read about Sir David Attenborough, Greta and the plastic whale.',
])('children know these people from films, books and television: %s', (text) => {
  const found = findPupils(text, facts);
  expect([...found.pupils, ...findPeople(found)]).toEqual([]);
});
