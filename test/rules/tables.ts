/** What the tables of accepted and rejected examples share. */
import type { Checked, Facts, Rule, Seen } from '../../src/policy/rule.ts';
import type { PhotoStatement } from '../../src/post/revision.ts';
import { entriesOf, rollOf } from '../../src/school/roll.ts';

const pupil = (firstName: string, lastName: string, photo: boolean, work: boolean) => ({
  firstName,
  lastName,
  yearGroup: 'Year 4',
  photo,
  name: false,
  work,
});

const SECRET = 'tables';
export const roll = rollOf(
  entriesOf(
    [
      pupil('Tamsin', 'Frost', true, true),
      pupil('Idris', 'Okoye', false, true),
      pupil('Niamh', "O'Dowd", true, false),
      pupil('Leo', 'Marsh', true, true),
      pupil('Leo', 'Marsh', false, true),
    ],
    SECRET,
  ),
  SECRET,
);

export const facts: Facts = {
  roll,
  confirmedHandles: new Set(['@nationaltrust']),
  ownHandles: new Set(['@larkriseschool']),
  ownDeviceGranted: false,
  timezone: 'Europe/London',
  closedDays: new Set(),
};

/** Tuesday 10 March 2026, 10:15 in London: inside everyone's hours. */
export const TUESDAY = Date.parse('2026-03-10T10:15:00Z');

export const draftOf = (text: string, more: Partial<Checked> = {}): Checked => ({
  text,
  at: TUESDAY,
  occasion: 'everyday',
  photos: [],
  ...more,
});

export const photo = (
  shows: PhotoStatement['shows'],
  pupils: string[] = [],
  alt = 'Clay owls on a sill',
): PhotoStatement => ({ shows, pupils, alt });

/** What a rule sees in a draft, with its options read as a policy's would be. */
export function seen<Options>(
  rule: Rule<Options>,
  draft: Checked,
  options: unknown = {},
  known: Partial<Facts> = {},
): Seen[] {
  return rule.check({ draft, facts: { ...facts, ...known }, options: rule.options.parse(options) });
}

/** The words of the text each finding is about, by its span. */
export const wordsOf = (text: string, found: readonly Seen[]): string[] =>
  found.map(({ span }) => (span ? text.slice(...span) : ''));
