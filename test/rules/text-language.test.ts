import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shorthandsIn } from '../../src/policy/language/text-language.ts';
import { textLanguage } from '../../src/policy/rules/text-language.ts';
import { LONGEST_TEXT } from '../../src/post/revision.ts';
import { draftOf, seen, wordsOf } from './tables.ts';

const found = (text: string) => seen(textLanguage, draftOf(text));

describe('text language is found, with the plain words where they are sure', () => {
  test.each([
    ['What a gr8 day', ['gr8'], 'What a great day'],
    ['Gr8 singing, Year 4', ['Gr8'], 'Great singing, Year 4'],
    ['GR8 DAY', ['GR8'], 'GREAT DAY'],
    ['See you l8r', ['l8r'], 'See you later'],
    ['Cake sale 2day after school', ['2day'], 'Cake sale today after school'],
    ['Back 2moro!', ['2moro'], 'Back tomorrow!'],
    ['Home b4 tea', ['b4'], 'Home before tea'],
    ['Thx for coming', ['Thx'], 'Thanks for coming'],
    ['PE kits tmrw pls', ['tmrw', 'pls'], 'PE kits tomorrow pls'],
    ['We won, cuz we trained', ['cuz'], 'We won, because we trained'],
    ['u can never tell', ['u'], 'You can never tell'],
    ['C U there and thank U', ['U'], 'C U there and thank you'],
    ['how r u today', ['r', 'u'], 'how are u today'],
    ['Year 1 r building a den', ['r'], 'Year 1 are building a den'],
    ['We are gonna win', ['gonna'], 'We are going to win'],
    ['That was totes amazing', ['totes'], 'That was totally amazing'],
    ['Soz, no club', ['Soz'], 'Sorry, no club'],
    ['we went in cos it rained', ['cos'], 'we went in because it rained'],
    ['Best day #gr8day', ['gr8'], 'Best day #greatday'],
    ['Best day #L8rGator', ['L8r'], 'Best day #LaterGator'],
  ])('%s', (text, words, plain) => {
    const hits = found(text);
    expect(wordsOf(text, hits)).toEqual(words);
    expect(hits.map(({ fix }) => fix?.text)).toContain(plain);
  });

  test.each([
    ['lol that was fun', ['lol']],
    ['LOL', ['LOL']],
    ['omggg we won', ['omggg']],
    ['ur trail was super', ['ur']],
    ['Do you wanna come', ['wanna']],
    ['We gotta go', ['gotta']],
    ['idc, smh', ['idc', 'smh']],
    ['A day for #lol', ['lol']],
    ['#OMG what a day', ['OMG']],
    ['Love from us all xoxo', ['xoxo']],
    ['Love from us all xx', ['xx']],
  ])('%s, where no one plain way to say it is sure', (text, words) => {
    const hits = found(text);
    expect(wordsOf(text, hits)).toEqual(words);
    expect(hits.every(({ fix }) => fix === undefined || text.includes('idk'))).toBe(true);
  });
});

describe('what only looks like text language is left alone', () => {
  test.each([
    'PE today for Y4, SATs for Y6, KS2 choir at 3.15pm, PTA at 9 am',
    'EYFS and DT week in the UK',
    'U12s beat the U9 football team 4-2',
    'Write to us at B4 1AA, or on B4 paper',
    'Take the M8 to Glasgow, then the B4 road',
    'Rome in 500 BC, and 44 bc too',
    'JK Rowling came first, J. K. Jerome second',
    'Today we learned the sounds ur, er and ir',
    "The 'u' sound and the 'ur' sound",
    'A u-turn, 5 u and a U bend',
    'Chapter XX and Henry XL',
    'The King of Ur ruled Sumer',
    'Food 4U and Toys R Us',
    'Our 2day residential starts on Monday',
    'Lol Harper read us a story',
    'LOL Surprise dolls day',
    'Canvas totes for sale, cos lettuce in the garden',
    'The drive-thru at the fair',
    'Thanks to @gr8books and @lol_club',
    'See https://example.org/gr8/lol?u=ur',
    'H2O, CO2, 3D, 100 m, 2 kg and 4 x 4',
    'We are great, aren’t we 🎉🐸',
    'Ty and Kai are reading',
    'Cauliflower, coz-free: Cozumel is in Mexico',
    '#SATs #Y4 #PTA #Volleyball #Lollipop #Blossom',
    'w/c 3 March',
    'The letter r ends four, and r is the radius',
    'Play w/ us? 2 of us are 7',
  ])('%s', (text) => {
    expect(wordsOf(text, found(text))).toEqual([]);
  });
});

describe('whatever is typed', () => {
  const scrap = fc.oneof(
    fc.constantFrom(
      'gr8',
      'u',
      ' ',
      '#',
      '@',
      'ur',
      '2day',
      '\u200b',
      '🦉',
      "'",
      '\ud83e',
      'xx',
      'lol',
      'https://a.uk/gr8',
    ),
    fc.string({ unit: 'grapheme', maxLength: 5 }),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );

  test('the words marked lie inside the text, and apart from each other', () => {
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { span } of shorthandsIn(text)) {
          expect(span[0]).toBeGreaterThanOrEqual(last);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(span[1]).toBeLessThanOrEqual(text.length);
          last = span[1];
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a text too long for a post is marked and not rewritten', () => {
    const [first] = found(`gr8 ${'a'.repeat(LONGEST_TEXT)}`);
    expect(first?.span).toEqual([0, 3]);
    expect(first?.fix).toBeUndefined();
  });
});
