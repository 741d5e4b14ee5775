import { expect, test } from 'vitest';
import { entriesOf, rollOf } from '../../src/school/roll.ts';

const row = (firstName: string, lastName: string, yearGroup: string) => ({
  firstName,
  lastName,
  yearGroup,
  photo: true,
  name: true,
  work: true,
});
const entries = entriesOf(
  [
    row('Ella-Rose', 'Al-Amin', 'Year 2'),
    row('Bo', 'Vane', 'Year 1'),
    row('Bo', 'Lark', 'Year 1'),
    row('Idris', 'Vane', 'Year 5'),
    row('Idris', 'Lark', 'Year 6'),
  ],
  's',
);
const roll = rollOf(entries, 's');
const kinds = (key: string) => [...(roll.known(key)?.kinds ?? [])].sort();

test('every way a double name is written is known, and no part too short to be one', () => {
  expect(kinds('ellarose')).toEqual(['first']);
  expect(kinds('ella')).toEqual(['first-part']);
  expect(kinds('rose')).toEqual([]);
  expect(kinds('alamin')).toEqual(['last']);
  expect(kinds('amin')).toEqual(['last-part']);
  expect(kinds('al')).toEqual([]);
  expect(kinds('ellarosealamin')).toEqual(['full']);
  expect(kinds('ellaalamin')).toEqual(['full']);
  expect(kinds('ellaroseamin')).toEqual(['full']);
  expect(kinds('ealamin')).toEqual(['initial']);
});

test('a year group is given where all who bear the name are in it', () => {
  expect(roll.known('bo')?.yearGroup).toBe('Year 1');
  expect(roll.known('idris')?.yearGroup).toBeNull();
  expect(roll.known('idrislark')?.yearGroup).toBe('Year 6');
  expect(roll.known('nobody')).toBeNull();
});

test('what is kept has no name in it, and says nothing under another secret', () => {
  expect(JSON.stringify(entries)).not.toMatch(/ella|rose|amin|vane|lark|idris/i);
  expect(rollOf(entries, 'other').known('idris')).toBeNull();
});
