import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/school/people.ts';
import type { School } from '../../src/school/school.ts';
import { seated } from '../../src/school/seats.ts';

const person = (id: string, roles: Person['roles'], slack: string | null): Person => ({
  id,
  name: id,
  roles,
  slack,
  teams: null,
  grants: [],
});
const school = {
  people: [
    person('amy', ['teacher', 'nominated'], 'U0AMY'),
    person('sam', ['slt'], 'U0SAM'),
    person('lee', ['slt'], null),
  ],
} as School;
const roles = (given: School) =>
  Object.fromEntries(given.people.map((each) => [each.id, each.roles]));

describe('SLT as Slack knows it', () => {
  test('a teacher who joins the group decides from then on, and keeps every other role', () => {
    const members = [
      { id: 'U0AMY', name: 'Amy' },
      { id: 'U0SAM', name: 'Sam' },
    ];
    expect(roles(seated(school, { chat: 'slack', members }))).toEqual({
      amy: ['teacher', 'nominated', 'slt'],
      sam: ['slt'],
      lee: ['slt'],
    });
  });

  test('whoever has left the group decides no more, whatever the school file says', () => {
    expect(roles(seated(school, { chat: 'slack', members: [] })).sam).toEqual(['staff']);
  });

  test('somebody whom only Slack knows joins as SLT and nothing else', () => {
    const members = [{ id: 'U0NEW', name: 'Nia Webb' }];
    expect(seated(school, { chat: 'slack', members }).people.at(-1)).toEqual({
      ...person('slack-u0new', ['slt'], 'U0NEW'),
      name: 'Nia Webb',
    });
  });

  test('the school file itself stays as it was read', () => {
    seated(school, { chat: 'slack', members: [] });
    expect(roles(school).sam).toEqual(['slt']);
  });
});
