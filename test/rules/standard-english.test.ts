import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/policy/check.ts';
import type { Lint } from '../../src/policy/language/lint.ts';
import { readable } from '../../src/policy/language/readable.ts';
import { preset } from '../../src/policy/load.ts';
import { standardEnglish } from '../../src/policy/rules/standard-english.ts';
import { draftOf, facts, seen, wordsOf } from './tables.ts';

/** What the rule finds without any word from the grammar checker. */
const found = (text: string, grammar: readonly Lint[] = []) =>
  seen(standardEnglish, draftOf(text), {}, { grammar });

describe('mistakes of our own lists are found with their fix', () => {
  test.each([
    ['We are definately back', 'definately', 'We are definitely back'],
    ['TOMMOROW we sail', 'TOMMOROW', 'TOMORROW we sail'],
    ['We dont mind rain', 'dont', "We don't mind rain"],
    ['Alot of mud', 'Alot', 'A lot of mud'],
    ['The childrens work is up', 'childrens', "The children's work is up"],
    ['Come to todays fair', 'todays', "Come to today's fair"],
    ['Look at there faces', 'there', 'Look at their faces'],
    ['Your invited to tea', 'Your', "You're invited to tea"],
    ['Bring you’re wellies', 'you’re', 'Bring your wellies'],
    ['Its World Book Day', 'Its', "It's World Book Day"],
    ["The owl left it's nest", "it's", 'The owl left its nest'],
    ['The children has been singing', 'has', 'The children have been singing'],
    ['The children in Year 4 was brave', 'was', 'The children in Year 4 were brave'],
    ['We was first', 'was', 'We were first'],
    ['Every child have a part', 'have', 'Every child has a part'],
    ['There was three rainbows', 'was', 'There were three rainbows'],
    ['We seen a deer', 'seen', 'We saw a deer'],
    ['We have went home', 'went', 'We have gone home'],
    ['We had to much fun', 'to', 'We had too much fun'],
    ['It was to hot for us', 'to', 'It was too hot for us'],
    ['Where off to the zoo', 'Where', "We're off to the zoo"],
    ['Whose coming to the disco?', 'Whose', "Who's coming to the disco?"],
    ['The hole school sang', 'hole', 'The whole school sang'],
    ['Year 3s work is brilliant', '3s', "Year 3's work is brilliant"],
    ["The photo's are online", "photo's", 'The photos are online'],
    ['Happy Mothers Day to all', 'Mothers', "Happy Mother's Day to all"],
    ['The french café is open', 'french', 'The French café is open'],
    ['This photos show the pond', 'This', 'These photos show the pond'],
    ['We could of been first', 'could of', 'We could have been first'],
    ['Off to the the museum', 'the the', 'Off to the museum'],
    ['year 4 made rockets', 'year', 'Year 4 made rockets'],
    ['🐸 our frogs are back', 'our', '🐸 Our frogs are back'],
    ['The childrens’ art is up', 'childrens’', "The children's art is up"],
    ['The pupils in Class 4 enjoys maths', 'enjoys', 'The pupils in Class 4 enjoy maths'],
    [
      'Cookery club made soup and there very pleased',
      'there',
      "Cookery club made soup and they're very pleased",
    ],
    ['Leave they’re wands at home', 'they’re', 'Leave their wands at home'],
    ['Its beautiful 📚', 'Its', "It's beautiful 📚"],
    ['We had lots off laughs', 'off', 'We had lots of laughs'],
    ['We took of our shoes', 'of', 'We took off our shoes'],
    ['The children deserves a medal', 'deserves', 'The children deserve a medal'],
    ['Everyone were amazed', 'were', 'Everyone was amazed'],
    [
      'The collage of boats by Year 2 are a feast',
      'are',
      'The collage of boats by Year 2 is a feast',
    ],
    ['Last nights concert was magical', 'nights', "Last night's concert was magical"],
    ['Lots of parent’s came', 'parent’s', 'Lots of parents came'],
    ['A wonderful day.The sun shone', '.', 'A wonderful day. The sun shone'],
    ['Year 3 have been learn about magnets', 'learn', 'Year 3 have been learning about magnets'],
    ['We have finish our models', 'finish', 'We have finished our models'],
    ['Today Year 3 earned a pen license', 'license', 'Today Year 3 earned a pen licence'],
    ['We walked passed the mill', 'passed', 'We walked past the mill'],
    ['Happy to be apart of this', 'apart', 'Happy to be a part of this'],
    ['We threw our selves in', 'our selves', 'We threw ourselves in'],
    ['We look forward to see you', 'see', 'We look forward to seeing you'],
  ])('%s', (text, word, fixed) => {
    const hits = found(text);
    expect(wordsOf(text, hits)).toEqual([word]);
    expect(hits[0]?.fix?.text).toBe(fixed);
  });
});

