import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPolicy, preset } from '../../src/policy/load.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a policy file and loads it by its name, as school.yaml would. */
function file(text: string, name = 'ours.yaml') {
  writeFileSync(join(folder, name), text);
  return loadPolicy(name, folder);
}
const faultsOf = (loaded: ReturnType<typeof loadPolicy>): string[] =>
  loaded.ok ? [] : loaded.faults;
const policyOf = (loaded: ReturnType<typeof loadPolicy>) => {
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.policy;
};

describe('a school that changes a policy', () => {
  test('lowers the limit and keeps the rest, under a version of its own', () => {
    const ours = policyOf(
      loadPolicy({ extends: 'lickey-hills', rules: { length: { limit: 240 } } }),
    );
    const theirs = preset('lickey-hills');
    expect(ours.rules.length).toEqual({ severity: 'block', limit: 240 });
    const { extended, ...own } = ours;
    expect({ ...own, rules: theirs.rules, version: theirs.version }).toEqual(theirs);
    expect(extended).toMatchObject({ policy: 'lickey-hills', version: '1' });
    expect(ours.version).toMatch(/^1\+[0-9a-f]{8}$/);
    const other = policyOf(
      loadPolicy({ extends: 'lickey-hills', rules: { length: { limit: 239 } } }),
    );
    expect(other.version).not.toBe(ours.version);
  });

  test('gives its own version, and that stands', () => {
    expect(policyOf(file('extends: standard\nversion: "2026-09"\n')).version).toBe('2026-09');
  });

  test('replaces a list, and changes or adds clauses and statements by id', () => {
    const ours = policyOf(
      file(`extends: standard
purposes: [celebrate]
statements: [{id: device, says: This comes from a school tablet.}, {id: kind, says: It is kind., clauses: [OUR-01]}]
clauses:
  - {id: ST-03, says: We like new things.}
  - {id: OUR-01, kind: show, topic: purpose, says: We are kind., by: [policy-card]}
`),
    );
    expect(ours.purposes).toEqual(['celebrate']);
    expect(ours.statements.map(({ id, says }) => [id, says])).toEqual([
      ['device', 'This comes from a school tablet.'],
      ['kind', 'It is kind.'],
    ]);
    expect(ours.statements[0]?.clauses).toEqual(['ST-04']);
    expect(ours.clauses).toHaveLength(25);
    expect(ours.clauses.find(({ id }) => id === 'ST-03')).toMatchObject({
      kind: 'show',
      says: 'We like new things.',
    });
  });

  test('extends a file that extends a preset, each found from its own folder', () => {
    mkdirSync(join(folder, 'trust'), { recursive: true });
    writeFileSync(join(folder, 'trust', 'all.yaml'), 'extends: standard\ntitle: Our trust\n');
    expect(policyOf(file('extends: trust/all.yaml\npurposes: [update]\n')).title).toBe('Our trust');
  });

  test('may raise the floor', () => {
    const ours = policyOf(
      loadPolicy({ extends: 'standard', rules: { 'alt-text': { severity: 'block' } } }),
    );
    expect(ours.rules['alt-text'].severity).toBe('block');
  });

  test('may add hours and hold to them', () => {
    const hours = { open: { days: ['mon'], from: '09:00', to: '17:00' }, excused: [] };
    const ours = loadPolicy({
      extends: 'hutton-rudby',
      posting_hours: hours,
      rules: { 'posting-hours': { severity: 'hold' } },
    });
    expect(policyOf(ours).posting_hours).toEqual(hours);
  });
});

