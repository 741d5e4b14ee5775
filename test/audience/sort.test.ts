import { describe, expect, test } from 'vitest';
import { sortMention } from '../../src/audience/sort.ts';
import { PRESETS, type PresetName } from '../../src/policy/load.ts';
import { mentionOf, policyOf } from '../judge/audience.ts';
import { account, FACTS } from './tables.ts';

const sorted = (text: string, policy: PresetName = 'lickey-hills', more = {}) =>
  sortMention(policyOf(policy), mentionOf(text, more), FACTS);

describe('no crying wolf', () => {
  test.each([
    'That’s sick!! well done Y6',
    'Killer whale assembly was the best yet',
    'You killed it today, netball team! Amazing',
    'Bloody brilliant show, thank you all',
    'Loved the Macbeth murder scene',
    'So proud of our little one ❤️',
    'Absolutely smashed it',
    '👏👏👏',
  ])('%s is kind', (text) => {
    expect(sorted(text)).toMatchObject({ sort: 'positive', categories: [], forWhom: null });
  });

  test.each([
    'When is half term?',
    'Year 6 learned about Hitler, the Blitz and evacuees',
    'Holocaust Memorial Day event at the library, free entry',
    'The bomb shelter tour starts at 2',
    'Dick Whittington at the Penistone Paramount, tickets at the door',
    'Shooting stars tonight, look north',
    'Parents’ evening slots open at 7',
    'How fast does a helicopter spin? Try our kit',
    'Anti-Bullying Week resources are on our site',
    'Great Fire of London workshop on Tuesday',
    'A museum, no joke: it has 400 teapots',
    'Our charity helps refugees find a school place',
    'See you there xxx',
  ])('%s is neutral', (text) => {
    for (const policy of PRESETS)
      expect(sorted(text, policy)).toMatchObject({
        sort: 'neutral',
        categories: [],
        forWhom: null,
      });
  });

  test.each([
    'I’m disappointed that parents weren’t told about the trip',
    'Why was the gate locked?',
    'Nobody has replied to my emails',
    'I don’t agree with the new uniform. Who should I talk to?',
    'You used my photo without my permission',
    'Well done for ruining sports day again 👏',
  ])('%s is a matter for the office, and not inappropriate', (text) => {
    expect(sorted(text)).toMatchObject({
      sort: 'neutral',
      forWhom: 'office',
      actions: ['nothing'],
    });
  });
});

describe('somebody in danger', () => {
  test.each([
    'I want to kill myself',
    'i dont want to be here anymore',
    'my stepdad hits me',
    'A strange man is filming children at the gate',
    'My daughter is being bullied every day',
    'Has anyone seen my son? He hasn’t come home from school',
  ])('%s is for the safeguarding lead, at once', (text) => {
    const found = sorted(text);
    expect(found.forWhom).toBe('safeguarding');
    expect(found.reasons[0]?.says).toMatch(/safeguarding lead now/);
  });
});