describe('good English is left alone', () => {
  test.each([
    'Great morning at Forest School!',
    'The smile on the children’s faces was lovely',
    'A class of thirty children was waiting',
    'Have they seen the owl? Had we done enough?',
    'Is there work to do? There are faces on the vases.',
    'Over there models stood in rows',
    'Thanks to many of you, and to much applause',
    'It means a lot to many',
    'Were you proud? Where off the coast is it?',
    'We had had enough, and we said that that was that',
    'The team have won. Year 4 were first.',
    'Year 3s are busy and Year 5s work hard',
    'Year 6s show how',
    'Its wings are blue and its nest is warm',
    "It's a day to remember",
    'Nobody knows whose coat it is',
    "The children's paintings are up",
    'Choo choo! Knock knock! Bye bye!',
    'French fries and Brussels sprouts',
    'iPads are back',
    '…and then it snowed',
    '#art is on',
    'https://example.org is our page',
    'gr8 day',
    'Some of the glass is blue',
    'A highlight for our Year 6 pupils was the zip wire',
    'Reading to the younger children was a joy',
    'The best thing for the children was the slide',
    'The app lets all children draw',
    'Our leavers, who were so brave, and the choir that were so loud',
    'Is your very hungry caterpillar fat yet?',
    "It's own clothes day, and it's home time",
    'The club held its Monday meeting in its great hall',
    'A welcome pack, and your welcome letter',
    'We got to Big Ben and put it to good use',
    'Two weeks is a long time, and ten songs was a lot',
    'We had eaten, they had gone, the bell had rung',
    'Jony Ive visited',
    'Owls say who who who',
    'Over the school day\nDay two was better',
    'All of our maths is done',
  ])('%s', (text) => {
    expect(wordsOf(text, found(text))).toEqual([]);
  });
});

describe("the grammar checker's findings", () => {
  const lint = (text: string, word: string, more: Partial<Lint> = {}): Lint => ({
    span: [text.indexOf(word), text.indexOf(word) + word.length],
    kind: 'Spelling',
    message: `Did you mean to spell ${word} this way?`,
    suggestion: null,
    ...more,
  });

  test('are told without the words, for a misspelt word may be a name', () => {
    const text = 'A day with tamsim at the pond';
    const [hit] = found(text, [lint(text, 'tamsim')]);
    expect(hit?.span).toEqual([11, 17]);
    expect(hit?.message).not.toMatch(/tamsim/i);
  });

  test('are offered as a fix where one suggestion is sure', () => {
    const text = 'A sculpcher of clay';
    const [hit] = found(text, [lint(text, 'sculpcher', { suggestion: 'sculpture' })]);
    expect(hit?.fix?.text).toBe('A sculpture of clay');
  });

  test.each([
    ['a class', 'Well done Y4', 'Y4'],
    ['a name in mid-sentence', 'A visit to Bletchley', 'Bletchley'],
    ['a name after a colon', 'Next stop: Bletchley', 'Bletchley'],
    ['initials', 'The RSPB came', 'RSPB'],
    ['a phonics sound', "The 'ai' words", 'ai'],
    ['a word with an accent', 'Bon café', 'café'],
    ['text language', 'Thx, ur trail', 'ur'],
    ['part of a hashtag', 'Fun #ukelele', 'ukelele'],
    ['part of a handle', 'Thanks @owltrrust', 'owltrrust'],
    ['an address of mail', 'Write to offfice@example.org', 'offfice'],
    ['a drawn-out word', 'Sooo good', 'Sooo'],
    ['a school word', 'Our eco team', 'eco'],
  ])('say nothing of %s', (_what, text, word) => {
    expect(found(text, [lint(text, word)])).toEqual([]);
  });

  test('give way to ours where both speak of the same words', () => {
    const text = 'We was first';
    expect(found(text, [lint(text, 'was', { kind: 'Agreement' })])).toHaveLength(1);
  });

  test('that lie outside the text are passed over', () => {
    const lints = [{ span: [3, 99], kind: 'Grammar', message: '', suggestion: 'x' }] as const;
    expect(found('Owls', lints)).toEqual([]);
  });
});

