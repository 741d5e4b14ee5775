import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsForMoment, wordsForMoment } from '../../cards/moment.ts';
import { escapeMarkdown, shown } from '../../cards/render/plain.ts';
import { asClause, oneOf, shorten } from '../../cards/words.ts';

const LONDON = 'Europe/London';
const NOW = Date.UTC(2026, 0, 14, 15, 10);

describe('A moment is said as people say it', () => {
  test.each([
    ['today 15:40', Date.UTC(2026, 0, 14, 15, 40)],
    ['today 0:00', Date.UTC(2026, 0, 14)],
    ['tomorrow 8:00', Date.UTC(2026, 0, 15, 8)],
    ['yesterday 23:59', Date.UTC(2026, 0, 13, 23, 59)],
    ['Mon 8:00', Date.UTC(2026, 0, 19, 8)],
    ['Tue 8:00', Date.UTC(2026, 0, 20, 8)],
    ['Wed 21 Jan 8:00', Date.UTC(2026, 0, 21, 8)],
    ['Fri 14 Aug 8:00', Date.UTC(2026, 7, 14, 7)],
    ['Mon 4 Jan 2027 8:00', Date.UTC(2027, 0, 4, 8)],
  ])('%s', (words, at) => {
    expect(wordsForMoment(at, NOW, LONDON)).toBe(words);
  });

  test('the clocks going forward at the weekend do not shift a day', () => {
    const friday = Date.UTC(2026, 2, 27, 19, 5);
    expect(wordsForMoment(Date.UTC(2026, 2, 30, 7), friday, LONDON)).toBe('Mon 8:00');
    const saturday = Date.UTC(2026, 2, 28, 23, 30);
    expect(wordsForMoment(Date.UTC(2026, 2, 29, 22, 30), saturday, LONDON)).toBe('tomorrow 23:30');
  });

  test('the composer’s fields hold local time, and nothing for the next slot', () => {
    expect(fieldsForMoment(Date.UTC(2026, 6, 1, 8, 5), LONDON)).toEqual({
      date: '2026-07-01',
      time: '09:05',
    });
    expect(fieldsForMoment(null, LONDON)).toEqual({ date: '', time: '' });
  });
});

describe('Words cut short', () => {
  test('never end inside an emoji or between a letter and its accent', () => {
    expect(shorten('ab👩‍👩‍👧cd', 6)).toBe('ab…');
    expect(shorten('cafe\u0301s', 5)).toBe('caf…');
    expect(shorten('short', 5)).toBe('short');
  });

  test('are never longer than asked, and always sound', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.integer({ min: 1, max: 200 }),
        (text, longest) => {
          const cut = shorten(text, longest);
          return cut.length <= Math.max(longest, 1) && cut.isWellFormed();
        },
      ),
    );
  });
});

test('A list of people is read out as people do', () => {
  expect(oneOf([])).toBe('');
  expect(oneOf(['Sam'])).toBe('Sam');
  expect(oneOf(['Sam', 'Jo', 'Ed'])).toBe('Sam, Jo or Ed');
  expect(asClause('PE kit is worn.')).toBe('PE kit is worn');
});

test('Control characters and half emoji are shown as a sign, line breaks stay', () => {
  expect(shown('a\u0000b\u001b[31mc\r\nd\te\ud800')).toBe('a\uFFFDb\uFFFD[31mc\nd\te\uFFFD');
});

test('What Markdown would read in our own words is escaped, an underscore inside a handle is not', () => {
  expect(escapeMarkdown('@Lickey_Hills *x* [a](b) `c` _d_')).toBe(
    '@Lickey_Hills \\*x\\* \\[a\\](b) \\`c\\` \\_d\\_',
  );
  expect(escapeMarkdown('# a\n- b\n1. c')).toBe('\\# a\n\\- b\n1\\. c');
});
