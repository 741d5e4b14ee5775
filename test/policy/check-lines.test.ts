import { describe, expect, test } from 'vitest';
import { checkLine, instantLike, LINE_SCHOOL, type LineContext } from '../../src/policy/lines.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { roll } from '../rules/tables.ts';

const context: LineContext = {
  policyOf: (name = 'lickey-hills') => {
    const loaded = loadPolicy(name);
    return loaded.ok ? loaded : { ok: false, why: loaded.faults.join(' ') };
  },
  roll,
  school: LINE_SCHOOL,
  grammarOf: () => [],
};
const ask = (line: unknown, number = 7) =>
  checkLine(typeof line === 'string' ? line : JSON.stringify(line), number, context);
const good = { id: 'a1', text: 'Owls', at: '2026-03-10T10:15:00+00:00' };

describe('one draft a line', () => {
  test('is answered with the fields of the contract and no others', () => {
    expect(
      ask({ ...good, policy: 'standard', text: 'Thanks @OwlTrust', expect: {}, why: 'x' }),
    ).toEqual({
      ok: true,
      answer: {
        id: 'a1',
        outcome: 'review',
        held: false,
        slot: '2026-03-10T10:15:00.000+00:00',
        findings: [
          {
            rule: 'individual-handle',
            severity: 'review',
            message: expect.any(String),
            span: [7, 16],
          },
        ],
      },
    });
  });

  test('has no span where a finding is about no stretch of the text', () => {
    const answer = ask({ ...good, photos: [{ shows: 'work' }] })?.answer as { findings: object[] };
    expect(answer.findings).toEqual([
      { rule: 'alt-text', severity: 'review', message: expect.any(String) },
    ]);
  });

  test('takes the policy of the command line where it names none, and its own where it does', () => {
    const photos = [{ shows: 'pupils', pupils: ['Tamsin Frost'], alt: 'An owl' }];
    const rulesOf = (line: object) =>
      (ask(line) as unknown as { answer: { findings: { rule: string }[] } }).answer.findings.map(
        ({ rule }) => rule,
      );
    expect(rulesOf({ ...good, photos })).toEqual(['photo-allowed']);
    expect(rulesOf({ ...good, photos, policy: 'standard' })).toEqual(['photo-faces']);
  });

  test.each([
    ['2026-07-01T17:15:00+00:00', '2026-07-02T07:00:00.000+00:00'],
    ['2026-07-01T18:15:00+01:00', '2026-07-02T08:00:00.000+01:00'],
    ['2026-07-01T18:00:00+01:00', '2026-07-01T18:00:00.000+01:00'],
    ['2026-07-01T17:15:00Z', '2026-07-02T07:00:00.000+00:00'],
    ['2026-01-05T23:15:00-05:30', '2026-01-06T02:30:00.000-05:30'],
  ])('asked for at %s goes out at %s', (at, slot) => {
    const answer = ask({ ...good, policy: 'standard', at })?.answer;
    expect(answer).toMatchObject({ slot });
    expect(instantLike(Date.parse(at), at).slice(0, 19)).toBe(at.slice(0, 19));
  });

  test.each(['', '   ', '\r'])('is passed over where the line is blank', (line) => {
    expect(ask(line)).toBeNull();
  });

  test('may start with a byte-order mark, and nulls are as good as nothing', () => {
    const line = {
      ...good,
      occasion: null,
      device: null,
      photos: null,
      in_reply_to: null,
      policy: null,
    };
    expect(ask(`\uFEFF${JSON.stringify(line)}`)?.ok).toBe(true);
  });

  test.each([
    ['not json', null, 'line 7: this is not JSON. Write one draft a line, as a map in braces'],
    ['7', null, 'line 7: expected a map with id, text and at'],
    [
      { ...good, photos: [{ shows: 'cats' }] },
      'a1',
      'line 7: photos[0].shows: expected one of work, pupils, pupils-no-face, staff, place',
    ],
    [
      { ...good, photos: [{ shows: 'work', pupils: [3] }] },
      'a1',
      'line 7: photos[0].pupils[0]: expected text',
    ],
    [
      { ...good, at: '2026-03-10T10:15:00' },
      'a1',
      'line 7: at: expected a time with its offset, such as 2026-03-10T10:15:00+00:00',
    ],
    [
      { ...good, at: '2026-02-30T10:15:00Z' },
      'a1',
      'line 7: at: expected a time with its offset, such as 2026-03-10T10:15:00+00:00',
    ],
    [{ ...good, id: 3, text: null }, null, 'line 7: id: expected text; text: expected text'],
    [
      { ...good, occasion: 'party', device: 'mine' },
      'a1',
      'line 7: occasion: expected one of everyday, event, trip, urgent; device: expected one of school, own',
    ],
    [
      { ...good, policy: 'nobody' },
      'a1',
      expect.stringMatching(/^line 7: policy: .*no policy is called "nobody"/),
    ],
  ])('that is wrong says where: %j', (line, id, error) => {
    expect(ask(line)).toEqual({ ok: false, answer: { id, error } });
  });
});