describe('what is inappropriate', () => {
  test.each([
    ['You are all idiots', 'offence', 'idiots'],
    ['Get lost you w*nkers', 'offence', 'w*nkers'],
    ['I’m going to kill the head', 'offence', 'going to kill the head'],
    ['I know where you live', 'offence', 'I know where you live'],
    ['The deputy needs a good slap', 'offence', 'needs a good slap'],
    ['Heil Hitler', 'extremism', 'Heil Hitler'],
    ['Deport all muslims', 'extremism', 'Deport all muslims'],
    ['The holocaust never happened', 'extremism', 'holocaust never happened'],
    ['"Gas the Jews" is what I say', 'extremism', 'Gas the Jews'],
    ['Hot singles near you, see my pinned', 'unsuitable', 'Hot singles near'],
    ['Earn £500 a day from home', 'unsuitable', 'Earn £500 a day'],
    ['$PEPE presale live now', 'unsuitable', '$PEPE'],
    ['Download the book free pdf here', 'copyright', 'free pdf'],
    ['What a joke of a school', 'undermining', 'What a joke of a school'],
    ['Don’t send your kids here', 'undermining', 'Don’t send your kids here'],
    ['Sack the head', 'undermining', 'Sack the head'],
  ])('%s: %s, for the words “%s”', (text, category, words) => {
    const { sort, categories, deciding } = sorted(text);
    expect([sort, ...categories]).toEqual(['inappropriate', category]);
    const said = deciding.map(({ span }) => (span ? text.slice(...span).toLowerCase() : ''));
    expect(said.some((one) => one.includes(words.toLowerCase()))).toBe(true);
  });

  test('a word of contempt that is quoted puts nobody down', () => {
    expect(
      sorted('They said "this school is a shambles" and I do not think so').categories,
    ).toEqual([]);
  });

  test('each document counts its own kinds, and the floor holds under all', () => {
    const kinds = (text: string, more = {}) =>
      PRESETS.map((policy) => sorted(text, policy, more).categories[0] ?? null);
    // standard, lickey-hills, irthlingborough, sutton-manor, hutton-rudby
    expect(kinds('This school is a shambles')).toEqual(Array(5).fill('undermining'));
    expect(kinds('Heil Hitler')).toEqual(Array(5).fill('extremism'));
    expect(kinds('My onlyfans is free today', { answers: null })).toEqual([
      'from-another',
      'unsuitable',
      'from-another',
      'from-another',
      'from-another',
    ]);
    expect(kinds('My onlyfans is free today')).toEqual(Array(5).fill('unsuitable'));
  });

  test('where a document lists kinds and not undermining, it is a grievance for the office', () => {
    const { inappropriate } = policyOf('lickey-hills');
    if (inappropriate === null) throw new Error('The document lists kinds.');
    const means = { ...inappropriate.means, categories: ['offence' as const] };
    const mention = mentionOf('This school is a shambles');
    expect(
      sortMention({ inappropriate: { ...inappropriate, means } }, mention, FACTS),
    ).toMatchObject({ sort: 'neutral', forWhom: 'office' });
  });

  test('a picture from an account that is sexual counts, and one from a parent does not', () => {
    const by = (bio: string, media: number) =>
      sorted('look', 'lickey-hills', { media, author: account('@x', 'J', bio) });
    expect(by('onlyfans, 18+ only', 1)).toMatchObject({
      categories: ['unsuitable'],
      deciding: [{ span: null }],
    });
    expect(by('onlyfans, 18+ only', 0).categories).toEqual([]);
    expect(by('mum of two', 1).categories).toEqual([]);
  });

  test('the clauses are those of the document', () => {
    const clauses = (policy: PresetName) =>
      sorted('You are all idiots', policy).reasons.flatMap((each) => each.clauses);
    expect(PRESETS.map(clauses)).toEqual([[], ['LH-24'], ['IR-21'], ['SM-17'], []]);
  });
});

describe('what may be done', () => {
  test('a reply can be hidden, and what answers nothing of ours cannot', () => {
    expect(sorted('You are all idiots').actions).toEqual([
      'block',
      'report',
      'hide',
      'mute',
      'nothing',
    ]);
    expect(sorted('You are all idiots', 'lickey-hills', { answers: null }).actions).not.toContain(
      'hide',
    );
    expect(sorted('You are all idiots', 'lickey-hills', { hidden: true }).actions).not.toContain(
      'hide',
    );
  });

  test('what is serious goes to the authority first, where the document or the floor has one', () => {
    const first = (policy: PresetName) => sorted('I’m going to kill the head', policy).actions[0];
    expect(PRESETS.map(first)).toEqual(['escalate', 'report', 'escalate', 'escalate', 'escalate']);
    expect(sorted('I’m going to kill the head').gravity).toBe('serious');
    expect(sorted('Oh sh1t').gravity).toBe('mild');
  });
});
