import { describe, expect, test } from 'vitest';
import { entriesOf, hashName, normaliseName, parseRoll, rollOf } from '../../src/school/roll.ts';

const HEADER = 'first_name,last_name,year_group,photo_consent,name_consent,work_consent';
const parse = (...rows: string[]) => parseRoll([HEADER, ...rows].join('\n'));
const faultsOf = (csv: string): string[] => {
  const parsed = parseRoll(csv);
  return parsed.ok ? [] : parsed.faults;
};

describe('names', () => {
  test.each([
    ['Seán O’BRIEN', 'sean obrien'],
    ['  Anne-Marie   Vale ', 'anne marie vale'],
    ['Łukasik', 'lukasik'],
    ['Bjørn Strauß', 'bjorn strauss'],
    ['Zoe\u0308', 'zoe'],
    ['Ja\u200bkub', 'jakub'],
    ['ＪＯ', 'jo'],
    ['李 明', '李 明'],
    ['--', ''],
  ])('%s is compared as "%s"', (name, normal) => {
    expect(normaliseName(name)).toBe(normal);
  });

  test('are hashed under a secret, and another secret gives another hash', () => {
    expect(hashName('s', 'Zoë Bright')).toBe(hashName('s', 'zoe bright'));
    expect(hashName('s', 'Zoë Bright')).not.toBe(hashName('t', 'Zoë Bright'));
    expect(hashName('s', 'Zoë Bright')).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('roll.csv', () => {
  test('is read with a byte-order mark, commas in quotes, Windows line ends and columns in any order', () => {
    const csv =
      '\uFEFFlast_name,first_name,year_group,work_consent,photo_consent,name_consent\r\n"Vale, of Ash",Jo,"Year 1, blue",Yes,no,NO\r\n\r\n';
    expect(parseRoll(csv)).toEqual({
      ok: true,
      rows: [
        {
          firstName: 'Jo',
          lastName: 'Vale, of Ash',
          yearGroup: 'Year 1, blue',
          photo: false,
          name: false,
          work: true,
        },
      ],
    });
  });

  test('with faults gives all of them by line and column, and not one name or pupil', () => {
    const csv = [
      HEADER,
      'Tamsin,Frost,Year 2,yes,no,yes',
      'Idris,,Year 5,maybe,no,yes',
      'Niamh,Dowd,,yes,no',
      ',Bright,,y,n,',
    ].join('\n');
    const faults = faultsOf(csv);
    expect(faults.map((fault) => /^roll line \d+(?:, \w+)?/.exec(fault)?.[0])).toEqual([
      'roll line 3, last_name',
      'roll line 3, photo_consent',
      'roll line 4',
      'roll line 5, year_group',
      'roll line 5, first_name',
      'roll line 5, photo_consent',
      'roll line 5, name_consent',
      'roll line 5, work_consent',
    ]);
    expect(faults.join()).not.toMatch(/Tamsin|Idris|Niamh|Dowd|Bright|maybe/i);
  });

  test.each([
    ['an empty file', '', /the file is empty/],
    ['a header alone', HEADER, /no pupil below/],
    [
      'semicolons',
      `${HEADER.replaceAll(',', ';')}\nJo;Vale;1;no;no;no`,
      /line 1: first_name, .* missing/,
    ],
    ['no header', 'Jo,Vale,Year 1,no,no,no', /line 1: first_name, .* missing/],
    ['a column too many', `${HEADER},notes\nJo,Vale,1,no,no,no,x`, /line 1: 7 columns/],
    ['quotes that do not close', `${HEADER}\n"Tamsin,Frost,1,no,no,no\n`, /quotes do not close/],
    ['a quote in a field', `${HEADER}\nTam"sin,Frost,1,no,no,no\n`, /line 2: the quotes/],
    [
      'another encoding',
      `${HEADER}\nZo\uFFFD,Bright,1,no,no,no\n`,
      /line 2, first_name: not in UTF-8/,
    ],
  ])('is refused whole: %s', (_why, csv, fault) => {
    const faults = faultsOf(csv);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
    expect(faults[0]).not.toMatch(/Tamsin|Frost|Jo\b|Vale|Bright/);
  });

  test('is kept without a name, and looked up as people type', () => {
    const parsed = parse(
      "Niamh,O'Dowd,Year 4,yes,no,no",
      'Leo,Marsh,Year 3,yes,no,yes',
      'Leo,Marsh,Year 6,no,no,yes',
    );
    if (!parsed.ok) throw new Error(parsed.faults.join());
    const entries = entriesOf(parsed.rows, 's');
    expect(JSON.stringify(entries)).not.toMatch(/Niamh|Dowd|Leo|Marsh/i);
    const roll = rollOf(entries, 's');
    expect(roll.size).toBe(3);
    expect(roll.byFullName('niamh  O’DOWD')).toEqual([
      { yearGroup: 'Year 4', photo: true, name: false, work: false },
    ]);
    expect(roll.byFullName('Leo Marsh').map(({ yearGroup }) => yearGroup)).toEqual([
      'Year 3',
      'Year 6',
    ]);
    expect(roll.byFullName('Leo')).toEqual([]);
    expect(rollOf(entries, 'another').byFullName('Leo Marsh')).toEqual([]);
  });
});
