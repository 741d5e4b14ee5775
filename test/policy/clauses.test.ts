/** One test for each clause of kind `rule`: what breaks it, and what comes near it and does not. */
import { describe, expect, type TestContext, test } from 'vitest';
import { check } from '../../src/policy/check.ts';
import { PRESETS, preset } from '../../src/policy/load.ts';
import type { Checked, Facts } from '../../src/policy/rule.ts';
import { SHOWN, SHOWN_IN } from '../../src/policy/shown.ts';
import { statementsDue } from '../../src/policy/statements.ts';
import { draftOf, facts, photo } from '../rules/tables.ts';

const SATURDAY = Date.parse('2026-03-14T12:00:00Z');
const MONDAY = Date.parse('2026-03-16T08:00:00Z');

const policyOf = (clause: string) => {
  const found = PRESETS.map(preset).find(({ clauses }) => clauses.some(({ id }) => id === clause));
  if (!found) throw new Error(`No policy has ${clause}.`);
  return found;
};

/** Rule and severity of each finding that answers to the clause, each once, in the order of their names. */
function found(
  clause: string,
  text: string,
  more: Partial<Checked> = {},
  known: Partial<Facts> = {},
): string[] {
  // The grammar checker is asked elsewhere: here it has found nothing, and our own lists speak.
  const all = { ...facts, grammar: [], ...known };
  const { findings } = check(policyOf(clause), draftOf(text, more), all);
  const told = findings
    .filter(({ clauses }) => clauses.includes(clause))
    .map(({ rule, severity }) => `${rule}: ${severity}`);
  return [...new Set(told)].sort();
}

const WORDS = 'Clay owls on the sill.';
const ANSWER = { inReplyTo: 'https://x.com/a/status/1' };
/** `size` characters of words that no rule minds. */
const long = (size: number) =>
  `${'Clay owls dry on our sill. '.repeat(20)}`
    .slice(0, size - 1)
    .trim()
    .padEnd(size, 's');

