import { describe, expect, test } from 'vitest';
import { hiddenText } from '../../src/policy/rules/hidden-text.ts';
import { draftOf, seen, wordsOf } from './tables.ts';

describe('hidden-text finds', () => {
  test.each([
    ['a space of no width', 'Ow\u200bls', ['\u200b'], 'Owls'],
    ['a soft hyphen', 'Ow\u00adls', ['\u00ad'], 'Owls'],
    ['a pair that turns the direction', 'Big \u202eowls\u202c', ['\u202e', '\u202c'], 'Big owls'],
    ['a byte-order mark', '\ufeffOwls', ['\ufeff'], 'Owls'],
    ['half of a broken character', 'Ow\ud83els', ['\ud83e'], 'Owls'],
    ['a joiner between letters', 'Ow\u200dls', ['\u200d'], 'Owls'],
    ['a joiner after an emoji that joins nothing', '🦉\u200d owls', ['\u200d'], '🦉 owls'],
    ['tags that are no flag', 'Owls\u{e0061}\u{e0062}', ['\u{e0061}\u{e0062}'], 'Owls'],
    [
      'words smuggled in the tags of a flag',
      '🏴\u{e0068}\u{e0069}\u{e0068}\u{e0069}\u{e0068}\u{e0069}\u{e007f}',
      ['\u{e0068}\u{e0069}\u{e0068}\u{e0069}\u{e0068}\u{e0069}\u{e007f}'],
      '🏴',
    ],
    ['a variation mark after a letter', 'Owl\ufe0fs', ['\ufe0f'], 'Owls'],
    ['a blank braille cell', 'Owls\u2800', ['\u2800'], 'Owls'],
    ['a Hangul filler', 'Owls\u3164', ['\u3164'], 'Owls'],
    ['a control character', 'Ow\u0007ls', ['\u0007'], 'Owls'],
    ['a Cyrillic letter in a Latin word', 'Сhloe is here', ['Сhloe'], 'Chloe is here'],
    ['a word of lookalikes alone', 'Our Мах is here', ['Мах'], 'Our Max is here'],
    ['a lookalike hashtag', 'Owls #Мах', ['Мах'], 'Owls #Max'],
    ['a Greek omicron', 'Jοsh is here', ['Jοsh'], 'Josh is here'],
    ['an accent on a lookalike', 'Lόgan is here', ['Lόgan'], 'Lógan is here'],
    [
      'a lookalike and a hidden character in one word',
      'Jа\u200bkub',
      ['\u200b', 'Jа\u200bkub'],
      'Jakub',
    ],
    ['fullwidth letters', 'Ｊｏｓｈ is here', ['Ｊｏｓｈ'], 'Josh is here'],
    ['Fraktur', '𝔍𝔬𝔰𝔥 is here', ['𝔍𝔬𝔰𝔥'], 'Josh is here'],
    ['enclosed letters', 'ⒿⓄⓈⒽ is here', ['ⒿⓄⓈⒽ'], 'JOSH is here'],
    ['white letters on squares', '🅹🅾🆂🅷 is here', ['🅹🅾🆂🅷'], 'JOSH is here'],
    ['small capitals', 'ᴊᴏsʜ is here', ['ᴊᴏsʜ'], 'josh is here'],
    ['Cherokee', 'Ꭻosh is here', ['Ꭻosh'], 'Josh is here'],
    ['Lisu', 'ꓙꓳ is here', ['ꓙꓳ'], 'JO is here'],
    ['costumed letters one by one', '𝐉 𝐨 𝐬 𝐡', ['𝐉', '𝐨', '𝐬', '𝐡'], 'J o s h'],
    ['a digit of another script inside a word', 'Y٤ is here', ['Y٤'], 'Y4 is here'],
  ])('%s', (_why, text, words, plain) => {
    const found = seen(hiddenText, draftOf(text));
    expect(wordsOf(text, found)).toEqual(words);
    expect(found.map(({ fix }) => fix?.text)).toEqual(words.map(() => plain));
    expect(seen(hiddenText, draftOf(plain))).toEqual([]);
  });

  test.each(['Яuby', 'Σlla'])(
    '%s, and offers no fix where the letter meant is not sure',
    (word) => {
      const found = seen(hiddenText, draftOf(`${word} is here`));
      expect(found).toHaveLength(1);
      expect(found[0]?.span).toEqual([0, word.length]);
      expect(found[0]?.fix).toBeUndefined();
    },
  );

  test('the words, and never repeats them: they may hide a name', () => {
    const messages = seen(hiddenText, draftOf('Jа\u200bkub')).map(({ message }) => message);
    expect(messages.join()).not.toMatch(/kub|J/);
  });
});

describe('hidden-text leaves alone', () => {
  test.each([
    'Café, naïve, Łukasik, ŵŷ, Nguyễn, Māori, cafe\u0301',
    '“Curly” ‘quotes’ – dashes — and … dots • £5 €3 ½ 20°C 5² H₂O xⁿ 1ˢᵗ ™ ©',
    '👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ❤️ ☀️ 1️⃣ #️⃣ ✊🏾 🏳️‍🌈 👩🏽‍🚀 🧑🏻‍❤️‍🧑🏼 ©️ 🇬🇧 ⛓️‍💥 🅰️ 🅿️ ℹ️ Ⓜ️ ☺︎',
    'Привет from Year 4',
    'Привет, как ты? Ура, Мах!',
    'Καλημέρα from Year 4',
    'Alpha (Α) to Omega (Ω)',
    'π, 2πr, πr², μm, kΩ, Δt, α and β',
    'नमस्ते from Year 4',
    'می‌خواهم in Persian',
    'ශ්‍රී ලංකා in Sinhala',
    '新年快乐 from Year 4',
    'Tシャツ in Japanese',
    '全角はＡＢＣです',
    'مرحبا from Year 4',
    'The sounds /ʃɪp/ and [ʃɪp]',
    'Henry Ⅷ and ﬁsh',
    'Two lines\nand a tab\tand\r\nWindows',
    '葛\u{e0100}城',
  ])('%s', (text) => {
    expect(seen(hiddenText, draftOf(text))).toEqual([]);
  });
});

describe('spaces of odd widths', () => {
  test.each(['\u2009', '\u2002', '\u200a', '\u202f', '\u205f', '\u3000'])(
    '%j between single letters hides a word',
    (odd) => {
      const [found] = seen(hiddenText, draftOf(`Led by O${odd}w${odd}l${odd}s today`));
      expect(found?.message).toMatch(/odd space inside a word/);
      expect(found?.fix?.text).toBe('Led by Owls today');
    },
  );

  test.each(['We ran\u2009for miles', '10\u202fkm', 'Bonjour\u202f!', '遠足\u3000楽しい'])(
    'and between whole words or numbers hides nothing: %s',
    (text) => expect(seen(hiddenText, draftOf(text))).toEqual([]),
  );
});