describe('a draft whose grammar is not known', () => {
  const policy = preset('lickey-hills');
  const draft = draftOf('Clay owls from Year 4');
  const english = (grammar: 'pending' | 'failed' | undefined) => {
    const verdict = check(policy, draft, grammar === undefined ? facts : { ...facts, grammar });
    return {
      outcome: verdict.findings
        .filter(({ rule }) => rule === 'standard-english')
        .map(({ severity }) => severity),
      passed: verdict.passed.includes('standard-english'),
      pending: verdict.pending,
    };
  };

  test('neither passes nor is found wrong while the checker is looking', () => {
    expect(english('pending')).toEqual({
      outcome: [],
      passed: false,
      pending: ['standard-english'],
    });
  });

  test('asks for review where the checker failed', () => {
    expect(english('failed')).toEqual({ outcome: ['review'], passed: false, pending: [] });
  });

  test('asks for review where nobody asked the checker', () => {
    expect(english(undefined)).toEqual({ outcome: ['review'], passed: false, pending: [] });
  });

  test('passes where the checker found nothing', () => {
    const verdict = check(policy, draft, { ...facts, grammar: [] });
    expect(verdict.passed).toContain('standard-english');
    expect(verdict.pending).toEqual([]);
  });
});

describe('what the grammar checker reads', () => {
  const plain = (piece: string) => piece.toWellFormed().replace(/\uFFFD/g, ' ');

  test.each([
    ['A walk 🌳 Thank you', 'A walk. Thank you'],
    ['Thanks @OwlTrust for coming', 'Thanks Oxford for coming'],
    ['Dressed as #numbers today', 'Dressed as numbers today'],
    ['Owls! 🦉 #Art #Owls', 'Owls!'],
    ['Watch it: https://example.org 🎬', 'Watch it:'],
  ])('%s', (typed, read) => {
    expect(readable(typed).text.trim()).toBe(read);
  });

  test('a place over something left out leads nowhere', () => {
    const { text, typed } = readable('Owls! 🦉@OwlTrust came');
    expect(text).toContain('!Oxford');
    expect(typed([4, 6])).toBeNull();
  });

  test('every place in it leads back to the same letters, whatever was typed', () => {
    const scrap = fc.oneof(
      fc.constantFrom(
        ' ',
        '\n',
        '#Owls',
        '@OwlTrust',
        'https://a.uk/b',
        '🦉',
        '\ud83e',
        'the',
        '👨‍👩‍👧',
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(
        fc.array(scrap, { maxLength: 25 }),
        fc.nat(60),
        fc.nat(9),
        (parts, from, size) => {
          const typed = parts.join('');
          const { text, typed: back } = readable(typed);
          const span = back([from, from + size]);
          if (span === null || from + size > text.length) return;
          expect(span[1]).toBeLessThanOrEqual(typed.length);
          expect(plain(typed.slice(...span))).toBe(plain(text.slice(from, from + size)));
        },
      ),
      { numRuns: 600 },
    );
  });

  test('no text and no finding of the checker breaks the rule or leaves the text', () => {
    const lints = fc.array(
      fc.record({
        span: fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 })),
        kind: fc.constantFrom('Spelling', 'Capitalization', 'Miscellaneous', 'Repetition', 'Typo'),
        message: fc.string(),
        suggestion: fc.option(fc.string()),
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), lints, (text, grammar) => {
        for (const { span } of found(text, grammar)) {
          expect(span?.[0]).toBeGreaterThanOrEqual(0);
          expect(span?.[1]).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});