describe('standard', () => {
  test('a post from somebody’s own phone is stopped, and one from a school device goes on', () => {
    expect(found('ST-04', WORDS, { device: 'own' })).toEqual(['device: block']);
    expect(found('ST-04', WORDS, { device: 'school' })).toEqual([]);
    expect(statementsDue(preset('standard'), { photos: [] }).map(({ id }) => id)).toEqual([
      'device',
    ]);
  });

  test('a post asked for on a Saturday waits for Monday 8:00, and 18:00 exactly is in time', () => {
    const at = (when: number) => check(preset('standard'), draftOf(WORDS, { at: when }), facts);
    expect(at(SATURDAY)).toMatchObject({ held: true, slot: MONDAY });
    const six = Date.parse('2026-03-10T18:00:00Z');
    expect(at(six)).toMatchObject({ held: false, slot: six });
    expect(at(six + 1)).toMatchObject({ held: true, slot: Date.parse('2026-03-11T08:00:00Z') });
  });

  test('a match, a trip or a closure is posted at any hour, and everyday news is not', () => {
    const held = (occasion: Checked['occasion']) =>
      check(preset('standard'), draftOf(WORDS, { at: SATURDAY, occasion }), facts).held;
    expect((['event', 'trip', 'urgent', 'everyday'] as const).map(held)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  test('an answer to somebody’s post is stopped, and naming a partner in passing is not', () => {
    expect(found('ST-12', WORDS, ANSWER)).toEqual(['reply: block']);
    expect(found('ST-12', '@NationalTrust thank you for the newts.')).toEqual(['reply: block']);
    expect(found('ST-12', 'Newts with @NationalTrust this morning.')).toEqual([]);
  });

  test('a pupil or a parent named is put before SLT, and a class or a titled adult is not', () => {
    expect(found('ST-13', 'Tamsin read us her poem about rain.')).toContain('pupil-name: review');
    expect(found('ST-13', 'Bartholomew Finch brought the sausages.')).toContain(
      'person-name: review',
    );
    expect(found('ST-13', 'Year 4 and Mrs Patel read us their poems about rain.')).toEqual([]);
  });

  test('a grumble is put before SLT, and a plain apology is not', () => {
    expect(found('ST-14', 'Yet again the council has let our children down. Disgraceful.')).toEqual(
      ['negative-tone: review'],
    );
    expect(
      found('ST-14', 'Sorry, the summer fair is put off until Friday because of the rain.'),
    ).toEqual([]);
  });

  test('a photo of a pupil whose parents forbade it is stopped, as is one of nobody knows whom', () => {
    const of = (...pupils: string[]) =>
      found('ST-15', WORDS, { photos: [photo('pupils', pupils)] });
    expect(of('Idris Okoye')).toEqual(['photo-consent: block']);
    expect(of()).toEqual(['photo-consent: block']);
    expect(of('Tamsin Frost')).toEqual([]);
  });

  test('a photo of faces is put before SLT, and hands at work are not', () => {
    const shows = (what: 'pupils' | 'pupils-no-face') =>
      found('ST-16', WORDS, { photos: [photo(what, ['Tamsin Frost'])] });
    expect(shows('pupils')).toEqual(['photo-faces: review']);
    expect(shows('pupils-no-face')).toEqual([]);
  });

  test('praise or a message for one child or parent is stopped, named or not', () => {
    expect(found('ST-20', 'Well done Tamsin, you were so brave on stage!')).toEqual([
      'targeted: block',
    ]);
    expect(found('ST-20', 'To the parent who parked across our gate: please do not.')).toEqual([
      'targeted: block',
    ]);
    expect(found('ST-20', 'Well done Year 4, you were all so brave on stage!')).toEqual([]);
  });

  test('a reminder to a year group goes on, and the form asks whether it is the best way', () => {
    const reminder = 'A reminder for Year 4: bring your wellies for the pond on Thursday.';
    expect(check(preset('standard'), draftOf(reminder), facts).outcome).toBe('clear');
    const hints = preset('standard').hints.filter(({ clauses }) => clauses.includes('ST-21'));
    expect(hints).toHaveLength(1);
  });

  test('a handle nobody has confirmed is put before SLT, and a confirmed one is not', () => {
    expect(found('ST-22', 'Drums lent by @SomebodyUnknown today.')).toEqual([
      'individual-handle: review',
    ]);
    expect(found('ST-22', 'Newts lent by @NationalTrust today.')).toEqual([]);
  });
});

describe('lickey-hills', () => {
  test('at Lickey Hills 280 characters fit and 281 are stopped, a link counting 23', () => {
    const link = 'https://www.example.org/owls/made/of/clay/in/year/four';
    expect(found('LH-02', long(280))).toEqual([]);
    expect(found('LH-02', long(281))).toEqual(['length: block']);
    expect(found('LH-02', `${long(256)} ${link}`)).toEqual([]);
    expect(found('LH-02', `${long(257)} ${link}`)).toEqual(['length: block']);
  });

  test('words for one parent are stopped at Lickey Hills, and praise of a class is not', () => {
    expect(found('LH-04', 'Thank you to the mum who mended our curtains.')).toEqual([
      'targeted: block',
    ]);
    expect(found('LH-04', 'Year 4 mended our curtains in sewing club.')).toEqual([]);
  });

  test('a notice to parents is stopped, and work that pupils show is not', () => {
    expect(found('LH-05', 'Parents, please return the trip forms by Friday.')).toEqual([
      'purpose: block',
    ]);
    expect(found('LH-05', 'Year 4 made owls of clay and wrote riddles about them.')).toEqual([]);
  });

  test('a mistake in grammar is put before SLT at Lickey Hills, and good English is not', () => {
    expect(found('LH-08', 'The children has made owls of clay.')).toEqual([
      'standard-english: review',
    ]);
    expect(found('LH-08', 'The children have made owls of clay.')).toEqual([]);
  });

  test('text language is stopped at Lickey Hills, and a school’s own short forms are not', () => {
    expect(found('LH-09', 'Our owls were gr8 lol.')).toEqual(['text-language: block']);
    expect(found('LH-09', 'Y4 built owls in DT, ready for the PTA at 3 pm.')).toEqual([]);
  });

  test('a hashtag among the words is put before SLT at Lickey Hills, and one at the end is not', () => {
    expect(found('LH-10', 'Our #owls are dry.')).toEqual(['hashtag-place: review']);
    expect(found('LH-10', 'Our owls are dry. #owls #clay')).toEqual([]);
  });

  test('any photo that shows a child is stopped, and one of their work is not', () => {
    const shows = (what: 'pupils' | 'pupils-no-face' | 'work') =>
      found('LH-11', WORDS, { photos: [photo(what, ['Tamsin Frost'])] });
    expect(shows('pupils')).toEqual(['photo-allowed: block']);
    expect(shows('pupils-no-face')).toEqual(['photo-allowed: block']);
    expect(shows('work')).toEqual([]);
  });

  test('a pupil’s name is stopped however it is written, and a child off the roll is put to SLT', () => {
    for (const name of ['Tamsin', 'TAMSIN', 'T a m s i n', 'Tam\u200bsin', '#WellDoneTamsin']) {
      expect(found('LH-12', `A riddle by ${name} hangs in the hall.`), name).toContain(
        'pupil-name: block',
      );
    }
    expect(found('LH-12', 'Bartholomew Finch made a clay owl.')).toEqual(['person-name: review']);
    expect(found('LH-12', 'A riddle by Julia Donaldson hangs in the hall.')).toEqual([]);
  });

  test('a photo of work is stopped where the maker’s parents opted out, and only there', () => {
    const by = (pupil: string) => found('LH-26', WORDS, { photos: [photo('work', [pupil])] });
    expect(by("Niamh O'Dowd")).toEqual(['work-opt-out: block']);
    expect(by('Tamsin Frost')).toEqual([]);
  });
});

describe('irthlingborough', () => {
  test('140 characters fit and 141 are stopped', () => {
    expect(found('IR-03', long(140))).toEqual([]);
    expect(found('IR-03', long(141))).toEqual(['length: block']);
  });

  test('a photo sent from somebody’s own phone is stopped, and one from a school device is not', () => {
    const from = (device: 'own' | 'school') =>
      found('IR-09', WORDS, { device, photos: [photo('place')] });
    expect(from('own')).toEqual(['device: block']);
    expect(from('school')).toEqual([]);
  });

  test('words alone may be sent from somebody’s own phone', () => {
    expect(found('IR-10', WORDS, { device: 'own' })).toEqual([]);
    expect(statementsDue(preset('irthlingborough'), { photos: [] })).toEqual([]);
  });

  test('a photo of a child with no form on the roll is stopped', () => {
    const photos = [photo('pupils', ['Bartholomew Finch'])];
    expect(found('IR-11', WORDS, { photos })).toEqual(['photo-consent: block']);
    expect(found('IR-11', WORDS, { photos: [photo('place')] })).toEqual([]);
  });

  test('a photo of a child without permission is stopped, and one with permission is not', () => {
    const of = (pupil: string) => found('IR-12', WORDS, { photos: [photo('pupils', [pupil])] });
    expect(of('Idris Okoye')).toEqual(['photo-consent: block']);
    expect(of('Tamsin Frost')).toEqual([]);
  });
});

describe('sutton-manor', () => {
  test('240 characters fit and 241 are stopped', () => {
    expect(found('SM-02', long(240))).toEqual([]);
    expect(found('SM-02', long(241))).toEqual(['length: block']);
  });

  test('a mistake in grammar is put before SLT at Sutton Manor, and good English is not', () => {
    expect(found('SM-08', 'We was proud of our owls.')).toEqual(['standard-english: review']);
    expect(found('SM-08', 'We were proud of our owls.')).toEqual([]);
  });

  test('text language is stopped at Sutton Manor, and a school’s own short forms are not', () => {
    expect(found('SM-09', 'C u l8r at the fair!')).toEqual(['text-language: block']);
    expect(found('SM-09', 'KS2 sat their SATs, and the PTA brought cake.')).toEqual([]);
  });

  test('a hashtag among the words is put before SLT at Sutton Manor, and one at the end is not', () => {
    expect(found('SM-10', 'Such #clay owls.')).toEqual(['hashtag-place: review']);
    expect(found('SM-10', 'Such owls. #clay')).toEqual([]);
  });

  test('any name of a pupil beside a photo of pupils is stopped, and beside their work it is not', () => {
    const beside = (shows: 'pupils' | 'work') =>
      found('SM-11', 'Tamsin and her owl.', { photos: [photo(shows, ['Tamsin Frost'])] });
    expect(beside('pupils')).toEqual(['photo-name: block']);
    expect(beside('work')).toEqual([]);
  });

  test('at Sutton Manor a photo is stopped where one of those pictured has no consent', () => {
    const of = (...pupils: string[]) =>
      found('SM-12', WORDS, { photos: [photo('pupils', pupils)] });
    expect(of('Tamsin Frost', 'Idris Okoye')).toEqual(['photo-consent: block']);
    expect(of('Tamsin Frost')).toEqual([]);
  });

  test('an answer to somebody’s post is stopped at Sutton Manor, and news of one’s own is not', () => {
    expect(found('SM-20', WORDS, ANSWER)).toEqual(['reply: block']);
    expect(found('SM-20', WORDS)).toEqual([]);
  });

  test('words for one child or parent are stopped at Sutton Manor, and a team’s praise is not', () => {
    expect(found('SM-22', 'Congratulations to one very special boy in Year 2.')).toEqual([
      'targeted: block',
    ]);
    expect(found('SM-22', 'Congratulations to our netball team.')).toEqual([]);
  });

  test('insults and personal details are stopped, and the author ticks that the rights are ours', () => {
    expect(found('SM-25', 'What a bunch of idiots.')).toEqual(['offensive: block']);
    expect(found('SM-25', 'Ring my mobile: 07700 900123.')).toEqual(['personal-data: block']);
    expect(found('SM-25', 'A letter from Scunthorpe about blue tits.')).toEqual([]);
    const due = statementsDue(preset('sutton-manor'), { photos: [] });
    expect(due.filter(({ clauses }) => clauses.includes('SM-25'))).toHaveLength(1);
  });

  test('a sneer at the council is put before SLT, and sad news kindly told is not', () => {
    expect(found('SM-27', 'Yet again the council has let our children down. Disgraceful.')).toEqual(
      ['negative-tone: review'],
    );
    expect(found('SM-27', 'We fell silent at eleven for Remembrance Day.')).toEqual([]);
  });
});

describe('hutton-rudby', () => {
  test('a full name beside a photo of pupils is stopped, and a first name is not', () => {
    const named = (name: string) =>
      found('HR-07', `${name} and an owl.`, { photos: [photo('pupils', ['Tamsin Frost'])] });
    expect(named('Tamsin Frost')).toEqual(['photo-name: block']);
    expect(named('Tamsin')).toEqual([]);
  });

  test('an insult is stopped and blame put before those who decide, and good news is not', () => {
    expect(found('HR-10', 'What a bunch of idiots.')).toContain('offensive: block');
    expect(
      found('HR-10', 'Yet again the council has let our children down. Disgraceful.'),
    ).toContain('negative-tone: review');
    expect(found('HR-10', WORDS)).toEqual([]);
  });
});

test('every clause of kind rule is shown by a test of this file, and that test ran', ({
  task,
}: TestContext) => {
  expect(task.file.filepath.endsWith(SHOWN_IN)).toBe(true);
  const policies = Object.fromEntries(PRESETS.map((name) => [name, preset(name).clauses]));
  const rules = Object.values(policies).flatMap((clauses) =>
    clauses.filter(({ kind }) => kind === 'rule').map(({ id }) => id),
  );
  expect(Object.values(SHOWN).flatMap(Object.keys).sort()).toEqual(rules.sort());
  for (const [policy, named] of Object.entries(SHOWN)) {
    const suite = task.file.tasks.find(({ name }) => name === policy);
    const ran = suite?.type === 'suite' ? suite.tasks : [];
    const passed = ran.filter((each) => each.type === 'test' && each.result?.state === 'pass');
    expect(passed.map(({ name }) => name)).toEqual(Object.values(named));
    for (const id of Object.keys(named)) {
      expect(
        policies[policy]?.some((clause) => clause.id === id),
        id,
      ).toBe(true);
    }
  }
});
