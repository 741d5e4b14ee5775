import { describe, expect, test } from 'vitest';
import { policyViewOf } from '../../src/front/policy.ts';
import { loadPolicy, PRESETS } from '../../src/policy/load.ts';
import type { Person } from '../../src/school/people.ts';
import { whoDecides } from '../../src/school/rights.ts';
import type { School } from '../../src/school/school.ts';
import { person, schoolWith } from '../school/larkrise.ts';

type Given = { policy: unknown; people: Person[]; by?: School['approvals']['by'] };

function school({ policy: given, people, by }: Given): School {
  const loaded = loadPolicy(given);
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  const { policy } = loaded;
  return schoolWith({ policy, people, approvals: { needed: 1, by: by ?? policy.may.approve } });
}
const PEOPLE = [
  person('Amy Reid', ['teacher', 'nominated']),
  person('Sam Obi', ['slt']),
  person('Jo Clarke', ['head']),
  person('Ivo Hale', ['it-lead']),
];

describe('/policy people', () => {
  test('names who writes, decides and chooses follows at this school', () => {
    const view = policyViewOf(
      school({ policy: 'sutton-manor', people: PEOPLE, by: ['slt'] }),
      'people',
    );
    expect(view.people).toEqual([
      { label: 'Write posts', value: 'Amy Reid, Sam Obi, Jo Clarke and Ivo Hale' },
      { label: 'Decide on posts', value: 'Sam Obi' },
      { label: 'Decide on follows', value: 'Sam Obi' },
      { label: 'Approve accounts', value: 'Jo Clarke' },
    ]);
  });

  test('names those who write by a grant, with its days', () => {
    const grants = [
      { kind: 'posting' as const, by: 'Jo Clarke', from: '2026-03-02', to: '2026-03-06' },
    ];
    const people = PEOPLE.map((each) => (each.name === 'Amy Reid' ? { ...each, grants } : each));
    const view = policyViewOf(school({ policy: 'hutton-rudby', people }), 'people');
    expect(view.people).toContainEqual({
      label: 'With a grant',
      value: 'Amy Reid from 2026-03-02 until 2026-03-06',
    });
  });

  test('and so does a question of who may do something, but no other', () => {
    const standard = school({ policy: 'standard', people: PEOPLE });
    expect(policyViewOf(standard, 'who approves posts').people).not.toEqual([]);
    expect(policyViewOf(standard, 'hours').people).toEqual([]);
    expect(policyViewOf(standard, '').people).toEqual([]);
  });
});

test('/policy says of a changed clause what is in force, and of the version that it is changed', () => {
  const policy = { extends: 'lickey-hills', rules: { length: { limit: 240 } } };
  const view = policyViewOf(school({ policy, people: PEOPLE }), 'words');
  const clause = view.sections[0]?.clauses.find(({ id }) => id === 'LH-02');
  expect(clause).toMatchObject({
    says: 'A post fits in 280 characters.',
    changed: 'Our school has changed this: a post fits in 240 characters',
  });
  expect(view.policy.version).toMatch(/^1, changed by our school/);
  expect(view.sections[0]?.clauses.filter(({ changed }) => changed !== undefined)).toHaveLength(1);
});

describe('who decides at a school', () => {
  test('is SLT wherever SLT is among them, and else the roles by name', () => {
    expect(PRESETS.map((policy) => whoDecides(school({ policy, people: PEOPLE })))).toEqual([
      'SLT',
      'SLT',
      'SLT',
      'SLT',
      'the head or the IT lead',
    ]);
  });

  test('is what the school has chosen of the policy’s roles', () => {
    expect(whoDecides(school({ policy: 'standard', people: PEOPLE, by: ['head'] }))).toBe(
      'the head',
    );
  });
});