describe('a policy that is wrong says so', () => {
  test.each([
    ['reply', 'review', 'block'],
    ['offensive', 'off', 'block'],
    ['personal-data', 'note', 'block'],
    ['hidden-text', 'review', 'block'],
    ['alt-text', 'note', 'review or block'],
  ])('%s may not be lowered to %s', (rule, severity, allowed) => {
    const faults = faultsOf(loadPolicy({ extends: 'standard', rules: { [rule]: { severity } } }));
    expect(faults).toEqual([
      `policy, rules.${rule}.severity: saw "${severity}". Allowed: ${allowed}, for this is a floor of Bellbird that no policy lowers.`,
    ]);
  });

  test('with every fault at once, each with its line, what was seen and what is allowed', () => {
    const faults = faultsOf(
      file(`extends: standard
colour: blue
may:
  approve: [slt, janitor]
approvals: { everyday: 0 }
rules:
  lenght: { severity: block }
  alt-text: { severity: loud }
`),
    );
    expect(faults).toHaveLength(5);
    expect(faults).toEqual([
      expect.stringMatching(
        /^ours\.yaml line 4, may\.approve\[1\]: saw "janitor"\. Allowed: staff, teacher, .* or governor\.$/,
      ),
      expect.stringMatching(
        /^ours\.yaml line 5, approvals\.everyday: saw 0\. Allowed: at least 1\.$/,
      ),
      expect.stringMatching(
        /^ours\.yaml line 8, rules\.alt-text\.severity: saw "loud"\. Allowed: block, review, note, hold or off\.$/,
      ),
      expect.stringMatching(/^ours\.yaml line 7, rules\.lenght: saw /),
      expect.stringMatching(
        /^ours\.yaml line 2, colour: saw a setting that is not known here\. Allowed: policy, title, /,
      ),
    ]);
  });

  test.each([
    [{ length: { limit: 0 } }, /rules\.length\.limit: saw 0\. Allowed: at least 1\./],
    [{ length: { limit: 5000 } }, /rules\.length\.limit: saw 5000\. Allowed: at most 280\./],
    [{ length: { limit: '240' } }, /rules\.length\.limit: saw "240"\. Allowed: a number\./],
    [
      { length: { most: 240 } },
      /rules\.length\.most: saw a setting that is not known here\. Allowed: severity or limit\./,
    ],
    [
      { reply: { loud: true } },
      /rules\.reply\.loud: saw a setting that is not known here\. Allowed: severity\./,
    ],
    [{ 'pupil-name': { limit: 1 } }, /rules\.pupil-name\.limit: saw a setting/],
    [
      { device: { posts: 'some' } },
      /rules\.device\.posts: saw "some"\. Allowed: any or with-photos\./,
    ],
    [
      { length: { severity: 'hold' } },
      /rules\.length\.severity: saw "hold"\. Allowed: block, review, note or off\./,
    ],
    [
      { 'posting-hours': { severity: 'block' } },
      /rules\.posting-hours\.severity: saw "block"\. Allowed: hold or off\./,
    ],
  ])('in the options of a rule: %j', (rules, fault) => {
    const faults = faultsOf(loadPolicy({ extends: 'standard', rules }));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
  });

  test.each([
    [
      'a statement of a clause that is not there',
      { statements: [{ id: 'device', clauses: ['ST-99'] }] },
      /statements\[0\]\.clauses\[0\]: saw "ST-99"/,
    ],
    [
      'a mechanism that is not there',
      { clauses: [{ id: 'ST-01', by: ['hope'] }] },
      /clauses\[0\]\.by\[0\]: saw "hope"\. Allowed: policy-card, /,
    ],
    [
      'the same clause twice',
      {
        clauses: [1, 2].map(() => ({
          id: 'OUR-01',
          kind: 'show',
          topic: 'words',
          says: 'x',
          by: ['policy-card'],
        })),
      },
      /clauses\[1\]\.id: saw "OUR-01" a second time/,
    ],
    ['nobody to approve', { may: { approve: [] } }, /may\.approve: saw \[\]\. Allowed: at least 1/],
    [
      'hours to hold to but none given',
      { posting_hours: null },
      /^policy, posting_hours: saw nothing, though posts are held to them/,
    ],
    [
      'hours that end before they begin',
      { posting_hours: { open: { from: '19:00' } } },
      /posting_hours\.open: .*from must be before to/,
    ],
    [
      'a device rule nobody is asked about',
      { statements: [{ id: 'device', asked: 'always' }] },
      /statements: saw none with asked: device-unknown/,
    ],
  ])('%s', (_why, over, fault) => {
    const faults = faultsOf(loadPolicy({ extends: 'standard', ...over }));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
  });

  test.each([
    ['empty', '', /is empty/],
    ['only a comment', '# nothing\n', /is empty/],
    ['a list', '- a\n', /holds a list/],
    ['a word', 'standard\n', /holds one string/],
    ['a key twice', 'extends: standard\ntitle: A\ntitle: B\n', /line 3: .*unique/],
    ['broken', 'extends: standard\nmay: [slt\n', /line \d/],
    ['two documents', 'extends: standard\n---\na: 1\n', /line/],
    ['a tag of a program', 'extends: !!js/function "x"\n', /line 1/],
    [
      'aliases without end',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefg'
        .split('')
        .map((k, i) => `${k}: &${k} [${Array(9).fill(`*${'abcdefg'[i]}`)}]`)
        .join('\n')}\n`,
      /[Aa]lias/,
    ],
    [
      'keys of an object’s own',
      'extends: standard\n__proto__: {may: 1}\nconstructor: 2\n',
      /not known here/,
    ],
  ])('a file that is %s', (_why, text, fault) => {
    const faults = faultsOf(file(text));
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join('\n')).toMatch(fault);
  });

  test('a policy that extends nothing must be whole', () => {
    expect(faultsOf(file('policy: ours\n')).join('\n')).toMatch(
      /rules: saw nothing\. Allowed: a map/,
    );
  });

  test.each([
    ['nobody.yaml', /nobody\.yaml is not there/],
    [
      'lickey-hill',
      /no policy is called "lickey-hill"\. Allowed: standard, lickey-hills, .*hutton-rudby, or the path/,
    ],
    ['', /no policy is called ""/],
    ['./', /is a folder/],
    [null, /saw nothing/],
    [7, /saw 7/],
    [['standard'], /saw \["standard"\]/],
    [{ extends: 'nobody' }, /policy, extends: no policy is called "nobody"/],
    [{ extends: null }, /policy, extends: saw nothing/],
  ])('a name that leads nowhere: %j', (name, fault) => {
    const faults = faultsOf(loadPolicy(name, folder));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
  });

  test('policies that extend each other', () => {
    writeFileSync(join(folder, 'b.yaml'), 'extends: a.yaml\n');
    expect(faultsOf(file('extends: b.yaml\n', 'a.yaml'))).toEqual([
      expect.stringMatching(/^b\.yaml line 1, extends: "a\.yaml" extends itself by way of others/),
    ]);
  });
});
